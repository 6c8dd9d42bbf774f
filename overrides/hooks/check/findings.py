"""Checks the texts of findings: one for each code of the rules, with what its part of an answer needs."""

from collections.abc import Iterator, Mapping

from overrides.hooks.read.answers_given import Given
from overrides.hooks.read.files import FINDING_MAY, FINDING_PARTS, finding_texts
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text, hint
from overrides.hooks.render.run_macros import BUTTON, SLOT


def findings(table: Table, of: Loaded, given: Given) -> Iterator[Problem]:
    """Every finding of the rules once, in one part, and no other."""
    codes = [code.value for code in of.codes]
    for part in table.data:
        if part not in FINDING_PARTS:
            yield table.problem(f'unknown part "{part}"{hint(part, FINDING_PARTS)}', part)
    parts = {part: table.data.get(part, {}) for part in FINDING_PARTS}
    for part, texts in parts.items():
        for code, said in texts.items():
            if code not in codes:
                yield table.problem(f'there is no finding "{code}"{hint(code, codes)}', part, code)
            elif isinstance(said, str | Mapping):  # what is neither is said where texts are looked at
                yield from _finding(table, part, code, finding_texts(said), given)
    for code in codes:
        count = sum(code in texts for texts in parts.values())
        if count != 1:
            said = "no text" if count == 0 else f"more than one text under {', '.join(FINDING_PARTS)}"
            yield table.problem(f'{said} for the finding "{code}"', "reasons", code)


def _finding(table: Table, part: str, code: str, texts: Mapping[str, str], given: Given) -> Iterator[Problem]:
    wanted, may = FINDING_PARTS[part], FINDING_MAY[part]
    for key in wanted:
        if key not in texts:
            said = f'no "{key}" for the finding "{code}", which a finding under [{part}] needs'
            yield table.problem(f'{said}; write {code}.{key} = "…"', part, code)
    for key, words in texts.items():
        if key not in (*wanted, *may):
            said = f'nobody reads "{key}" of a finding under [{part}]{hint(key, (*wanted, *may))}'
            yield table.problem(said, part, code, key)
            continue
        text = Text(str(words), table.path, table.line(part, code, key))
        yield from slots(text, set(SLOT.findall(text.words)), given.findings.get(code), f'finding "{code}"')
        if key == "button" and not BUTTON.fullmatch(text.words):
            said = (
                "a button is one link and nothing else: [Open it](https://…), [Call {number}](tel:{number})"
            )
            yield text.problem(f'{said} or [Read it]({{{{ link("…") }}}})')


def slots(text: Text, used: set[str], given: list[str] | None, of: str) -> Iterator[Problem]:
    """Figures that not every decision with a code gives."""
    for slot in sorted(used - set(given or ())) if given is not None else ():
        yield text.problem(f'not every {of} has a figure "{slot}"{hint(slot, given or ())}')

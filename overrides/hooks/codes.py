"""Compares the texts of an answer with the codes and figures of the rules: all of them, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.replies import NONE
from calculator.engine.law import Law
from calculator.law.perkeso import PROGRAMMES
from overrides.hooks.calls import read
from overrides.hooks.inline import ALL
from overrides.hooks.library import Library
from overrides.hooks.render import SLOT
from overrides.hooks.shown import Shown, shown_by
from overrides.hooks.words import FINDING_PARTS, Document, Problem, Table, hint

# Files of which each key is checked here, so that comparing the twins would say everything twice.
ALL_KEYS_CHECKED = frozenset({"sources", "parameters", "programmes"})
# Their first argument is the place, which a writer does not give.
MACROS = {name: partial(macro, None) for name, macro in ALL.items()}


def keys(table: Table, under: tuple[str, ...], wanted: Iterable[str], kind: str) -> Iterator[Problem]:
    """Keys that are missing in one part of a table, and those that nobody reads."""
    found, wanted = table.data, list(wanted)
    for key in under:
        found = found.get(key, {})
    for key in wanted:
        if key not in found:
            yield Problem(table.path, table.line(*under), f'no text for the {kind} "{key}"')
    for key in found:
        if key not in wanted:
            yield Problem(
                table.path, table.line(*under, key), f'there is no {kind} "{key}"{hint(key, wanted)}'
            )


def names(library: Library, laws: Iterable[Law]) -> Iterator[Problem]:
    """The names of sources, parameters, tables and programmes."""
    all_laws = list(laws)
    sources = {id for law in all_laws for id in law.sources}
    parameters = {id for law in all_laws for id in (*law.parameters, *law.tables)}
    programmes = {id for law in all_laws for id in law.of(PROGRAMMES)}
    tables_of = (table for law in all_laws for table in law.tables.values())
    bands = [band for table in tables_of for edition in table.in_force() for band in edition.bands]
    columns, ways = {column for band in bands for column in band.amounts}, {band.known for band in bands}
    for lang in library.tables["sources"]:
        tables = {name: twins[lang] for name, twins in library.tables.items()}
        yield from keys(tables["sources"], (), sorted(sources), "source")
        yield from keys(tables["parameters"], (), sorted(parameters), "parameter or table")
        yield from keys(tables["programmes"], (), sorted(programmes), "programme")
        yield from keys(tables["labels"], ("bands", "amounts"), sorted(columns), "column")
        yield from keys(tables["labels"], ("bands", "known"), sorted(ways), "way of knowing a row")
        yield from keys(tables["labels"], ("notes",), sorted(_notes(all_laws)), "note")


def _notes(laws: Iterable[Law]) -> set[str]:
    """What rows and programmes say is special about them."""
    rows = (entry for law in laws for dated in law.parameters.values() for entry in dated.entries)
    programmes = (programme for law in laws for programme in law.of(PROGRAMMES).values())
    return {entry.note for entry in (*rows, *programmes) if entry.note}


def notice(library: Library, of: Loaded) -> Iterator[Problem]:
    """The texts of one notice: form, findings, outcomes, and the figures they show."""
    shown = shown_by(of)
    for lang in library.tables[f"{of.id}/form"]:
        form, findings = (library.tables[f"{of.id}/{name}"][lang] for name in ("form", "findings"))
        yield from _form(form, of, library.tables["interface"][lang])
        yield from _findings(findings, of, shown)
        yield from _by_hand(library.pages[f"{of.id}/index"][lang], library.tables["interface"][lang])
        yield from _outcomes(library.outcomes_of(of.id, lang), of, lang, shown)


def _by_hand(page: Document, interface: Table) -> Iterator[Problem]:
    """Where the calculator cannot answer it leads to the rules in words, which every notice must have."""
    id = interface.data["by_hand_id"]
    if id not in {section.id for section in page.sections()}:
        said = f'no heading has the id "{id}", where the calculator leads when it cannot answer'
        yield Problem(page.path, page.line, f"{said}; write {{#{id}}} after that of the rules in words")


def _form(form: Table, of: Loaded, interface: Table) -> Iterator[Problem]:
    yield from keys(form, ("questions",), [question.id for question in of.questions], "question")
    for question in of.questions:
        under = ("questions", question.id)
        texts = form.data.get("questions", {}).get(question.id)
        if texts is None:
            continue
        if "label" not in texts:
            yield Problem(form.path, form.line(*under), f'no label for the question "{question.id}"')
        for key in texts:
            if key not in (known := ("label", "hint", "what_if", "choices", "errors")):
                yield Problem(form.path, form.line(*under, key), f'unknown key "{key}"{hint(key, known)}')
        yield from _choices(form, question, under)
        yield from _errors(form, question, of, interface)


def _errors(form: Table, question: Question, of: Loaded, interface: Table) -> Iterator[Problem]:
    """Words for codes that the question cannot have, and codes of the notice's own without words."""
    under = ("questions", question.id)
    given, known = form.data["questions"][question.id].get("errors", {}), ("missing", *of.errors(question))
    for code in given:
        if code not in known:
            line = form.line(*under, "errors", code)
            yield Problem(form.path, line, f'{question.id} has no error "{code}"{hint(code, known)}')
    for code in of.notice.errors.get(question.id, ()):
        if code not in given and code not in interface.data["errors"]:
            said = f'no text for the error "{code}" of {question.id}; write errors.{code} = "…"'
            yield Problem(form.path, form.line(*under), said)


def _choices(form: Table, question: Question, under: tuple[str, ...]) -> Iterator[Problem]:
    given = form.data["questions"][question.id].get("choices", {})
    usual = {"yes", "no"} & set(question.choices)  # interface.<lang>.toml has words for these
    usual |= {"unknown"} if question.may_be_unknown else set()
    usual |= {NONE} if KINDS[question.kind].control == "checkboxes" else set()
    wanted = [choice for choice in question.choices if choice not in usual]
    wanted += [choice for choice in given if choice in usual]
    yield from keys(form, (*under, "choices"), wanted, f"choice of {question.id}")


def _findings(table: Table, of: Loaded, shown: Shown) -> Iterator[Problem]:
    codes = [code.value for code in of.codes]
    parts = {part: table.data.get(part, {}) for part in FINDING_PARTS}
    for part, texts in parts.items():
        for code, text in texts.items():
            line = table.line(part, code)
            if code not in codes:
                yield Problem(table.path, line, f'there is no finding "{code}"{hint(code, codes)}')
            else:
                used = set(SLOT.findall(text))
                yield from _slots(used, shown.findings.get(code), f'finding "{code}"', table.path, line)
    for code in codes:
        count = sum(code in texts for texts in parts.values())
        if count != 1:
            said = "no text" if count == 0 else f"more than one text under {', '.join(FINDING_PARTS)}"
            yield Problem(table.path, table.line("reasons", code), f'{said} for the finding "{code}"')


def _outcomes(found: Mapping[str, Document], of: Loaded, lang: str, shown: Shown) -> Iterator[Problem]:
    codes = [code.value for code in of.outcomes]
    folder = f"docs/{of.id}/outcomes"
    for code in codes:
        if code not in found:
            yield Problem(
                f"{folder}/{code}.{lang}.md", 1, f'this file is missing: the outcome "{code}" has no text'
            )
    for code, document in found.items():
        if code not in codes:
            yield Problem(document.path, 1, f'there is no outcome "{code}"{hint(code, codes)}')
            continue
        for call in read(document.body, document.path, document.line, MACROS)[0]:
            if call.name == "result":
                yield from _slots(
                    {str(call.args[0])},
                    shown.outcomes.get(code),
                    f'outcome "{code}"',
                    document.path,
                    call.line,
                )


def _slots(used: set[str], given: set[str] | None, of: str, path: str, line: int) -> Iterator[Problem]:
    for slot in sorted(used - (given or set())) if given is not None else ():
        yield Problem(path, line, f'not every {of} has a figure "{slot}"{hint(slot, given or ())}')

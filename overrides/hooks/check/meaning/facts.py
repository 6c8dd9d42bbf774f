"""Compares what can be counted in twins: figures and their order, links, emphasis, pictures."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overrides.hooks.check.meaning.figures.amounts import amounts
from overrides.hooks.check.meaning.pairs import Pair
from overrides.hooks.read.text import Problem

# What leads somewhere: a citation, or the target of a link.
LEADS = re.compile(r"\{\{\s*(cite\([^{}]*\))\s*\}\}|\]\(\s*(\{\{.*?\}\}|[^)\s]+)")
# What stands for a figure: a macro in a sentence, or {…} in a table.
NAMED = re.compile(r"\{\{\s*(?!cite\b|link\b)(\w+\([^{}]*\))\s*\}\}|(?<![{#])\{(\w+)\}(?!\})")
# Figures that must come in the same order; numbers of sections, of Acts and years in names come in any.
ORDERED = ("named", "ringgit", "percent", "day", "months", "days")
COUNTED = {
    "bold": (re.compile(r"\*\*[^*]+\*\*"), "words in bold: what is stressed in one is stressed in the other"),
    "pictures": (re.compile(r"!\["), "pictures"),
}
# What a program or a reader types, letter by letter.
TYPED = re.compile(r"`([^`\n]+)`")
KINDS = ("figures", "order", "links", "code", *COUNTED)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure: what it means, how it is written, and where."""

    value: tuple[str, ...]
    written: str
    at: int


def facts(pair: Pair) -> Iterator[Problem]:
    """Every difference in what can be counted."""
    found = {lang: sorted(_figures(pair, lang), key=lambda said: said.at) for lang in ("en", "zh")}
    problems = list(_lacking(pair, found["en"], found["zh"]))
    yield from problems or _order(pair, found["en"], found["zh"])
    yield from _links(pair)
    yield from _typed(pair)
    for kind, (pattern, what) in COUNTED.items():
        here, there = len(pattern.findall(pair.zh.words)), len(pattern.findall(pair.en.words))
        if here != there:
            yield from pair.differs(kind, "zh", f"{here} here and {there} in {pair.place('en')} of {what}")


def _figures(pair: Pair, lang: str) -> Iterator[Said]:
    for amount in amounts(pair.prose[lang], lang):
        yield Said(amount.value, amount.written.strip(), amount.at)
    for found in NAMED.finditer(pair.text(lang).words):
        name = re.sub(r"\s", "", found[1] or found[0])
        yield Said(("named", name), found[0], found.start())


def _lacking(pair: Pair, one: list[Said], other: list[Said]) -> Iterator[Problem]:
    """What one says and the other does not: a macro or {…} at all, a number as often."""
    only = {"en": list(_without(one, other)), "zh": list(_without(other, one))}
    for lang, twin in (("zh", "en"), ("en", "zh")):
        if only[lang]:
            there = pair.place(twin)
            rest = f"; {there} says {_listed(only[twin])} instead" if only[twin] else f" and not in {there}"
            said = f"{_listed(only[lang])} stands here{rest}; say the same figures in both"
            yield from pair.differs("figures", lang, said, only[lang][0].at)
            return


def _without(found: Iterable[Said], there: Iterable[Said]) -> Iterator[Said]:
    left = Counter(said.value for said in there)
    for said in found:
        if not left[said.value]:
            yield said
        elif said.value[0] != "named":
            left[said.value] -= 1


def _listed(found: Iterable[Said]) -> str:
    return ", ".join(f'"{written}"' for written in dict.fromkeys(said.written for said in found))


def _order(pair: Pair, one: list[Said], other: list[Said]) -> Iterator[Problem]:
    """Figures in another order, as when two are swapped; each counts where it stands first."""
    here, there = ([said for said in found if said.value[0] in ORDERED] for found in (other, one))
    if len(here) != len(there):  # one says something twice
        here, there = (
            list({said.value: said for said in reversed(found)}.values()) for found in (here, there)
        )
        here, there = (sorted(found, key=lambda said: said.at) for found in (here, there))
    if [said.value for said in here] != [said.value for said in there]:
        come = [", ".join(said.written for said in found) for found in (here, there)]
        said = f"the figures come as {come[0]} here and as {come[1]} in {pair.place('en')}"
        yield from pair.differs("order", "zh", f"{said}; see that none is swapped", here[0].at)


def _typed(pair: Pair) -> Iterator[Problem]:
    """Code between `…` that only one of the twins has."""
    here, there = ({found[1] for found in TYPED.finditer(text.words)} for text in (pair.zh, pair.en))
    if here != there:
        only = " and ".join(
            f"{', '.join(f'`{code}`' for code in sorted(found))} stands {where} alone"
            for found, where in ((here - there, "here"), (there - here, f"in {pair.place('en')}"))
            if found
        )
        yield from pair.differs("code", "zh", f"{only}; what is typed is the same in both")


def _links(pair: Pair) -> Iterator[Problem]:
    """Links and citations that lead elsewhere, or in another order."""
    here, there = (
        [(re.sub(r"\s", "", found[1] or found[2]), found.start()) for found in LEADS.finditer(text.words)]
        for text in (pair.zh, pair.en)
    )
    if [target for target, _ in here] == [target for target, _ in there]:
        return
    only = [(target, at) for target, at in here if target not in dict(there)]
    lost = [target for target, _ in there if target not in dict(here)]
    if only or lost:
        said = [
            f"{_targets(only)} here" if only else "",
            f"{', '.join(lost)} in {pair.place('en')}" if lost else "",
        ]
        text = f"a link leads to {' and '.join(filter(None, said))} alone; the same links in both"
    else:
        text = (
            f"the links come as {_targets(here)} here and as {_targets(there)} in {pair.place('en')}; "
            "see that none is swapped"
        )
    yield from pair.differs("links", "zh", text, only[0][1] if only else (here[0][1] if here else 0))


def _targets(found: Iterable[tuple[str, int]]) -> str:
    return ", ".join(target for target, _ in found)

"""Every text of the writers beside its twin: what one language means and the other does not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain

from overrides.hooks.check.meaning import facts, shapes, words
from overrides.hooks.check.meaning.blocks import Block
from overrides.hooks.check.meaning.letters import letters
from overrides.hooks.check.meaning.pairs import Pair
from overrides.hooks.check.meaning.terms import KIND as TERMS
from overrides.hooks.check.meaning.terms import Terms
from overrides.hooks.check.meaning.waivers import Waiver, Waivers
from overrides.hooks.check.twins import TEXTS
from overrides.hooks.read.files import Document
from overrides.hooks.read.library import Library
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text

KINDS = (*facts.KINDS, *words.KINDS, TERMS)
# Names of provisions and programmes are the same words in another order, or none at all: of them only the
# figures are compared.
NAMES = frozenset({"sources", "programmes", "sections"})
# Replies as a program gives them, which no reader sees.
CODES = frozenset({("first",), ("last",), ("by_hand_id",)})

# Files and lines in which another check has found something.
type Wrong = AbstractSet[tuple[str, int]]


def meaning_problems(library: Library, known: Iterable[Problem] = ()) -> list[Problem]:
    """Everything that the twins do not say alike; lines with a problem that is `known` are left alone."""
    wrong = {(problem.path, problem.line) for problem in known}
    waivers = Waivers(KINDS)
    glossary, problems = glossary_of(library), list[Problem]()
    for name, twins in chain(library.pages.items(), library.outcomes.items()):
        problems += documents(twins["en"], twins["zh"], glossary(name), waivers, wrong)
    for name, files in library.tables.items():
        problems += tables(name, files, glossary(name), waivers, wrong)
    return sorted({*problems, *waivers.unused()})


def glossary_of(library: Library) -> Callable[[str], Terms]:
    """Gives the glossary that holds for a text by its name: that of its folder, or the shared one."""
    terms = {folder: Terms(library.terms(folder)) for folder in library.glossaries}
    return lambda name: terms.get(name.partition("/")[0], terms[""])


def documents(
    one: Document, other: Document, terms: Terms, waivers: Waivers, wrong: Wrong = frozenset()
) -> Iterator[Problem]:
    """What two pages, or the texts of an outcome, do not say alike."""
    for document in (one, other):
        yield from shapes.ids(document)
        yield from letters(document.body)
        for text in (
            *map(document.said, document.meta.keys() & TEXTS),
            *(label for label, _ in document.labels()),
        ):
            yield from letters(text)
    blocks, differences = shapes.pieces(one, other)
    yield from (problem for problem in differences if (problem.path, problem.line) not in wrong)
    for pair in chain(_said(one, other, waivers), (_pair(*twins, waivers) for twins in blocks)):
        yield from compared(pair, terms, wrong)


def _said(one: Document, other: Document, waivers: Waivers) -> Iterator[Pair]:
    """The texts of the front matter, with the labels of key figures."""
    matters = {"en": one.matter, "zh": other.matter}
    said = [(one.said(key), other.said(key)) for key in one.meta if key in TEXTS and key in other.meta]
    said += [(label, twin) for (label, _), (twin, _) in zip(one.labels(), other.labels(), strict=False)]
    for text, twin in said:
        found = (_above(each, f"\n{matters[each.lang]}", waivers) for each in (text, twin))
        yield Pair(text, twin, tuple(chain.from_iterable(found)), beside="#")


def _pair(block: Block, twin: Block, waivers: Waivers) -> Pair:
    found = (waivers.read(f"{each.above}\n{each.text.words}", each.text) for each in (block, twin))
    return Pair(block.text, twin.text, tuple(chain.from_iterable(found)))


def tables(
    name: str, twins: Mapping[str, Table], terms: Terms, waivers: Waivers, wrong: Wrong = frozenset()
) -> Iterator[Problem]:
    """What two files of texts do not say alike, text by text."""
    kind = name.rpartition("/")[2]
    there = dict(twins["zh"].texts())
    for keys, text in twins["en"].texts():
        if keys in CODES:
            continue
        yield from letters(text)
        if keys in there:
            yield from letters(there[keys])
            found = (_above(each, twins[each.lang].source, waivers) for each in (text, there[keys]))
            pair = Pair(text, there[keys], tuple(chain.from_iterable(found)), beside="#")
            yield from compared(pair, terms, wrong, only_figures=kind in NAMES)


def _above(text: Text, source: str, waivers: Waivers) -> Iterator[Waiver]:
    """The waivers in the comments above a text in TOML or in the front matter; `source` is the whole file."""
    if "differs" not in source:
        return
    above = list[str]()
    for line in reversed(source.splitlines()[: text.line - 1]):
        if not line.lstrip().startswith("#"):
            break
        above.append(line)
    yield from waivers.read("\n".join(above), text)


def compared(
    pair: Pair, terms: Terms, wrong: Wrong = frozenset(), *, only_figures: bool = False
) -> Iterator[Problem]:
    """What the twins of one place do not say alike."""
    if any((text.path, line) in wrong for text in (pair.en, pair.zh) for line in _lines(text)):
        return
    yield from facts.facts(pair)
    if not only_figures:
        yield from words.words(pair)
        yield from terms.problems(pair)


def _lines(text: Text) -> Iterable[int]:
    return range(text.line, text.line_at(len(text.words)) + 1)

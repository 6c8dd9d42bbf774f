"""`make mistakes`: makes one small mistake after another in the texts and counts what no check notices."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from overrides.hooks.check.meaning import every_pair
from overrides.hooks.check.meaning.pairs import Pair
from overrides.hooks.check.meaning.terms import Terms
from overrides.hooks.check.meaning.waivers import Waivers
from overrides.hooks.check.twins import TEXTS
from overrides.hooks.read.files import Document
from overrides.hooks.read.library import Library, read
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Text
from tests.tools.mistakes import Mistake, mistakes, without_a_block

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Tried:
    """One mistake in one place, and whether something noticed it."""

    kind: str
    where: str
    lang: str
    said: str
    noticed: bool


def tried(library: Library) -> Iterator[Tried]:
    """Every mistake in every text of the library, in either language."""
    glossary = every_pair.glossary_of(library)
    for name, twins in {**library.pages, **library.outcomes}.items():
        yield from _in_documents(twins["en"], twins["zh"], glossary(name))
    for name, tables in library.tables.items():
        yield from _in_tables(name, tables["en"], tables["zh"], glossary(name))


def _in_documents(one: Document, other: Document, terms: Terms) -> Iterator[Tried]:
    for document, twin in ((one, other), (other, one)):
        body = document.body
        for mistake in (*mistakes(body), *without_a_block(body)):
            wrong = replace(document, body=replace(body, words=mistake.words))
            pair = (wrong, twin) if document is one else (twin, wrong)
            noticed = any(every_pair.documents(*pair, terms, Waivers(every_pair.KINDS)))
            yield _tried(mistake, body, noticed=noticed)
    for key in one.meta.keys() & other.meta.keys() & TEXTS:
        yield from _in_pair(Pair(one.said(key), other.said(key)), terms)


def _in_tables(name: str, one: Table, other: Table, terms: Terms) -> Iterator[Tried]:
    there = dict(other.texts())
    only_figures = name.rpartition("/")[2] in every_pair.NAMES
    for keys, text in one.texts():
        if keys in there and keys not in every_pair.CODES:
            yield from _in_pair(Pair(text, there[keys], beside="#"), terms, only_figures=only_figures)


def _in_pair(pair: Pair, terms: Terms, *, only_figures: bool = False) -> Iterator[Tried]:
    for text in (pair.en, pair.zh):
        for mistake in mistakes(text):
            wrong_text = replace(text, words=mistake.words)
            wrong = replace(pair, en=wrong_text) if text is pair.en else replace(pair, zh=wrong_text)
            noticed = any(every_pair.compared(wrong, terms, only_figures=only_figures))
            yield _tried(mistake, text, noticed=noticed)


def _tried(mistake: Mistake, text: Text, *, noticed: bool) -> Tried:
    where = f"{text.path}:{text.line_at(mistake.at)}"
    return Tried(mistake.kind, where, text.lang, mistake.said, noticed)


def report(every: list[Tried]) -> Iterator[str]:
    """What was not noticed, line by line, then the counts by kind and language."""
    for each in every:
        if not each.noticed:
            yield f"{each.where}: {each.kind}: {each.said}"
    yield from ("", "| Mistake | English | Chinese |", "|---|---|---|")
    made = Counter((each.kind, each.lang) for each in every)
    met = Counter((each.kind, each.lang) for each in every if each.noticed)
    for kind in dict.fromkeys(each.kind for each in every):
        cells = (f"{met[kind, lang]:,} of {made[kind, lang]:,}" for lang in ("en", "zh"))
        yield f"| {kind} | {' | '.join(cells)} |"
    yield f"\n{met.total():,} of {made.total():,} noticed, {100 * met.total() / made.total():.1f} %"


if __name__ == "__main__":
    notices = tuple(path.parent.name for path in ROOT.glob("docs/*/form.en.toml"))
    sys.stdout.writelines(f"{line}\n" for line in report(list(tried(read(ROOT, notices)))))

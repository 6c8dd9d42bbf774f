"""Checks the days that a notice has for calendars: each is one of its rules or its law, and has its words."""

from collections.abc import Iterable, Iterator, Mapping

from overrides.hooks.read.answers_given import Given
from overrides.hooks.read.library import Library
from overrides.hooks.read.rules import Loaded, programmes
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text, hint, missing
from overrides.hooks.render.calendars.entry import ANSWERS, SLOTS
from overrides.hooks.render.calendars.macro import WORDS
from overrides.hooks.render.run_macros import SLOT

NAMES = ("name", "about", "link")
TEXTS = ("title", "text")
# What a reader presses to take a day of their own along.
BUTTON = "button"
PROGRAMME_DAYS = ("first_day", "last_day")


def calendars(library: Library, of: Loaded, given: Given) -> Iterator[Problem]:
    """What is wrong in the files of one notice, or that they are missing though its rules have due days."""
    name = f"{of.id}/{WORDS}"
    if name in library.tables:
        for table in library.tables[name].values():
            yield from _calendar(table, of, given)
    elif of.notice.due:
        said = f'this file is missing: the rules say when "{min(of.notice.due)}" is due'
        yield missing(f"docs/{name}.en.toml", said)


def _calendar(table: Table, of: Loaded, given: Given) -> Iterator[Problem]:
    known = _known(of)
    for key in table.data:
        if key not in (*NAMES, *known, ANSWERS):
            said = f'unknown part "{key}"{hint(key, (*NAMES, *known, ANSWERS))}'
            yield table.problem(said, key, *_header(table.data[key]))
    for key in NAMES:
        if not isinstance(table.data.get(key), str):
            yield table.problem(f'no "{key}"; write {key} = "…"', key)
    for part, (kind, ids) in known.items():
        for id, texts in table.data.get(part, {}).items():
            if id not in ids:
                yield table.problem(f'there is no {kind} "{id}"{hint(id, ids)}', part, id)
            else:
                yield from _texts(table, (part, id), texts, TEXTS, SLOTS[part])
    for id in of.notice.due:
        if id not in table.data.get("months", {}):
            yield table.problem(f'no words for "{id}", of which the rules say when it is due', "months", id)
    yield from _answers(table, of, given)


def _known(of: Loaded) -> Mapping[str, tuple[str, Iterable[str]]]:
    """What can stand under each part: how it is called, and the ids of this notice's rules and law."""
    parameters = of.law.parameters
    named = [
        id for id, dated in parameters.items() if any(value.unit == "date" for value in dated.in_force())
    ]
    return {
        "months": ("due day of the rules", tuple(of.notice.due)),
        "begins": ("parameter", tuple(parameters)),
        "days": ("parameter that names a day", named),
        "programmes": ("day of a programme", PROGRAMME_DAYS if programmes(of.law) else ()),
    }


def _answers(table: Table, of: Loaded, given: Given) -> Iterator[Problem]:
    """The reader's own days: a finding, and below it the figure of it that is the day."""
    codes = [code.value for code in of.codes]
    questions = [question.id for question in of.questions]
    for code, by_figure in table.data.get(ANSWERS, {}).items():
        if code not in codes:
            under = (ANSWERS, code, *_header(by_figure))
            yield table.problem(f'there is no finding "{code}"{hint(code, codes)}', *under)
            continue
        has = given.findings.get(code)
        for figure, texts in by_figure.items():
            under = (ANSWERS, code, figure)
            if has is None:  # no answer gives it, or it is not known what answers give
                yield from _texts(table, under, texts, (*TEXTS, BUTTON), None)
            elif figure not in has:
                said = f'not every finding "{code}" has a figure "{figure}"{hint(figure, has)}'
                yield table.problem(said, *under)
            else:
                yield from _texts(table, under, texts, (*TEXTS, BUTTON), (*has, *questions))


def _header(value: object) -> tuple[str, ...]:
    """What follows a name in the [name.other] that it first stands in."""
    return (next(iter(value)),) if isinstance(value, Mapping) and value else ()


def _texts(
    table: Table,
    under: tuple[str, ...],
    texts: object,
    wanted: Iterable[str],
    slots: Iterable[str] | None,
) -> Iterator[Problem]:
    """Every text that is wanted and no other, each filled in with what there is, where that is known."""
    given = texts if isinstance(texts, Mapping) else {}
    for key in wanted:
        if key not in given:
            yield table.problem(f'no "{key}" under [{".".join(under)}]; write {key} = "…"', *under)
    for key, words in given.items():
        if key not in wanted:
            yield table.problem(f'nobody reads "{key}" here{hint(key, wanted)}', *under, key)
            continue
        if slots is None:
            continue
        text = Text(str(words), table.path, table.line(*under, key))
        for slot in sorted(set(SLOT.findall(text.words)) - set(slots)):
            yield text.problem(f'"{{{slot}}}" is nothing that can be filled in here{hint(slot, slots)}')

"""Every check of the writers' files, all problems at once."""

from collections.abc import Iterator, Mapping
from itertools import chain, permutations
from types import MappingProxyType

from overrides.hooks.check import (
    answers,
    brackets,
    calendar,
    changes,
    front_matter,
    names,
    prose,
    redirects,
    searched,
    steps,
    steps_file,
    twins,
)  # fmt: skip
from overrides.hooks.check.meaning import NAMES, meaning_problems
from overrides.hooks.check.prose import Glossary
from overrides.hooks.read.calls import Call, Macros, read, run
from overrides.hooks.read.files import LANGUAGES, Document
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text, WordsError
from overrides.hooks.read.tree import Tree
from overrides.hooks.render import run_macros, said
from overrides.hooks.render.context import MacroError, Place, Site
from overrides.hooks.render.form import form
from overrides.hooks.render.payroll import payroll

MAY_HAVE_MACROS = ("findings", "form", "calendar", "steps", "changes", "payroll", "reasons")
NO_TREES: Mapping[str, Tree] = MappingProxyType({})
LINKED_FILE = (".md", ".html")


def check(site: Site, trees: Mapping[str, Tree] = NO_TREES) -> None:
    """Raise WordsError with everything an author has to mend; `trees` by notice."""
    problems = [*_all(site), *chain.from_iterable(steps.steps(site, tree) for tree in trees.values())]
    problems += meaning_problems(site.library, problems)
    if problems:
        raise WordsError(problems)


def _all(site: Site) -> Iterator[Problem]:
    library = site.library
    glossaries = {folder: Glossary(library.terms(folder)) for folder in ("", *site.notices)}

    def glossary(name: str) -> Glossary:
        return glossaries.get(name.partition("/")[0], glossaries[""])

    yield from names.names(library, site.laws.values(), list(site.notices.values()))
    for id, notice in site.notices.items():
        yield from answers.notice(library, notice, site.given[id])
        yield from calendar.calendars(library, notice, site.given[id])
        yield from changes.changes(library, id)
    yield from redirects.redirects(library)
    yield from searched.searched(library)
    for name, pair in library.pages.items():
        yield from _twins(pair, {lang: site.place(name, lang) for lang in LANGUAGES}, glossary(name))
    for name, pair in library.outcomes.items():
        page = f"{name.split('/')[0]}/index"
        if page in library.pages:
            places = {lang: site.place(page, lang).answer() for lang in LANGUAGES}
            yield from _twins(pair, places, glossary(name))
    for name, tables in library.tables.items():
        if name.rpartition("/")[2] not in names.ALL_KEYS_CHECKED:
            for one, other in permutations(tables.values()):
                yield from twins.tables(one, other)
        for table in tables.values():
            yield from twins.not_texts(table)
            yield from _table(table, name, site, glossary(name))


def _twins(
    pair: Mapping[str, Document], places: Mapping[str, Place], glossary: Glossary
) -> Iterator[Problem]:
    calls: dict[str, list[Call]] = {}
    faults: list[Problem] = []
    for lang, document in pair.items():
        calls[document.path], unread = _calls(document.body, places[lang])
        faults += unread
        yield from _document(document, places[lang], glossary)
    yield from faults
    if not faults:  # a misspelt macro would be reported again as missing in the twin
        yield from twins.documents(pair["en"], pair["zh"], calls)


def _macros(place: Place) -> Macros:
    return run_macros.macros(place, lambda _place: "")


def _calls(text: Text, place: Place, known: Macros | None = None) -> tuple[list[Call], list[Problem]]:
    """The macro calls of a text, with what is wrong with how they are written and what they say when run."""
    macros = {**(known or _macros(place))}
    calls, unread = read(text, macros)
    if place.notice is None:
        macros["calculator"] = lambda: form(place)
        macros["payroll"] = lambda: payroll(place)
    faults = (_fault(call, macros) for call in calls)
    complaints = [
        text.problem_below(fault, call.line - text.line)
        for call, fault in zip(calls, faults, strict=True)
        if fault
    ]
    return calls, [*unread, *complaints]


def _fault(call: Call, macros: Macros) -> str:
    """What a macro says when it is run, "" where it has nothing to complain of."""
    try:
        call.run(macros)
    except MacroError as error:
        return str(error)
    except KeyError as error:  # a word that the macro itself needs
        return f"{call} finds no text for {error} in docs/labels or docs/interface"
    return ""


def _document(document: Document, place: Place, glossary: Glossary) -> Iterator[Problem]:
    for section in document.sections():
        if section.level and not section.id:
            yield section.text.problem("a heading without id; write {#…} after it, the same in the twin")
    yield from prose.problems(document.body, glossary)
    known = place.own_law.parameters if place.own_law else {}
    in_force = {id: dated.in_force() for id, dated in known.items()}
    yield from prose.bounded_twice(
        document.body, {id: values[-1].bound for id, values in in_force.items() if values}
    )
    yield from brackets.nested(_as_shown(document.body, place))
    yield from front_matter.problems(document, place)
    for key in document.meta:
        if key in twins.TEXTS:
            text = document.said(key)
            yield from prose.problems(text, glossary)
            yield from brackets.nested(_as_shown(text, place))
        if key in (*twins.TEXTS, *twins.LIFE):
            yield from _calls(document.said(key), place, said.macros(place))[1]
    if place.in_answer:
        yield from _linked_files(document.body)
        for label, _ in document.labels():
            yield from prose.problems(label, glossary)


def _linked_files(body: Text) -> Iterator[Problem]:
    for target, at in twins.targets(body.words):
        if target.split("#")[0].endswith(LINKED_FILE):
            said = f'the text of an answer is no page; link with {{{{ link("…") }}}} and not to {target}'
            yield body.problem(said, at)


def _as_shown(text: Text, place: Place) -> Text:
    """The text with what its macros give, each on its line; where one fails, with nothing."""
    macros = _macros(place)

    def shown(call: Call) -> str:
        return said.given(call, macros).replace("\n", " ")

    return text.shown_as(run(run_macros.cited_together(text.words), shown, keep_lines=True))


def _table(table: Table, name: str, site: Site, glossary: Glossary) -> Iterator[Problem]:
    """The texts of a TOML file: their words, and the macros in those that may have them."""
    folder, _, kind = name.rpartition("/")
    page = f"{folder}/index" if f"{folder}/index" in site.library.pages else next(iter(site.library.pages))
    place = site.place(page, table.lang).answer()
    for keys, text in table.texts():
        if kind == "steps" and keys[0] in steps_file.DAYS:
            continue  # replies as a program gives them, which readers do not see
        yield from brackets.nested(_as_shown(text, place), within=kind == "sources")
        if kind not in NAMES:  # which carry digits by nature
            yield from prose.problems(text, glossary)
        if kind in MAY_HAVE_MACROS:
            yield from _calls(text, place)[1]

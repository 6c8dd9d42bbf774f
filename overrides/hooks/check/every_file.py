"""Every check of the writers' files, all problems at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations

import jinja2
from overrides.hooks.check import answers, front_matter, prose, twins
from overrides.hooks.read.calls import Call, environment, read
from overrides.hooks.read.files import LANGUAGES, Document, Problem, Table, WordsError
from overrides.hooks.render import run_macros
from overrides.hooks.render.context import MacroError, Place, Site
from overrides.hooks.render.form import form

# Names of provisions and programmes carry digits by nature.
NAMES = frozenset({"sources", "programmes"})
MAY_HAVE_MACROS = ("findings", "form")
BRACES = re.compile(r"\{\{.*?\}\}|\{##.*?##\}", re.DOTALL)
LINKED_FILE = (".md", ".html")


def check(site: Site) -> None:
    """Raise WordsError with everything an author has to mend."""
    problems = list(_all(site))
    if problems:
        raise WordsError(problems)


def _all(site: Site) -> Iterator[Problem]:
    glossary = prose.Glossary(site.library.glossary.data)
    laws = [site.law, *(notice.law for notice in site.notices.values())]
    yield from answers.names(site.library, laws)
    for notice in site.notices.values():
        yield from answers.notice(site.library, notice)
    for name, pair in site.library.pages.items():
        places = {lang: site.place(name, lang) for lang in LANGUAGES}
        yield from _twins(pair, places, glossary)
    for name, pair in site.library.outcomes.items():
        page = f"{name.split('/')[0]}/index"
        if page in site.library.pages:
            yield from _twins(pair, {lang: site.place(page, lang).answer() for lang in LANGUAGES}, glossary)
    for name, tables in site.library.tables.items():
        if name not in answers.ALL_KEYS_CHECKED:
            for one, other in permutations(tables.values()):
                yield from twins.tables(one, other)
        for table in tables.values():
            yield from twins.not_texts(table)
            yield from _table(table, name, site, glossary)


def _twins(
    pair: Mapping[str, Document], places: Mapping[str, Place], glossary: prose.Glossary
) -> Iterator[Problem]:
    calls: dict[str, list[Call]] = {}
    faults: list[Problem] = []
    for lang, document in pair.items():
        macros = _macros(places[lang])
        calls[document.path], unread = read(document.body, document.path, document.line, macros)
        faults += [*unread, *_run(calls[document.path], document.path, places[lang])]
        yield from _document(document, places[lang], glossary)
    yield from faults
    if not faults:  # a misspelt macro would be reported again as missing in the twin
        yield from twins.documents(pair["en"], pair["zh"], calls)


def _macros(place: Place) -> dict[str, Callable[..., str]]:
    return run_macros.macros(place, lambda _place: "")


def _run(calls: list[Call], path: str, place: Place) -> Iterator[Problem]:
    """What the macros say when they are run."""
    macros = _macros(place)
    if place.notice is None:
        macros["calculator"] = lambda: form(place)
    for call in calls:
        try:
            macros[call.name](*call.args, **dict(call.kwargs))
        except MacroError as error:
            yield Problem(path, call.line, str(error))
        except KeyError as error:  # a word that the macro itself needs
            yield Problem(
                path, call.line, f"{call} finds no text for {error} in docs/labels or docs/interface"
            )


def _document(document: Document, place: Place, glossary: prose.Glossary) -> Iterator[Problem]:
    for section in document.sections():
        if section.level and not section.id:
            yield Problem(
                document.path, section.line, "a heading without id; write {#…} after it, the same in the twin"
            )
    yield from prose.problems(document.body, document.path, document.line, document.lang, glossary)
    bounds = {
        id: dated.in_force()[-1].bound for id, dated in place.law.parameters.items() if dated.in_force()
    }
    yield from prose.bounded_twice(document.body, document.path, document.line, bounds)
    yield from prose.nested(_as_shown(document.body, place), document.path, document.line)
    yield from front_matter.problems(document, place)
    for key, value in document.meta.items():
        if key in twins.TEXTS:
            number = document.meta_line(key)
            yield from prose.problems(str(value), document.path, number, document.lang, glossary)
            yield from prose.nested(_as_shown(str(value), place), document.path, number)
            calls, found = read(str(value), document.path, number, _macros(place))
            yield from found
            yield from _run(calls, document.path, place)
    if place.in_answer:
        for target, offset in twins.targets(document.body):
            if target.split("#")[0].endswith(LINKED_FILE):
                said = f'the text of an answer is no page; link with {{{{ link("…") }}}} and not to {target}'
                yield Problem(document.path, document.line + offset, said)


def _as_shown(text: str, place: Place) -> str:
    """The text with what its macros give, each on its line; where one fails, with nothing."""
    macros = _macros(place)

    def given(braces: re.Match[str]) -> str:
        try:
            made = environment().from_string(braces[0]).render(macros).replace("\n", " ")
        except (MacroError, KeyError, TypeError, jinja2.TemplateError):  # said where the macros are checked
            made = ""
        return made + "\n" * braces[0].count("\n")

    return BRACES.sub(given, run_macros.cited_together(text))


def _table(table: Table, name: str, site: Site, glossary: prose.Glossary) -> Iterator[Problem]:
    """The texts of a TOML file: their words, and the macros in those that may have them."""
    folder, _, kind = name.rpartition("/")
    page = f"{folder}/index" if f"{folder}/index" in site.library.pages else next(iter(site.library.pages))
    place = site.place(page, table.lang).answer()
    for keys, text in table.texts():
        line = table.line(*keys)
        yield from prose.nested(_as_shown(text, place), table.path, line, within=name == "sources")
        if name not in NAMES:
            yield from prose.problems(text, table.path, line, table.lang, glossary)
        if kind in MAY_HAVE_MACROS:
            calls, found = read(text, table.path, line, _macros(place))
            yield from found
            yield from _run(calls, table.path, place)

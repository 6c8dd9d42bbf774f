"""The words beside a page with a payroll, and what columns and replies of a file are called."""

from collections.abc import Mapping, Sequence
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.templates import column
from overrides.hooks.render import run_macros
from overrides.hooks.render.context import MacroError, Place
from overrides.hooks.render.form import questions

# The table of words beside the page.
PAGE_WORDS = "payroll"
CALL = "{{"


def words_beside(place: Place, name: str) -> Mapping[str, Any]:
    """One of the tables of words beside the page, with its figures."""
    table = f"{place.page.partition('/')[0]}/{name}"
    if table not in place.site.library.tables:
        raise MacroError(f"payroll() needs docs/{table}.{place.lang}.toml")
    return _filled(place.site.library.tables[table][place.lang].data, place)


def _filled(words: Mapping[str, Any], place: Place) -> dict[str, Any]:
    return {
        key: _filled(each, place) if isinstance(each, Mapping) else _line(each, place)
        for key, each in words.items()
    }


def _line(words: str, place: Place) -> str:
    return run_macros.plain(words, place) if CALL in words else words


def names(place: Place) -> dict[str, Any]:
    """What columns are called."""
    listed, site = _listed(place), place.site
    ours = [words_beside(site.place(place.page, lang), PAGE_WORDS)["columns"] for lang in LANGUAGES]
    others = listed.get("columns", {})
    columns = {id: [*(each[id] for each in ours), *words] for id, words in others.items()}
    return {"columns": columns, "beside": listed.get("beside", []), "examples": _examples(place, ours)}


def _examples(place: Place, ours: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """The workers of the files to fill in, language by language: their rows are to be deleted."""
    templates, folder = place.site.library.templates, _folder(place)
    found = (
        column(templates.get(f"{folder}/{lang}", []), names["worker_id"])
        for lang, names in zip(LANGUAGES, ours, strict=True)
    )
    return [workers for workers in found if workers]


def replies(place: Place, notice: Loaded) -> dict[str, dict[str, str]]:
    """Replies in words to their codes, by question: a file may have either language."""
    listed, found = _listed(place).get("replies", {}), dict[str, dict[str, str]]()
    for lang in LANGUAGES:
        for question in questions(place.site.place(place.page, lang), notice):
            if question["choices"]:
                id = question["id"]
                others = listed.get(id, listed.get(question["kind"], {}))
                said = {word: reply for reply, words in others.items() for word in words}
                ours = {label: reply for reply, label in question["choices"]}
                found[id] = {**said, **found.get(id, {}), **ours}
    return found


def _folder(place: Place) -> str:
    return place.page.partition("/")[0]


def _listed(place: Place) -> Mapping[str, Any]:
    columns, folder = place.site.library.columns, _folder(place)
    return columns[folder].data if folder in columns else {}

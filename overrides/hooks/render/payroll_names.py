"""What columns and replies of a payroll file are called: our words and other people's."""

from collections.abc import Mapping
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render.context import Place
from overrides.hooks.render.form import questions


def names(place: Place) -> dict[str, Any]:
    """What columns are called."""
    library, folder, listed = place.site.library, _folder(place), _listed(place)
    ours = [library.tables[f"{folder}/payroll"][lang].data["columns"] for lang in LANGUAGES]
    others = listed.get("columns", {})
    columns = {id: [*(each[id] for each in ours), *words] for id, words in others.items()}
    return {"columns": columns, "beside": listed.get("beside", [])}


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

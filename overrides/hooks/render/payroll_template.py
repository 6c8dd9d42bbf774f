"""What the workbook to fill in says of its columns, in the words of the questions behind them."""

from collections.abc import Mapping
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import CONTRIBUTIONS
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.form import questions
from overrides.hooks.render.payroll import asked
from overrides.hooks.render.payroll_names import PAGE_WORDS, names, words_beside

CHOICES = ("choice", "yes_no")
HEADINGS = ("column", "takes", "may_be_empty", "choices")


def templates(site: Site) -> dict[str, dict[str, dict[str, Any]]]:
    """By folder and language what `template` gives, where a folder has the words."""
    folders = [folder for folder in site.library.columns if f"{folder}/{PAGE_WORDS}" in site.library.tables]
    return {
        folder: {lang: template(site.place(f"{folder}/index", lang)) for lang in LANGUAGES}
        for folder in folders
        if CONTRIBUTIONS in site.notices
    }


def template(place: Place) -> dict[str, Any]:
    """The names of both sheets, the headings of the second, and what it says of a column by its name."""
    notice, words = place.site.notices[CONTRIBUTIONS], words_beside(place, PAGE_WORDS)
    # a row is a month of `contributions`: what the page says of a worker typed by hand does not hold for it
    asked_of = {**asked(place, notice, words), **{each["id"]: each for each in questions(place, notice)}}
    said = words["template"]
    may_be_unknown = {question.id for question in notice.questions if question.may_be_unknown}

    def column(id: str) -> dict[str, Any]:
        question, own = asked_of.get(id, {}), said["takes_own"].get(id)
        # a day has a choice in the form, for who does not know it
        choices = [label for _, label in question["choices"]] if question.get("kind") in CHOICES else []
        empty = "yes" if own else "unknown" if id in may_be_unknown else "sometimes" if choices else "no"
        return {
            "takes": own or _takes(question, place),
            "may_be_empty": said["empty"][empty],
            "choices": choices,
        }

    return {
        "rows": said["rows"],
        "explained": said["explained"],
        "headings": [said[key] for key in HEADINGS],
        "columns": {words["columns"][id]: column(id) for id in names(place)["columns"]},
    }


def _takes(question: Mapping[str, Any], place: Place) -> str:
    between = "" if place.lang == "zh" else " "
    return between.join(filter(None, (question["label"], question["hint"], question["form_hint"])))

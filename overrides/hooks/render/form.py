"""The calculator's form: gathers what overrides/calculator/calculator.html shows."""

from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.files import FINDING_PARTS, Document
from overrides.hooks.read.rules import (
    KINDS,
    NONE,
    Figure,
    Loaded,
    Month,
    Question,
    Source,
    figures,
    phone,
)  # fmt: skip
from overrides.hooks.render import html, inline_macros, run_macros
from overrides.hooks.render.context import MacroError, Place
from overrides.hooks.render.days import law_as_at_marked
from overrides.hooks.render.templates import html as made_by

PHONE = "{phone}"
# Markdown knows our element as no block of its own, and would put a paragraph around it.
BLOCK = Markup("<div>\n{}\n</div>")


def form(place: Place) -> Markup:
    """The form of the page's notice, with every text an answer can need."""
    if place.notice is None:
        raise MacroError("calculator() belongs to a page whose front matter names its notice")
    return BLOCK.format(made_by("calculator/calculator.html", **context(place, place.notice)))


def context(place: Place, notice: Loaded) -> dict[str, Any]:
    """What the template reads: questions, texts by code, sources and names, addresses from this page."""
    findings = place.words(f"{notice.id}/findings")
    words, labels, names = (place.words(table) for table in ("interface", "sources", "parameters"))
    sections = place.words("sections")
    named = needed(notice, place.site.given[notice.id])
    outcomes = place.site.library.outcomes_of(notice.id, place.lang)
    return {
        "notice": notice.id,
        "lang": place.lang,
        "words": words,
        "questions": questions(place, notice),
        "outcomes": {code: _outcome(text, place) for code, text in outcomes.items()},
        **{part: run_macros.findings(findings.get(part, {}), place) for part in FINDING_PARTS},
        "sources": {
            source.id: {**_source(source, labels), "section": sections.get(source.id, "")}
            for source in place.law.sources.values()
            if source.id in named.sources
        },
        "parameters": {id: name for id, name in names.items() if id in named.figures},
        "disclaimer_url": inline_macros.link(place.answer(), "disclaimer"),
        **_other_ways(place, notice),
        "law_as_at": law_as_at_marked(place),
        **ask(place, notice),
    }


def _other_ways(place: Place, notice: Loaded) -> dict[str, str]:
    """Where the rules in words and the way without a script are: on the notice's page, or below it."""
    at, page = f"#{place.words('interface')['by_hand_id']}", f"{notice.id}/index"
    home = "" if place.page == page else inline_macros.link(place.answer(), page)
    return {"by_hand_url": f"{home}{at}", "steps_url": f"{home}steps/"}


def ask(place: Place, notice: Loaded) -> dict[str, str]:
    """Whom to ask where the calculator cannot answer: the number, and the words around it."""
    before, _, after = place.words(f"{notice.id}/form")["ask"]["words"].partition(PHONE)
    return {"ask_before": before, "phone": figures.text(phone(notice), place.lang), "ask_after": after}


def _source(source: Source, labels: Mapping[str, str]) -> dict[str, str]:
    return {
        "label": labels[source.id],
        "url": source.url,
        "document": source.document,
        "confidence": source.confidence,
        "standing": html.standing(source),
    }


def _outcome(document: Document, place: Place) -> dict[str, Any]:
    tone = str(document.meta.get("tone", "info"))
    return {
        "html": run_macros.answer(document, place),
        "tone": tone,
        "title": run_macros.title(document, place),
        "figures": document.figures,
    }


def questions(place: Place, notice: Loaded) -> list[dict[str, Any]]:
    """The questions in the order of the form, in the words of this place."""
    return [_question(question, place, notice) for question in notice.questions]


def _question(question: Question, place: Place, notice: Loaded) -> dict[str, Any]:
    words, said = place.words("interface"), place.words(f"{notice.id}/form")["questions"][question.id]
    kind = KINDS[question.kind]
    offered = [*question.choices, *([NONE] if kind.control == "checkboxes" else [])]
    offered += ["unknown"] if question.may_be_unknown else []
    usual = {reply: words[reply] for reply in ("yes", "no", "unknown", NONE) if reply in offered}
    labels = {**usual, **said.get("choices", {})}
    return {
        "id": question.id,
        "kind": question.kind,
        "control": kind.control,
        "mode": kind.mode,
        "picker": kind.picker,
        "form_hint": form_hint(kind.picker, place),
        "missing": kind.missing,
        "codes": notice.errors(question),
        "dates_the_answer": question.id == notice.notice.day,
        "label": run_macros.plain(said["label"], place.answer()),
        "hint": run_macros.plain(said.get("hint", ""), place.answer()),
        "what_if": said.get("what_if", ""),
        "choices": [(choice, labels[choice]) for choice in offered],
        "errors": {
            code: run_macros.plain(text, place.answer()) for code, text in said.get("errors", {}).items()
        },
    }


def form_hint(picker: str, place: Place) -> str:
    """How a day or a month can be written; nothing for what is no day.

    The example is the last day of the month of the last check: nobody takes it for one with its month first.
    """
    if not picker:
        return ""
    checked = place.law.as_at
    month = Month(checked.year, checked.month)
    last = checked.replace(day=monthrange(checked.year, checked.month)[1])
    written, shown = {
        "date": (f"{last.day}/{last.month}/{last.year}", Figure(last, "date")),
        "month": (f"{month.number}/{month.year}", Figure(month, "month")),
    }[picker]
    words: str = place.words("interface")[f"{picker}_hint"]
    return words.format(figures=written, words=figures.text(shown, place.lang))

"""The calculator's form: gathers what overrides/calculator/calculator.html shows."""

from collections.abc import Mapping
from html import unescape
from pathlib import Path
from re import search
from typing import Any

import jinja2
from calculator.engine import figures
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.replies import NONE
from overrides.hooks import inline, marks, render
from overrides.hooks.calls import environment
from overrides.hooks.place import MacroError, Place
from overrides.hooks.words import FINDING_PARTS, Document

TEMPLATES = jinja2.FileSystemLoader(Path(__file__).parents[1])


def form(place: Place) -> str:
    """The form of the page's notice, with every text an answer can need."""
    if place.notice is None:
        raise MacroError("calculator() belongs to a page whose front matter names its notice")
    template = environment(TEMPLATES).get_template("calculator/calculator.html")
    return template.render(context(place))


def context(place: Place) -> dict[str, Any]:
    """What the template reads: questions, texts by code, sources and names, addresses from this page."""
    notice = place.notice
    assert notice is not None  # noqa: S101 - form() has checked it
    findings = place.words(f"{notice.id}/findings")
    words = place.words("interface")
    labels = place.words("sources")
    phone = place.law.history(notice.notice.phone)[-1]
    return {
        "notice": notice.id,
        "lang": place.lang,
        "words": words,
        "questions": [_question(question, place) for question in notice.questions],
        "outcomes": {code: _outcome(text, place) for code, text in _outcomes(place).items()},
        **{part: render.sentences(findings.get(part, {}), place) for part in FINDING_PARTS},
        "sources": {
            source.id: {
                "label": labels[source.id],
                "url": source.url,
                "document": source.document,
                "confidence": source.confidence,
                "standing": marks.standing(source),
            }
            for source in place.law.sources.values()
        },
        "parameters": place.words("parameters"),
        "disclaimer_url": inline.link(place.answer(), "disclaimer"),
        "law_as_at": words["law_as_at"].format(date=marks.plain_day(place.law.as_at, place.lang)),
        "careline": figures.text(phone, place.lang),
    }


def _outcomes(place: Place) -> Mapping[str, Document]:
    assert place.notice is not None  # noqa: S101 - form() has checked it
    return place.site.library.outcomes_of(place.notice.id, place.lang)


def _outcome(document: Document, place: Place) -> dict[str, str]:
    html = render.answer(document, place)
    first = search(r"<p>(.*?)</p>", html)
    # A first sentence with figures of the decision cannot stand for another one: it needs a title of its own
    title = document.meta.get("title") or (unescape(render.TAG.sub("", first[1])) if first else "")
    return {"html": html, "tone": str(document.meta.get("tone", "info")), "title": str(title)}


def _question(question: Question, place: Place) -> dict[str, Any]:
    assert place.notice is not None  # noqa: S101 - form() has checked it
    words, texts = place.words("interface"), place.words(f"{place.notice.id}/form")["questions"][question.id]
    kind = KINDS[question.kind]
    offered = [*question.choices, *([NONE] if kind.control == "checkboxes" else [])]
    offered += ["unknown"] if question.may_be_unknown else []
    usual = {reply: words[reply] for reply in ("yes", "no", "unknown", NONE) if reply in offered}
    labels = {**usual, **texts.get("choices", {})}
    return {
        "id": question.id,
        "kind": question.kind,
        "control": kind.control,
        "mode": kind.mode,
        "missing": kind.missing,
        "codes": place.notice.errors(question),
        "dates_the_answer": question.id == place.notice.notice.day,
        "label": render.plain(texts["label"], place.answer()),
        "hint": render.plain(texts.get("hint", ""), place.answer()),
        "what_if": texts.get("what_if", ""),
        "choices": [(choice, labels[choice]) for choice in offered],
        "errors": texts.get("errors", {}),
    }

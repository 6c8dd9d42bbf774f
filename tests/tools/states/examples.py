"""The examples that lie beside each part of the calculator, as a notice of their own."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from calculator.engine import figures
from calculator.engine.asking.bounds import Between
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.replies import NONE
from calculator.engine.decision import Figure
from overrides.hooks.read.files import FINDING_PARTS, LANGUAGES
from overrides.hooks.render.context import Place
from overrides.hooks.render.form import form_hint
from overrides.hooks.render.run_macros import findings, sentence

PARTS = Path(__file__).parents[3] / "overrides" / "calculator"
NAME = "examples.toml"
PARAGRAPH = Markup("<p>{}</p>")


def read() -> dict[str, dict[str, Any]]:
    """Every part's examples, by the part's name."""
    found = sorted(PARTS.glob(f"*/{NAME}"))
    return {path.parent.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in found}


def localized(value: Any, lang: str) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """The same with the words of one language wherever both stand, and figures as the rules give them."""
    if isinstance(value, Mapping):
        if value and value.keys() <= set(LANGUAGES):
            return value[lang]
        if len(value) == 1 and (unit := next(iter(value))) in figures.UNITS:
            shown = Figure(value[unit], unit)
            return {"value": figures.value(shown.amount), "text": figures.text(shown, lang)}
        return {key: localized(each, lang) for key, each in value.items()}
    return [localized(each, lang) for each in value] if isinstance(value, list) else value


def context(examples: Mapping[str, Mapping[str, Any]], place: Place) -> dict[str, Any]:
    """What the calculator's template reads of a notice, made of examples."""
    found = localized(examples, place.lang)
    texts = found["answer"]
    outcomes = {
        code: {
            "title": "",
            **each,
            "figures": _labelled(each.get("key", ())),
            "html": PARAGRAPH.format(sentence(each["text"], place)),
        }
        for code, each in texts["outcomes"].items()
    }
    sources = {
        id: {"label": label, "url": "https://example.com/", "confidence": "P", "standing": id, "section": ""}
        for id, label in texts["sources"].items()
    }
    questions = [_question(id, each, place) for id, each in found["question"]["questions"].items()]
    return {
        "notice": "examples",
        "questions": questions,
        "outcomes": outcomes,
        **{part: findings(texts.get(part, {}), place) for part in FINDING_PARTS},
        "sources": sources,
        "parameters": {},
    }


def _labelled(figures: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Key figures by their labels."""
    return {each["label"]: each["figure"] for each in figures}


def _question(id: str, example: Mapping[str, Any], place: Place) -> dict[str, Any]:
    words, kind = place.words("interface"), KINDS[example["kind"]]
    usual = {reply: words[reply] for reply in ("yes", "no", "unknown", NONE)}
    labels = {**usual, **example.get("labels", {})}
    return {
        "id": id,
        "control": kind.control,
        "mode": kind.mode,
        "picker": kind.picker,
        "form_hint": form_hint(kind.picker, place),
        "missing": kind.missing,
        "codes": (*kind.errors, "not_text"),
        "dates_the_answer": False,
        "hint": "",
        "what_if": "",
        "errors": {},
        **example,
        "choices": [(choice, labels[choice]) for choice in example.get("choices", ())],
    }


def question(id: str, example: Mapping[str, Any]) -> Question:
    """A question as the engine has it, which takes whatever can be read."""
    kind = KINDS[example["kind"]]
    return Question(id, example["kind"], (), may_be_unknown=False, within=kind.within or Between(0, 10**9))


def response(example: Mapping[str, Any]) -> dict[str, Any]:
    """A response of the rules from what an example says of it."""
    findings = [{"figures": {}, **finding} for finding in example.get("findings", ())]
    steps = [
        {
            **step,
            "parameters": [{**each, **each["amount"]} for each in step["parameters"]],
            "bands": [{"wage_up_to": None, **band} for band in step.get("bands", ())],
        }
        for step in example.get("steps", ())
    ]
    made = {"status": "decision", "outcome": example["outcome"], "asked": [], "findings": findings}
    return made | ({"steps": steps, "changes": example["changes"]} if "steps" in example else {})

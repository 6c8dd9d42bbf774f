"""The answers of the pages without a script: what the rules say there, and what stands for what varies."""

from collections.abc import Mapping
from typing import Any

from overrides.hooks.read.rules import Figure, figures
from overrides.hooks.read.tree import Leaf, Said
from overrides.hooks.render import run_macros
from overrides.hooks.render.steps.texts import Texts


def shown(leaf: Leaf, texts: Texts) -> dict[str, Any]:
    """An answer; what is `said` otherwise where its figures vary; the figures that say nothing then."""
    varying = {each.code for each in leaf.findings if each.varying}
    own = {code: words for code, words in texts.own.get("findings", {}).items() if code in varying}
    replies = {id for each in leaf.findings for id, _, by in each.follows if by == 0}
    return {
        "decision": response(leaf, texts),
        "said": {code: str(run_macros.sentence(words, texts.place)) for code, words in own.items()},
        "left_out": sorted(replies),
    }


def response(leaf: Leaf, texts: Texts) -> dict[str, Any]:
    """An answer as the page would get it from the rules; a figure that varies has words and no value."""
    known = {id: figures.text(figure, texts.lang) for id, figure in leaf.fixed.items()}
    return {
        "status": "decision",
        "outcome": leaf.outcome,
        "asked": [],
        "findings": [_finding(each, texts, known) for each in leaf.findings],
        "law_as_at": figures.value(texts.place.law.as_at),
        "read": {},
    }


def _finding(said: Said, texts: Texts, known: Mapping[str, str]) -> dict[str, Any]:
    follows = {id: texts.followed(fact, by) for id, fact, by in said.follows}
    varying = {
        id: {"value": "", "text": follows[id] if id in follows else _figure(id, texts, known)}
        for id in said.varying
    }
    fixed = {id: _shown(figure, texts.lang) for id, figure in said.figures}
    return {"code": said.code, "figures": {**fixed, **varying}, "sources": list(said.sources)}


def _shown(figure: Figure, lang: str) -> dict[str, str]:
    return {"value": figures.value(figure.amount), "text": figures.text(figure, lang)}


def _figure(id: str, texts: Texts, known: Mapping[str, str]) -> str:
    """The rule in words, in the place of a figure that is not the same for everyone."""
    words = run_macros.plain(texts.own.get("figures", {}).get(id, id), texts.place)
    return run_macros.SLOT.sub(lambda slot: known.get(slot[1], slot[0]), words)

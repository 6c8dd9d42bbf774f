"""The way without a script: pages of the first stage, their answers drawn by the calculator's component."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from overrides.hooks.assemble import node
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.plain.page import Frame, Page
from overrides.hooks.read.addresses import address, rebased, relative
from overrides.hooks.read.files import LANGUAGES

CACHE = ".cache/steps-drawn"
COMPONENT = "overrides/calculator/answer"
HELPERS = "overrides/assets/javascripts/page"
TOOL = "overrides/hooks/assemble/plain/answers.mjs"
ANSWER = "<!-- steps: answer -->"
# In a notice an answer stands below a section; here it is right below the title.
LEVELS = (("<h3", '<h3 aria-level="2"'), ("<h4", '<h4 aria-level="3"'))
CALCULATOR = re.compile(r"<notice-calculator\b.*?</notice-calculator>", re.DOTALL)

type Pages = list[dict[str, Any]]


def write(frame: Frame, steps: Mapping[str, Mapping[str, Pages]]) -> dict[str, int]:
    """Write every page; returns how many there are by notice, in each language."""
    every = [(notice, lang) for notice in steps for lang in LANGUAGES]
    for notice, lang in every:
        asked = {"calculator": _calculator(frame, notice, lang), "answers": _answers(steps[notice][lang])}
        left = iter(_drawn(frame.root, asked, f"{notice}-{lang}"))
        for page in steps[notice][lang]:
            body = _body(page, left, notice, lang)
            frame.write(Page(page["name"], page["title"], page["description"], body, page["indexed"]), lang)
    return {notice: len(steps[notice][LANGUAGES[0]]) for notice in steps}


def _drawn(root: Path, asked: Mapping[str, Any], name: str) -> list[str]:
    """The answers of a notice in one language, kept until they or what draws them change."""
    given = json.dumps([asked], ensure_ascii=False)
    digest = hashlib.sha256(given.encode())
    for script in sorted([root / TOOL, *(root / COMPONENT).rglob("*.js"), *(root / HELPERS).glob("*.js")]):
        digest.update(script.read_bytes())
    path = root / CACHE / f"{name}-{digest.hexdigest()[:16]}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{name}-*.json"):
            old.unlink(missing_ok=True)
        half = path.with_suffix(".half")
        half.write_text(node.ask(root, TOOL, given), encoding="utf-8")
        half.replace(path)
    (drawn,) = json.loads(path.read_text(encoding="utf-8"))
    return list(drawn)


def _answers(pages: Pages) -> list[Any]:
    return [page["response"] for page in pages if page["response"]]


def _calculator(frame: Frame, notice: str, lang: str) -> str:
    path = frame.site / address(f"{notice}/index", lang) / "index.html"
    found = CALCULATOR.search(path.read_text(encoding="utf-8"))
    if not found:
        raise AssembleError(f"there is no calculator in {path.relative_to(frame.site).as_posix()}")
    return found[0]


def _body(page: Mapping[str, Any], answers: Iterator[str], notice: str, lang: str) -> Markup:
    body: str = page["body"]
    if page["response"]:
        to_notice = relative(address(f"{notice}/index", lang), address(page["name"], lang))
        answer = rebased(next(answers), to_notice)
        for heading, levelled in LEVELS:
            answer = answer.replace(heading, levelled)
        body = body.replace(ANSWER, answer)
    return Markup(body)  # noqa: S704 - made by our templates and our component

"""Where the answers of the rules differ from what a case expects, each with its file and line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from calculator.engine.figures import LANGUAGES
from calculator.engine.law.reading.file import nearest
from overrides.hooks.read.raised import in_rules
from overrides.hooks.read.rules import Loaded
from tests.cases import Case, ask

ROOT = Path(__file__).parents[2]


def differences(case: Case, notice: Loaded) -> Iterator[str]:
    """Where an answer is not as a case has it, in either language; what both say is said once."""
    said: list[str] = []
    for lang in LANGUAGES:
        response = ask(case.request(lang))
        if response.get("status") == "failed":
            yield _raised(case, notice)
            return
        yield from _unknown_sources(case.notice, notice, response)
        said += _differ(case, notice, case.expected(lang), case.seen(response, lang))
    for line in dict.fromkeys(said):
        yield f"{case.place}: “{case.name}”: {line}"


def _differ(
    case: Case, notice: Loaded, expected: Mapping[str, Any], seen: Mapping[str, Any]
) -> Iterator[str]:
    questions = [question.id for question in notice.questions]
    asked = dict.fromkeys((*case.facts, *case.errors, case.question))
    if unknown := [id for id in asked if id and id not in questions]:
        yield from (f'there is no question "{id}"{nearest(id, questions)}' for id in unknown)
        return  # the rules are not asked what the case means
    if case.outcome and case.outcome not in notice.outcomes:
        yield f'there is no outcome "{case.outcome}"{nearest(case.outcome, notice.outcomes)}'
        return
    if expected["result"] != seen["result"]:
        yield f"expected {_result(case, expected['result'])}, the rules give {_result(case, seen['result'])}"
        return  # all else follows from it
    for part in ("figures", "texts"):
        wanted, found = expected[part], seen[part]
        for id in [id for id in wanted if wanted[id] != found[id]]:
            yield f'expected {id} = "{wanted[id]}", the rules give "{found[id]}"'
    codes = list(notice.codes)
    for part, text in (
        ("missing findings", "the answer has no finding"),
        ("unexpected findings", "the answer has the finding"),
    ):
        for id in seen[part]:
            yield f'{text} "{id}"{"" if id in codes else nearest(id, codes)}'
    for pair in seen["missing sources"]:
        code, _, id = pair.partition(": ")
        hint = "" if id in notice.law.sources else nearest(id, notice.law.sources)
        yield f'the finding "{code}" does not name the source "{id}"{hint}'


def _result(case: Case, result: object) -> str:
    if isinstance(result, dict):
        given = "; ".join(f"{id} refused as {code} ({case.facts.get(id, '')})" for id, code in result.items())
        return given or "nothing"
    return f'"{result}"'


def _unknown_sources(id: str, notice: Loaded, response: Mapping[str, Any]) -> Iterator[str]:
    """Sources that the rules name and no sources.toml has, where they are named."""
    known = notice.law.sources
    cited = {source for finding in response.get("findings", ()) for source in finding["sources"]}
    for source in sorted(cited - known.keys()):
        name = f"calculator/{id}/rules.py"
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        line = next((at for at, text in enumerate(lines, 1) if f'"{source}"' in text), 1)
        yield f'{name}:{line}: no source "{source}"{nearest(source, known) or "; add it to sources.toml"}'


def _raised(case: Case, notice: Loaded) -> str:
    """A mistake in Python, on the last line of the notice's rules that was reached."""
    said = "the rules fail, and not when asked again"
    try:
        notice.decision(case.facts)
    except Exception as error:  # noqa: BLE001 - whatever rules raise that are being written
        if problem := in_rules(error, notice, ROOT):
            return str(problem)
        said = f"{type(error).__name__}: {error}"
    return f"{case.place}: “{case.name}”: {said}"

"""One version of the project in a folder: its rules, asked in a process of their own, and its words."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("answers.py")
TESTS = Path(__file__).parents[1]
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# {figure} in a finding, {{ result("figure") }} in an outcome
SLOT = re.compile(r'\{\{ *result\("(\w+)"\) *\}\}|\{(\w+)\}')
LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")

type Response = Mapping[str, Any]


class RevisionError(ValueError):
    """Raised when git has no such revision, or the revision has no rules."""


def export(repository: Path, revision: str, into: Path) -> Path:
    """Put the rules and the words of a revision into a folder."""
    archive = into / "revision.tar"
    command = ["git", "archive", f"--output={archive}", revision, "calculator", "docs"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["git failed"])[-1]
        raise RevisionError(f'"{revision}" cannot be compared with: {reason}')
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    return into


@dataclass(frozen=True)
class Tree:
    """A folder with `calculator/` and `docs/`."""

    root: Path

    def paths(self, notice: str, samples: Mapping[str, Iterable[str]]) -> list[dict[str, str]]:
        """The facts of every path of the notice as this version walks it."""
        known = self.questions(notice)
        named = {known[id]: list(replies) for id, replies in samples.items() if id in known}
        (found,) = self._run([{"walk": notice, "samples": named}])
        present = {own: id for id, own in known.items()}
        return [{present[id]: reply for id, reply in given.items()} for given in found]

    def answers(self, notice: str, lang: str, cases: Iterable[Mapping[str, str]]) -> list[Response]:
        """The responses of this version, in the order of the cases."""
        known = self.questions(notice)
        asked = ({"notice": notice, "lang": lang, "facts": _known(facts, known)} for facts in cases)
        return self._run([{"ask": json.dumps(request)} for request in asked])

    def questions(self, notice: str) -> dict[str, str]:
        """Each question of this version by its present name: what was renamed since is in renamed.toml."""
        renamed = _toml(TESTS / notice / "renamed.toml")
        own = self._table(notice, "form.en").get("questions", {})
        return {renamed.get(id, id): id for id in own}

    def _run(self, lines: Iterable[Mapping[str, object]]) -> list[Any]:
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-P", SCRIPT],
            input="".join(f"{json.dumps(line)}\n" for line in lines),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RevisionError(f"the rules in {self.root.name} do not run: {done.stderr.splitlines()[-1]}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def headline(self, notice: str, lang: str, response: Response) -> str:
        """The outcome in the writers' words, the question, or the error codes."""
        if response["status"] == "decision":
            path = self.root / "docs" / notice / "outcomes" / f"{response['outcome']}.{lang}.md"
            body = FRONT_MATTER.sub("", path.read_text(encoding="utf-8")).strip() if path.is_file() else ""
            sentence = _filled(body.split("\n\n")[0], _figures(response["findings"]))
            return f"{response['outcome']}: {sentence}" if sentence else str(response["outcome"])
        if response["status"] == "question":
            label = (
                self._table(notice, f"form.{lang}")
                .get("questions", {})
                .get(response["question"], {})
                .get("label")
            )
            return f"? {response['question']}: {label}" if label else f"? {response['question']}"
        return " ".join(error["code"] for error in response.get("errors", ())) or str(response["status"])

    def finding(self, notice: str, lang: str, finding: Response) -> str:
        """A finding in the writers' words, with its figures and sources."""
        texts = self._table(notice, f"findings.{lang}")
        by_code = {code: text for part in texts.values() for code, text in part.items()}
        said = by_code.get(finding["code"], "")
        sentence = said if isinstance(said, str) else " / ".join(said.values())
        return f"{finding['code']}: {_filled(sentence, _figures([finding]))} [{' '.join(finding['sources'])}]"

    def _table(self, notice: str, name: str) -> Mapping[str, Any]:
        return _toml(self.root / "docs" / notice / f"{name}.toml")


@cache
def _toml(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _known(facts: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """The facts that a version can be given, under the names that it knows."""
    return {known[id]: reply for id, reply in facts.items() if id in known}


def _figures(findings: Iterable[Response]) -> dict[str, str]:
    return {id: figure["text"] for finding in findings for id, figure in finding["figures"].items()}


def _filled(text: str, figures: Mapping[str, str]) -> str:
    """A writer's text as one line without marks, its figures filled in."""
    filled = SLOT.sub(lambda slot: figures.get(slot[1] or slot[2], slot[0]), text)
    return " ".join(LINK.sub(r"\1", filled).split())

"""`make notice NAME=levy`: a notice in three folders, from the files in template/, which answers at once.

With BODY=hrdcorp it is about that body of law; a body that is not there yet is made, too. What is to be
written stands after a mark, with which no site is published (overrides/hooks/check/unwritten.py).
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from calculator.engine.asking.found import law_of
from overrides.hooks.check.unwritten import unwritten
from tests.tools.bodies import bodies
from tests.tools.new_notice.body import About, BodyError, about
from tests.tools.new_notice.names import refused

ROOT = Path(__file__).parents[3]
TEMPLATE = Path(__file__).parent / "template"
# What stands in the templates for the day of the last check of the law.
DAY = "1970-01-01"
ASK = re.compile(r"(?<=\[ask\]\n)(?:.+\n)+")


def new_notice(root: Path, name: str, body: str) -> list[Path]:
    """Write a new notice; returns its files. Raises BodyError with why it cannot be."""
    if said := refused(root, name):
        raise BodyError(said)
    found = about(root, body) if body in bodies() else None
    if found is None and (said := refused(root, body, "BODY") or _same(name, body)):
        raise BodyError(said)
    filled = _filled(name, body, found)
    made = _lay(TEMPLATE / "notice", root, filled)
    if found is None:
        made += _lay(TEMPLATE / "body", root, filled)
    else:
        for lang, words in found.words.items():
            _put(root / "docs" / name / f"form.{lang}.toml", words)
    _in_order([path for path in made if path.suffix == ".py"])
    return sorted(set(made))


def _same(name: str, body: str) -> str:
    return f'NAME and BODY are both "{name}": give one of them another name' if name == body else ""


def _filled(name: str, body: str, found: About | None) -> Mapping[str, str]:
    """What stands in a new notice in the place of the names in the templates, the longest first."""
    words = {
        "new_notice": name,
        "new-notice": name.replace("_", "-"),
        "new_body": body,
        "new-body": body.replace("_", "-"),
        DAY: str(max(law_of(each).as_at for each in bodies().values())),
    }
    if found is None:
        return {"NEW_BODY": body.upper(), **words}
    day: date = law_of(bodies()[body]).as_at
    own = {"NEW_BODY": found.constant, "new_body_phone": found.phone, "new-body-contact": found.source}
    return {**own, **words, DAY: str(day)}


def _lay(template: Path, root: Path, filled: Mapping[str, str]) -> list[Path]:
    """Copy a template with its names filled in; what a file has already stays above."""
    made = []
    for path in sorted(template.rglob("*.*")):
        text, place = path.read_text(encoding="utf-8"), path.relative_to(template).as_posix()
        for word, value in filled.items():
            text, place = text.replace(word, value), place.replace(word, value)
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
        made.append(target)
    return made


def _put(form: Path, words: str) -> None:
    text = form.read_text(encoding="utf-8")
    form.write_text(ASK.sub(lambda _: words, text), encoding="utf-8", newline="\n")


def _in_order(files: list[Path]) -> None:
    """Put imports and lines in their order, which turns on the names."""
    for command in (("check", "--quiet", "--fix", "--select", "I"), ("format", "--quiet")):
        subprocess.run([sys.executable, "-m", "ruff", *command, *files], check=True)


def main(name: str, body: str) -> Iterator[str]:
    """Make the notice; what was made, and what comes next."""
    made = new_notice(ROOT, name, body)
    yield from (path.relative_to(ROOT).as_posix() for path in made)
    yield f"\n{len(made)} files. It answers already: make preview shows it at /{name}/ and /zh/{name}/."
    yield f"{len(unwritten(ROOT, [name]))} places are to be written, each after [To write] or 【待写】."
    yield "How: CONTRIBUTING.md, Add a notice."


if __name__ == "__main__":
    try:
        for line in main(*sys.argv[1:]):
            sys.stdout.write(f"{line}\n")
    except BodyError as error:
        sys.exit(f"make notice: {error}")

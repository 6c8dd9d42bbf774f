"""What a new notice takes from the body of law that it is about."""

import json
import tomllib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from calculator.engine import Body
from calculator.engine.asking.found import law_of, load, notices
from calculator.engine.figures import LANGUAGES
from tests.tools.bodies import bodies

# Names that two notices need stand in docs/, those of one alone in its folder.
NAMED = ("sources", "parameters")


class BodyError(ValueError):
    """Raised when no notice can be made about a body as it is; says what to do."""


@dataclass(frozen=True, slots=True)
class About:
    """The name of the body's constant, whom to ask and the source of that number, and its name in words.

    `words` has by language the lines of `[ask]` in a form, where another notice has them.
    """

    constant: str
    phone: str
    source: str
    words: dict[str, str]


def about(root: Path, name: str) -> About:
    """What is known of a body that is there; raises BodyError."""
    body = bodies()[name]
    law = law_of(body)
    units = {id: {value.unit for value in dated.in_force()} for id, dated in law.parameters.items()}
    phones = [id for id, found in units.items() if found == {"phone"}]
    if not phones:
        where = f"calculator/law/{name}/parameters.toml"
        raise BodyError(f'{where} has no figure with unit = "phone"; add the number of whom to ask')
    _check_named(root, name, set(law.sources) | set(law.parameters))
    source = law.history(phones[0])[-1].sources[0]
    return About(_constant(name, body), phones[0], source, _words(root, body))


def _constant(name: str, body: Body) -> str:
    found = vars(import_module(f"calculator.law.{name}"))
    return next(key for key, value in found.items() if value is body)


def _check_named(root: Path, name: str, ids: set[str]) -> None:
    """What two notices need has its name in docs/."""
    named = {id for table in NAMED for id in _read(root / "docs" / f"{table}.en.toml")}
    if missing := ids - named:
        said = f'no name in docs/ for "{min(missing)}" of calculator/law/{name}/, which two notices now need'
        where = "the first one's folder to docs/sources.<lang>.toml and docs/parameters.<lang>.toml"
        raise BodyError(f"{said}; move the lines of this law from {where}")


def _words(root: Path, body: Body) -> dict[str, str]:
    """How another notice about this body names it."""
    for notice in notices():
        if load(notice).notice.law is body:
            tables = {lang: _read(root / "docs" / notice / f"form.{lang}.toml")["ask"] for lang in LANGUAGES}
            return {lang: _lines(table) for lang, table in tables.items() if isinstance(table, dict)}
    return {}


def _lines(table: dict[str, str]) -> str:
    return "".join(f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in table.items())


def _read(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))

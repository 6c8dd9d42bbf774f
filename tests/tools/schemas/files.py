"""Which files of the project have which schema: those of every body of law, of every notice, and of docs/."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculator.engine import Body, Law
from calculator.engine.asking.found import law_of, load, notices
from calculator.engine.asking.notice import Loaded
from calculator.engine.figures import LANGUAGES
from overrides.hooks.read.library import joined
from overrides.hooks.read.own_kinds import own_kinds
from tests.tools.bodies import bodies
from tests.tools.schemas import expected, law, words
from tests.tools.schemas.shapes import Schema, texts


def schemas(root: Path) -> Iterator[tuple[str, Schema]]:
    """Each schema with the files that it is for, as a pattern from the root of the project."""
    every = {id: law_of(body) for id, body in bodies().items()}
    for id, body in bodies().items():
        yield from of_law(f"calculator/law/{id}", body, every[id])
    for id in notices():
        yield from of_notice(load(id))
    yield from _named("docs", [*every.values(), *(load(id).law for id in notices())])
    yield "docs/glossary.toml", words.glossary()
    yield "docs/redirects.toml", words.redirects()
    yield "docs/searched.toml", words.searched()
    for name in ("interface", "labels"):
        yield f"docs/{name}.*.toml", words.labels(_in_both(root / "docs", name))
    for folder in sorted(path.parent for path in (root / "docs").glob("*/columns.toml")):
        yield f"docs/{folder.name}/columns.toml", words.columns()
        for name in ("payroll", "reasons"):
            yield f"docs/{folder.name}/{name}.*.toml", words.labels(_in_both(folder, name))


def of_law(folder: str, body: Body, of: Law) -> Iterator[tuple[str, Schema]]:
    yield f"{folder}/parameters.toml", law.parameters(body, of.sources)
    yield f"{folder}/sources.toml", law.sources()
    yield f"{folder}/tables.toml", law.contribution_tables(body, of.sources, of.parameters)
    for kind in body.kinds:
        if kind in law.OWN:
            yield f"{folder}/{kind.file}", law.OWN[kind](body, of.sources)


def of_notice(of: Loaded) -> Iterator[tuple[str, Schema]]:
    rules, docs, tests = (f"{part}/{of.id}" for part in ("calculator", "docs", "tests"))
    yield from of_law(rules, of.notice.law, of.law)
    yield f"{rules}/samples.toml", expected.replies(of, every=True)
    yield f"{docs}/form.*.toml", words.form(of)
    yield f"{docs}/findings.*.toml", words.findings(of)
    yield f"{docs}/calendar.*.toml", words.days(of)
    yield f"{docs}/steps.*.toml", words.steps(of)
    yield f"{docs}/changes.*.toml", words.changes()
    yield f"{docs}/picture.*.toml", words.picture(of)
    yield f"{docs}/labels.*.toml", words.labels({})
    yield from _named(docs, [of.law])
    yield f"{docs}/glossary.toml", words.glossary()
    yield f"{tests}/cases.toml", expected.cases(of)
    yield f"{tests}/origins.toml", expected.origins()
    yield f"{tests}/paths.toml", expected.replies(of, every=False)
    yield f"{tests}/renamed.toml", expected.renamed(of)


def _named(folder: str, laws: list[Law]) -> Iterator[tuple[str, Schema]]:
    """Names for ids of the law; an editor shows of a source its title."""
    sources = {id: source.document for each in laws for id, source in each.sources.items()}
    figures = {id for each in laws for id in (*each.parameters, *each.tables)}
    yield f"{folder}/sources.*.toml", texts(sorted(sources), sources)
    yield f"{folder}/sections.*.toml", texts(sorted(sources), sources)
    yield f"{folder}/parameters.*.toml", texts(sorted(figures))
    kinds = {(kind, id) for each in laws for kind, entries in own_kinds(each).items() for id in entries}
    for kind in sorted({kind for kind, _ in kinds}):
        yield f"{folder}/{kind}.*.toml", texts(sorted(id for of, id in kinds if of == kind))


def _in_both(folder: Path, name: str) -> dict[str, Any]:
    """The texts that either language has; those of the first where both have them."""
    found: dict[str, Any] = {}
    for lang in reversed(LANGUAGES):
        found = joined(found, tomllib.loads((folder / f"{name}.{lang}.toml").read_text(encoding="utf-8")))
    return found

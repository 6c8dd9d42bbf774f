"""Trees kept in a folder until a file of the rules changes, or one of those that grow them."""

import hashlib
import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from overrides.hooks.read.answers_given import rules_digest
from overrides.hooks.read.raised import in_rules
from overrides.hooks.read.rules import CALCULATOR, Loaded
from overrides.hooks.read.tree.build import build, lines_of
from overrides.hooks.read.tree.ends import WEEK
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.prove.pages import MOST_PAGES, check
from overrides.hooks.read.tree.prove.verify import verify
from overrides.hooks.read.tree.prove.weekdays import unsettled
from overrides.hooks.read.tree.tree import Tree

# What a tree is asked with is loaded anew.
NOT_KEPT = ("loaded", "lines")


def tree_of(loaded: Loaded, kept_in: Path, *days: str | None, most: int = MOST_PAGES) -> Tree:
    """The tree of a notice, proven and compared with the engine when it is grown.

    `days` are those of `build`: the first, the last and today. `most` is how many pages it may have.
    """
    kept_in.mkdir(parents=True, exist_ok=True)
    if known := kept_tree(loaded, kept_in, *days):
        check(known, most)
        return known
    path = _path(loaded, kept_in, days)
    try:
        tree = _grown(loaded, days, most)
    except TreeError:
        raise
    except Exception as error:  # whatever rules raise for replies that no sample has
        if problem := in_rules(error, loaded, CALCULATOR.parent):
            raise TreeError(str(problem)) from error
        raise
    for old in kept_in.glob(f"{loaded.id}-*.pickle"):
        old.unlink(missing_ok=True)
    kept = {field.name: getattr(tree, field.name) for field in fields(tree) if field.name not in NOT_KEPT}
    half = path.with_suffix(".half")
    half.write_bytes(pickle.dumps(kept))
    half.replace(path)
    return tree


def _grown(loaded: Loaded, days: tuple[str | None, ...], most: int) -> Tree:
    tree = build(loaded, *days)
    check(tree, most)
    verify(tree)
    if tree.today and tree.weekly:
        tree = replace(tree, unsettled=unsettled([tree, *_of_the_week(tree, *days[:2])]))
    return tree


def kept_tree(loaded: Loaded, kept_in: Path, *days: str | None) -> Tree | None:
    """The tree of a notice where it need not be grown."""
    path = _path(loaded, kept_in, days)
    if not path.exists():
        return None
    kept: dict[str, Any] = pickle.loads(path.read_bytes())  # noqa: S301 - a file of our own
    return Tree(loaded=loaded, lines=lines_of(loaded, *days[:2]), **kept)


def _path(loaded: Loaded, kept_in: Path, days: tuple[str | None, ...]) -> Path:
    return kept_in / f"{loaded.id}-{_digest(loaded, days)}.pickle"


def _of_the_week(tree: Tree, first: str | None = None, last: str | None = None) -> Iterator[Tree]:
    """The trees of the six days before that of a tree."""
    for before in range(1, WEEK):
        yield build(tree.loaded, first, last, tree.reply(tree.day, (tree.today or 0) - before))


def _digest(loaded: Loaded, days: tuple[str | None, ...]) -> str:
    own = hashlib.sha256(f"{rules_digest(loaded)} {days}".encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        own.update(file.read_bytes())
    return own.hexdigest()[:16]

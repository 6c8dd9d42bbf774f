"""`python -m overrides.hooks.addresses` keeps the addresses of today's steps for good, in docs/addresses/.

Whoever was sent one gets on from there, however the questions and their replies change later.
"""

import sys
from pathlib import Path

from overrides.hooks.check.steps import trees
from overrides.hooks.read.rules import LawFileError
from overrides.hooks.read.text import WordsError
from overrides.hooks.read.tree import TreeError
from overrides.hooks.render.context import load_site
from overrides.hooks.render.steps.kept import keep
from overrides.hooks.render.steps.places import Map

ROOT = Path(__file__).parents[2]


def main(root: Path) -> None:
    """Keep the addresses of every notice, and say how many are new."""
    for notice, tree in trees(load_site(root, {}), root).items():
        print(f"{notice}: {keep(root, notice, Map(tree))} new addresses")  # noqa: T201 - a command


if __name__ == "__main__":
    try:
        main(ROOT)
    except (WordsError, LawFileError, TreeError) as error:
        sys.exit(str(error))

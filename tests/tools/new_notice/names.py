"""Which names a new notice, or a new body of law, can have."""

import keyword
import re
from pathlib import Path

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# What has this name in the addresses of the site, among what commands make and git leaves out, or at the top.
TAKEN_BY_SITE = frozenset({
    "assets", "calendars", "data", "deadlines", "desk", "embed", "en", "feed", "llms", "previews", "robots",
    "schema", "search", "shared", "sitemap", "steps", "zh",
})  # fmt: skip
TAKEN_BY_COMMANDS = frozenset({"build", "dist", "mutants", "node_modules", "site"})
TAKEN_BY_FOLDERS = frozenset({"calculator", "docs", "outcomes", "overrides", "tests"})
# The templates' own names.
TAKEN_BY_TEMPLATES = frozenset({"new_body", "new_notice"})
RESERVED = TAKEN_BY_SITE | TAKEN_BY_COMMANDS | TAKEN_BY_FOLDERS | TAKEN_BY_TEMPLATES
# Where a notice of this name stands already, or a page or module that would be taken for it.
PLACES = (
    "docs/{}", "docs/{}.en.md", "docs/addresses/{}.txt",
    "calculator/{}", "calculator/{}.py", "calculator/law/{}",
    "tests/{}", "tests/{}.py", "tests/notices/docs/{}", "tests/fixture/{}",
)  # fmt: skip


def refused(root: Path, name: str, what: str = "NAME") -> str:
    """Why nothing new can have this name, and what to write instead; "" where it can."""
    if not name:
        return f"{what} is missing: write make notice NAME=levy, or with BODY=hrdcorp for a new body of law"
    if not NAME.fullmatch(name):
        return f'{what}="{name}" is no name: small letters, digits and single _ between them, a letter first'
    if keyword.iskeyword(name):
        return f'{what}="{name}" is a word of Python: take another name'
    if name in RESERVED:
        return f'{what}="{name}" is the name of something else in the site or the project: take another name'
    for place in PLACES:
        if (root / place.format(name)).exists():
            return f'{what}="{name}" is taken: {place.format(name)} is there already; take another name'
    return ""

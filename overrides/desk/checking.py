"""Checks in the background what the pages show already: nobody waits for it."""

import re
import time
from pathlib import Path
from threading import Thread

from overrides.desk.changes import Redo
from overrides.desk.children import ChildError, GoneError
from overrides.desk.desk import Desk
from overrides.desk.mistakes import PAGES
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.text import Problem

# Seconds that open pages have to ask for themselves anew, before the checks take the processor.
FIRST_THE_PAGES = 0.4
LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? (?:[\w ]+ )?link (?:to )?'(?P<link>[^']*)'")


def begin(desk: Desk) -> None:
    """Check after every change from now on."""
    Thread(target=_for_ever, args=(desk,), daemon=True).start()


def _for_ever(desk: Desk) -> None:
    while desk.unchecked.wait():
        time.sleep(FIRST_THE_PAGES)
        desk.quiet()
        desk.unchecked.clear()
        if desk.readable:
            check(desk)
        desk.family.spare()


def check(desk: Desk) -> None:
    """Tell what is to be mended in rules, texts and links."""
    version = desk.version
    try:
        if not desk.looked_at_all:
            _look_at_all(desk)
        said = [each for lang in LANGUAGES for each in desk.family.ask(lang, "links")]
        if _walk(desk):
            desk.again(Redo.WORDS)  # the pages name what the rules can cite
        desk.attempt("checks", lambda: desk.family.ask("checks", "check"))
        desk.mistakes.found("links", [link(each, desk.root) for each in said])
    except ChildError:
        return  # another change has come, and is checked next
    for name, lang, made in desk.made():
        if made.version < version:  # nobody looks at it, and the checks have
            desk.mistakes.found(f"{PAGES}/{name}.{lang}", [])


def _walk(desk: Desk) -> bool:
    """Whether the rules give something new; those that fail are told, and the texts are checked still."""
    try:
        news: bool = desk.family.ask("walk", "given")
    except GoneError:
        raise
    except ChildError as error:
        desk.mistakes.found("walk", error.problems)
        return False
    desk.mistakes.found("walk", [])
    return news


def _look_at_all(desk: Desk) -> None:
    """Every page once, so that links to its headings are known, and the first look at it is quick."""
    for name in desk.listed.titles:
        for lang in LANGUAGES:
            desk.page(name, lang)
    desk.looked_at_all = True


def link(said: str, root: Path) -> Problem:
    """What the generator says of a link, at the line of the writer's file, where one can be found."""
    found = LINK.search(said)
    if not found:
        return Problem("mkdocs.yml", 1, said)
    path = f"docs/{found['file']}"
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    end = found["link"].rpartition("/")[2]
    return Problem(path, next((at for at, line in enumerate(lines, 1) if end in line), 1), said)

"""The desk: does again what a change asks for, and makes each page when somebody looks at it."""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock, RLock, Thread

from overrides.desk.bundler import Bundler
from overrides.desk.changes import Redo, redo
from overrides.desk.children import ChildError
from overrides.desk.family import Family
from overrides.desk.hub import Hub
from overrides.desk.listed import Listed, Made
from overrides.desk.mistakes import PAGES, Mistakes
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.text import Problem

# Seconds that open pages have to ask for themselves anew, before the checks take the processor.
FIRST_THE_PAGES = 0.3
LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains (?:an? \w+ )?link '(?P<link>[^']*)'")


class Desk:
    """What the server asks for pages, and whom the watch tells of changes."""

    def __init__(self, root: Path) -> None:
        """Start the processes; `begin` makes them read."""
        self.root, self.hub = root, Hub()
        self.mistakes = Mistakes(self.hub, root)
        self.version, self._words, self.listed = 0, 0, Listed({}, {}, [])
        self.family = Family(root)
        self._bundler = Bundler(root)
        self._made: dict[tuple[str, str], Made] = {}
        self._locks = {lang: Lock() for lang in LANGUAGES}
        self._changing, self._unchecked = RLock(), Event()
        self._readable = self._looked_at_all = False

    def begin(self) -> None:
        """Read everything, and go on checking in the background."""
        self._again(Redo.BUNDLES | Redo.RULES | Redo.GENERATOR)
        Thread(target=self._check_for_ever, daemon=True).start()

    def changed(self, paths: Iterable[str]) -> None:
        """Do again what changed files ask for."""
        asked = redo(paths)
        if Redo.DESK in asked:
            print("desk: it has changed itself; start it anew to see that", flush=True)  # noqa: T201 - to be seen
        if asked & ~Redo.DESK:
            self._again(asked)

    def _again(self, asked: Redo) -> None:
        with self._changing:
            if Redo.BUNDLES in asked:
                self.mistakes.found("bundles", self._bundler.bundle())
                self.family.tell("bundled", *LANGUAGES)
            if Redo.RULES in asked:
                self._try("rules", self.family.new_rules)
            if asked & (Redo.RULES | Redo.WORDS):
                before = self.listed.navigation
                self._readable = self._try("words", self._read)
                if self.listed.navigation != before:
                    asked |= Redo.GENERATOR
            if Redo.GENERATOR in asked and self._readable:
                self._try("generator", lambda: self.family.new_generators(self.listed))
                self._looked_at_all = False
            self.version += 1
            self._words += bool(asked & ~Redo.BUNDLES)
        self.hub.tell("changed", self.version)
        self._unchecked.set()

    def _try(self, where: str, do: Callable[[], object]) -> bool:
        """Whether it could be done; what is wrong otherwise is told, and what was there before stays."""
        try:
            do()
        except ChildError as error:
            # nothing to mend means that the rules have failed, which is told already
            self.mistakes.found(where, error.problems)
            return False
        self.mistakes.found(where, [])
        return True

    def _read(self) -> None:
        self.listed = self.family.ask("words", "read")

    def page(self, name: str, lang: str) -> Made:
        """A page as the files are now; where it cannot be made, as it was when it last could be."""
        with self._locks[lang]:
            before = self._made.get((name, lang), Made())
            if before.version == self.version:
                return before
            made = replace(before, version=self.version)
            if self._readable:
                where = f"{PAGES}/{name}.{lang}"
                try:
                    made = self._remade(name, lang, before)
                    self.mistakes.found(where, [])
                except ChildError as error:
                    made = replace(made, said=None)
                    self.mistakes.found(where, error.problems)
            self._made[name, lang] = made
            return made

    def _remade(self, name: str, lang: str, before: Made) -> Made:
        """The page made of today's words, or, where only scripts and styles differ, put together anew."""
        version, words, said = self.version, self._words, before.said
        if said is not None and before.words == words:
            return Made(version, *self.family.ask(lang, "finish", name, said), words, said)
        said = self.family.ask("words", "stage", name, lang)
        titles = {each: said_of[lang] for each, said_of in self.listed.titles.items()}
        return Made(version, *self.family.ask(lang, "make", name, said, titles), words, said)

    def _check_for_ever(self) -> None:
        while self._unchecked.wait():
            time.sleep(FIRST_THE_PAGES)
            for lock in self._locks.values():
                with lock:
                    self._unchecked.clear()
            if self._readable:
                self._check()

    def _check(self) -> None:
        version = self.version
        try:
            if not self._looked_at_all:
                self._look_at_all()
            links = [self._link(each) for lang in LANGUAGES for each in self.family.ask(lang, "links")]
            if self.family.ask("checks", "walked"):
                self._again(Redo.WORDS)  # the pages name what the rules can cite
            self._try("checks", lambda: self.family.ask("checks", "check"))
            self.mistakes.found("links", links)
        except ChildError:
            return  # another change has come, and is checked next
        for (name, lang), made in list(self._made.items()):
            if made.version < version:  # nobody looks at it, and the checks have
                self.mistakes.found(f"{PAGES}/{name}.{lang}", [])

    def _look_at_all(self) -> None:
        """Every page once, so that links to its headings are known, and the first look at it is quick."""
        for name in self.listed.titles:
            for lang in LANGUAGES:
                self.page(name, lang)
        self._looked_at_all = True

    def _link(self, said: str) -> Problem:
        """A complaint of the generator, at the line of the writer's file, where it says which."""
        found = LINK.search(said)
        if not found:
            return Problem("mkdocs.yml", 1, said)
        path = f"docs/{found['file']}"
        lines = (self.root / path).read_text(encoding="utf-8").splitlines()
        end = found["link"].rpartition("/")[2]
        return Problem(path, next((at for at, line in enumerate(lines, 1) if end in line), 1), said)

    def end(self) -> None:
        """End the processes."""
        self.family.end()
        self._bundler.stop()

"""The desk: does again what a change asks for, and makes each page when somebody looks at it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock, RLock

from overrides.desk.bundler import Bundler
from overrides.desk.changes import Redo, language, redo
from overrides.desk.children import ChildError
from overrides.desk.family import Family
from overrides.desk.hub import Hub
from overrides.desk.listed import Listed, Made
from overrides.desk.mistakes import PAGES, Mistakes
from overrides.hooks.read.files import LANGUAGES


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
        self._changing, self.unchecked = RLock(), Event()
        self.readable = self.looked_at_all = False

    def begin(self) -> None:
        """Read everything."""
        self.again(Redo.BUNDLES | Redo.RULES | Redo.GENERATOR)

    def changed(self, paths: Iterable[str]) -> None:
        """Do again what changed files ask for."""
        changed = list(paths)
        asked = redo(changed)
        if Redo.DESK in asked:
            print("desk: it has changed itself; start it anew to see that", flush=True)  # noqa: T201 - to be seen
        if asked & ~Redo.DESK:
            self.again(asked, language(changed))

    def again(self, asked: Redo, lang: str | None = None) -> None:
        """Do what a change asks for, and tell the open pages; those of `lang` look first."""
        with self._changing:
            if Redo.BUNDLES in asked:
                self.mistakes.found("bundles", self._bundler.bundle())
                self.family.tell("bundled", *LANGUAGES)
            if Redo.RULES in asked:
                code = Redo.CODE in asked
                self.attempt("rules", lambda: self.family.new_rules(code=code))
            if asked & (Redo.RULES | Redo.WORDS):
                before = self.listed.navigation
                self.readable = self.attempt("words", self._read)
                if self.listed.navigation != before:
                    asked |= Redo.GENERATOR
            if Redo.GENERATOR in asked and self.readable:
                self.attempt("generator", lambda: self.family.new_generators(self.listed))
                self.looked_at_all = False
            self.version += 1
            self._words += bool(asked & ~Redo.BUNDLES)
        self.hub.tell("changed", {"version": self.version, "lang": lang})
        self.unchecked.set()

    def attempt(self, where: str, do: Callable[[], object]) -> bool:
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
            if self.readable:
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
            html, mark = self.family.ask(lang, "finish", name, said)
            return Made(version, html, mark, words, said)
        said = self.family.ask("words", "stage", name, lang)
        titles = {each: said_of[lang] for each, said_of in self.listed.titles.items()}
        html, mark = self.family.ask(lang, "make", name, said, titles)
        return Made(version, html, mark, words, said)

    def made(self) -> list[tuple[str, str, Made]]:
        """The pages as they were last made, with names and languages."""
        return [(*of, made) for of, made in list(self._made.items())]

    def quiet(self) -> None:
        """Wait until no page is being made."""
        for lock in self._locks.values():
            with lock:
                pass

    def end(self) -> None:
        """End the processes."""
        self.family.end()
        self._bundler.stop()

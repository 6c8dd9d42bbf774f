"""The processes of the desk by name, and how one takes the place of another."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from overrides.desk.children import Child, ChildError, GoneError
from overrides.desk.listed import Listed
from overrides.desk.places import LIVE, STAGED
from overrides.hooks.read.files import LANGUAGES

# Those that know the rules, the slow ones started when they are first asked.
QUICK = {"words": "overrides.desk.words:Words", "rules": "overrides.desk.rules:Rules"}
SLOW = {
    "checks": "overrides.desk.checks:Checks",
    "walk": "overrides.desk.checks:Walks",
    "examples": "overrides.desk.checks:Walks",
}


class Family:
    """The children: those that know the rules, and a generator for each language."""

    def __init__(self, root: Path) -> None:
        """Begin with none."""
        self._root, self._children, self._lock = root, dict[str, Child](), Lock()
        self._spare: dict[str, Child] = {}
        self._sparing = Lock()

    def ask(self, name: str, method: str, *given: Any) -> Any:  # noqa: ANN401 - whatever the method gives
        """What a child's method gives; raises ChildError, with no problem where there is no such child."""
        with self._lock:
            if name in SLOW and name not in self._children:
                self._children[name] = Child(SLOW[name], self._root)
            child = self._children.get(name)
        if child is None:
            raise GoneError([])
        try:
            return child.ask(method, *given)
        except GoneError:
            # another one has its place by now, or it has failed for good
            if self._children.get(name) is child:
                raise
            return self.ask(name, method, *given)

    def tell(self, method: str, *names: str) -> None:
        """The same for several, as far as they are there."""
        for name in names:
            if name in self._children:
                self.ask(name, method)

    def new_rules(self, *, code: bool) -> None:
        """Children that know the rules as they are now; raises ChildError, and those of before stay.

        Those that have imported our code already serve for changes of the law alone; `code` says that ours
        has changed.
        """
        with self._sparing:
            if code or not self._spare:
                _stop(self._spare)
                self._spare = self._imported()
            fresh, self._spare = self._spare, {}
        try:
            for child in fresh.values():
                child.make()
            for child in fresh.values():
                child.ready()
        except ChildError:
            _stop(fresh)
            raise
        self._replace(fresh)
        with self._lock:
            _stop({name: self._children.pop(name) for name in SLOW if name in self._children})

    def spare(self) -> None:
        """Let others import our code as it is now, for the next change of the law."""
        with self._sparing:
            self._spare = self._spare or self._imported()

    def _imported(self) -> dict[str, Child]:
        given = {"words": (self._root / STAGED,), "rules": ()}
        return {name: Child(made_of, self._root, *given[name]) for name, made_of in QUICK.items()}

    def new_generators(self, listed: Listed) -> None:
        """A generator for each language that knows the pages there are now."""
        self.ask("words", "stage_all")
        folders = self._root / STAGED, self._root / LIVE
        module = "overrides.desk.pages:Pages"
        fresh = {lang: Child(module, self._root, *folders, lang, listed.navigation) for lang in LANGUAGES}
        self._replace(fresh)
        for child in fresh.values():
            child.make()
        for child in fresh.values():
            child.ready()

    def _replace(self, fresh: dict[str, Child]) -> None:
        with self._lock:
            before = {name: child for name, child in self._children.items() if name in fresh}
            self._children |= fresh
        # they may be in the middle of something, which nobody waits for
        Thread(target=_stop, args=(before,), kwargs={"now": False}, daemon=True).start()

    def end(self) -> None:
        """End all of them."""
        _stop({**self._children, **{f"spare {name}": child for name, child in self._spare.items()}})


def _stop(children: Mapping[str, Child], *, now: bool = True) -> None:
    for child in children.values():
        child.stop(now=now)

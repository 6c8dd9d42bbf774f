"""The version of the rules and the law behind an answer: a hash of the files they are in."""

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from calculator.engine.asking.found import load, package_of
from calculator.engine.law.reading.folder import SAMPLES

ENGINE = "calculator.engine"
KINDS = (".py", ".toml", ".csv")
DIGITS = 12


def version(notice: str, *packages: str) -> str:
    """The version behind the answers of a notice: of its own files, its body's law and the engine.

    Other packages that its answers rest on stand behind these.

    The files of another notice do not count, nor do the replies that only tests try. How lines end depends
    on the machine, so it does not count either.
    """
    digest = hashlib.sha256()
    for package in (ENGINE, load(notice).notice.law.package, package_of(notice), *packages):
        for path, text in _texts(files(package), package):
            digest.update(f"{path}\0{text}\0".encode())
    return digest.hexdigest()[:DIGITS]


def _texts(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """Every file of a folder that is read, by its path, in one order on every machine."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _texts(each, f"{path}/{each.name}")
        elif each.name.endswith(KINDS) and each.name != SAMPLES:
            yield f"{path}/{each.name}", each.read_text(encoding="utf-8")

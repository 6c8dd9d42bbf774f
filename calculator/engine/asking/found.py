"""Finding notices by their folders, and loading one with its law."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from calculator.engine.asking import contract
from calculator.engine.asking.contract import Breach, NoticeError
from calculator.engine.asking.notice import Loaded, Notice
from calculator.engine.law.body import Body
from calculator.engine.law.law import Law
from calculator.engine.law.reading.file import LawFile, LawFileError, Report
from calculator.engine.law.reading.folder import SAMPLES, has_law, load_law

_packages: tuple[str, ...] = ("calculator",)


def look_in(*packages: str) -> tuple[str, ...]:
    """Look for notices in these packages and no others; returns those looked in so far.

    The site looks in `calculator` alone. Tests add a package of their own and put back what there was.
    """
    global _packages
    before, _packages = _packages, packages
    _homes.cache_clear()
    _responding.cache_clear()
    return before


def notices() -> tuple[str, ...]:
    """The ids of all notices: every folder of the packages that holds a `rules.py`."""
    return tuple(sorted(_homes()))


@cache
def _homes() -> dict[str, str]:
    """The package of each notice by its id; raises NoticeError where two have one id."""
    homes: dict[str, str] = {}
    for package in _packages:
        for folder in files(package).iterdir():
            if folder.is_dir() and folder.joinpath("rules.py").is_file():
                if folder.name in homes:
                    said = f"{folder.name}: a notice in {homes[folder.name]} and one in {package}"
                    raise NoticeError([Breach(f"{said} have this id; give one of them another")])
                homes[folder.name] = package
    return homes


def respondent(name: object) -> Callable[[Mapping[str, Any]], Any] | None:
    """What answers requests of its own kind: `respond` in the `requests.py` of a folder; None for any other.

    Such a folder is no notice: it asks nobody, and puts many rows to the rules of one.
    """
    # anything can stand for the name in a request
    package = _responding().get(name) if isinstance(name, str) else None
    if package is None:
        return None
    respond: Callable[[Mapping[str, Any]], Any] = import_module(f"{package}.requests").respond
    return respond


@cache
def _responding() -> dict[str, str]:
    """The package of each such folder by its name."""
    return {
        folder.name: f"{package}.{folder.name}"
        for package in _packages
        for folder in files(package).iterdir()
        if folder.is_dir() and folder.joinpath("requests.py").is_file()
    }


def load(notice: str) -> Loaded:
    """Load a notice once; raises KeyError for an unknown id, LawFileError, FactsError and NoticeError."""
    return _load(package_of(notice), notice)


def package_of(notice: str) -> str:
    """The package with the files of a notice; raises KeyError for an unknown id."""
    return f"{_homes()[notice]}.{notice}"


@cache
def _load(package: str, id: str) -> Loaded:
    folder = files(package)
    declared = vars(import_module(f"{package}.rules")).get("NOTICE")
    if not isinstance(declared, Notice):
        raise NoticeError([Breach(f"{id}: its rules.py has no NOTICE = Notice(…)")])
    samples = _samples(folder)
    law = law_of(declared.law)
    if has_law(folder) and declared.law.package != package:
        law = load_law([folder], declared.law, law)
    replies = {question: tuple(said) for question, said in samples.items()}
    loaded = Loaded(id, declared, law, replies)
    contract.check(loaded)
    return loaded


def _samples(folder: Traversable) -> dict[str, Any]:
    """The replies to try; raises LawFileError where they cannot be read."""
    report = Report({})
    file = LawFile.find(folder, SAMPLES, report)
    samples = file.toml() if file else {}
    if report.problems:
        raise LawFileError(report.problems)
    return samples


@cache
def law_of(body: Body) -> Law:
    """The law of a body's own folder, read once: whoever adds to it shares it; raises LawFileError."""
    return load_law([body.folder], body)

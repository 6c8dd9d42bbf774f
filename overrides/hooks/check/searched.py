"""Checks docs/searched.toml: lists of words where the search of the site reads them, and nothing else."""

from collections.abc import Iterator, Mapping

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.library import Library
from overrides.hooks.read.text import Problem


def searched(library: Library) -> Iterator[Problem]:
    """What is wrong in the file."""
    table = library.searched
    wanted = [keys for lang in LANGUAGES for keys in ((lang, "fillers"), (lang, "means"))]
    for keys in dict.fromkeys(keys[:2] for keys, _ in table.values()):
        if keys not in wanted:
            yield table.problem(f"nobody reads {'.'.join(keys)}", *keys)
    for lang, key in wanted:
        of_language = table.data.get(lang)
        here = of_language.get(key) if isinstance(of_language, Mapping) else None
        said = {".": here} if key == "fillers" else here
        if not isinstance(said, Mapping) or not all(_is_list(each) for each in said.values()):
            shape = "a list of words" if key == "fillers" else "a table with a list of words for each"
            yield table.problem(f"{lang}.{key} must be {shape}", lang, key)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)

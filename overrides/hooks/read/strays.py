"""Files that somebody may believe to be read, and that are not: copies, and names that say nothing."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.text import Problem, Text

# For engineers, and lists that a command writes.
NOT_LOOKED_AT = ("decisions", "addresses", "__pycache__")
# What systems leave in folders.
OF_THE_SYSTEM = ("Thumbs.db", "desktop.ini")
# Texts of no language, or of both; beside the folders of the notices every table may be one.
WITHOUT_LANGUAGE = ("glossary.toml", "columns.toml", "benchmark.md", "promises.md")
# What programs add to the name of a file that they keep or copy.
KEPT = re.compile(r"~$|\.(?:bak|backup|old|orig|rej|save|sw[op]|te?mp)$|^#(?=.*#$)|#$|^~\$", re.IGNORECASE)
COPIED = re.compile(
    r"(?:[ _-]+(?:copy|salinan)|[ _-]*的?副本)(?:[ _-]*[(（]?\d+[)）]?)?(?=\.|$)"
    r"|[ _]*[(（]\d+[)）](?=\.|$)|[ ._-]*(?:sync-conflict|conflicted copy)[^.]*(?=\.|$)",
    re.IGNORECASE,
)
TABLE = ".toml"
TEXTS = (".md", TABLE)
ADDED = ".txt"
OTHER_ENDINGS = {".markdown": ".md", ".mdown": ".md"}
# What else people call the languages.
CALLED = {"zh": re.compile(r"zh([^a-z].*)?|cn|ch[is]?|chs|sc|hans|中文|华文", re.IGNORECASE),
          "en": re.compile(r"en([^a-z].*)?|eng.*|uk|us|gb|英文", re.IGNORECASE)}  # fmt: skip


def strays(folder: Path, root: Path, *, texts: bool = True) -> dict[Path, Problem]:
    """What is wrong with each name below a folder; of a stray folder only itself.

    Where `texts` is set, every Markdown and TOML file must have its language in its name.
    """
    return {
        path: Text("", path.relative_to(root).as_posix()).problem(said)
        for path, said in _below(folder, folder if texts else None)
    }


def _below(folder: Path, texts: Path | None) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in (*NOT_LOOKED_AT, *OF_THE_SYSTEM):
            continue
        if said := _said(path, texts):
            yield path, said
        elif path.is_dir():
            yield from _below(path, texts)


def _said(path: Path, texts: Path | None) -> str:
    """What is wrong with a name, "" where nothing is; `texts` is the folder of all texts, where it is one."""
    if unicodedata.normalize("NFC", path.name) != path.name:
        return "the name is written with a letter and its mark apart; type it again"
    if copy := _copy(path):
        return copy
    if re.search(r"\s", path.name):
        better = re.sub(r"\s+", "-", path.name.strip())
        return f'a name with a space, which links cannot have; call it "{better}"'
    return _text(path, texts) if texts and not path.is_dir() else ""


def _copy(path: Path) -> str:
    for mark in (KEPT, COPIED):
        name = mark.sub("", path.name)
        if name == path.name or name[:1] in ("", "."):
            continue
        if path.with_name(name).exists():
            return f"a copy left beside {name}; delete it, or put it in the place of {name}"
        if mark is KEPT or " " in path.name or "副本" in path.name:
            return f"this looks like a copy; delete it, or call it {name} if it is needed"
    return ""


def _text(path: Path, texts: Path) -> str:
    """What is wrong with the ending of a text, or with the language before it."""
    ending = path.suffix
    if ending.lower() == ADDED and path.with_suffix("").suffix.lower() in TEXTS:
        return f"{ADDED} was added to the name when it was saved; call it {path.stem}"
    right = OTHER_ENDINGS.get(ending.lower(), ending.lower())
    if right not in TEXTS or path.name in WITHOUT_LANGUAGE:
        return ""
    if right != ending:
        return f'the ending is "{ending}"; call it {path.stem}{right}'
    stem, _, lang = path.stem.rpartition(".")
    if not stem:
        return _no_language(path, texts)
    return "" if lang in LANGUAGES else _other_language(path, stem, lang)


def _no_language(path: Path, texts: Path) -> str:
    twins = [path.with_name(f"{path.stem}.{lang}{path.suffix}") for lang in LANGUAGES]
    if path.suffix == TABLE and path.parent == texts and not any(twin.exists() for twin in twins):
        return ""
    names = " or ".join(twin.name for twin in twins)
    return f"no language in the name, so nobody reads this file; call it {names}, or delete it"


def _other_language(path: Path, stem: str, lang: str) -> str:
    meant = next((each for each, called in CALLED.items() if called.fullmatch(lang)), "")
    wanted = [f"{stem}.{each}{path.suffix}" for each in LANGUAGES if meant in ("", each)]
    taken = meant and path.with_name(wanted[0]).exists()
    what = f"{wanted[0]} is there already, delete one of them" if taken else f"call it {' or '.join(wanted)}"
    return f'".{lang}" is no language of this site, so nobody reads this file; {what}'

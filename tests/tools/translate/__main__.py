"""`make translate`: what has changed in one language since both were confirmed, beside what the other says.

`make translate CONFIRM=docs/amnesty/index` puts down that both say the same again, `CONFIRM=docs` of all.
"""

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from overrides.hooks.read.files import LANGUAGES
from tests.tools.translate.blocks import blocks
from tests.tools.translate.changed import Change, changes
from tests.tools.translate.confirmed import Pairs, TranslateError, file

ROOT = Path(__file__).parents[3]
NAMES = {"en": "English", "zh": "Chinese"}
LABELS = ("was", "now")


def main(confirm: str = "", root: Path = ROOT) -> Iterator[str]:
    """What to read, or what was confirmed; raises TranslateError."""
    pairs = Pairs(root)
    if confirm:
        named = [name for name in pairs.names() if _is(name, confirm)]
        if not named:
            todo = "write CONFIRM=docs/amnesty/index, or CONFIRM=docs for all"
            raise TranslateError(f'no text "{confirm}" in both languages; {todo}')
        pairs.confirm(named)
        yield from (f"confirmed: {name}" for name in named)
        return
    names, known = pairs.names(), pairs.confirmed()
    today = pairs.today(names)
    told = [lines for name in names if (lines := list(_pair(pairs, name, known.get(name), today[name])))]
    for lines in told:
        yield from lines
        yield ""
    yield f"{len(names)} texts in two languages, {len(told)} to be read"


def _is(name: str, asked: str) -> bool:
    """Whether a pair is the one that was asked for, or in the folder: with or without language and ending."""
    asked = PurePosixPath(asked).as_posix()
    same = {name, name.rpartition(".")[0], *(file(name, lang) for lang in LANGUAGES)}
    return asked in same or asked in map(str, PurePosixPath(name).parents)


def _pair(pairs: Pairs, name: str, known: dict[str, str] | None, today: dict[str, str]) -> Iterator[str]:
    """What there is to read of one pair; nothing where it is as it was confirmed."""
    if known == today:
        return
    todo = f"make translate CONFIRM={name.rpartition('.')[0]}"
    if known is None:
        yield f"{name}: never confirmed. Read both languages side by side, then {todo}"
        return
    moved = [lang for lang in LANGUAGES if known[lang] != today[lang]]
    yield f"{name}: {' and '.join(NAMES[lang] for lang in moved)} changed since both were confirmed."
    paths = {lang: file(name, lang) for lang in LANGUAGES}
    now = {lang: blocks((pairs.root / path).read_text("utf-8"), path) for lang, path in paths.items()}
    for lang in moved:
        before = pairs.content(known[lang])
        if before is None:
            yield f"  {paths[lang]}:1: git has not what was confirmed here; read all of it"
            continue
        other = next(each for each in LANGUAGES if each != lang)
        for change in changes(blocks(before, paths[lang]), now[lang], now[other]):
            yield from _change(change, paths[lang], paths[other])
    behind = [NAMES[lang] for lang in LANGUAGES if lang not in moved]
    wanted = f"Make {behind[0]} say the same, if it does not" if behind else "Read both side by side"
    yield f"  {wanted}; then {todo}"


def _change(change: Change, here: str, there: str) -> Iterator[str]:
    yield f"  {here}:{change.line}"
    for label, sentences in zip(LABELS, (change.was, change.now), strict=True):
        yield from (f"    {label}  {sentence}" for sentence in sentences or ["(nothing)"])
    if change.twin is None:
        yield f"  {there}: nothing stands there"
        return
    yield f"  {there}:{change.twin.line}"
    yield from (f"         {sentence}" for sentence in change.beside)


if __name__ == "__main__":
    try:
        for line in main("".join(sys.argv[1:])):
            sys.stdout.write(f"{line}\n")
    except TranslateError as error:
        sys.exit(str(error))

"""What must not stand in a text: characters nobody sees, half-width signs, Traditional characters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import opencc
from overrides.hooks.check.prose import HAN, HIDDEN, hidden
from overrides.hooks.read.text import Problem, Text

# No-break and zero-width spaces, soft hyphens, direction marks, byte-order marks, controls.
UNSEEN = re.compile(
    r"[\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufe00-\ufe0f\ufeff\x01-\x08\x0b-\x1f\x7f]"
)
FULL = dict(zip(",.:;?!()", "，。：；？！（）", strict=True))
HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}])[,.:;?!()](?!\w)|(?<=[{HAN}])[,:;?!(]|[,.:;?!()](?=[{HAN}])|[,;:?!](?=[“‘《「])"
)
QUOTES = re.compile(rf"(?<=[{HAN}])[\"']|[\"'](?=[{HAN}])")
# The title of a box stands between straight ones.
BOX = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?) .*$", re.MULTILINE)
FULL_LETTERS = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％]")
AFTER_SIGN = re.compile(rf"(?<=[，。：；？！、）”]) +(?=\S)|(?<=[{HAN}]) +(?=[{HAN}，。：；？！、（“])")
IN_ENGLISH = re.compile(rf"[{HAN}，。：；？！（）、]")


def letters(text: Text) -> Iterator[Problem]:
    """Everything in a text that its letters alone show to be wrong."""
    for found in UNSEEN.finditer(text.words):
        name = unicodedata.name(found[0], f"control character {ord(found[0]):02X}").lower()
        yield text.problem(
            f"a character that nobody sees ({name}) {_near(text, found)}; take it out", found.start()
        )
    prose = hidden(text.words)
    if text.lang == "zh":
        yield from _traditional(text)
        yield from _signs(text, prose)
    elif re.search("[A-Za-z]", prose):  # the name of the other language stands alone
        for found in IN_ENGLISH.finditer(prose):
            yield text.problem(
                f'"{found[0]}" is Chinese {_near(text, found)}; write it in English', found.start()
            )


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _traditional(text: Text) -> Iterator[Problem]:
    simplified = _converter().convert(text.words)
    if simplified == text.words or len(simplified) != len(text.words):
        return
    wrong = [at for at, (one, other) in enumerate(zip(text.words, simplified, strict=True)) if one != other]
    for at in wrong:
        said = f'"{text.words[at]}" is a Traditional character; write "{simplified[at]}"'
        yield text.problem(said, at)


def _signs(text: Text, prose: str) -> Iterator[Problem]:
    for found in HALF_WIDTH.finditer(prose):
        said = f'"{found[0]}" {_near(text, found)} is half-width; write "{FULL[found[0]]}"'
        yield text.problem(said, found.start())
    for found in QUOTES.finditer(BOX.sub(lambda box: HIDDEN * len(box[0]), prose)):
        yield text.problem(
            f"{found[0]} {_near(text, found)} is no Chinese quotation mark; write “ and ”", found.start()
        )
    for found in FULL_LETTERS.finditer(prose):
        said = f'"{found[0]}" is full-width; write "{unicodedata.normalize("NFKC", found[0])}"'
        yield text.problem(said, found.start())
    for found in AFTER_SIGN.finditer(prose):
        yield text.problem(
            f"a space typed {_near(text, found)}; Chinese has none here, take it out", found.start()
        )


def _near(text: Text, found: re.Match[str]) -> str:
    line = text.words[max(0, found.start() - 6) : found.end() + 6]
    seen = UNSEEN.sub("", line).replace(HIDDEN, "").strip().replace("\n", " ")
    return f"in “{seen}”"

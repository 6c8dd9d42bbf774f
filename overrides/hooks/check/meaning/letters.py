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
# Signs that stand in pairs, which a paragraph closes.
PAIRS = {"”": "“", "》": "《", "）": "（", ")": "(", "】": "【", "」": "「"}
PAIRED = re.compile("[“”《》（）()【】「」]|\\n[ \\t]*\\n|\\n(?=[ \\t]*(?:[-*+|]|\\d+\\.)[ \\t])")
# Letters of another alphabet that look like ours, and what a file read in another encoding leaves.
ALIKE = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
MISREAD = re.compile(r"\ufffd|[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u2122\u0153\u201a\u201e\u0152]")
# What is taken out before a text is finished.
LEFT = re.compile(
    r"<{7}|>{7}|\b(?:TODO|FIXME)\b|\[(?:\.\.\.|…)\]|&(?:#\d+|[a-z]{2,6});|翻译[：:]|译文[：:]|以下是(?:翻译|译文)"
)
TWICE = {
    "en": re.compile(r"(?<![\w-])(?!that\b|had\b)([a-z]+)[ \n]\1(?![\w-])", re.IGNORECASE),
    "zh": re.compile("的的|了了|在在|是是|和和|或或|与与|把把|被被|从从"),
}
SPACES = re.compile(r"(?<=[^\s|\0])  +(?=[^\s|\0])")
BESIDE_MACRO = re.compile(rf"(?<=[{HAN}]) +(?=\{{\{{)|(?<=\}}\}}) +(?=[{HAN}])")
# A list that a paragraph swallows: Markdown wants a blank line before it.
SWALLOWED = re.compile(r"^(?![-*+] |\d+\. )[^\s#|>{!?`-].*\n(?=(?:[-*+]|\d+\.) )", re.MULTILINE)
MAIL = re.compile(r"\[([^\]\s]+@[^\]\s]+)\]\(mailto:([^)\s]+)\)")
IN_ENGLISH = re.compile(rf"[{HAN}，。：；？！（）、]")


def letters(text: Text) -> Iterator[Problem]:
    """Everything in a text that its letters alone show to be wrong."""
    for found in UNSEEN.finditer(text.words):
        name = unicodedata.name(found[0], f"control character {ord(found[0]):02X}").lower()
        yield text.problem(
            f"a character that nobody sees ({name}) {_near(text, found)}; take it out", found.start()
        )
    prose = hidden(text.words)
    yield from _unfinished(text, prose)
    yield from _pairs(text, prose)
    if text.lang == "zh":
        yield from _traditional(text)
        yield from _signs(text, prose)
    elif re.search("[A-Za-z]", prose):  # the name of the other language stands alone
        for found in IN_ENGLISH.finditer(prose):
            yield text.problem(
                f'"{found[0]}" is Chinese {_near(text, found)}; write it in English', found.start()
            )


def _unfinished(text: Text, prose: str) -> Iterator[Problem]:
    """What is left of a slip: words twice, remnants of a tool, letters of another alphabet or encoding."""
    for found in MISREAD.finditer(text.words):
        said = f"“{found[0]}” {_near(text, found)} was read in another encoding; type the words again"
        yield text.problem(said, found.start())
    for found in ALIKE.finditer(prose):
        name = unicodedata.name(found[0]).lower()
        yield text.problem(
            f'"{found[0]}" {_near(text, found)} is a {name}; type the word again', found.start()
        )
    for found in LEFT.finditer(prose):
        yield text.problem(f'"{found[0]}" is left over {_near(text, found)}; take it out', found.start())
    for found in TWICE[text.lang].finditer(prose):
        yield text.problem(f'"{found[0]}" says a word twice; take one out', found.start())
    for found in SPACES.finditer(prose):
        yield text.problem(f"more than one space {_near(text, found)}; type one", found.start())
    for found in SWALLOWED.finditer(text.words):
        said = "a list begins here without a blank line before it, and would not show as one; add the line"
        yield text.problem(said, found.end())
    for found in MAIL.finditer(text.words):
        if found[1] != found[2]:
            said = f"the address shown is {found[1]} and the one written to {found[2]}; they must be the same"
            yield text.problem(said, found.start())


def _pairs(text: Text, prose: str) -> Iterator[Problem]:
    """Quotation marks and brackets that open or close alone, paragraph by paragraph."""
    opened = list[re.Match[str]]()
    for found in (*PAIRED.finditer(prose), None):
        sign = found[0] if found else "\n"
        if sign.startswith("\n"):
            for alone in opened:
                said = f'"{alone[0]}" {_near(text, alone)} is opened and not closed'
                yield text.problem(said, alone.start())
            opened = []
        elif found and sign not in PAIRS:
            opened.append(found)
        elif found and opened and opened[-1][0] == PAIRS[sign]:
            opened.pop()
        elif found:
            yield text.problem(
                f'"{sign}" {_near(text, found)} is closed and not opened before it', found.start()
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
    for found in re.finditer("你", prose):
        yield text.problem(
            f'"你" {_near(text, found)} is not how we speak to readers; write "您"', found.start()
        )
    for found in BESIDE_MACRO.finditer(text.words):
        yield text.problem("a space typed beside a figure; Chinese has none here, take it out", found.start())
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

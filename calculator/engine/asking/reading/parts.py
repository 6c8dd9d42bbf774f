"""A text with a day in it as numbers and words, with the marks between them."""

import re

from calculator.engine.calendar import MONTHS, WEEKDAYS

MALAY_MONTHS = (
    "Januari", "Februari", "Mac", "April", "Mei", "Jun",
    "Julai", "Ogos", "September", "Oktober", "November", "Disember",
)  # fmt: skip
MALAY_WEEKDAYS = ("Isnin", "Selasa", "Rabu", "Khamis", "Jumaat", "Sabtu", "Ahad")
CHINESE_WEEKDAYS = "".join(name[-1] for name in WEEKDAYS["zh"])


def _numbered(*lists: tuple[str, ...]) -> dict[str, int]:
    """Names and their first three letters, from 1 on."""
    return {
        each: number
        for names in lists
        for number, name in enumerate(names, 1)
        for each in (name.lower(), name[:3].lower())
    }


MONTH = {**_numbered(MONTHS, MALAY_MONTHS), "sept": 9}
WEEKDAY = _numbered(WEEKDAYS["en"], MALAY_WEEKDAYS)
NOTHING = frozenset({"st", "nd", "rd", "th", "of", "hb"})  # 10th of January, 10hb Januari
# A number or a word, and what stands between it and the next: digits of other scripts are no numbers.
PART = re.compile(r"([0-9]+|[^\W\d_]+)((?:[\W_]|(?![0-9])\d)*)")
MARKS = frozenset("-/., ")
WEEKDAYS_WRITTEN = tuple(WEEKDAY)


def parts_of(text: str) -> tuple[list[str], list[str]]:
    """Numbers and words, and the mark between each two: a space, a sign with spaces or without.

    Without the words that say nothing; nothing at all where a mark is none.
    """
    found = PART.findall(f"{text} ")
    if not found or not text.startswith(found[0][0]):
        return [], []
    # ① and 〇 are numbers to Unicode, and no letters of a word
    if not all(part.isascii() or part.isalpha() for part, _ in found):
        return [], []
    kept = [(part, mark.strip() or " ") for part, mark in found if part not in NOTHING]
    parts, marks = [part for part, _ in kept], [mark for _, mark in kept]
    if not parts or marks.pop() != " " or not MARKS.issuperset(marks):
        return [], []
    return parts, marks


def without_weekday(text: str) -> tuple[str, int]:
    """The text without a day of the week at either end, and which one it is; 0 where there is none."""
    if text.endswith(")"):
        before, _, inside = text[:-1].rpartition("(")
        text = f"{before} {inside}"
    # nearly every day is written without one
    some = text.startswith(WEEKDAYS_WRITTEN) or text.endswith(WEEKDAYS_WRITTEN)
    for word, number in WEEKDAY.items() if some else ():
        for rest in (text.removeprefix(word), text.removesuffix(word)):
            if rest != text and not (rest[:1] + rest[-1:]).isalpha():
                return rest.strip(" ,"), number
    head, last = text[:-1], text[-1:].replace("天", "日")
    for word in ("星期", "礼拜", "禮拜", "周", "週"):
        if last and last in CHINESE_WEEKDAYS and head.endswith(word):
            return head.removesuffix(word).strip(" ,"), CHINESE_WEEKDAYS.index(last) + 1
    return text, 0

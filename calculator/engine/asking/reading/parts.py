"""A text with a day in it as numbers and words, with the marks between them."""

from calculator.engine.asking.reading.text import is_whole
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


def parts_of(text: str) -> tuple[list[str], list[str]]:
    """Numbers and words, and the mark between each two: a space, a sign with spaces or without."""
    parts, marks, before = list[str](), list[str](), ""
    for character in f"{text} ":
        kind = "1" if is_whole(character) else "a" if character.isalpha() else ""
        if kind and kind == before:
            parts[-1] += character
        elif kind:
            parts.append(character)
            marks.append("")
        elif marks:
            marks[-1] += character
        else:
            return [], []
        before = kind
    return _meaning(parts, marks)


def _meaning(parts: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Without the words that say nothing; nothing at all where a mark is none."""
    kept = [(part, mark) for part, mark in zip(parts, after, strict=True) if part not in NOTHING]
    marks = [mark.strip() or " " for _, mark in kept]
    if not kept or marks.pop() != " " or any(mark not in ("-", "/", ".", ",", " ") for mark in marks):
        return [], []
    return [part for part, _ in kept], marks


def without_weekday(text: str) -> tuple[str, int]:
    """The text without a day of the week at either end, and which one it is; 0 where there is none."""
    if text.endswith(")"):
        before, _, inside = text[:-1].rpartition("(")
        text = f"{before} {inside}"
    for word, number in WEEKDAY.items():
        for rest in (text.removeprefix(word), text.removesuffix(word)):
            if rest != text and not (rest[:1] + rest[-1:]).isalpha():
                return rest.strip(" ,"), number
    head, last = text[:-1], text[-1:].replace("天", "日")
    for word in ("星期", "礼拜", "禮拜", "周", "週"):
        if last and last in CHINESE_WEEKDAYS and head.endswith(word):
            return head.removesuffix(word).strip(" ,"), CHINESE_WEEKDAYS.index(last) + 1
    return text, 0

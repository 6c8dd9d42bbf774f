"""A text as it is read, whatever keyboard, page or program it comes from."""

# Nothing that is asked for is longer; what is longer is read as nothing at all.
LONGEST = 100

# The keys of Chinese input methods give the wide forms of the signs from ! to ~, and a stop of their own.
WIDE, ASCII = range(0xFF01, 0xFF5F), range(0x21, 0x7F)
# Copied along unseen: controls, the soft hyphen, marks of direction, joiners without width, selectors of a
# variant, the byte order mark. Not the mark that shows all that follows from right to left: 0593 as 3950.
UNSEEN = (
    *range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x34F, 0x61C,
    *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202E), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10), 0xFEFF,
)  # fmt: skip
# Letters of other scripts that are seen as a gap.
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
# What is copied from a PDF may have the radical in place of the character that looks the same.
RADICALS = dict(zip(map(ord, "⼀⼆⼋⼗⼈⽇⽉"), "一二八十人日月", strict=True))

SIGNS: dict[int, str | None] = {
    **dict(zip(WIDE, map(chr, ASCII), strict=True)),
    **dict.fromkeys(UNSEEN),
    **dict.fromkeys(map(ord, BLANKS), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-"),
    **dict.fromkeys(map(ord, "。｡﹒·・‧･"), "."),
    **dict.fromkeys(map(ord, "、､﹐﹑"), ","),
    **dict.fromkeys(map(ord, "‘’ʼ′"), "'"),
    **dict.fromkeys(map(ord, "⁄∕"), "/"),
    ord("﹪"): "%",
    **RADICALS,
}


def is_whole(text: str) -> bool:
    """Whether this is digits and nothing else: Python takes those of other scripts for digits too."""
    return text.isascii() and text.isdecimal()


def normal(text: str) -> str:
    """Narrow signs, one kind of space and one at a time, nothing unseen, nothing around it."""
    if len(text) > LONGEST:
        return ""
    # nearly every text has nothing of all this
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    # spaces of every kind are what str.split() takes for one
    return " ".join(text.translate(SIGNS).split())


def parts(text: str) -> list[str]:
    """What stands between the commas of a text, of whichever kind they are."""
    return text.translate(SIGNS).split(",")

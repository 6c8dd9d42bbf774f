"""A text as it is read, whatever keyboard, page or program it comes from."""

# Nothing that is asked for is longer; what is longer is read as nothing at all.
LONGEST = 100

# The keys of Chinese input methods give the wide forms of the signs from ! to ~, and a stop of their own.
WIDE, ASCII = range(0xFF01, 0xFF5F), range(0x21, 0x7F)
# Soft hyphen, marks of direction, spaces and joiners without width, byte order mark: copied along unseen.
UNSEEN = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)

SIGNS: dict[int, str | None] = {
    **dict(zip(WIDE, map(chr, ASCII), strict=True)),
    **dict.fromkeys(UNSEEN),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-"),
    **dict.fromkeys(map(ord, "。｡﹒"), "."),
    **dict.fromkeys(map(ord, "、﹐"), ","),
    **dict.fromkeys(map(ord, "‘’ʼ"), "'"),
}


def is_whole(text: str) -> bool:
    """Whether this is digits and nothing else: Python takes those of other scripts for digits too."""
    return text.isascii() and text.isdecimal()


def normal(text: str) -> str:
    """Narrow signs, one kind of space and one at a time, nothing unseen, nothing around it."""
    if len(text) > LONGEST:
        return ""
    # spaces of every kind are what str.split() takes for one
    return " ".join(text.translate(SIGNS).split())

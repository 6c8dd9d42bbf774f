"""Where sentences end, in both languages."""

import re

# What ends a sentence, with what closes around it; not a point within a number, a name or an address.
STOP = {
    "en": re.compile(r"[.!?][\"'”’)*_\]]*(?=\s|$)"),
    "zh": re.compile(r"[。！？][”’）」』*_\]]*"),
}
# Where a sentence of the one language may go on and the other begins a new one.
PAUSE = {"en": re.compile(r"[.!?;][\"'”’)*_\]]*(?=\s|$)"), "zh": re.compile(r"[。！？；][”’）」』*_\]]*")}


def sentences(words: str, lang: str, *, finely: bool = False) -> list[tuple[str, int]]:
    """The sentences of the words, each with where it begins; what follows the last stop is one too.

    `finely` takes what stands between semicolons for sentences as well.
    """
    found, start = list[tuple[str, int]](), 0
    for end in (PAUSE if finely else STOP)[lang].finditer(words):
        found.append((words[start : end.end()], start))
        start = end.end()
    if re.search(r"\w", words[start:]):
        found.append((words[start:], start))
    return found

"""Which traditional characters stand for the simplified ones of our texts, for readers who type those."""

import opencc

# As written in general, in Taiwan and in Hong Kong.
WAYS = ("t2s", "tw2s", "hk2s")
EVERY = [chr(number) for number in range(0x3400, 0xA000)]


def characters(text: str) -> list[str]:
    """Each character of the text that has others for it, with those; none of them is in the text itself."""
    used = set(text)
    found: dict[str, set[str]] = {}
    for way in WAYS:
        simplified = opencc.OpenCC(way).convert("\n".join(EVERY)).split("\n")
        for typed, ours in zip(EVERY, simplified, strict=True):
            if ours != typed and ours in used and typed not in used:
                found.setdefault(ours, set()).add(typed)
    return [ours + "".join(sorted(found[ours])) for ours in sorted(found)]

"""Compares how many sentences twins have, and the words in them that bind, allow, deny or doubt."""

from collections.abc import Iterator

from overrides.hooks.check.meaning import signals
from overrides.hooks.check.meaning.pairs import Pair
from overrides.hooks.check.meaning.sentences import sentences
from overrides.hooks.read.text import Problem

KINDS = ("sentences", *(kind.id for kind in signals.kinds()))
# How much shorter or longer a twin is when it says the same, in Chinese characters for each English letter.
LEAST, MOST, TOO_SHORT_TO_SAY = 0.18, 1.0, 60


def words(pair: Pair) -> Iterator[Problem]:
    """Every difference in what the words bind, allow, deny or doubt."""
    yield from _sentences(pair)
    for kind in signals.kinds():
        if any(kind.words[lang].wanted.search(prose) for lang, prose in pair.prose.items()):
            yield from _kind(pair, kind)


def _sentences(pair: Pair) -> Iterator[Problem]:
    """A sentence that one of the twins lacks; a semicolon may stand for a full stop."""
    stops, pauses = (
        {lang: len(sentences(prose, lang, finely=finely)) for lang, prose in pair.prose.items()}
        for finely in (False, True)
    )
    if stops["en"] not in (stops["zh"], pauses["zh"]) and stops["zh"] != pauses["en"]:
        lang, twin = ("zh", "en") if stops["zh"] < stops["en"] else ("en", "zh")
        said = (
            f"{_count(stops[lang], 'sentence')} here and {stops[twin]} in {pair.place(twin)}; "
            "see that none is lost, or end the sentences in the same places"
        )
        yield from pair.differs("sentences", lang, said)
        return
    letters = {lang: sum(map(str.isalnum, prose)) for lang, prose in pair.prose.items()}
    if letters["en"] > TOO_SHORT_TO_SAY and not LEAST <= (share := letters["zh"] / letters["en"]) <= MOST:
        length = "shorter" if share < LEAST else "longer"
        said = f"this is much {length} than {pair.place('en')}; see that nothing is lost"
        yield from pair.differs("sentences", "zh", said)


def _kind(pair: Pair, kind: signals.Kind) -> Iterator[Problem]:
    """Words of this kind without counterpart, at the first sentence that has one."""
    for each in pair.by_sentence:
        wanted = {lang: kind.words[lang].wants(said) for lang, (said, _) in each.items()}
        for lang, twin in (("en", "zh"), ("zh", "en")):
            if len(wanted[lang]) > kind.words[twin].answers(each[twin][0]):
                at = {side: start for side, (_, start) in each.items()}
                have = _quoted(wanted[twin]) or "none"
                there = f"{_quoted(wanted[lang])} in {pair.place(lang, at[lang])}"
                said = f"{kind.name} is not the same: {have} here, {there}"
                yield from pair.differs(kind.id, twin, said, at[twin])
                return


def _quoted(found: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in found)


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"

"""Words of another language than the page's own get their `lang`: a screen reader says them as they sound.

Found by their letters: in a Chinese page what is written in Latin ones is English or Malay, in an English
page Chinese signs are Chinese. Malay is known by its words (malay.txt). Names in capitals (PERKESO, RM, FCLB)
are said letter by letter, or as the reader's language has them, and stay as they are.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from overrides.hooks.read.files import TAGS

ENGLISH, MALAY = "en", "ms"
# What is no language, or cannot hold an element, whole; an element of its own; the text between.
PIECE = re.compile(
    r"<!--.*?-->|<(?P<kept>head|script|style|textarea|svg|code|pre|option)\b.*?</(?P=kept)>"
    r"|(?P<cite><a\b[^>]*\btitle=\"(?P<title>[^\"]+)\"[^>]*>)(?P<inner>[^<]*)</a>|<[^>]+>|[^<]+",
    re.DOTALL,
)
TAG = re.compile(r"</?(?P<name>[a-z][\w-]*)")
LANG = re.compile(r'\blang="([\w-]+)"')
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
# Places for figures are no words, and addresses and file names are none of a language.
NO_WORDS = r"\{[^{}]*\}|&\w+;|[\w@/-]+(?:[./][\w-]+)+(?![^\u2e80-\uffef<{])"
# From a letter to the last one, number or bracket before a Chinese sign; an apostrophe may be escaped.
LATIN = re.compile(
    rf"(?P<no>{NO_WORDS})|[A-Za-zÀ-ÿ]"
    r"(?:(?:[^\u2e80-\uffef<{&\n]|&(?:amp|#39|#x27);)*[\w)](?<![\u2e80-\uffef]))?"
)
HAN = re.compile(
    r"(?P<no>\{[^{}]*\})|[\u3400-\u9fff](?:[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\d·]*[\u3400-\u9fff）」》])?"
)
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3,}")


def marked(html: str, lang: str) -> str:
    """A page in `lang` with a `lang` on what is written in another language."""
    return "".join(_pieces(html, lang))


def _pieces(html: str, lang: str) -> Iterator[str]:
    within: list[tuple[str, bool]] = []
    for piece in PIECE.finditer(html):
        text, ours = piece[0], all(each for _, each in within)
        if piece["cite"] and ours and not LANG.search(piece["cite"]):
            yield _cited(piece["cite"], piece["title"], piece["inner"], lang)
        elif piece["cite"] and ours:
            yield f"{piece['cite']}{piece['inner']}</a>"
        elif piece["kept"] or text.startswith("<!"):
            yield text
        elif text.startswith("<"):
            _follow(text, within, lang)
            yield text
        else:
            yield _words(text, lang) if ours else text


def _follow(tag: str, within: list[tuple[str, bool]], lang: str) -> None:
    """Which elements are open, and of each whether it is in the language of the page."""
    found = TAG.match(tag)
    name = found["name"] if found else ""
    if tag.startswith("</"):
        while within and within.pop()[0] != name:
            pass
    elif name not in VOID and not tag.endswith("/>"):
        said = LANG.search(tag)
        within.append((name, not said or said[1] in {lang, TAGS[lang]}))


def _cited(tag: str, title: str, inner: str, lang: str) -> str:
    """A link whose title is in another language: an attribute has the language of its element."""
    other = language(title, lang)
    if not other:
        return f"{tag}{_words(inner, lang)}</a>"
    ours = f'<span lang="{TAGS[lang]}">{_words(inner, lang)}</span>'
    words = inner if language(inner, lang) == other else ours
    return f'{tag[:-1]} lang="{other}">{words}</a>'


def _words(text: str, lang: str) -> str:
    pattern = LATIN if lang == "zh" else _malay_or_han()

    def put(found: re.Match[str]) -> str:
        other = None if found["no"] else language(found[0], lang)
        return f'<span lang="{other}">{found[0]}</span>' if other else found[0]

    return pattern.sub(put, text)


def language(words: str, lang: str) -> str | None:
    """The language of some words where it is not that of the page; none where they tell of none."""
    if HAN.search(words):
        return TAGS["zh"] if lang != "zh" else None
    letters = LETTERS.findall(words)
    malay = [each for each in letters if each.casefold() in malay_words()]
    if malay and 2 * len(malay) >= len(letters):
        return MALAY
    return ENGLISH if lang == "zh" and any(not each.isupper() for each in letters) else None


@cache
def malay_words() -> frozenset[str]:
    """The words by which Malay is known, in small letters."""
    lines = Path(__file__).with_name("malay.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _malay_or_han() -> re.Pattern[str]:
    """In an English page: Chinese, or Malay words beside each other, with what stands among them."""
    word = rf"\b(?i:{'|'.join(sorted(malay_words()))})\b"
    malay = rf"{word}(?: (?:{word}|PERKESO|[\d,]+[A-Z]?\b))*"
    return re.compile(rf"{HAN.pattern}|{malay}")

"""The tokens of the design: every colour of a text can be read on every ground, light and dark."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[1] / "overrides"
SHEETS = ("tokens.css", "dark.css")
TOKENS = "".join((STYLES / "assets" / "stylesheets" / name).read_text(encoding="utf-8") for name in SHEETS)
TEXTS = ("ink", "quiet", "accent", "good", "act", "ask", "info")
GROUNDS = ("paper", "surface")
# WCAG 2.2, AA: text, and the edges of what can be touched.
TEXT, EDGE = 4.5, 3.0


def colours(block: str) -> dict[str, str]:
    """The colours that a rule sets, by the names of their tokens."""
    return dict(re.findall(r"--nc-(\w+): (#[0-9a-f]{3,6}|var\(--nc-\w+\));", block))


LIGHT, DARK = (
    colours(TOKENS.split(rule, 1)[1].split("}")[0]) for rule in ("[data-md-color-scheme] {", '"slate"] {')
)
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}


def luminance(scheme: dict[str, str], token: str) -> float:
    colour = scheme[token]
    if named := re.fullmatch(r"var\(--nc-(\w+)\)", colour):
        return luminance(scheme, named[1])
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == len("fff") else digits
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: dict[str, str], one: str, other: str) -> float:
    darker, lighter = sorted((luminance(scheme, one), luminance(scheme, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_text_can_be_read_on_its_ground(scheme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(scheme, text, ground) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_edge_of_a_field_can_be_seen(scheme: dict[str, str], ground: str) -> None:
    assert contrast(scheme, "edge", ground) >= EDGE


def test_the_dark_scheme_has_a_colour_of_its_own_for_each_token() -> None:
    assert {name for name, colour in LIGHT.items() if colour.startswith("#")} == set(DARK)


def test_colours_stand_among_the_tokens_alone() -> None:
    """A colour elsewhere would be of one scheme only."""
    for path in STYLES.rglob("*.css"):
        if path.name not in SHEETS:
            assert (
                re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", path.read_text(encoding="utf-8")) == []
            ), path

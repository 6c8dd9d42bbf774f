"""Draws one preview picture: what it says is large enough to be read in a chat."""

import io
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from overrides.hooks.assemble.previews.fonts import Fonts
from overrides.hooks.assemble.previews.layout import lines, pieces
from overrides.hooks.assemble.previews.words import Segmenter
from PIL import Image, ImageDraw

# What WhatsApp, Telegram and others ask for.
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, BAR, RULE = 80, 20, 2
BOLD, PLAIN = 700, 450
SMALL = MEASURED = 36
# The title takes the largest of these sizes at which it needs no more lines than stand beside it.
TITLE = ((96, 1), (76, 2), (60, 3), (50, 4), (42, 5))
LINE = 1.3
# Between Chinese and Latin, which no space is typed for.
GAP = 0.14
MEETS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")
COLOURS = 64
TOKENS = "overrides/assets/stylesheets/tokens.css"
TOKEN = re.compile(r"--nc-(\w+): (?:(#[0-9a-f]{3,6})|var\(--nc-(\w+)\));")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a picture says. `outcome` is empty in that of a notice, `notice` too in that of all notices.

    `above` is a word in the colour of `tone`, `title` the largest, `below` a sentence; `name` and `site` say
    whose it is.
    """

    notice: str
    outcome: str
    lang: str
    tone: str
    above: str
    title: str
    below: str
    name: str
    site: str


@dataclass(frozen=True, slots=True)
class Style:
    """How words look."""

    size: int
    weight: int
    colour: str


class Painter:
    """Draws pictures in the light colours of the site."""

    def __init__(self, root: Path, words: Segmenter) -> None:
        """`words` knows the site's own, which are not parted at the end of a line."""
        self.fonts, self.words = Fonts(root), words
        light = (root / TOKENS).read_text(encoding="utf-8").split("}")[0]
        found = {name: (value, same) for name, value, same in TOKEN.findall(light)}
        self.colours = {name: value or found[same][0] for name, (value, same) in found.items()}

    def png(self, preview: Preview) -> bytes:
        """The picture; the same bytes for the same words."""
        image = Image.new("RGB", SIZE, self.colours["paper"])
        self._draw(ImageDraw.Draw(image), preview)
        made = io.BytesIO()
        few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(made, "PNG", optimize=True)
        return made.getvalue()

    def _draw(self, on: ImageDraw.ImageDraw, preview: Preview) -> None:
        tone = self.colours[preview.tone]
        quiet = Style(SMALL, PLAIN, self.colours["quiet"])
        on.rectangle((0, 0, WIDTH, BAR), fill=tone)
        y = float(MARGIN + SMALL)
        if preview.above:
            radius = SMALL / 3
            on.circle((MARGIN + radius, y - radius), radius, fill=tone)
            self._text(on, (MARGIN + 3 * radius, y), preview.above, Style(SMALL, BOLD, tone))
        title, said = self._title(preview.title)
        y = self._paragraph(on, y + SMALL / 2, said, title)
        self._paragraph(on, y + 3 / 4 * SMALL, self._lines(preview.below, quiet), quiet)
        foot = HEIGHT - MARGIN
        rule = foot - 2 * SMALL
        on.rectangle((MARGIN, rule, WIDTH - MARGIN, rule + RULE - 1), fill=self.colours["line"])
        end = self._text(on, (MARGIN, foot), preview.name, Style(SMALL, BOLD, self.colours["accent"]))
        self._text(on, (end + SMALL / 2, foot), preview.site, quiet)

    def _title(self, words: str) -> tuple[Style, list[str]]:
        for size, most in TITLE:
            style = Style(size, BOLD, self.colours["ink"])
            found = self._lines(words, style)
            if len(found) <= most:
                break
        return style, found

    def _lines(self, words: str, style: Style) -> list[str]:
        @cache
        def width(line: str) -> float:
            """Measured in one size for all, since each size of a font takes time to read."""
            runs = self.fonts.runs(line, MEASURED, style.weight)
            wide = sum(font.getlength(run) for font, run in runs) / MEASURED
            return style.size * (wide + GAP * len(MEETS.findall(line)))

        return lines(pieces(words, self.words), WIDTH - 2 * MARGIN, width)

    def _paragraph(self, on: ImageDraw.ImageDraw, y: float, said: list[str], style: Style) -> float:
        """Write lines below a height; where the last stands."""
        for line in said:
            y += style.size * LINE
            self._text(on, (MARGIN, y), line, style)
        return y

    def _text(self, on: ImageDraw.ImageDraw, at: tuple[float, float], words: str, style: Style) -> float:
        """Write one line that begins there; where it ends."""
        x, y = at
        for number, part in enumerate(MEETS.split(words)):
            x += style.size * GAP if number else 0
            for font, run in self.fonts.runs(part, style.size, style.weight):
                on.text((x, y), run, font=font, fill=style.colour, anchor="ls")
                x += font.getlength(run)
        return x

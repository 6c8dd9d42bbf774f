"""The font of the preview pictures, which its package has in many files, each with some of the characters."""

import json
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

from overrides.hooks.assemble.node import AssembleError
from PIL import ImageFont

PACKAGE = "node_modules/@fontsource-variable/noto-sans-sc"
RANGES = "unicode.json"
FILE = "files/noto-sans-sc-{}-wght-normal.woff2"

type Font = ImageFont.FreeTypeFont


class Fonts:
    """Finds for each character the file that has it."""

    def __init__(self, root: Path) -> None:
        """`root` is the folder that holds node_modules."""
        self.folder = root / PACKAGE
        self._font, self.file = cache(self._read), cache(self._file)

    def runs(self, text: str, size: int, weight: int) -> list[tuple[Font, str]]:
        """The text in pieces, each with the font that has all its characters; raises AssembleError."""
        return [
            (self._font(file, size, weight), "".join(signs)) for file, signs in groupby(text, key=self.file)
        ]

    def _file(self, sign: str) -> str:
        """The file that has a character; raises AssembleError where none has it."""
        for name, ranges in self._ranges.items():
            if any(ord(sign) in each for each in ranges):
                return (self.folder / FILE.format(name)).as_posix()
        said = f'{PACKAGE} has no character "{sign}" (U+{ord(sign):04X})'
        raise AssembleError(f"{said}; say it in other words, since a preview picture would show a box")

    @cached_property
    def _ranges(self) -> dict[str, list[range]]:
        if not self.folder.is_dir():
            raise AssembleError(f"{PACKAGE} is not there; run `make setup`")
        said = json.loads((self.folder / RANGES).read_text(encoding="utf-8"))
        # the Latin alphabet first: it is in every text
        return {name.strip("[]"): [_range(each) for each in said[name].split(",")] for name in reversed(said)}

    def _read(self, file: str, size: int, weight: int) -> Font:
        # without Raqm, which is there on some machines and not on others
        font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight])
        return font


def _range(said: str) -> range:
    """U+4e00-4e03 or U+4e00."""
    first, _, last = said.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)

"""The preview pictures of the site, each drawn once and named after its content."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import PIL
from overrides.hooks.assemble.previews import picture
from overrides.hooks.assemble.previews.fonts import PACKAGE
from overrides.hooks.assemble.previews.picture import Painter, Preview
from overrides.hooks.assemble.previews.words import Segmenter

FOLDER = "assets/previews"
CACHE = ".cache/previews"
HASH = 8

type Key = tuple[str, str, str]


@dataclass(frozen=True)
class Previews:
    """Where each picture lies below the root of the site."""

    addresses: Mapping[Key, str]

    def address(self, notice: str, lang: str, outcome: str | None = None) -> str:
        """The picture of a notice, of one of its outcomes, or with "" of all notices."""
        return self.addresses[notice, lang, outcome or ""]

    def of_page(self, page: str, lang: str) -> str:
        """The picture of a page: that of the notice in whose folder it is, or that of all notices."""
        notice = page.partition("/")[0]
        return self.address(notice if (notice, lang, "") in self.addresses else "", lang)


def draw(root: Path, site: Path, previews: Iterable[Mapping[str, Any]], terms: Iterable[str]) -> Previews:
    """Put the pictures into the site; those that were drawn before are taken from the cache."""
    kept, folder = root / CACHE, site / FOLDER
    for each in (kept, folder):
        each.mkdir(parents=True, exist_ok=True)
    own_words = list(terms)
    painter, known = cache(lambda: Painter(root, Segmenter(own_words))), _made_with(root, own_words)
    addresses: dict[Key, str] = {}
    used: set[str] = set()
    for preview in (Preview(**each) for each in previews):
        key = f"{hashlib.sha256(known + json.dumps(asdict(preview)).encode()).hexdigest()}.png"
        used.add(key)
        if not (kept / key).exists():
            half = kept / f"{key}.half"
            half.write_bytes(painter().png(preview))
            half.replace(kept / key)
        content = (kept / key).read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:HASH].upper()
        name = "-".join(part for part in (preview.notice, preview.outcome) if part) or "notices"
        address = f"{FOLDER}/{name}.{preview.lang}.{digest}.png"
        (site / address).write_bytes(content)
        addresses[preview.notice, preview.lang, preview.outcome] = address
    for old in kept.iterdir():
        if old.name not in used:
            old.unlink()
    return Previews(addresses)


def _made_with(root: Path, own_words: list[str]) -> bytes:
    """Whatever else a picture depends on: how it is drawn, with what, the colours, the words kept whole."""
    code = b"".join(path.read_bytes() for path in sorted(Path(picture.__file__).parent.glob("*.py")))
    font = (root / PACKAGE / "package.json").read_bytes()
    said = json.dumps([PIL.__version__, *own_words]).encode()
    return hashlib.sha256(code + font + (root / picture.TOKENS).read_bytes() + said).digest()

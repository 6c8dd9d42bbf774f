"""Writes a `.br` and a `.gz` beside every file that shrinks, for hosts that serve such files as they are."""

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

ENDINGS = {
    ".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".md", ".webmanifest", ".ico",
    ".ttf", ".otf", ".csv", ".ics", ".wasm", ".bin", ".zip", ".whl", ".png", ".jpg", ".webp", ".woff2",
}  # fmt: skip
# A packet holds this much: below it nothing is gained.
SMALLEST = 1000
CACHE = ".cache/compressed"


def prepare(root: Path, site: Path) -> None:
    """Compress the files under `site`, with what was compressed before taken from the cache."""
    compress(site, root / CACHE)


def compress(site: Path, cache: Path) -> None:
    """Write file.br and file.gz beside each file that gets smaller by a twentieth; always the same bytes."""
    cache.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix in ENDINGS]
    with ThreadPoolExecutor() as threads:
        used = {name for names in threads.map(lambda path: _compress(path, cache), files) for name in names}
    for old in cache.iterdir():
        if old.name not in used:
            old.unlink()


def sizes(path: Path, root: Path) -> tuple[int, int]:
    """How many bytes a file has as `.gz` and as `.br`; its own where it does not get smaller."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    (root / CACHE).mkdir(parents=True, exist_ok=True)
    gz, br = (len(_cached(root / CACHE / (digest + ending), content)) for ending in (".gz", ".br"))
    return min(gz, len(content)), min(br, len(content))


def _compress(path: Path, cache: Path) -> list[str]:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    kept = []
    for ending in (".br", ".gz"):
        beside = path.with_name(path.name + ending)
        beside.unlink(missing_ok=True)
        if len(content) < SMALLEST:
            continue
        packed = _cached(cache / (digest + ending), content)
        kept.append(digest + ending)
        if len(packed) < len(content) * 0.95:
            beside.write_bytes(packed)
    return kept


def _cached(path: Path, content: bytes) -> bytes:
    if not path.exists():
        packed = _brotli(content) if path.suffix == ".br" else gzip.compress(content, mtime=0)
        half = path.with_name(path.name + ".half")
        half.write_bytes(packed)
        half.replace(path)
    return path.read_bytes()


def _brotli(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content, quality=11, lgwin=24)
    return packed

"""Where pages stand in the site, and the way from one to another."""

import posixpath

from overrides.hooks.read.files import LANGUAGES


def address(page: str, lang: str) -> str:
    """Where a page stands below the root of the site: `zh/amnesty/`, or "" for the home page."""
    folder = page.removesuffix("index").rstrip("/")
    parts = [part for part in ("" if lang == LANGUAGES[0] else lang, folder) if part]
    return "".join(f"{part}/" for part in parts)


def relative(target: str, page: str) -> str:
    """The way from one address to another, good under any base path."""
    return posixpath.relpath(target or ".", page or ".") + ("/" if target.endswith("/") or not target else "")

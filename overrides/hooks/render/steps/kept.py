"""Addresses that were given out once: each leads on, however questions and replies have changed since."""

from collections.abc import Mapping
from pathlib import Path

from overrides.hooks.read.tree import TreeError
from overrides.hooks.read.tree.prove.pages import MOST_PAGES
from overrides.hooks.render.steps.places import Map, Page

FOLDER = "docs/addresses"


def kept(root: Path, notice: str) -> list[str]:
    """The addresses below the folder of a notice's steps that were given out once."""
    path = _file(root, notice)
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def keep(root: Path, notice: str, mapped: Map) -> int:
    """Add the addresses of today; returns how many are new."""
    before, now = kept(root, notice), {page.address for page in mapped.pages if page.address}
    every = sorted({*before, *now})
    path = _file(root, notice)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{address}\n" for address in every), encoding="utf-8")
    return len(every) - len(before)


def left(root: Path, notice: str, mapped: Map) -> dict[str, Page]:
    """The addresses that have no page any more, each with the page that leads on."""
    now = {page.address for page in mapped.pages}
    return {address: leads_to(address, mapped) for address in kept(root, notice) if address not in now}


def within(notice: str, mapped: Map, left: Mapping[str, Page]) -> Mapping[str, Page]:
    """What is left, where it and the pages of today are within the budget together; else raises TreeError."""
    pages = len(mapped.pages)
    if pages + len(left) <= MOST_PAGES:
        return left
    said = f"{pages} pages and {len(left)} for addresses of before, where {MOST_PAGES} are the most"
    gone = f"take some out of {FOLDER}/{notice}.txt (who has one of them gets the page for missing addresses)"
    fewer = f"or, where the day is asked, name fewer: first and last in docs/{notice}/steps.<lang>.toml"
    raise TreeError(f"{notice}: {said}; {gone}, {fewer}")


def leads_to(address: str, mapped: Map) -> Page:
    """As far as today's tree knows the replies in an address; there the reader chooses again."""
    page = mapped.pages[0]
    for part in address.split("/"):
        steps = zip(page.steps, page.targets, strict=True)
        found = (target for step, target in steps if part == f"{page.question}-{step.id}")
        target = next(found, None)
        if target is None:
            break
        page = mapped.pages[target]
    return page


def _file(root: Path, notice: str) -> Path:
    return root / FOLDER / f"{notice}.txt"

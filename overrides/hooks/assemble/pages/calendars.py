"""The calendars of the site: the files, with whole addresses in them where the site's own is known."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from overrides.hooks.assemble import node
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import TAGS

TOOL = "overrides/hooks/assemble/calendars.mjs"
FILE = "deadlines.ics"
LANGUAGES = {tag: lang for lang, tag in TAGS.items()}

type Calendar = Mapping[str, Any]


def write(root: Path, site: Path, calendars: Iterable[Calendar], site_url: str | None) -> None:
    """Write each calendar beside the page that it belongs to."""
    given = [_addressed(calendar, site_url) for calendar in calendars]
    # Node is started once for all of them
    texts = json.loads(node.ask(root, TOOL, json.dumps(given))) if given else []
    for calendar, text in zip(given, texts, strict=True):
        folder = site / _folder(calendar)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(text.encode())


def _folder(calendar: Calendar) -> str:
    return address(calendar["page"], LANGUAGES[calendar["lang"]])


def _addressed(calendar: Calendar, site_url: str | None) -> Calendar:
    """The calendar with its own address, and with that of the notice in each entry."""
    if not site_url:
        return calendar
    lang = LANGUAGES[calendar["lang"]]
    events = []
    for event in calendar["events"]:
        notice = urljoin(site_url, address(event["page"], lang))
        words = f"{event['words']}\n\n{calendar['notice'].format(address=notice)}"
        events.append({**event, "words": words, "address": notice})
    return {**calendar, "address": urljoin(site_url, _folder(calendar) + FILE), "events": events}

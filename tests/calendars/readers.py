"""Writes calendars as the site does, and reads them with two libraries that know nothing of us."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from icalendar import Calendar

from overrides.hooks.assemble.pages import calendars
from overrides.hooks.render.calendars import files
from tests.drawn import site
from tests.node import ROOT, in_node

ADDRESS = "https://example.com/law/"
READ = """
import { text } from "node:stream/consumers";
import ICAL from "ical.js";
const files = JSON.parse(await text(process.stdin));
const read = (file) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((each) => {
  const { uid, summary, description, startDate } = new ICAL.Event(each);
  return [uid, startDate.toString(), summary, description];
});
console.log(JSON.stringify(files.map(read)));
"""
WRITE = """
import { text } from "node:stream/consumers";
import { ics } from "./overrides/calculator/along/calendar/ics.js";
console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(ics)));
"""


class Event(NamedTuple):
    """What an entry says, whoever has read it."""

    uid: str
    day: date
    title: str
    words: str


@cache
def written(site_url: str | None = None) -> dict[str, bytes]:
    """Every calendar file of the site by its address."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        calendars.write(ROOT, root, files.calendars(site()), site_url)
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*.ics"))}


def parsed(content: bytes) -> Any:  # noqa: ANN401 - each of its values may be of many types
    """A calendar of the Python library."""
    return Calendar.from_ical(content)


def by_icalendar(content: bytes) -> list[Event]:
    """As the Python library reads it, which notes what is wrong with a component."""
    read = parsed(content)
    assert all(each.errors == [] for each in read.walk())
    return [
        Event(str(each["UID"]), each["DTSTART"].dt, str(each["SUMMARY"]), str(each["DESCRIPTION"]))
        for each in read.walk("VEVENT")
    ]


def by_ical_js(contents: Iterable[bytes]) -> list[list[Event]]:
    """As the JavaScript library reads each of them."""
    found = in_node(READ, [content.decode() for content in contents])
    return [
        [Event(uid, date.fromisoformat(day), title, words) for uid, day, title, words in each]
        for each in found
    ]


def made(given: Iterable[object]) -> list[bytes]:
    """What the page's own writer makes of calendars."""
    return [text.encode() for text in in_node(WRITE, list(given))]

"""Draws pictures with the module of the page, run by Node."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from calculator import answer
from calculator.engine import figures
from calculator.engine.decision import Figure
from overrides.hooks.render.context import Place, Site, load_site
from tests.node import ROOT, in_node

DRAW = """
import { text } from "node:stream/consumers";
import { draw } from "./overrides/calculator/picture/draw.js";
const made = JSON.parse(await text(process.stdin)).map(([picture, reader]) => draw(picture, reader));
console.log(JSON.stringify(made));
"""

DAY = re.compile(r"\d{4}-\d\d-\d\d$")

type Picture = Mapping[str, Any]
type Reader = Mapping[str, Any]


@cache
def site() -> Site:
    return load_site(ROOT, {})


def place(notice: str, lang: str) -> Place:
    return site().place(f"{notice}/index", lang)


def html(*wanted: tuple[Picture, Reader | None]) -> list[str]:
    """What the module makes of each picture, with a reader or without."""
    made: list[str] = in_node(DRAW, wanted)
    return made


def drawn(*wanted: tuple[Picture, Reader | None]) -> list[ET.Element]:
    """The same as elements, by which it is shown to be well formed."""
    return [ET.fromstring(each) for each in html(*wanted)]  # noqa: S314 - made by our own script


def reader(notice: str, facts: Mapping[str, str], day: str, lang: str = "en") -> Reader:
    """What the page hands over: the findings of the rules, and the days among the replies."""
    decision = json.loads(answer(json.dumps({"notice": notice, "lang": lang, "facts": facts})))
    assert decision["status"] == "decision", decision
    days = {id: said for id, said in facts.items() if DAY.match(said) and id in decision["asked"]}
    asked = {id: {"value": said, "text": _text(said, lang)} for id, said in days.items()}
    return {"findings": decision["findings"], "facts": asked, "day": facts[day]}


def _text(day: str, lang: str) -> str:
    return figures.text(Figure(date.fromisoformat(day), "date"), lang)


def words(element: ET.Element) -> str:
    """The text in an element, as it is read."""
    return " ".join(" ".join(element.itertext()).split())


def percents(element: ET.Element, *names: str) -> Sequence[float]:
    """The places that the attributes of these names hold, anywhere in a picture."""
    found = (each.get(name, "") for each in element.iter() for name in names)
    return [float(said.removesuffix("%")) for said in found if said.endswith("%")]


def with_class(element: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in element.iter() if name in each.get("class", "").split()]

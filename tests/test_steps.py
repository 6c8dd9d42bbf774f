"""The way without a script: each page leads on, and every answer is the engine's, in both languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from html.parser import HTMLParser
from itertools import chain, islice, product
from pathlib import Path
from urllib.parse import urljoin

import pytest

from calculator.engine import figures
from calculator.engine.asking.found import notices
from calculator.engine.decision import Decision
from overrides.hooks.check.steps import trees
from overrides.hooks.read.rules import read as read_fact
from overrides.hooks.read.tree import Leaf, Tree
from overrides.hooks.read.tree.prove.tries import at_crossings, at_ends, at_random, sampled
from overrides.hooks.read.tree.tree import is_reply
from overrides.hooks.render.context import load_site
from overrides.hooks.render.steps.kept import kept, leads_to
from overrides.hooks.render.steps.places import Map, Page

ROOT = Path(__file__).parents[1]
LANGS = ("", "zh/")
BUDGET = 400
RANDOM, SEED = 2000, 11
# Figures counted from today: a page has those of its own day, and says so.
OF_TODAY = ("as_at", "days_late", "registered_by")


class Read(HTMLParser):
    """What a page says to programs: its links, and of an answer the outcome, findings, figures, sources."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.outcome = ""
        self.findings: list[str] = []
        self._within = ""
        self.everywhere: dict[str, set[str]] = {}
        self.figures: dict[str, dict[str, str]] = {}
        self.sources: set[str] = set()
        self.robots = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and not re.match(r"https?:|tel:|#", given.get("href", "#")):
            self.links.append(given["href"])
        if given.get("name") == "robots":
            self.robots = given["content"]
        self.outcome = given.get("data-outcome", self.outcome)
        if "data-finding" in given:
            self._within = given["data-finding"]
            self.findings.append(self._within)
            self.figures.setdefault(self._within, {})
        elif given.get("data-part"):
            self._within = ""
        if id := given.get("data-figure"):
            self.everywhere.setdefault(id, set()).add(given.get("value", ""))
            if self._within:
                self.figures[self._within][id] = given.get("value", "")
        if "data-cited" in given:
            self.sources.add(given["data-cited"])


@dataclass(frozen=True)
class Steps:
    """A notice's tree with its pages."""

    tree: Tree
    mapped: Map

    def page_of(self, given: Mapping[str, str]) -> Page:
        """The page to which replies lead whoever reads them on the day of the facts."""
        page, points = self.mapped.pages[0], self.tree.points(given)
        while question := page.question:
            value = read_fact(self.tree.questions[question], given[question])
            fits = [is_reply(step.reply, value, points.get(question), points) for step in page.steps]
            assert fits.count(True) == 1, (given, question)
            page = self.mapped.pages[page.targets[fits.index(True)]]
        return page


@cache
def steps() -> Mapping[str, Steps]:
    return {id: Steps(tree, Map(tree)) for id, tree in trees(load_site(ROOT, {}), ROOT).items()}


def tried(tree: Tree) -> Iterator[tuple[Mapping[str, str], Decision]]:
    """Facts with the decision of the rules: what pages and runtimes are compared with."""
    random = islice(at_random(tree, SEED), RANDOM)
    yield from chain(sampled(tree), at_ends(tree), at_crossings(tree), random)


@cache
def read(path: Path) -> Read:
    return Read(path.read_text(encoding="utf-8"))


def file(site: Path, lang: str, notice: str, page: Page) -> Path:
    return site / lang / notice / "steps" / page.address / "index.html"


@pytest.mark.parametrize("notice", notices())
def test_pages_are_within_their_budget(notice: str) -> None:
    assert len(steps()[notice].mapped.pages) <= BUDGET


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("notice", notices())
def test_every_page_is_there_and_leads_on(notice: str, lang: str, site: Path) -> None:
    """Every link of every page leads to a page; only the first page is for search engines."""
    own = steps()[notice]
    for page in own.mapped.pages:
        path = file(site, lang, notice, page)
        found = read(path)
        assert found.robots == ("noindex, follow" if page.address else "")
        here = path.relative_to(site).as_posix()
        for link in found.links:
            target = urljoin(f"https://x/{here}", link).removeprefix("https://x/").partition("#")[0]
            assert (site / target / "index.html").exists(), (here, link)


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@pytest.mark.parametrize("notice", notices())
def test_every_path_has_the_answer_of_the_rules(notice: str, site: Path) -> None:
    """Every path of the samples, both sides of every turn, and facts at random; in each language."""
    own, count = steps()[notice], 0
    for given, decision in tried(own.tree):
        page = own.page_of(given)
        if page.state is not None:
            for lang in LANGS:
                assert_same(read(file(site, lang, notice, page)), decision, own.tree, given)
            count += 1
    assert count > 1000


def test_a_page_is_right_on_each_day_of_the_week(site: Path) -> None:
    """What is counted from today holds for whoever reads a page on another day, or it says that it stops."""
    own, counts = steps()["amnesty"], {"answered": 0, "left": 0}
    checked = own.tree.loaded.law.as_at
    for later, before in product(range(8), range(60)):
        today = checked + timedelta(days=later)
        hired = {"as_at": str(today), "first_employed_on": str(today - timedelta(days=before))}
        for employs in ("employees", "spouse_only", "domestic_only", "foreign_only"):
            given = {**hired, "employs": employs, "registration": "not_registered"}
            page = own.page_of(given)
            counts["left" if page.state is None else "answered"] += 1
            if page.state is not None:
                decision = own.tree.loaded.decision(given)
                assert_same(read(file(site, "", "amnesty", page)), decision, own.tree, given)
    assert counts["answered"] > counts["left"] > 0


def assert_same(said: Read, decision: Decision, tree: Tree, given: Mapping[str, str]) -> None:
    """The page has the outcome, each finding, each source, and each figure unless it varies."""
    findings = list(decision.findings)[1:] if tree.is_late(given) else list(decision.findings)
    assert said.outcome == decision.outcome, given
    assert sorted(said.findings) == sorted(str(finding.code) for finding in findings), given
    assert said.sources == {source for finding in findings for source in finding.cited}, given
    today = tree.points(given).get(tree.day) not in (None, tree.today)
    for finding in findings:
        shown = said.figures[str(finding.code)]
        assert shown.keys() <= finding.figures.keys()
        for id, figure in finding.figures.items():
            # what there is more to read stands below, with its figures
            values = {shown[id]} if id in shown else said.everywhere[id]
            if not (today and id in OF_TODAY):
                assert values & {"", figures.value(figure.amount)}, (given, finding.code, id)


@pytest.mark.parametrize("notice", notices())
def test_both_languages_have_the_same_pages_and_ways(notice: str, site: Path) -> None:
    for page in steps()[notice].mapped.pages:
        one, other = (read(file(site, lang, notice, page)) for lang in LANGS)
        assert (one.outcome, one.findings, one.figures, one.sources) == (
            other.outcome, other.findings, other.figures, other.sources,
        )  # fmt: skip
        assert len(one.links) == len(other.links)


@pytest.mark.parametrize("notice", notices())
def test_a_figure_that_follows_a_reply_is_the_engines(notice: str) -> None:
    """That a day is so many days behind another holds for whoever comes to the page."""
    tree, met = steps()[notice].tree, 0
    for given, decision in islice(at_random(tree, SEED), RANDOM):
        points = tree.points(given)
        by_code = {str(finding.code): finding for finding in decision.findings}
        for said in tree.leaf_for(given).findings:
            for id, fact, by in said.follows:
                line, amount = tree.lines[fact], by_code[said.code].figures[id].amount
                assert line.scale.point(amount) == points[fact] + by, (given, said.code, id)
                met += 1
    assert met or not any(leaf.varying - leaf.unnamed for leaf in tree.states if isinstance(leaf, Leaf))


@pytest.mark.parametrize("notice", notices())
def test_every_address_is_kept(notice: str) -> None:
    """`make addresses` keeps those of today, so that they lead on when the law has changed."""
    mapped = steps()[notice].mapped
    assert {page.address for page in mapped.pages if page.address} <= set(kept(ROOT, notice))


OLD = {
    "as it is": ("employs-employees/", "employs-employees/"),
    "a reply that was divided": (
        "employs-employees/first_employed_on-before-2018-01-01/",
        "employs-employees/",
    ),
    "a question that is asked no more": ("employs-nobody/colour-red/", "employs-nobody/"),
    "nothing that was ever there": ("no/such/", ""),
    "another way to the same page": (
        "employs-domestic_only/first_employed_on-29-days-before-as_at/",
        "employs-spouse_only/first_employed_on-29-days-before-as_at/",
    ),
}


@pytest.mark.parametrize("name", OLD)
def test_an_old_address_leads_on(name: str) -> None:
    old, now = OLD[name]
    assert leads_to(old, steps()["amnesty"].mapped).address == now

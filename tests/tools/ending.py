"""The groups of what has ended, ends soon, or has not been looked at for a year, each line with its why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from calculator.engine.asking.found import load
from calculator.engine.law.reading.row import Row
from calculator.engine.month import Month
from overrides.hooks.render.life import ENDS, OWN_WORD
from tests.cases import READERS
from tests.last_check import dated
from tests.tools import law_rows, named_days, pages
from tests.tools.grouped import Group, Line
from tests.tools.looked_at import a_year_before, begins

SOON = timedelta(days=92)


@dataclass(frozen=True)
class Expiry:
    """A project as its readers meet it on a day."""

    root: Path
    folders: Sequence[Path]
    day: date

    def groups(self) -> Iterator[Group]:
        """Each group with what to do about its lines."""
        passed = named_days.passed(self.root, self.days, self.day)
        yield "Notices that are over: do they say first what holds now?", list(self.notices(over=True))
        yield "Notices that end soon: what will they say then?", list(self.notices(over=False))
        yield "Texts that speak of a day as to come, and it has passed: say it as what was", list(passed)
        yield "Programmes that began or ended lately, or will soon: is it said?", list(self.programmes())
        yield "Figures that began or ended lately, or will soon: is it said?", list(self.figures())
        yield "Pages without a script that end soon: name a later month", list(self.last_replies())
        yield "Law that was not checked for a year: make recheck", list(self.unchecked())
        yield "Pages that nobody has updated for a year, or of a day as long ago: read them", list(self.old())
        yield "Notices without a case about the last year: add one", list(self.without_case())

    def near(self, day: date) -> bool:
        """Whether a day is not long past, and not far off."""
        return self.day - SOON <= day <= self.day + SOON

    @cached_property
    def rows_of_programmes(self) -> list[tuple[str, Row]]:
        """Every programme with its id."""
        return [each for folder in self.folders for each in law_rows.rows(folder, "programmes.toml")]

    @cached_property
    def rows_of_parameters(self) -> list[tuple[str, Row]]:
        """Every parameter with its id."""
        return [each for folder in self.folders for each in law_rows.rows(folder, "parameters.toml")]

    @cached_property
    def days(self) -> named_days.Days:
        """Every day that a macro can give."""
        found = {
            (id, part): frozenset({row.day(part)})
            for id, row in self.rows_of_programmes
            for part in ("first_day", "last_day")
        }
        for id, row in self.rows_of_parameters:
            values = [each.found.get("value") for each in row.rows("values", "from")]
            found[id, named_days.VALUE] = frozenset(day for day in values if isinstance(day, date))
        return found

    def notices(self, *, over: bool) -> Iterator[Line]:
        """What notices are about and when that ended, or will soon."""
        for page in sorted(self.root.glob("docs/*/index.en.md")):
            says = named_days.front_matter(self.root, page.relative_to(self.root).as_posix())
            where, said = says.get(ENDS, ("", ""))
            for _, day in named_days.in_text(said, self.days):
                if (day < self.day) is over and (over or self.near(day)):
                    status = f", status: {says[OWN_WORD][1]}" if OWN_WORD in says else ""
                    due = "" if "due" in says else ", and no due: what has a reader to do now?"
                    yield where, f"{page.parent.name}: {self._when(day)}{status}{due}"

    def _when(self, day: date) -> str:
        return f"ended on {day}" if day < self.day else f"ends on {day}"

    def programmes(self) -> Iterator[Line]:
        """First and last days of programmes around the day."""
        for id, row in self.rows_of_programmes:
            first, last = row.day("first_day"), row.day("last_day")
            if self.near(last):
                yield law_rows.where(row), f"{id}: {self._when(last)}"
            elif self.near(first):
                yield law_rows.where(row), f"{id}: from {first} to {last}"

    def figures(self) -> Iterator[Line]:
        """Rows of the law that begin around the day, and days that the law names around it."""
        for entry in (entry for folder in self.folders for entry in law_rows.entries(folder)):
            if self.near(entry.since):
                yield entry.where, begins(entry)
        for id, row in self.rows_of_parameters:
            for value in row.rows("values", "from"):
                named = value.found.get("value")
                if isinstance(named, date) and self.near(named):
                    yield law_rows.where(value), f"{id}: names {named}"

    def last_replies(self) -> Iterator[Line]:
        """The last reply that pages without a script offer."""
        for where, line in pages.lines(self.root, "en.toml"):
            if (found := named_days.LAST.match(line)) and _day(found["day"]) < self.day + SOON:
                yield where, f"last = {found['day']}"

    def unchecked(self) -> Iterator[Line]:
        """Days of the last check of more than a year ago."""
        for where, checked in (each for folder in self.folders for each in law_rows.checked(folder)):
            if a_year_before(checked, self.day):
                yield where, f"checked on {checked}, and with it every source"

    def old(self) -> Iterator[Line]:
        """Pages whose own day, or that of their last change, is more than a year ago."""
        for page in sorted(self.root.glob("docs/**/*.en.md")):
            says = named_days.front_matter(self.root, page.relative_to(self.root).as_posix())
            for key in ("updated", "as_at"):
                if key in says and a_year_before(date.fromisoformat(says[key][1]), self.day):
                    yield says[key][0], f"{key}: {says[key][1]}"

    def without_case(self) -> Iterator[Line]:
        """The latest case of each notice, where it is about a day of more than a year ago."""
        for folder in sorted({path.parent for path in self.root.glob("tests/*/cases.*")}):
            asked = load(folder.name).notice.day
            replies = [
                (str(dated(folder.name, {asked: case.facts.get(asked, "")})[asked]), path)
                for path in sorted(folder.glob("cases.*"))
                for case in READERS[path.suffix](path)
            ]
            # some are written as people type them
            latest, path = max(each for each in replies if named_days.PLAIN.fullmatch(each[0]))
            if a_year_before(_day(latest), self.day):
                where = f"{folder.relative_to(self.root).as_posix()}/{path.name}:1"
                yield where, f"the latest is about {latest}"


def _day(reply: str) -> date:
    """The day of a reply, or the last of the month or year that it names."""
    year, month, day = (*map(int, reply.split("-")), 0, 0)[:3]
    return date(year, month, day) if day else Month(year, month or 12).following.first_day - timedelta(days=1)

"""The law as dated data: what rules, pages and tests ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from calculator.engine.law.body import Kind
from calculator.engine.law.dated import Dated, Gap, NotInForceError
from calculator.engine.law.parameters import Value
from calculator.engine.law.sources import Source
from calculator.engine.law.tables import Band, Edition


@dataclass(frozen=True, slots=True)
class Law:
    """Everything known of the law, by id and day; `consulted` lists what a rule has read.

    `as_at` is the day on which the files were last checked against their sources. `more` holds the kinds of
    files that one body of law alone has.
    """

    as_at: date
    parameters: Mapping[str, Dated[Value]]
    sources: Mapping[str, Source]
    tables: Mapping[str, Dated[Edition]]
    more: Mapping[Kind[Any], Mapping[str, Any]]
    consulted: list[Value | Band] = field(default_factory=list, compare=False)

    def fresh(self) -> "Law":
        """Return the same law with nothing consulted, for one decision."""
        return replace(self, consulted=[])

    def value(self, id: str, day: date) -> Value:
        """Return what the parameter is on `day`, and note that it was consulted.

        Raises NotInForceError where there is no value on that day, KeyError for an unknown id.
        """
        value = self.parameters[id].on(day)
        self.consulted.append(value)
        return value

    def whole(self, id: str, day: date) -> int:
        """Return what is counted (days, people, an age) on `day`; else as `value`, and TypeError."""
        return self.value(id, day).whole

    def ringgit(self, id: str, day: date) -> Decimal:
        """Return an amount of money in ringgit on `day`; else as `value`, and TypeError."""
        return self.value(id, day).ringgit

    def percent(self, id: str, day: date) -> Decimal:
        """Return a percentage on `day`; else as `value`, and TypeError."""
        return self.value(id, day).percent

    def day(self, id: str, day: date) -> date:
        """Return the day that a parameter names, as it was on `day`; else as `value`, and TypeError."""
        return self.value(id, day).day

    def in_force(self, id: str, day: date) -> bool:
        """Tell whether the parameter has a value on `day`; noted as consulted if it has."""
        try:
            self.value(id, day)
        except NotInForceError:
            return False
        return True

    def since(self, id: str) -> Value:
        """Return the first value of a parameter: the day on which a rule began, with its sources.

        Not noted as consulted, nor is `begun`: a finding that turns on the day names it.
        """
        return self.history(id)[0]

    def begun(self, id: str, day: date) -> bool:
        """Tell whether a rule had begun by `day`, whatever became of it since."""
        return self.since(id).since <= day

    def rule_on[R](self, day: date, rules: Mapping[str, R]) -> R:
        """Return the rule that held on `day`; each stands under the parameter on whose first day it began.

        Raises NotInForceError where none had begun.
        """
        begun = sorted((self.since(id).since, id) for id in rules if self.begun(id, day))
        if not begun:
            raise NotInForceError(" or ".join(rules), day, "no rule had begun")
        return rules[begun[-1][1]]

    def history(self, id: str) -> tuple[Value, ...]:
        """Return every value of the parameter, oldest first; not noted as consulted."""
        return self.parameters[id].in_force()

    def repeal(self, id: str) -> Gap:
        """Return the repeal with which the parameter ended; raises LookupError where it has not ended."""
        last = self.parameters[id].entries[-1]
        if isinstance(last, Gap) and last.why == "repealed":
            return last
        raise LookupError(f"{id} has not been repealed")

    def band(self, table: str, day: date, wages: Decimal) -> Band:
        """Return the row of the table for `wages` in ringgit a month, and note it as consulted.

        Raises NotInForceError where the table is not in force, its kind NotKnownError where the
        table or the row is not known, KeyError for an unknown table.
        """
        band = self.tables[table].on(day).band(wages)
        self.consulted.append(band)
        return band

    def of[T](self, kind: Kind[T]) -> Mapping[str, T]:
        """Return what the files of one kind hold, by id; nothing where the body of law has no such kind."""
        return self.more.get(kind, {})

    def days(self) -> tuple[date, ...]:
        """Return every day on which something changes, oldest first."""
        everything = (*self.parameters.values(), *self.tables.values())
        days = {day for dated in everything for day in dated.days}
        for kind, entries in self.more.items():
            days |= {day for entry in entries.values() for day in kind.days(entry)}
        return tuple(sorted(days))

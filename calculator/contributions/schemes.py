"""The three deductions: who pays them for this worker and month, and how much."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.contributions.codes import Code, Facts, Lindung24, Worker
from calculator.engine.dated import NotInForceError
from calculator.engine.decision import Figure, Finding
from calculator.engine.law import Band, Law
from calculator.law.perkeso.common import since


@dataclass(slots=True)
class Owed:
    """What one scheme asks for the month in ringgit; `known` is false where it cannot be decided."""

    employer: Decimal = Decimal("0.00")
    employee: Decimal = Decimal("0.00")
    known: bool = True


# A scheme yields its findings and returns what is owed under it.
type Scheme = Generator[Finding, None, Owed]

UNKNOWN = Owed(known=False)
NOTHING = Owed()


def act4(facts: Facts, law: Law, day: date) -> Scheme:
    """Act 4: First Category, employer and employee; Second Category, employer only."""
    first = yield from _first_category(facts, law, day)
    if first is None:
        return UNKNOWN
    try:
        band = law.band("act4_contributions", day, facts.wages)
    except NotInForceError:
        yield Finding(Code.ACT4_ROW_NOT_KNOWN, sources=["perkeso-rates"])
        return UNKNOWN
    yield _band(band, Code.ACT4_BAND, Code.ACT4_TOP_BAND)
    if first:
        owed = Owed(band.amounts["employer_cat1"], band.amounts["employee_cat1"])
        figures = {"act4_employer": _ringgit(owed.employer), "act4_employee": _ringgit(owed.employee)}
        yield Finding(Code.ACT4_FIRST_DUE, figures, band.sources)
    else:
        owed = Owed(band.amounts["employer_cat2"])
        yield Finding(Code.ACT4_SECOND_DUE, {"act4_employer": _ringgit(owed.employer)}, band.sources)
    return owed


def _first_category(facts: Facts, law: Law, day: date) -> Generator[Finding, None, bool | None]:
    """Whether First Category (Invalidity too), not Second (Employment Injury alone); None if unknown."""
    # Employer Circular 2/2024: foreign workers came into the Invalidity Scheme later
    invalidity = law.history("foreign_invalidity")[0]
    if facts.worker is Worker.FOREIGN and day < invalidity.since:
        yield Finding(Code.SECOND_CATEGORY_FOREIGN, {"foreign_invalidity_from": since(invalidity)})
        return False
    limit = law.value("first_category_age", day)
    if facts.age >= limit.whole:
        yield Finding(Code.SECOND_CATEGORY_AGE, {"first_category_age": limit})
        return False
    # Act A1445: no contribution before this age, first insured at or after it
    entry = law.value("second_category_first_contribution_age", day)
    figures = {"first_category_age": limit, "second_category_first_contribution_age": entry}
    if facts.age >= entry.whole:
        if facts.first_contributed_before_55 is None:
            yield Finding(Code.CATEGORY_UNKNOWN, {"second_category_first_contribution_age": entry})
            return None
        if not facts.first_contributed_before_55:
            yield Finding(Code.SECOND_CATEGORY_LATE_ENTRY, {"second_category_first_contribution_age": entry})
            return False
    yield Finding(Code.FIRST_CATEGORY, figures)
    return True


def act800(facts: Facts, law: Law, day: date) -> Scheme:
    """Act 800 ss 16 and 18, First Schedule: equal shares, not for foreign workers, between two ages."""
    begins = law.history("act800_in_force")[0]
    if day < begins.since:
        yield Finding(Code.ACT800_NOT_YET, {"act800_from": since(begins)})
        return NOTHING
    if facts.worker is Worker.FOREIGN:
        yield Finding(Code.ACT800_NOT_FOREIGN, sources=["perkeso-foreign-workers"])
        return NOTHING
    least, most = law.value("act800_minimum_age", day), law.value("act800_maximum_age", day)
    if facts.age < least.whole:
        yield Finding(Code.ACT800_TOO_YOUNG, {"act800_minimum_age": least})
        return NOTHING
    if facts.age >= most.whole:
        yield Finding(Code.ACT800_TOO_OLD, {"act800_maximum_age": most})
        return NOTHING
    # First Schedule: turns on contributions having been payable, not paid
    entry = law.value("act800_first_contribution_age", day)
    if facts.age >= entry.whole and not facts.eis_payable_before_57:
        unknown = facts.eis_payable_before_57 is None
        code = Code.ACT800_UNKNOWN if unknown else Code.ACT800_LATE_ENTRY
        yield Finding(code, {"act800_first_contribution_age": entry})
        return UNKNOWN if unknown else NOTHING
    band = law.band("act800_contributions", day, facts.wages)
    yield _band(band, Code.ACT800_BAND, Code.ACT800_TOP_BAND)
    owed = Owed(band.amounts["employer"], band.amounts["employee"])
    figures = {"act800_employer": _ringgit(owed.employer), "act800_employee": _ringgit(owed.employee)}
    yield Finding(Code.ACT800_DUE, figures, band.sources)
    return owed


def lindung24(facts: Facts, law: Law, day: date) -> Scheme:
    """Act A1788: the employee alone pays for the 24-hour scheme; local workers have a choice."""
    begins, choice = law.history("skbbk_in_force")[0], law.history("skbbk_optional_local")[0]
    if day < begins.since:
        return NOTHING
    if facts.worker is Worker.FOREIGN:
        yield Finding(Code.LINDUNG24_FOREIGN, {"skbbk_from": since(begins)})
    elif day < choice.since:
        yield Finding(Code.LINDUNG24_COMPULSORY, {"skbbk_from": since(begins), "choice_from": since(choice)})
    elif facts.lindung24 is Lindung24.OPTED_OUT:
        yield Finding(Code.LINDUNG24_OPTED_OUT, {"choice_from": since(choice)})
        return NOTHING
    else:
        yield Finding(Code.LINDUNG24_TAKES_PART, {"choice_from": since(choice)})
    try:
        band = law.band("skbbk_contributions", day, facts.wages)
    except NotInForceError:
        yield Finding(Code.LINDUNG24_NOT_KNOWN, {"skbbk_rate": law.value("skbbk_rate", day)})
        return UNKNOWN
    owed = Owed(employee=band.amounts["skbbk_employee"])
    yield Finding(Code.LINDUNG24_DUE, {"skbbk_employee": _ringgit(owed.employee)}, band.sources)
    return owed


def _band(band: Band, within: Code, top: Code) -> Finding:
    """The band of wages used: "exceeds X but does not exceed Y", or above the ceiling."""
    figures: Mapping[str, Figure] = {"wage_over": _ringgit(band.wage_over)}
    if band.wage_up_to is None:
        return Finding(top, figures, band.sources)
    return Finding(within, {**figures, "wage_up_to": _ringgit(band.wage_up_to)}, band.sources)


def _ringgit(amount: Decimal) -> Figure:
    return Figure(amount, "ringgit")

"""Act 4 and Act 800: who pays for this worker and month, and how much."""

from collections.abc import Generator
from datetime import date

from calculator.contributions.codes import Code, Facts, Worker
from calculator.contributions.owed import NOTHING, UNKNOWN, Owed, Scheme, row
from calculator.engine import Finding, Law
from calculator.law.perkeso.common import since


def act4(facts: Facts, law: Law, day: date) -> Scheme:
    """Act 4: First Category, employer and employee; Second Category, employer only."""
    first = yield from _first_category(facts, law, day)
    if first is None:
        return UNKNOWN
    band = law.band("act4_contributions", day, facts.wages)
    yield row(band, Code.ACT4_BAND, Code.ACT4_TOP_BAND)
    if band.known == "inferred":
        yield Finding(Code.ACT4_ROW_INFERRED, sources=band.sources)
    if first:
        owed = Owed(band.amounts["employer_cat1"], band.amounts["employee_cat1"])
        yield Finding(Code.ACT4_FIRST_DUE, owed.figures("act4"), band.sources)
    else:
        owed = Owed(band.amounts["employer_cat2"])
        yield Finding(Code.ACT4_SECOND_DUE, owed.figures("act4"), band.sources)
    return owed


def _first_category(facts: Facts, law: Law, day: date) -> Generator[Finding, None, bool | None]:
    """Whether First Category (Invalidity too), not Second (Employment Injury alone); None if unknown."""
    # Employer Circular 2/2024: foreign workers came into the Invalidity Scheme later
    invalidity = {"foreign_invalidity_from": since(law.since("foreign_invalidity"))}
    if facts.worker is Worker.FOREIGN and not law.begun("foreign_invalidity", day):
        yield Finding(Code.SECOND_CATEGORY_FOREIGN, invalidity)
        return False
    limit = law.value("first_category_age", day)
    if facts.worker is Worker.TEMPORARY_RESIDENT and _foreign_rules_differ(facts, law, day, limit.whole):
        yield Finding(Code.CATEGORY_TEMPORARY_RESIDENT, {**invalidity, **UNKNOWN.figures("act4")})
        return None
    if facts.age >= limit.whole:
        yield Finding(Code.SECOND_CATEGORY_AGE, {"first_category_age": limit})
        return False
    # First Schedule para 12(i): no contributions payable before this age; paid or not makes no difference
    entry = law.value("second_category_first_contribution_age", day)
    figures = {"first_category_age": limit, "second_category_first_contribution_age": entry}
    if facts.age >= entry.whole:
        if facts.act4_payable_before_55 is None:
            turns_on = {"second_category_first_contribution_age": entry}
            yield Finding(Code.CATEGORY_UNKNOWN, {**turns_on, **UNKNOWN.figures("act4")})
            return None
        if not facts.act4_payable_before_55:
            yield Finding(Code.SECOND_CATEGORY_LATE_ENTRY, {"second_category_first_contribution_age": entry})
            return False
    yield Finding(Code.FIRST_CATEGORY, figures)
    return True


def _foreign_rules_differ(facts: Facts, law: Law, day: date, first_category_age: int) -> bool:
    """Whether it matters if Act 4 counts a temporary resident as foreign, which no document settles.

    Once foreign workers were insured, it does not for those who are in the Second Category anyway.
    """
    if law.begun("foreign_invalidity", day):
        return False
    if not law.begun("foreign_employment_injury", day):
        return True
    if facts.age >= first_category_age:
        return False
    entry = law.whole("second_category_first_contribution_age", day)
    return facts.age < entry or facts.act4_payable_before_55 is not False


def act800(facts: Facts, law: Law, day: date) -> Scheme:
    """Act 800 ss 16 and 18, First Schedule: equal shares, not for foreign workers, between two ages."""
    if not law.begun("act800_in_force", day):
        yield Finding(Code.ACT800_NOT_YET, {"act800_from": since(law.since("act800_in_force"))})
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
        its_row = UNKNOWN.figures("act800") if unknown else {}
        yield Finding(code, {"act800_first_contribution_age": entry, **its_row})
        return UNKNOWN if unknown else NOTHING
    if facts.worker is Worker.TEMPORARY_RESIDENT:
        yield Finding(Code.ACT800_TEMPORARY_RESIDENT, {"mykas_residence": law.value("mykas_residence", day)})
    band = law.band("act800_contributions", day, facts.wages)
    yield row(band, Code.ACT800_BAND, Code.ACT800_TOP_BAND)
    owed = Owed(band.amounts["employer"], band.amounts["employee"])
    yield Finding(Code.ACT800_DUE, owed.figures("act800"), band.sources)
    return owed

"""What the notice `e_invoice` can ask and say, as codes; the words are the writers'."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from calculator.engine import Between, Year
from calculator.engine import Facts as BaseFacts


class Facts(BaseFacts):
    """The reader's facts: `turnover` in ringgit of the year that counts, `started` the first year.

    `in_group`: whether a company that is not exempt owns it, belongs to it or stands beside it.
    """

    as_at: date
    in_business: bool
    started: Year
    turnover: Annotated[Decimal, Between(Decimal(0), Decimal("999999999.99"))] | None
    in_group: bool | None
    reached_later: bool | None


class Outcome(StrEnum):
    """What the notice means for the reader."""

    NO_BUSINESS = "no_business"
    EXEMPT = "exempt"
    NOT_YET = "not_yet"
    MUST_ISSUE = "must_issue"
    CANNOT_BE_DECIDED = "cannot_be_decided"


class Code(StrEnum):
    """The statements a decision can make."""

    OUTSIDE_THE_RULES = "outside_the_rules"
    # whose turnover counts
    TURNOVER_OF_YEAR = "turnover_of_year"
    TURNOVER_OF_FIRST_YEARS = "turnover_of_first_years"
    TURNOVER_UNKNOWN = "turnover_unknown"
    # the exemption of the small
    BELOW_EXEMPTION = "below_exemption"
    GROUP_COUNTS = "group_counts"
    GROUP_UNKNOWN = "group_unknown"
    REACHED_LATER = "reached_later"
    # from which day
    START_DIFFERS = "start_differs"
    FIRST_DAYS_DIFFER = "first_days_differ"
    BEGUN_ON = "begun_on"
    BEGINS_ON = "begins_on"
    RELAXED = "relaxed"
    FINE = "fine"
    # how far the answer reaches
    AFTER_LAST_CHECK = "after_last_check"
    NO_RULE_FOR_DAY = "no_rule_for_day"
    # what to do now
    USE_MYINVOIS = "use_myinvois"
    PREPARE = "prepare"
    ASK_CONTACT_CENTRE = "ask_contact_centre"

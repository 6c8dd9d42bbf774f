"""What the notice `amnesty` can ask and say, as codes; the words are the writers'."""

from datetime import date
from enum import StrEnum

from calculator.engine import Facts as BaseFacts


class Employs(StrEnum):
    """Whom the reader employs; the Acts take these in, or leave them out, on different days."""

    NOBODY = "nobody"
    EMPLOYEES = "employees"
    SPOUSE_ONLY = "spouse_only"
    DOMESTIC_ONLY = "domestic_only"
    FOREIGN_ONLY = "foreign_only"
    DIRECTOR_ONLY = "director_only"
    PUBLIC_SERVICE_ONLY = "public_service_only"


class Registration(StrEnum):
    """Whether the employer is registered with PERKESO."""

    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"


class Facts(BaseFacts):
    """The reader's facts; days as ISO dates, `first_employed_on` the day the first employee started.

    `earned_within_limit`: whether anyone's wages were within the limit above which Act 4 left people out.
    """

    as_at: date
    employs: Employs
    employed_before: bool | None
    first_employed_on: date | None
    earned_within_limit: bool | None
    registration: Registration
    registered_on: date | None


class Outcome(StrEnum):
    """What the notice means for the reader."""

    NOT_AN_EMPLOYER = "not_an_employer"
    PAST_EMPLOYER = "past_employer"
    OUTSIDE_THE_ACTS = "outside_the_acts"
    REGISTERED_IN_TIME = "registered_in_time"
    REGISTERED_IN_AMNESTY = "registered_in_amnesty"
    REGISTERED_IN_PROGRAMME = "registered_in_programme"
    REGISTERED_LATE = "registered_late"
    DAY_DISPUTED = "day_disputed"
    REGISTRATION_OPEN = "registration_open"
    REGISTRATION_OVERDUE = "registration_overdue"
    CANNOT_BE_DECIDED = "cannot_be_decided"


class Code(StrEnum):
    """The statements a decision can make."""

    # which Acts apply, and why
    NO_EMPLOYEE = "no_employee"
    SELF_EMPLOYED = "self_employed"
    PAST_UNKNOWN = "past_unknown"
    PAST_DUTY = "past_duty"
    DIRECTOR_REPORTED = "director_reported"
    PUBLIC_SERVICE_OUTSIDE = "public_service_outside"
    SPOUSE_NOT_YET = "spouse_not_yet"
    DOMESTIC_NOT_YET = "domestic_not_yet"
    FOREIGN_NOT_YET = "foreign_not_yet"
    ACT4_APPLIES = "act4_applies"
    ACT800_APPLIES = "act800_applies"
    ACT800_UNLESS_FOREIGN = "act800_unless_foreign"
    ACT800_NOT_YET = "act800_not_yet"
    ACT800_NOT_FOREIGN = "act800_not_foreign"
    # by when to register
    WITHIN_WAGE_LIMIT = "within_wage_limit"
    ABOVE_WAGE_LIMIT = "above_wage_limit"
    WAGE_LIMIT_DECIDES = "wage_limit_decides"
    WAGE_LIMIT_CHANGES_NOTHING = "wage_limit_changes_nothing"
    COUNTED_FROM = "counted_from"
    FOREIGN_WORKERS = "foreign_workers"
    REGISTER_BY = "register_by"
    ACT800_CARRIED_OVER = "act800_carried_over"
    LAST_DAY = "last_day"
    DAY_COUNT_UNSETTLED = "day_count_unsettled"
    HOLIDAY_MAY_MATTER = "holiday_may_matter"
    DOMESTIC_TRANSITION = "domestic_transition"
    HIRING_DAY_UNKNOWN = "hiring_day_unknown"
    REGISTRATION_DAY_UNKNOWN = "registration_day_unknown"
    # what became of it
    REGISTERED_WITHIN = "registered_within"
    REGISTERED_ALREADY = "registered_already"
    REGISTERED_AFTER = "registered_after"
    NOT_REGISTERED_SINCE = "not_registered_since"
    # programmes, and what they were reported to waive
    IN_PROGRAMME = "in_programme"
    START_DISPUTED = "start_disputed"
    OUTSIDE_PROGRAMMES = "outside_programmes"
    LATE_COMERS_ACCEPTED = "late_comers_accepted"
    DISCOUNT_ON_THAT_DAY = "discount_on_that_day"
    INTEREST_WAIVED = "interest_waived"
    INTEREST_REPORTS_DIFFER = "interest_reports_differ"
    INTEREST_ONE_REPORT = "interest_one_report"
    COMPOUND_WAIVED = "compound_waived"
    COMPOUND_ONE_REPORT = "compound_one_report"
    PROSECUTION_WAIVED = "prosecution_waived"
    PROSECUTION_REPORTS_DIFFER = "prosecution_reports_differ"
    PROSECUTION_ONE_REPORT = "prosecution_one_report"
    REGIONAL_REPORT = "regional_report"
    OFFER_NOT_FOUND = "offer_not_found"
    TERMS_NOT_FOUND = "terms_not_found"
    CONTRIBUTIONS_NOT_WAIVED = "contributions_not_waived"
    PROGRAMME_OPEN = "programme_open"
    ARREARS_PROGRAMME_OPEN = "arrears_programme_open"
    PAY_WITHIN = "pay_within"
    CASES_LEFT_OUT = "cases_left_out"
    LATE_REGISTRANTS_TOO = "late_registrants_too"
    AMNESTY_OVER = "amnesty_over"
    NONE_FOUND_OPEN = "none_found_open"
    NO_DISCOUNT_FOUND = "no_discount_found"
    # what it can cost
    COURT = "court"
    COURT_ACT800 = "court_act800"
    COMPOUND = "compound"
    LATE_INTEREST = "late_interest"
    ACT4_ARREARS = "act4_arrears"
    ACT800_ARREARS = "act800_arrears"
    # how far the answer reaches
    AFTER_LAST_CHECK = "after_last_check"
    NO_RULE_FOR_DAY = "no_rule_for_day"
    # what to do now
    REGISTER_ON_HIRING = "register_on_hiring"
    REGISTER_AGAIN = "register_again"
    REGISTER_BEFORE = "register_before"
    REGISTER_NOW = "register_now"
    PAY_MONTHLY = "pay_monthly"
    REPORT_CESSATION = "report_cessation"
    CHECK_INTEREST = "check_interest"
    CHECK_REGISTRATION = "check_registration"
    CHECK_OLD_WAGES = "check_old_wages"
    ASK_CARELINE = "ask_careline"

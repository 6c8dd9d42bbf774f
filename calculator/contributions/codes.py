"""What the notice `contributions` can ask and say, as codes; the words are the writers'."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from calculator.engine import Between, Month
from calculator.engine import Facts as BaseFacts


class Worker(StrEnum):
    """The worker's status: foreign workers have rules of their own under all three schemes.

    A temporary resident is a foreigner who lives here with a MyKAS card.
    """

    CITIZEN = "citizen"
    PERMANENT_RESIDENT = "permanent_resident"
    TEMPORARY_RESIDENT = "temporary_resident"
    FOREIGN = "foreign"


class Role(StrEnum):
    """What the worker is to the employer."""

    ORDINARY = "ordinary"
    SPOUSE = "spouse"
    DOMESTIC = "domestic"
    PUBLIC_SERVICE = "public_service"


class Lindung24(StrEnum):
    """Whether the worker takes part in the 24-hour scheme."""

    TAKES_PART = "takes_part"
    OPTED_OUT = "opted_out"


class Facts(BaseFacts):
    """The reader's facts: the month worked, age in completed years, wages of the month in ringgit.

    Both questions about an earlier age turn on contributions having been payable, paid or not.
    """

    month: Month
    role: Role
    worker: Worker
    wages: Annotated[Decimal, Between(Decimal(0), Decimal("9999999.99"))]
    age: Annotated[int, Between(0, 120)]
    act4_payable_before_55: bool | None
    eis_payable_before_57: bool | None
    lindung24: Lindung24


class Outcome(StrEnum):
    """What is owed for the month."""

    CONTRIBUTIONS_DUE = "contributions_due"
    NOTHING_DUE = "nothing_due"
    CANNOT_BE_DECIDED = "cannot_be_decided"


class Code(StrEnum):
    """The statements a decision can make."""

    # outside the Acts that month
    PUBLIC_SERVICE_OUTSIDE = "public_service_outside"
    SPOUSE_NOT_YET = "spouse_not_yet"
    DOMESTIC_NOT_YET = "domestic_not_yet"
    FOREIGN_NOT_YET = "foreign_not_yet"
    NO_WAGES = "no_wages"
    # Act 4
    FIRST_CATEGORY = "first_category"
    SECOND_CATEGORY_AGE = "second_category_age"
    SECOND_CATEGORY_LATE_ENTRY = "second_category_late_entry"
    SECOND_CATEGORY_FOREIGN = "second_category_foreign"
    CATEGORY_UNKNOWN = "category_unknown"
    CATEGORY_TEMPORARY_RESIDENT = "category_temporary_resident"
    DOMESTIC_TRANSITION = "domestic_transition"
    ACT4_FIRST_DUE = "act4_first_due"
    ACT4_SECOND_DUE = "act4_second_due"
    ACT4_BAND = "act4_band"
    ACT4_TOP_BAND = "act4_top_band"
    ACT4_ROW_INFERRED = "act4_row_inferred"
    # Act 800
    ACT800_NOT_YET = "act800_not_yet"
    ACT800_NOT_FOREIGN = "act800_not_foreign"
    ACT800_TEMPORARY_RESIDENT = "act800_temporary_resident"
    ACT800_TOO_YOUNG = "act800_too_young"
    ACT800_TOO_OLD = "act800_too_old"
    ACT800_LATE_ENTRY = "act800_late_entry"
    ACT800_UNKNOWN = "act800_unknown"
    ACT800_DUE = "act800_due"
    ACT800_BAND = "act800_band"
    ACT800_TOP_BAND = "act800_top_band"
    # the 24-hour scheme
    LINDUNG24_COMPULSORY = "lindung24_compulsory"
    LINDUNG24_FOREIGN = "lindung24_foreign"
    LINDUNG24_TAKES_PART = "lindung24_takes_part"
    LINDUNG24_OPTED_OUT = "lindung24_opted_out"
    LINDUNG24_TEMPORARY_RESIDENT = "lindung24_temporary_resident"
    LINDUNG24_DUE = "lindung24_due"
    LINDUNG24_NOT_KNOWN = "lindung24_not_known"
    # all together
    TOTAL = "total"
    ASSUMES_REGISTERED = "assumes_registered"
    DUE_ON = "due_on"
    DUE_DAY_NOT_KNOWN = "due_day_not_known"
    LATE_INTEREST = "late_interest"
    AFTER_LAST_CHECK = "after_last_check"
    NO_RULE_FOR_DAY = "no_rule_for_day"
    # what to do now
    CHECK_WAGES = "check_wages"
    PAY_WHAT_IS_SAID = "pay_what_is_said"
    PAY_IN_ASSIST = "pay_in_assist"
    CLAIM_REFUND = "claim_refund"
    ASK_CARELINE = "ask_careline"


# A different reply that changes one of these is worth telling the reader, even where the outcome stays; the
# total then says what would be paid, and is the same wherever the others are
DECISIVE = frozenset(
    {
        Code.FIRST_CATEGORY,
        Code.SECOND_CATEGORY_AGE,
        Code.SECOND_CATEGORY_LATE_ENTRY,
        Code.SECOND_CATEGORY_FOREIGN,
        Code.ACT800_NOT_FOREIGN,
        Code.ACT800_TOO_YOUNG,
        Code.ACT800_TOO_OLD,
        Code.ACT800_LATE_ENTRY,
        Code.LINDUNG24_FOREIGN,
        Code.LINDUNG24_TAKES_PART,
        Code.LINDUNG24_OPTED_OUT,
        Code.TOTAL,
        Code.LINDUNG24_TEMPORARY_RESIDENT,
    }
)

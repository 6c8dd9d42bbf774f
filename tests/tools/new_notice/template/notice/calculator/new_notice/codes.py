"""What the notice `new_notice` can ask and say, as codes; the words are the writers'."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from calculator.engine import Between, Count
from calculator.engine import Facts as BaseFacts


class Facts(BaseFacts):
    """The reader's facts: `as_at` the day of the answer, `employees` how many people work for the reader."""

    as_at: date
    employees: Annotated[Count, Between(0, 99999)]


class Outcome(StrEnum):
    """What the notice means for the reader."""

    COVERED = "covered"
    NOT_COVERED = "not_covered"
    CANNOT_BE_DECIDED = "cannot_be_decided"


class Code(StrEnum):
    """The statements a decision can make."""

    BELOW_THE_NUMBER = "below_the_number"
    REACHES_THE_NUMBER = "reaches_the_number"
    # how far the answer reaches
    AFTER_LAST_CHECK = "after_last_check"
    NO_RULE_FOR_DAY = "no_rule_for_day"
    # what to do now
    WHAT_TO_DO = "what_to_do"
    ASK_THE_BODY = "ask_the_body"

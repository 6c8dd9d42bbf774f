"""The columns of a payroll, an interface: those that are read, and those of the result."""

from typing import Final, Literal

# Facts of `contributions` by their ids; the two days and the worker's number are this package's own.
MONTH, WAGES, AGE, BORN_ON, WORKER_ID, PAID_ON = "month", "wages", "age", "born_on", "worker_id", "paid_on"
CHOICES = ("worker", "role", "act4_payable_before_55", "eis_payable_before_57", "lindung24")
COLUMNS = (WORKER_ID, MONTH, "worker", "role", AGE, BORN_ON, WAGES, *CHOICES[2:], PAID_ON)
REQUIRED = (MONTH, WAGES)

# What a row owes, by the figures of a decision.
SHARES = ("act4_employer", "act4_employee", "act800_employer", "act800_employee", "skbbk_employee")
BUT_ACT800 = tuple(not name.startswith("act800") for name in SHARES)
OF_EMPLOYER = tuple(name.endswith("employer") for name in SHARES)
OF_EMPLOYEE = tuple(not each for each in OF_EMPLOYER)
VALUES = (*SHARES, "employer_total", "employee_total", "due_on", "days_late", "interest_estimate")
RESULT = ("status", "reason", *VALUES)

type Status = Literal["answered", "cannot_be_decided", "refused", "empty"]
ANSWERED: Final = "answered"
UNDECIDED: Final = "cannot_be_decided"
REFUSED: Final = "refused"
EMPTY: Final = "empty"

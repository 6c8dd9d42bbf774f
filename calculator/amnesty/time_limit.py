"""The time limit for registering, and the days on which public documents do not settle it."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculator.amnesty.codes import Code, Employs
from calculator.engine import Figure, Finding, Law
from calculator.law.perkeso.common import day, since

ONE_DAY = timedelta(days=1)
# Weekly rest days in at least one state, as date.weekday() counts: Friday, Saturday, Sunday
REST_DAYS = {4, 5, 6}
# No run of public holidays and rest days is longer; which days are holidays differs by state and year
HOLIDAY_RUN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The days between which registration is in time, doubtful, or late.

    Public documents do not settle whether the first day counts, nor whether a rest day extends the time:
    up to `sure` every reading agrees on in time, after `doubtful` on late, public holidays apart.
    """

    duty_from: date
    register_by: date

    @property
    def sure(self) -> date:
        """The last day if the first day counts."""
        return self.register_by - ONE_DAY

    @property
    def doubtful(self) -> date:
        """The last day if the first day does not count and rest days extend the time."""
        last = self.register_by
        while last.weekday() in REST_DAYS:
            last += ONE_DAY
        return last

    @property
    def figures(self) -> dict[str, Figure]:
        """Both last days, as figures of a finding."""
        return {"register_by": day(self.register_by), "register_by_safe": day(self.sure)}

    def late(self, on: date) -> dict[str, Figure]:
        """The last day, and how many days after it a day of registration, or of the answer, is."""
        days = (on - self.register_by).days
        return {"ran_out_on": day(self.register_by), "days_late": Figure(days, "days")}

    def left(self, on: date) -> dict[str, Figure]:
        """How many days are left after this day to be in time on every reading; none on the last."""
        days = (self.sure - on).days
        return {"days_left": Figure(days, "days")} if days else {}

    def holiday_may_matter(self, on: date) -> bool:
        """Whether public holidays at the end of the time could still make this late day timely."""
        return on <= self.doubtful + HOLIDAY_RUN


def counted_from(start: date, law: Law, duty_from: date | None = None) -> TimeLimit:
    """The time limit that begins on `start`; raises NotInForceError where no period is known."""
    period = law.value("registration_period", start)
    return TimeLimit(duty_from or start, start + timedelta(days=period.whole))


def transition(employs: Employs, law: Law, limit: TimeLimit) -> TimeLimit | None:
    """For domestic workers hired before registering them bound everyone: the time limit from that day.

    Employer Circular 5/2021 took domestic workers in on one day and bound all employers a year later.
    """
    compulsory = law.since("domestic_compulsory").since
    if employs is not Employs.DOMESTIC_ONLY or limit.duty_from >= compulsory:
        return None
    return counted_from(compulsory, law)


def transition_finding(law: Law) -> Finding:
    """Between the two days of the circular, and soon after, lateness is not settled."""
    insured, compulsory = law.since("domestic_insured"), law.since("domestic_compulsory")
    return Finding(
        Code.DOMESTIC_TRANSITION, {"insured_from": since(insured), "compulsory_from": since(compulsory)}
    )

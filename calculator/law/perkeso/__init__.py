"""What several notices about PERKESO share: dated figures, sources, tables, programmes, wage items."""

from calculator.engine.figures import number, whole
from calculator.engine.law.body import Body, Kind
from calculator.law.perkeso import programme_days
from calculator.law.perkeso.programmes import Offer, Programme, read_programmes
from calculator.law.perkeso.wage_items import WageItem, read_wage_items

__all__ = ["PERKESO", "PROGRAMMES", "WAGE_ITEMS", "Offer", "Programme", "WageItem"]

PROGRAMMES = Kind("programmes.toml", read_programmes, programme_days.days, programme_days.check_programme)
WAGE_ITEMS = Kind("wage_items.toml", read_wage_items, lambda item: item.days)

PERKESO = Body(
    package=__name__,
    kinds=(PROGRAMMES, WAGE_ITEMS),
    units={
        "offices": whole(number, number),
        "instalments": whole(
            lambda amount: f"{number(amount)} instalments", lambda amount: f"{number(amount)}期", lasts=True
        ),
    },
    notes=(
        "terms_not_found", "compound_discount_afterwards", "regional_report",
        "late_comers_accepted", "late_registrants_too",
    ),
)  # fmt: skip

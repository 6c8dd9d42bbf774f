"""The payrolls of the benchmark: as payroll programs write them, made from a seed, one row in a hundred bad."""

import random
from collections.abc import Iterator
from pathlib import Path

COLUMNS = (
    "worker_id", "month", "worker", "role", "age", "wages", "act4_payable_before_55", "eis_payable_before_57",
    "lindung24", "paid_on",
)  # fmt: skip
SEED = 20261126
# From the first ceiling to the last month with a table.
FIRST, LAST = 2016 * 12 + 5, 2026 * 12 + 10
PAID = ("", "", "", "", "2024-05-20", "2025-04-10", "2026-01-15")


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Rows, worker by worker and month by month."""
    draw = random.Random(SEED)  # noqa: S311 - a repeatable draw, no secret
    number, made = 0, 0
    while True:
        number += 1
        months = draw.randint(6, 96)
        first = draw.randint(FIRST, LAST + 1 - months)
        worker = draw.choices(
            ("citizen", "permanent_resident", "temporary_resident", "foreign"), (80, 5, 2, 13)
        )[0]
        role = draw.choices(("ordinary", "spouse", "domestic", "public_service"), (95, 2, 2, 1))[0]
        age, pay = draw.randint(17, 58), draw.randint(1500, 7000) * 100
        before_55, before_57 = draw.choice(("yes", "no", "unknown")), draw.choice(("yes", "no", "unknown"))
        lindung24, paid = draw.choice(("takes_part", "opted_out")), draw.choice(PAID)
        for at in range(first, first + months):
            if made == count:
                return
            made += 1
            sen = pay + draw.randint(0, 50_000)
            wages = (
                f"{sen // 100}.{sen % 100:02}"
                if draw.random() > 0.01
                else draw.choice(("-", "n/a", "see HR"))
            )
            month = f"{at // 12}-{at % 12 + 1:02}"
            yield (
                f"W{number:06}", month, worker, role, str(age + (at - first) // 12), wages, before_55, before_57,
                lindung24, paid if paid >= month else "",
            )  # fmt: skip


def write(path: Path, count: int) -> None:
    """Write a payroll as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        file.writelines(",".join(row) + "\n" for row in rows(count))

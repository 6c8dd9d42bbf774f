"""Requests about a payroll: what they may be, what is refused as a whole, and what else is said."""

import json
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import pytest

from calculator import answer
from calculator.arrears import frames, protocol, requests
from calculator.arrears import payroll as rows_of
from calculator.arrears.columns import COLUMNS, VALUES
from calculator.arrears.requests import MOST_ROWS
from calculator.engine import Month
from calculator.engine.asking.found import load

COLUMN = ["worker_id", "month", "worker", "role", "wages", "age", "lindung24", "paid_on"]


def ask(lang: str = "en", **asked: object) -> dict[str, Any]:
    given = {"notice": "arrears", "lang": lang, **asked}
    assert given.keys() - {"payroll", "interest"} or is_as_described(given, protocol.RowsRequest)
    response: dict[str, Any] = json.loads(answer(json.dumps(given, ensure_ascii=False)))
    assert is_as_described(response, protocol.RowsResponse)
    return response


def is_as_described(said: object, root: object) -> bool:
    """Whether it fits the schema of the protocol."""
    # where the rules are changed on purpose, nothing else of the project is there
    if not find_spec("overrides"):
        return True
    from overrides.hooks.assemble.protocol import schema  # noqa: PLC0415
    from tests.test_protocol import fits  # noqa: PLC0415

    described = schema(root)
    return fits(said, described, described["$defs"])


def one(columns: str, *rows: str, **more: object) -> dict[str, Any]:
    """The answer to rows whose cells are parted by bars."""
    cells = [row.split("|") for row in rows]
    return ask(payroll={"columns": columns.split(), "rows": cells, "paid_on": "2026-11-26", **more})


def seen(response: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["status"], row["reason"]) for row in response["rows"]]


ORDINARY = "month worker role wages age lindung24"


def test_a_row_is_answered_with_its_values_and_totals() -> None:
    response = one(ORDINARY, "2023-03|citizen|ordinary|RM3,250.00|41|")
    (row,) = response["rows"]
    assert dict(zip(VALUES, row["values"], strict=True)) == {
        "act4_employer": "56.85", "act4_employee": "16.25",
        "act800_employer": "6.50", "act800_employee": "6.50", "skbbk_employee": "0.00",
        "employer_total": "63.35", "employee_total": "22.75",
        "due_on": "2023-04-15", "days_late": "1321", "interest_estimate": "18.70",
    }  # fmt: skip
    assert (row["status"], row["reason"], row["month"]) == ("answered", "", "2023-03")
    assert response["totals"]["rows"] == {"read": 1, "answered": 1, "cannot_be_decided": 0, "refused": 0}
    assert response["totals"]["months"]["2023-03"]["unpaid"] == {
        "2026-11-26": {"owed": "86.10", "without_act800": "73.10"}
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2023-03|citizen|ordinary|0|41|", ("answered", "no_wages")),
        ("2020-03|citizen|ordinary|3250|41|", ("answered", "due_day_not_known act4_row_inferred")),
        ("2015-03|citizen|ordinary|3250|41|", ("cannot_be_decided", "no_rule_for_day")),
        ("2028-06|foreign|ordinary|3250|41|", ("cannot_be_decided", "lindung24_not_known")),
        ("2023-03|citizen|ordinary|3250|58|", ("cannot_be_decided", "category_unknown act800_unknown")),
        ("2026-08|citizen|ordinary|3250|41|", ("refused", "lindung24:missing")),
        ("2026-08|citizen|public_service|||", ("answered", "public_service_outside")),
        # a caution beside an amount
        ("2020-03|citizen|ordinary|1000.01|41|", ("answered", "due_day_not_known")),
        ("2020-03|citizen|ordinary|1000|41|", ("answered", "due_day_not_known act4_row_inferred")),
        ("2022-06|citizen|ordinary|3900|41|", ("answered", "act4_row_inferred")),
        ("2022-09|citizen|ordinary|3900|41|", ("answered", "")),
        (
            "2022-05|citizen|domestic|1000|41|",
            ("answered", "due_day_not_known domestic_transition act4_row_inferred"),
        ),
        ("2022-06|citizen|domestic|1000.01|41|", ("answered", "")),
        # and none where there is no amount
        ("2020-03|citizen|ordinary|1000|58|", ("cannot_be_decided", "category_unknown act800_unknown")),
        ("|||||", ("empty", "")),
        ("|citizen||||", ("refused", "month:missing")),
        (f"2023-03|citizen|ordinary|{'1' * 101}|41|", ("refused", "wages:not_an_amount")),
        ("2023-03|citizen|ordinary|3250|41.5|", ("refused", "age:not_a_number")),
        ("2023-03|citizen|ordinary|3250|130.00|", ("refused", "age:too_large")),
        ("44986|citizen|ordinary|3250|41|", ("refused", "month:serial_number")),
        ("99999|citizen|ordinary|3250|41|", ("refused", "month:serial_number")),
    ],
)
def test_the_reason_is_the_code_that_says_why(row: str, expected: tuple[str, str]) -> None:
    assert seen(one(ORDINARY, row)) == [expected]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("citizen|ordinary|3250|41|takes_part", "after_last_check"),
        ("citizen|public_service|||", "public_service_outside after_last_check"),
    ],
)
def test_a_month_after_the_last_check_says_so(row: str, codes: str) -> None:
    as_at = load("contributions").law.as_at
    checked = Month(as_at.year, as_at.month)
    assert seen(one(ORDINARY, f"{checked.following}|{row}")) == [("answered", codes)]
    before = codes.removesuffix("after_last_check").strip()
    assert seen(one(ORDINARY, f"{checked}|{row}")) == [("answered", before)]


def test_a_month_without_a_due_day_is_counted_with_whatever_cautions() -> None:
    rows = (
        "2022-05|citizen|domestic|1000|41|",
        "2022-05|citizen|ordinary|3250|41|",
        "2022-06|citizen|ordinary|0|41|",
    )
    totals = one(ORDINARY, *rows)["totals"]
    assert {month: sums["due_day_not_known"] for month, sums in totals["months"].items()} == {
        "2022-05": 2,
        "2022-06": 0,
    }
    assert totals["months"]["2022-05"]["interest_estimate"] == ""
    assert totals["reasons"] == {
        "act4_row_inferred": 2, "domestic_transition": 1, "due_day_not_known": 2, "no_wages": 1,
    }  # fmt: skip


UNSEEN = "\u200b\u2060\ufeff"


@pytest.mark.parametrize(
    "row",
    [
        "2023-03|citizen|ordinary|3250|41|",
        # full-width, with currency before or after, and as a Chinese keyboard gives points and commas
        "２０２３－０３|ｃｉｔｉｚｅｎ|ｏｒｄｉｎａｒｙ|ＲＭ３，２５０．００|４１岁|",
        "2023年3月|Citizen|ORDINARY|3250令吉|41 岁|",
        "3/2023|citizen|ordinary|3,250.00 RM|41 years|",
        # as programs write a column with empty cells
        "202303.0|citizen|ordinary|3250.0|41.0|",
        "Mac 2023|citizen|ordinary|RM3,250/-|41 tahun|",
        "Mar 2023|citizen|ordinary|3250。00|四十一|",
        "2023年3月份|citizen|ordinary|3 250,00|41|",
        "2023年3⽉|citizen|ordinary|三千二百五十令吉正|41|",
        # a day of the month
        "31/3/2023|citizen|ordinary|RM 3,250.00 only|41|",
        # with what is copied along unseen, and spaces of other kinds
        f"{UNSEEN}2023-03|\u00a0citizen\u3000|ordi\u00adnary|\u202d3\u2009250\u202c|\u206641\u2069|{UNSEEN}",
        "2023-03\u2800|citizen\u3164|ordinary\u0000|MYR\u202f3250|41\u3000|\u2003",
    ],
)
def test_cells_are_read_as_people_write_them(row: str) -> None:
    """However a cell is written, the row is the same."""
    (found,) = one(ORDINARY, row)["rows"]
    assert (found["status"], found["month"]) == ("answered", "2023-03")
    assert found["values"] == one(ORDINARY, "2023-03|citizen|ordinary|3250|41|")["rows"][0]["values"]


@pytest.mark.parametrize(
    ("row", "readings"),
    [
        ("2023-03|citizen|ordinary|3.250|41|", ["3250", "3.25"]),
        ("2023-03|citizen|ordinary|３．２５０|41|", ["3250", "3.25"]),
        ("2023-03|citizen|ordinary|RM.3250|41|", ["3250"]),
        ("2023-03|citizen|ordinary|3,25|41|", ["3.25", "325"]),
    ],
)
def test_a_cell_with_two_readings_is_asked_back(row: str, readings: list[str]) -> None:
    response = one(ORDINARY, row)
    assert seen(response) == [("refused", "wages:ambiguous")]
    assert [each["value"] for each in response["refused"][0]["readings"]] == readings


def test_without_a_day_of_payment_a_row_with_a_due_day_cannot_be_answered() -> None:
    assert seen(one(ORDINARY, "2023-03|citizen|ordinary|3250|41|", paid_on="")) == [
        ("refused", "paid_on:missing")
    ]
    assert seen(one(ORDINARY, "2020-03|citizen|ordinary|3250|41|", paid_on="")) == [
        ("answered", "due_day_not_known act4_row_inferred")
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2024-06|1969-06-02", "cannot_be_decided birthday_in_month"),
        ("2024-06|1969-06-01", "cannot_be_decided category_unknown"),
        ("2024-06|1969-07-01", "answered "),
        ("2024-06|1901-01-01", "refused born_on:too_small"),
        ("2024-06|2024-07-01", "refused born_on:too_large"),
        # nothing turns on this birthday
        ("2024-06|1984-06-15", "answered "),
        # born on 29 February: no birthday in this February
        ("2023-02|1968-02-29", "answered "),
        ("2024-02|1969-02-28", "cannot_be_decided birthday_in_month"),
    ],
)
def test_a_birthday_in_the_month_counts_where_something_turns_on_it(row: str, expected: str) -> None:
    response = one("month born_on worker role wages", f"{row}|citizen|ordinary|3250")
    assert [" ".join(each) for each in seen(response)] == [expected]


def test_an_age_beside_the_day_of_birth_must_be_that_of_the_month() -> None:
    columns = "month born_on age worker role wages"
    rows = [f"2024-06|1984-06-15|{age}|citizen|ordinary|3250" for age in (39, 40, 41)]
    assert [reason for _, reason in seen(one(columns, *rows))] == ["", "", "age:differs_from_born_on"]
    # of the same class, and for each as it stands beside its own day, whichever comes first
    others = ["2024-06|1984-06-15|40", "2024-06|1980-06-15|40", "2024-06|1980-06-15|40 years"] * 2
    response = one(columns, *(f"{each}|citizen|ordinary|3250" for each in others))
    assert [reason for _, reason in seen(response)] == ["", *["age:differs_from_born_on"] * 2] * 2
    assert [each["text"] for each in response["refused"]] == ["40", "40 years"] * 2


@pytest.mark.parametrize(("epoch", "number"), [(1900, "45000"), (1904, "43538.75")])
def test_a_number_is_a_day_where_it_is_known_how_it_counts(epoch: int, number: str) -> None:
    (row,) = one(ORDINARY, f"{number}|citizen|ordinary|3250|41|", epoch=epoch)["rows"]
    assert row["month"] == "2023-03"
    stood = {"seen": [["A", number]], "epoch": epoch}
    row = "A|2023-03|citizen|public_service|1"
    assert seen(one("worker_id month worker role wages", row, **stood)) == [
        ("refused", "worker_id:duplicate")
    ]


def test_a_second_row_for_a_worker_and_month_is_refused() -> None:
    rows = [
        "A|2023-03|citizen|public_service|1",
        " A |Mac 2023|citizen|public_service|1",
        "A|2023-04|citizen|public_service|1",
        "|2023-03|citizen|public_service|1",
        "|2023-03|citizen|public_service|1",
        "B|2023-03|citizen|public_service|1",
        # one that cannot be decided stands too
        "A|2015-03|citizen|ordinary|1",
        "A|2015-03|citizen|ordinary|1",
    ]
    # a month that could not be read stood nowhere
    before = [["A", "soon"], ["B", "March 2023"], ["", "2023-03"]]
    response = one("worker_id month worker role wages", *rows, seen=before)
    assert [reason for _, reason in seen(response)] == [
        "public_service_outside", "worker_id:duplicate", *["public_service_outside"] * 3,
        "worker_id:duplicate", "no_rule_for_day", "worker_id:duplicate",
    ]  # fmt: skip
    first = response["refused"][0]
    assert first == {"row": 1, "column": "worker_id", "text": " A ", "code": "duplicate", "readings": []}


def test_a_row_that_is_refused_takes_no_place() -> None:
    """Good rows still count, before it and behind it; of itself it is said what is wrong with it."""
    good, bad = "A|2023-03|citizen|public_service|1", "A|2023-03|citizen|public_service|x"
    columns = "worker_id month worker role wages"
    assert [reason for _, reason in seen(one(columns, bad, good, bad, good))] == [
        "wages:not_an_amount", "public_service_outside", "wages:not_an_amount", "worker_id:duplicate",
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "said"), [("en", "March 2024"), ("zh", "2024年3月")])
def test_what_can_mean_two_things_is_asked_back_in_words(lang: str, said: str) -> None:
    response = ask(lang, payroll={"columns": ["month", "wages"], "rows": [["3/24", "1"]]})
    assert response["refused"][0]["code"] == "short_year"
    assert response["refused"][0]["readings"] == [{"value": "2024-03", "text": said}]
    both = ask(lang, payroll={"columns": ["month", "wages"], "rows": [["1.2.1944", "1"], ["1.2.44", "1"]]})
    assert [row["month"] for row in both["rows"]] == ["1944-02", ""]


PAYROLL: dict[str, object] = {"columns": ["month", "wages"], "rows": []}


@pytest.mark.parametrize(
    ("asked", "question", "code"),
    [
        ({}, None, "no_payroll"),
        ({"payroll": []}, None, "no_payroll"),
        ({"payroll": {}}, None, "not_columns"),
        ({"payroll": {"columns": [1]}}, None, "not_columns"),
        ({"payroll": {"columns": ["month", "wages", "name"], "rows": []}}, "name", "unknown_column"),
        ({"payroll": {"columns": ["month", "wages", "month"], "rows": []}}, "month", "column_twice"),
        ({"payroll": {"columns": ["month"], "rows": []}}, "wages", "column_missing"),
        ({"payroll": {**PAYROLL, "rows": 1}}, None, "not_rows"),
        ({"payroll": {**PAYROLL, "rows": [1]}}, None, "not_rows"),
        ({"payroll": {**PAYROLL, "rows": [[1]]}}, None, "not_rows"),
        ({"payroll": {**PAYROLL, "rows": [["", "", ""]]}}, None, "not_rows"),
        ({"payroll": {**PAYROLL, "rows": [[]] * (MOST_ROWS + 1)}}, None, "too_many_rows"),
        ({"payroll": {**PAYROLL, "epoch": 1901}}, None, "unknown_epoch"),
        ({"payroll": {**PAYROLL, "epoch": [1900]}}, None, "unknown_epoch"),
        ({"payroll": {**PAYROLL, "paid_on": 5}}, "paid_on", "not_text"),
        ({"payroll": {**PAYROLL, "paid_on": "soon"}}, "paid_on", "not_a_date"),
        ({"payroll": {**PAYROLL, "seen": "x"}}, None, "not_seen"),
        ({"payroll": {**PAYROLL, "seen": [["A", "2023-03", "x"]]}}, None, "not_seen"),
        ({"lang": "ms", "payroll": PAYROLL}, None, "unknown_lang"),
        ({"interest": [1]}, "interest", "not_interest"),
        ({"interest": [{"month": "2023-3"}]}, "interest", "not_interest"),
        ({"interest": [{"month": "2023-13"}]}, "interest", "not_interest"),
        (
            {"interest": [{"month": "2023-03", "unpaid": {"2023-05-01": {"owed": "1"}}}]},
            "interest",
            "not_interest",
        ),
        ({"interest": [{"month": "2023-03", "unpaid": {"x": 1}}]}, "interest", "not_interest"),
        ({"interest": [{"month": "2020-03"}] * 2}, "month", "month_twice"),
    ],
    ids=str,
)
def test_a_request_that_cannot_be_used_is_refused_with_a_code(
    asked: dict[str, object], question: str | None, code: str
) -> None:
    response = ask(**{"lang": "en", **asked})  # type: ignore[arg-type]
    assert response == {"status": "invalid", "errors": [{"question": question, "code": code}]}


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is forgotten now and then, and the answers stay."""
    rows = [f"2023-0{1 + at % 9}|citizen|ordinary|{at + 1}|{18 + at % 40}|" for at in range(MOST_ROWS)]
    before = one(ORDINARY, *rows)["rows"]
    monkeypatch.setattr(rows_of, "MOST", 10)
    assert one(ORDINARY, *rows, paid_on="26 November 2026")["rows"] == before
    monkeypatch.setattr("calculator.arrears.codes.MOST", 7)
    assert one(ORDINARY, *rows, epoch=1900)["rows"] == before


def test_where_wages_lead_to_other_cells_each_band_is_decided_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the answers are the same."""
    rows = [f"202{at % 7}-0{1 + at % 9}|citizen|ordinary|{at * 97 + 1}|{18 + at % 40}|" for at in range(60)]
    before = one(ORDINARY, *rows)["rows"]
    monkeypatch.setattr(frames.Frame, "beside", lambda frame, _: replace(frame, alike=False))
    for kept in (frames.frames, requests.payroll_of):
        kept.cache_clear()
    assert one(ORDINARY, *rows)["rows"] == before
    for kept in (frames.frames, requests.payroll_of):
        kept.cache_clear()


def test_what_one_payroll_had_decided_is_there_for_the_next() -> None:
    """And where the next one parts classes, what the first has kept of them is forgotten: answers stay."""
    for kept in (frames.frames, requests.payroll_of):
        kept.cache_clear()
    row, other = "2023-03|citizen|ordinary|3250|41", "2026-07|foreign|domestic|3250|41"
    before = one(ORDINARY, row)["rows"]
    decided, edition = frames.frames().decided, frames.frames().edition
    assert (
        one(ORDINARY, row, paid_on="2026-01-01")["rows"] == one(ORDINARY, row, paid_on="2026-01-01")["rows"]
    )
    assert frames.frames().decided == decided
    one(ORDINARY, other, paid_on="2026-01-02")
    assert frames.frames().edition > edition
    assert one(ORDINARY, row)["rows"] == before


def test_what_the_rules_do_not_ask_makes_no_difference() -> None:
    """Rows of a known kind are found by what was asked; a cell that cannot be used is still refused."""
    row = "2023-03|citizen|ordinary|3250|41"
    rows = [
        f"{row}|{lindung24}|{paid}"
        for lindung24 in ("", "takes_part", "opted_out", "?")
        for paid in ("", "x")
    ]
    response = one(f"{ORDINARY} paid_on", *rows, *rows)
    good, unpaid = ("answered", ""), ("refused", "paid_on:not_a_date")
    unusable = [
        ("refused", "lindung24:not_a_choice"),
        ("refused", "lindung24:not_a_choice paid_on:not_a_date"),
    ]
    assert seen(response) == [*[good, unpaid] * 3, *unusable] * 2


def test_columns_stand_in_any_order() -> None:
    row = {"month": "2023-03", "worker": "citizen", "role": "ordinary", "wages": "3250", "age": "41"}
    for columns in (list(row), list(reversed(row)), [id for id in COLUMNS if id in row]):
        given = {"columns": columns, "rows": [[row[id] for id in columns]], "paid_on": "2026-11-26"}
        assert ask(payroll=given)["rows"][0]["values"][-1] == "18.70"

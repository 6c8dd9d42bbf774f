"""What a payroll owes in plain pandas: tables merged to the rows, the rest by masks. A tool of the benchmark."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

LAW = Path(__file__).parents[2] / "calculator" / "law" / "perkeso"
PAID_ON = "2026-11-26"


def table(name: str, months: pd.Series, sen: pd.Series) -> pd.DataFrame:
    """The table's row for each month and wages, by a merge over edition and band."""
    rows = pd.read_csv(LAW / f"{name}_contributions.csv", dtype={"from": str})
    amounts = [
        column for column in rows.columns if column not in {"wage_over", "wage_up_to", "source", "confidence"}
    ]
    amounts = [column for column in amounts if column != "from"]
    rows[amounts] = (rows[amounts] * 100).round().astype("int64")
    rows["inferred"] = rows["confidence"] == "P-inferred"
    amounts.append("inferred")
    found = []
    editions = sorted(rows["from"].unique())
    for edition, following in zip(editions, [*editions[1:], "9999-99"], strict=True):
        bands = rows[rows["from"] == edition].sort_values("wage_over").reset_index(drop=True)
        bands["band"] = bands.index
        here = (months >= edition[:7]) & (months < following[:7])
        top = (bands["wage_up_to"].dropna() * 100).round().to_numpy()
        keys = pd.DataFrame({"band": np.searchsorted(top, sen[here].to_numpy())}, index=sen[here].index)
        merged = keys.merge(bands[["band", *amounts]], on="band", how="left")
        merged.index = keys.index
        found.append(merged[amounts])
    return pd.concat(found).reindex(months.index)


def work_out(df: pd.DataFrame) -> pd.DataFrame:  # noqa: PLR0915 - one step after the other
    """The columns of the result, beside those that were there."""
    month, worker, role = df["month"], df["worker"], df["role"]
    age = df["age"].astype("int64")
    wages = pd.to_numeric(df["wages"], errors="coerce")
    bad, again = wages.isna(), df.duplicated(["worker_id", "month"])
    sen = (wages.fillna(1) * 100).round().astype("int64")
    foreign, temporary = worker == "foreign", worker == "temporary_resident"
    refused = bad | again

    nothing = np.select(
        [
            role == "public_service", (role == "spouse") & (month < "2018-07"), (role == "domestic") & (month < "2021-06"),
            foreign & (month < "2019-01"), sen == 0,
        ],
        ["public_service_outside", "spouse_not_yet", "domestic_not_yet", "foreign_not_yet", "no_wages"],
        "",
    )  # fmt: skip
    free = nothing != ""

    late = age.between(55, 59)
    second = (age >= 60) | (late & (df["act4_payable_before_55"] == "no"))
    second |= foreign & (month < "2024-07")
    category = np.select(
        [
            temporary & ((month < "2019-01") | ((month < "2024-07") & ~second)),
            second,
            late & (df["act4_payable_before_55"] == "unknown"),
        ],
        ["category_temporary_resident", "", "category_unknown"],
        "",
    )
    four = table("act4", month, sen)
    act4_er = four["employer_cat2"].where(second, four["employer_cat1"]).where(category == "")
    act4_ee = four["employee_cat1"].mask(second, 0).where(category == "")

    inside = (month >= "2018-01") & ~foreign & (age >= 18) & (age < 60)
    asked = inside & (age >= 57)
    unsure = asked & (df["eis_payable_before_57"] == "unknown")
    inside &= ~(asked & (df["eis_payable_before_57"] == "no"))
    eight = table("act800", month, sen)
    act800_er = eight["employer"].where(inside, 0).where(~unsure)
    act800_ee = eight["employee"].where(inside, 0).where(~unsure)

    left = ~foreign & (month >= "2026-07") & (df["lindung24"] == "opted_out")
    open_24 = left & temporary
    skbbk = table("skbbk", month, sen)["skbbk_employee"]
    skbbk = skbbk.where((month >= "2026-06") & ~left, 0).where(~open_24)

    shares = {
        "act4_employer": act4_er, "act4_employee": act4_ee, "act800_employer": act800_er,
        "act800_employee": act800_ee, "skbbk_employee": skbbk,
    }  # fmt: skip
    shares = {name: share.mask(free, 0).mask(refused) for name, share in shares.items()}
    unknown = ~free & ((category != "") | unsure | open_24)
    employer = shares["act4_employer"] + shares["act800_employer"]
    employee = shares["act4_employee"] + shares["act800_employee"] + shares["skbbk_employee"]

    reason = pd.Series(category, index=df.index)
    reason = (
        reason
        + np.where(unsure, " act800_unknown", "")
        + np.where(open_24, " lindung24_temporary_resident", "")
    )
    reason = reason.str.strip().where(unknown, "")
    dated = (month >= "2022-06") & ~free
    cautions = pd.Series(np.where(dated, "", "due_day_not_known"), index=df.index)
    cautions += np.where((role == "domestic") & (month < "2022-06"), " domestic_transition", "")
    cautions += np.where(four["inferred"] == 1, " act4_row_inferred", "")
    own = (df["paid_on"] != "") & (df["paid_on"] <= PAID_ON)
    cautions += np.where(own, " paid", "")
    reason = reason.mask(~unknown & ~free, cautions.str.strip())
    reason = reason.mask(free, pd.Series(nothing, index=df.index))
    why = np.where(again, "worker_id:duplicate ", "") + pd.Series(
        np.where(bad, "wages:not_an_amount", ""), index=df.index
    )
    df["status"] = np.select([refused, unknown], ["refused", "cannot_be_decided"], "answered")
    df["reason"] = reason.where(~refused, why.str.strip())

    days = {each: (pd.Period(each) + 1).start_time + pd.Timedelta(days=14) for each in month.unique()}
    due = month.map(days).where(dated & ~refused)
    paid = pd.to_datetime(df["paid_on"].replace("", PAID_ON))
    days_late = (paid - due).dt.days.clip(lower=0)
    owed = employer + employee
    interest = ((2 * owed * days_late * 6 + 36500) // 73000).mask(free & ~refused, 0)

    for name, share in {**shares, "employer_total": employer, "employee_total": employee}.items():
        df[name] = share / 100
    df["due_on"] = due.dt.strftime("%Y-%m-%d")
    df["days_late"] = days_late.astype("Int64")
    df["interest_estimate"] = interest / 100
    return df


if __name__ == "__main__":
    payroll = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    work_out(payroll).to_csv(sys.argv[2], index=False, float_format="%.2f")

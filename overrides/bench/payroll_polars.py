"""What a payroll owes in polars, as fast as we can write it: one lazy plan, all cores. A tool of the benchmark."""

import sys
from pathlib import Path

import polars as pl

LAW = Path(__file__).parents[2] / "calculator" / "law" / "perkeso"
PAID_ON = "2026-11-26"
col, lit, when = pl.col, pl.lit, pl.when


def joined(rows: pl.LazyFrame, name: str, amounts: dict[str, str]) -> pl.LazyFrame:
    """With the table's row for each month and wages: editions and bands are both found by a join on order."""
    known = f"{name}_inferred"
    table = pl.read_csv(LAW / f"{name}_contributions.csv", infer_schema_length=None)
    table = table.with_columns(
        (col("wage_over") * 100).round().cast(pl.Int64).add(1).alias("least"),
        *((col(of) * 100).round().cast(pl.Int32).alias(to) for of, to in amounts.items()),
        (col("confidence") == "P-inferred").alias(known),
    )
    parts = table.partition_by("from", as_dict=True)
    months = sorted(str(month) for (month,) in parts)
    whole: pl.LazyFrame | None = None
    edges = sorted(set(table["least"]))
    # every edition with the edges of all, so that one number of a band serves them
    for month in months:
        bands = (
            pl.DataFrame({"least": edges})
            .with_row_index("band")
            .join_asof(parts[month,].sort("least"), on="least")
        )
        part = bands.select(lit(month[:7]).alias(f"{name}_from"), "band", known, *amounts.values()).lazy()
        whole = part if whole is None else pl.concat([whole, part])
    edition = lit(None, pl.String)
    for month in months:
        edition = when(col("month") >= month[:7]).then(lit(month[:7])).otherwise(edition)
    assert whole is not None  # noqa: S101 - there are editions
    # the last band whose least amount is not over the wages
    band = lit(pl.Series(edges[1:])).search_sorted(col("sen"), side="right")
    rows = rows.with_columns(edition.alias(f"{name}_from"), band.alias("band"))
    return rows.join(whole, on=[f"{name}_from", "band"], how="left", maintain_order="left")


def work_out(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The columns of the result, after those that were there."""
    given = rows.collect_schema().names()
    wages = col("wages").cast(pl.Float64, strict=False)
    rows = rows.with_columns(
        wages.is_null().alias("bad"),
        (~pl.struct("worker_id", "month").is_first_distinct()).alias("again"),
        (wages.fill_null(1) * 100).round().cast(pl.Int64).alias("sen"),
        col("age").cast(pl.Int16).alias("years"),
    )
    rows = joined(rows, "act4", {"employer_cat1": "er1", "employee_cat1": "ee1", "employer_cat2": "er2"})
    rows = joined(rows, "act800", {"employer": "er800", "employee": "ee800"})
    rows = joined(rows, "skbbk", {"skbbk_employee": "ee24"})
    month, worker, role, age = col("month"), col("worker"), col("role"), col("years")
    foreign, temporary = worker == "foreign", worker == "temporary_resident"
    before_55, before_57 = col("act4_payable_before_55"), col("eis_payable_before_57")
    nothing = (
        when(role == "public_service").then(lit("public_service_outside"))
        .when((role == "spouse") & (month < "2018-07")).then(lit("spouse_not_yet"))
        .when((role == "domestic") & (month < "2021-06")).then(lit("domestic_not_yet"))
        .when(foreign & (month < "2019-01")).then(lit("foreign_not_yet"))
        .when(col("sen") == 0).then(lit("no_wages"))
        .otherwise(lit(""))
    )  # fmt: skip
    late = age.is_between(55, 59)
    second = (age >= 60) | (late & (before_55 == "no")) | (foreign & (month < "2024-07"))
    rows = rows.with_columns(
        (col("bad") | col("again")).alias("refused"),
        nothing.alias("nothing"),
        second.alias("second"),
        late.alias("late"),
    )
    second, free, refused = col("second"), col("nothing") != "", col("refused")
    category = (
        when(temporary & ((month < "2019-01") | ((month < "2024-07") & ~second))).then(lit("category_temporary_resident"))
        .when(~second & col("late") & (before_55 == "unknown")).then(lit("category_unknown"))
        .otherwise(lit(""))
    )  # fmt: skip
    inside = (month >= "2018-01") & ~foreign & (age >= 18) & (age < 60)
    left = ~foreign & (month >= "2026-07") & (col("lindung24") == "opted_out")
    rows = rows.with_columns(
        category.alias("category"),
        (inside & ~((age >= 57) & (before_57 == "no"))).alias("inside"),
        (inside & (age >= 57) & (before_57 == "unknown")).alias("unsure"),
        (left & temporary).alias("open24"),
        ((month >= "2026-06") & ~left).alias("takes24"),
    )
    sure = col("category") == ""

    def share(amount: pl.Expr, known: pl.Expr) -> pl.Expr:
        return when(refused).then(None).when(free).then(0).when(known).then(amount)

    rows = rows.with_columns(
        share(when(second).then(col("er2")).otherwise(col("er1")), sure).alias("act4_employer"),
        share(when(second).then(0).otherwise(col("ee1")), sure).alias("act4_employee"),
        *(
            share(when(col("inside")).then(col(amount)).otherwise(0), ~col("unsure")).alias(name)
            for name, amount in (("act800_employer", "er800"), ("act800_employee", "ee800"))
        ),
        share(when(col("takes24")).then(col("ee24")).otherwise(0), ~col("open24")).alias("skbbk_employee"),
        (~free & (~sure | col("unsure") | col("open24"))).alias("unknown"),
        ((month >= "2022-06") & ~free & ~refused).alias("dated"),
    )
    first_day = (month + "-01").str.to_date("%Y-%m-%d")
    paid = col("paid_on").fill_null(PAID_ON).str.to_date("%Y-%m-%d")
    rows = rows.with_columns(
        (col("act4_employer") + col("act800_employer")).alias("employer_total"),
        (col("act4_employee") + col("act800_employee") + col("skbbk_employee")).alias("employee_total"),
        when(col("dated")).then(first_day.dt.offset_by("1mo").dt.offset_by("14d")).alias("due_on"),
    ).with_columns((paid - col("due_on")).dt.total_days().clip(0).alias("days_late"))
    owed = (col("employer_total") + col("employee_total")).cast(pl.Int64)
    interest = (2 * owed * col("days_late") * 6 + 36500) // 73000
    unknown = pl.concat_str(
        col("category"), when(col("unsure")).then(lit(" act800_unknown")).otherwise(lit("")),
        when(col("open24")).then(lit(" lindung24_temporary_resident")).otherwise(lit("")),
    )  # fmt: skip
    cautions = pl.concat_str(
        when(col("dated")).then(lit("")).otherwise(lit("due_day_not_known")),
        when((role == "domestic") & (month < "2022-06")).then(lit(" domestic_transition")).otherwise(lit("")),
        when(col("act4_inferred")).then(lit(" act4_row_inferred")).otherwise(lit("")),
        when(col("paid_on") <= PAID_ON).then(lit(" paid")).otherwise(lit("")),
    )  # fmt: skip
    why = pl.concat_str(
        when(col("again")).then(lit("worker_id:duplicate ")).otherwise(lit("")),
        when(col("bad")).then(lit("wages:not_an_amount")).otherwise(lit("")),
    )
    amounts = (
        "act4_employer", "act4_employee", "act800_employer", "act800_employee", "skbbk_employee",
        "employer_total", "employee_total",
    )  # fmt: skip
    return rows.select(
        *given,
        when(refused).then(lit("refused")).when(col("unknown")).then(lit("cannot_be_decided")).otherwise(lit("answered")).alias("status"),
        when(refused).then(why).when(col("unknown")).then(unknown).when(free).then(col("nothing"))
        .otherwise(cautions).str.strip_chars().replace("", None).alias("reason"),
        *(col(name) / 100 for name in amounts),
        col("due_on"), col("days_late"),
        (when(~refused & free).then(0).otherwise(interest) / 100).alias("interest_estimate"),
    )  # fmt: skip


if __name__ == "__main__":
    scanned = pl.scan_csv(sys.argv[1], infer_schema=False)
    work_out(scanned).collect().write_csv(sys.argv[2], float_precision=2)

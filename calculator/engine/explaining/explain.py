"""Says step by step how a decision came about, each figure as value and text."""

from decimal import Decimal

from calculator.engine import figures, protocol
from calculator.engine.decision import Figure, Finding, Step
from calculator.engine.law.parameters import Value
from calculator.engine.law.tables import Band


def finding(made: Finding, lang: str) -> protocol.Finding:
    """A finding with its figures for machines and for readers of `lang`, and its sources."""
    shown = {name: figure(each, lang) for name, each in made.figures.items()}
    return protocol.Finding(code=made.code, figures=shown, sources=made.cited)


def step(taken: Step, lang: str) -> protocol.Step:
    """One step: the finding, the reader's facts and the dated values that led to it."""
    return protocol.Step(
        finding=taken.finding.code,
        facts=taken.facts,
        parameters=[_parameter(read, lang) for read in taken.values],
        bands=[_band(read, lang) for read in taken.bands],
    )


def figure(shown: figures.FigureLike, lang: str) -> protocol.Figure:
    """A figure for machines and for readers of `lang`."""
    return protocol.Figure(value=figures.value(shown.amount), text=figures.text(shown, lang))


def _parameter(read: Value, lang: str) -> protocol.Parameter:
    return protocol.Parameter(
        id=read.id,
        value=figures.value(read.amount),
        text=figures.text(read, lang),
        since=figure(Figure(read.since, "date"), lang),
        sources=read.sources,
    )


def _band(read: Band, lang: str) -> protocol.Band:
    def ringgit(amount: Decimal) -> protocol.Figure:
        return figure(Figure(amount, "ringgit"), lang)

    return protocol.Band(
        table=read.table,
        since=figure(Figure(read.since, "date"), lang),
        wage_over=ringgit(read.wage_over),
        wage_up_to=None if read.wage_up_to is None else ringgit(read.wage_up_to),
        sources=read.sources,
    )

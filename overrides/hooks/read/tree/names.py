"""Names of replies as addresses have them: readable, and the same as long as the law is."""

from decimal import Decimal

from overrides.hooks.read.rules import figures
from overrides.hooks.read.tree.ends import Absolute, Choice, End, Range, Relative, Reply, Unknown
from overrides.hooks.read.tree.watch.lines import Line

# What the points of a line are called where one is told by its distance to another.
UNITS = {"date": "days", "month": "months", "year": "years"}
# On these lines a range is told by what it is over; on the others by the first point in it.
AMOUNTS = ("money", "percentage")


def reply_id(reply: Reply, line: Line | None = None) -> str:
    """The name of a reply among those to its question; a range needs the line that it is on."""
    if isinstance(reply, Unknown):
        return "unknown"
    if isinstance(reply, Choice):
        return reply.value.replace(",", "-and-")
    assert line is not None  # noqa: S101 - only questions on a line have ranges
    return _amounts(reply, line) if line.kind in AMOUNTS else _points(reply, line)


def _points(reply: Range, line: Line) -> str:
    first, last = reply.first, reply.last
    if first is not None and first == last:
        return _on(first, line)
    if first is None:
        if last is None:
            return "any"
        if isinstance(last, Absolute) and line.kind in UNITS:
            return f"before-{_end(last.moved(1), line)}"
        return f"up-to-{_end(last, line)}"
    if last is None:
        return f"from-{_end(first, line)}"
    begins, ends = _end(first, line), _end(last, line)
    if isinstance(first, Relative) and isinstance(last, Relative):
        # said once where both are so many days behind the same day
        distance, _, what = begins.partition("-" + UNITS.get(line.kind, "more"))
        if what and ends.endswith(what):
            begins = distance
    return f"from-{begins}-to-{ends}"


def _on(end: End, line: Line) -> str:
    name = _end(end, line)
    return name if isinstance(end, Relative) or line.kind not in UNITS else f"on-{name}"


def _end(end: End, line: Line) -> str:
    if isinstance(end, Absolute):
        return figures.value(line.scale.value(end.point))
    least, most, unit = end.least, end.most, UNITS.get(line.kind, "more")
    if least == most == 0:
        return end.fact
    side = "after" if most > 0 else "before"
    distances = sorted({abs(least), abs(most)})
    return f"{'-'.join(map(str, distances))}-{unit}-{side}-{end.fact}"


def _amounts(reply: Range, line: Line) -> str:
    parts = [f"{name}-{_amount(at, line)}" for name, at in amounts(reply) if at is not None]
    if parts and reply.first == reply.last:
        return _amount(amounts(reply)[0][1] or 0, line)
    return "-".join(parts) or "any"


def amounts(reply: Range) -> tuple[tuple[str, int | None], tuple[str, int | None]]:
    """Where a range of amounts begins and ends: `over` or `from`, `up-to` or `below`, each with its point.

    An amount that is rounder than the next is what a range is over or up to.
    """
    first: tuple[str, int | None] = ("from", None)
    last: tuple[str, int | None] = ("up-to", None)
    if isinstance(reply.first, Absolute):
        at = reply.first.point
        rounder = reply.first != reply.last and _zeros(at - 1) > _zeros(at)
        first = ("over", at - 1) if rounder else ("from", at)
    if isinstance(reply.last, Absolute):
        at = reply.last.point
        last = ("below", at + 1) if _zeros(at + 1) > _zeros(at) else ("up-to", at)
    return first, last


def _zeros(point: int) -> int:
    digits = str(point)
    return len(digits) - len(digits.rstrip("0"))


def _amount(point: int, line: Line) -> str:
    amount: Decimal = line.scale.value(point)
    return f"{amount.normalize():f}"

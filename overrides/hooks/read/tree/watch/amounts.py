"""Amounts of the law that leave it to a watched number what comes of both."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from overrides.hooks.read.tree.watch.values import Watched

# What two numbers do with each other. Decimal takes every int for a plain one, so an amount multiplied by a
# watched whole number would be a plain amount, and nobody would know that it follows from a reply.
_BOTH = (
    "add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "lt", "le", "gt", "ge", "eq", "ne",
)  # fmt: skip
# What is done to an amount, or by a number on its left: amounts of the law come of it again.
_KEPT = ("neg", "pos", "abs", "radd", "rsub", "rmul", "rtruediv")


class LawAmount(Decimal):
    """An amount or a percentage as the law has it, or what comes of several of them."""

    __hash__ = Decimal.__hash__


def _yielding(name: str) -> Callable[..., Any]:
    plainly = getattr(Decimal, name)

    def work(self: Decimal, *others: Any) -> Any:  # noqa: ANN401 - whatever the method takes
        if any(isinstance(other, Watched) for other in others):
            return NotImplemented
        made = plainly(self, *others)
        return LawAmount(made) if type(made) is Decimal else made

    return work


for _name in (*_BOTH, *_KEPT):
    setattr(LawAmount, f"__{_name}__", _yielding(f"__{_name}__"))
LawAmount.quantize = _yielding("quantize")  # type: ignore[method-assign]


def of_law(amount: Any) -> Any:  # noqa: ANN401 - whatever a figure may be
    """The same figure; an amount as one that yields."""
    return LawAmount(amount) if type(amount) is Decimal else amount

"""Facts put to the rules as values that note what is done with them, of the kinds in these two modules."""

from overrides.hooks.read.tree.watch import days, numbers

__all__ = ["days", "numbers"]

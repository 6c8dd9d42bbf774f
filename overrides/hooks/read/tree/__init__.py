"""The rules of a notice as a small tree of pages: questions, their replies, and answers at the end."""

from overrides.hooks.read.tree.build import Tree, build
from overrides.hooks.read.tree.ends import Absolute, Choice, End, Range, Relative, Reply, Unknown
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.states import Ask, Leaf, Said, State

__all__ = [
    "Absolute", "Ask", "Choice", "End", "Leaf", "Range", "Relative", "Reply", "Said", "State", "Tree",
    "TreeError", "Unknown", "build",
]  # fmt: skip

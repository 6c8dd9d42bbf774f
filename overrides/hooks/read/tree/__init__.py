"""The rules of a notice as a small tree of pages: questions, their replies, and answers at the end."""

from overrides.hooks.read.tree.build import build
from overrides.hooks.read.tree.ends import Absolute, Choice, End, Range, Relative, Reply, Unknown
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.kept import kept_tree, tree_of
from overrides.hooks.read.tree.names import reply_id
from overrides.hooks.read.tree.prove.pages import check, depth_of, pages
from overrides.hooks.read.tree.prove.verify import verify
from overrides.hooks.read.tree.states import Ask, Leaf, Said, State
from overrides.hooks.read.tree.tree import Tree

__all__ = [
    "Absolute", "Ask", "Choice", "End", "Leaf", "Range", "Relative", "Reply", "Said", "State",
    "Tree", "TreeError", "Unknown", "build", "check", "depth_of", "kept_tree", "pages", "reply_id",
    "tree_of", "verify",
]  # fmt: skip

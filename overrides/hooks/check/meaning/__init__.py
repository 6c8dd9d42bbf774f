"""Whether both languages mean the same: compares every text with its twin, and says where they differ."""

from overrides.hooks.check.meaning.every_pair import KINDS, meaning_problems

__all__ = ["KINDS", "meaning_problems"]

"""Whether both languages mean the same: compares every text with its twin, and says where they differ."""

from overrides.hooks.check.meaning.every_pair import NAMES, meaning_problems

__all__ = ["NAMES", "meaning_problems"]

"""The rules of the notices: facts in, a decision out. No words, no clock."""

from calculator.engine.answer import answer

__all__ = ["answer"]

"""Explaining a decision: how it came about, and what would have changed it."""

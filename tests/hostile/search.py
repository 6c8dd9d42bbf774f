"""Searches one target, watched as to which lines of the rules it reaches; fuzz.py starts it."""

import sys

import atheris

# the rules are watched, and nothing else
with atheris.instrument_imports(include=["calculator"], enable_loader_override=False):
    from tests.hostile.targets import TARGETS

atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
atheris.Fuzz()

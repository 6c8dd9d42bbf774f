# mypy: ignore-errors
# Imports the rules.
import sys

sys.path.append("/rules")
import importlib
import json as _json  # noqa: F401 - the scripts that follow use it

_module, _name = ENTRY.split(":")
answer = getattr(importlib.import_module(_module), _name)

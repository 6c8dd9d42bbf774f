# mypy: ignore-errors
# Imports the rules and forgets how: no module can be found from here on.
import sys

sys.path.append("/rules.zip")
import gc  # noqa: F401 - prune.py and settle.py use these when nothing can be imported any more
import importlib
import re
import warnings  # noqa: F401
import zipimport

_module, _name = ENTRY.split(":")
answer = getattr(importlib.import_module(_module), _name)
for _request in WARM_UP:
    if _json.loads(answer(_request))["status"] == "failed":
        raise SystemError("the rules fail: " + answer(_request) + " on " + _request)
zipimport._zip_directory_cache.clear()
sys.path_importer_cache.clear()
re.purge()
sys.meta_path.clear()
sys.path_hooks.clear()
sys.path.clear()

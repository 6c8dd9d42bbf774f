# mypy: ignore-errors
# Gives some answers, so that what they read is in memory, and forgets how to import: no module can be found from here on.
import gc  # noqa: F401 - the scripts that follow use these when nothing can be imported any more
import re
import warnings
import zipimport

warnings.filters  # loads it (late.py)
with open("/warm-up.json", encoding="utf-8") as _file:
    _requests = _json.load(_file)
_request = None  # settle.py's caller deletes it, and the list may be empty
for _request in _requests:
    answer(_request)
zipimport._zip_directory_cache.clear()
sys.path_importer_cache.clear()
re.purge()
sys.meta_path.clear()
sys.path_hooks.clear()
sys.path.clear()

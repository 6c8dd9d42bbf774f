"""Where the desk keeps what it makes, below the root of the project."""

FOLDER = ".cache/desk"
BUNDLES = f"{FOLDER}/bundles"
# Pages as they are written, one by one.
LIVE = f"{FOLDER}/live"
STAGED = f"{FOLDER}/staged"
# The last build of the whole site, and the one under way.
WHOLE = f"{FOLDER}/whole"
NEXT = f"{FOLDER}/next"
# The page of all states.
STATES = f"{FOLDER}/states"
# Templates as Python.
COMPILED = f"{FOLDER}/templates"

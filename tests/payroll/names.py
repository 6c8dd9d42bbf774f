"""How columns are called, as the page gets it (docs/arrears/columns.toml)."""

import tomllib

from tests.node import ROOT

NAMES = tomllib.loads((ROOT / "docs" / "arrears" / "columns.toml").read_text(encoding="utf-8"))

"""The law that several notices share, as data."""

from pathlib import Path

# A folder, not a loaded Law: the caller joins it with the notice's own folder and keeps the result.
PERKESO = Path(__file__).parent / "perkeso"

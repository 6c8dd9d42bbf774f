"""What the codes of outcomes and findings stand for: plain text, with the ids of figures in braces."""

import re
from typing import Any

from overrides.hooks.read.files import FINDING_PARTS
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render import run_macros
from overrides.hooks.render.open_data.names import Names
from overrides.hooks.render.said import text_of

SLOT = re.compile(r'<data class="figure" data-figure="(\w+)"></data>')


def listed(notice: Loaded, names: Names) -> dict[str, Any]:
    """For JSON: outcomes by code, findings by code with the part of an answer in which they stand."""
    return {"outcomes": _outcomes(notice, names), "findings": _findings(notice, names)}


def _outcomes(notice: Loaded, names: Names) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {str(code): {} for code in notice.outcomes}
    for lang, place in names.places.items():
        for code, document in place.site.library.outcomes_of(notice.id, lang).items():
            found[code][lang] = run_macros.title(document, place)
    return found


def _findings(notice: Loaded, names: Names) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for lang, place in names.places.items():
        tables = place.words(f"{notice.id}/findings")
        for part in FINDING_PARTS:
            for code, texts in run_macros.findings(tables.get(part, {}), place).items():
                entry = found.setdefault(code, {"part": part})
                for key, html in texts.items():
                    entry.setdefault(key, {})[lang] = text_of(SLOT.sub(r"{\1}", html)).strip()
    return found

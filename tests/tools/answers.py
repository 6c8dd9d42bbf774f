"""What one version of the rules says: run with that version's folder on PYTHONPATH.

Reads JSON lines, writes one JSON line for each: `{"walk": notice, "samples": …}` gives the facts of every
path, `{"ask": request}` the response. It uses what every version has: the walk and the one entry point.
"""

import json
import sys
from typing import Any

from calculator import answer

try:
    from calculator.engine.asking.found import load, notices
    from calculator.engine.asking.paths import walk
except ModuleNotFoundError:  # a version from before decision 25
    from calculator.engine.notice import load, notices  # type: ignore[import-not-found,no-redef,unused-ignore]
    from calculator.engine.paths import walk  # type: ignore[import-not-found,no-redef,unused-ignore]


def reply(line: dict[str, Any]) -> object:
    """The facts of every path of a notice, none where there is no such notice; or a response."""
    if "ask" in line:
        return json.loads(answer(line["ask"]))
    if line["walk"] not in notices():
        return []
    notice = load(line["walk"])
    samples = {
        **notice.samples,
        **{question: tuple(replies) for question, replies in line["samples"].items()},
    }
    return [given for given, _ in walk(notice, samples)]


if __name__ == "__main__":
    for text in sys.stdin:
        sys.stdout.write(json.dumps(reply(json.loads(text))) + "\n")

"""`python -m tests.tools.examples && make format`: writes the responses of tests/examples anew.

The requests are written by hand. The responses are the protocol made visible, for readers and for
JavaScript: look at each difference before it is committed.
"""

import json
from pathlib import Path

from tests.cases import ask

EXAMPLES = Path(__file__).parents[1] / "examples"


def rewrite(path: Path) -> None:
    """Put the rules' present answer beside the request."""
    example = json.loads(path.read_text(encoding="utf-8"))
    example["response"] = ask(json.dumps(example["request"]))
    path.write_text(json.dumps(example, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for path in sorted(EXAMPLES.glob("*.json")):
        rewrite(path)

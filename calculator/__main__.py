"""`python -m calculator < request.json` prints the response the page would get."""

import sys

from calculator.engine.answer import answer

sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr] - a real stream, not a test's
sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
print(answer(sys.stdin.read()))

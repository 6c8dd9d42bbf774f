"""`python -m calculator < request.json` prints the response the page would get."""

import sys

from calculator.engine.answer import answer

# bytes in and out: JSON is UTF-8 whatever the terminal thinks
sys.stdout.buffer.write(answer(sys.stdin.buffer.read().decode(errors="replace")).encode() + b"\n")

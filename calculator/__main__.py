"""`python -m calculator < request.json` prints the response the page would get.

`python -m calculator verify CODE` says whether today's rules give the answer whose code this is; without
CODE it reads it from the standard input. The exit code is 0 for the same answer, 1 for another, 2 where the
code cannot be read; `receipt/verify.py` has the lines.
"""

import sys

from calculator.engine.answer import answer
from calculator.receipt.verify import verify


def _given() -> str:
    # bytes in and out: UTF-8 whatever the terminal thinks
    return sys.stdin.buffer.read().decode(errors="replace")


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode(errors="replace"))


match sys.argv[1:]:
    case ["verify", *codes]:
        status, lines = verify("".join(codes) if codes else _given())
        _print(lines)
        sys.exit(status)
    case _:
        _print(f"{answer(_given())}\n")

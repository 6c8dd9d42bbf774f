"""What holds of every request, whoever sends it: it is answered, in the form that is described, as UTF-8."""

import json
from typing import Any

from calculator import answer
from calculator.arrears import protocol as of_rows
from overrides.hooks.assemble import protocol
from tests.test_protocol import fits

FACTS, ROWS = protocol.schema(protocol.ROOTS["response"]), protocol.schema(of_rows.RowsResponse)


class BrokenError(AssertionError):
    """Raised for a request that is not answered as promised; says what came."""


def response_to(request: str) -> dict[str, Any]:
    """The response; raises BrokenError where the promise does not hold."""
    text = answer(request)
    text.encode()
    response: dict[str, Any] = json.loads(text)
    if response["status"] == "failed":
        raise BrokenError(f"{response['error']}: {request[:500]!r}")
    if not any(fits(response, schema, schema["$defs"]) for schema in (FACTS, ROWS)):
        raise BrokenError(f"{text[:500]!r}: {request[:500]!r}")
    return response

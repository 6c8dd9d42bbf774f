# mypy: ignore-errors
# Which requests make Python read a file or import something (from discover.mjs)? These must be answered once before the
# image is taken, for it can do neither. What is read for every request anew would never be in the image: an error.
import sys

_seen = []
_readers = []


def _place(frame):
    while frame is not None and not frame.f_code.co_filename.startswith("/rules/"):
        frame = frame.f_back
    code = frame and frame.f_code
    return (
        f"{code.co_filename.removeprefix('/rules/')}:{frame.f_lineno} in {code.co_name}"
        if frame
        else "the rules"
    )


def _note(event, arguments):
    if event in ("open", "import"):
        _seen.append((event, arguments[0], _place(sys._getframe(1))))


def _watched(rules_answer):
    def answer(request):
        _seen.clear()
        response = rules_answer(request)
        if _seen:
            _readers.append(request)
            _seen.clear()
            rules_answer(request)
        for event, name, place in _seen:
            raise SystemError(f"{place} does this for every request: {event} {name}")
        return response

    return answer


sys.addaudithook(_note)
answer = _watched(answer)

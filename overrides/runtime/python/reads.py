# mypy: ignore-errors
# Runs before the rules are imported (from discover.mjs). Two questions:
# Which of their own files do the rules read at all? Only a change in these, or in the list of all files, makes another
# image.
# Which requests make Python read a file or import something? These must be answered once before the image is taken, for
# it can do neither. What is read for every request anew would never be in the image: an error.
import sys

_RULES = "/rules/"
_READING = {"open", "import", "os.listdir", "os.scandir"}
_opened = set()
_seen = []
_readers = []


def _place(frame):
    while frame is not None and not frame.f_code.co_filename.startswith(_RULES):
        frame = frame.f_back
    code = frame and frame.f_code
    return (
        f"{code.co_filename.removeprefix(_RULES)}:{frame.f_lineno} in {code.co_name}"
        if frame
        else "the rules"
    )


def _note(event, arguments):
    if event not in _READING:
        return
    name = str(arguments[0])
    if event == "open" and name.startswith(_RULES):
        _opened.add(name.removeprefix(_RULES))
    _seen.append((event, name, _place(sys._getframe(1))))


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

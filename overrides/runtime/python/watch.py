# mypy: ignore-errors
# Which Python functions run? Started and stopped by functions.mjs; `_report` writes their keys to /ran.txt.
# A function's code tells itself once, when it starts, and is not watched any more.
import gc
import sys

_ran = {}
_events = sys.monitoring.events


def _note(code, _offset):
    _ran[id(code)] = code
    return sys.monitoring.DISABLE


sys.monitoring.use_tool_id(sys.monitoring.COVERAGE_ID, "functions that run")
sys.monitoring.register_callback(sys.monitoring.COVERAGE_ID, _events.PY_START, _note)


def _watch(on):
    sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, _events.PY_START if on else 0)


def _exercise():
    """What the definitions of exercise.py run is not noted: rules are defined before the image is taken."""
    with open("/exercise.py", encoding="utf-8") as file:
        code = compile(file.read(), "/exercise.py", "exec")
    exec(code, {"__name__": "exercise", "defined": lambda: _watch(True)})  # noqa: S102
    _watch(False)


def _report():
    # settle.py has frozen what the rules consist of: get_objects would leave it out
    gc.unfreeze()
    functions = [one for one in gc.get_objects() if type(one) is type(_note)]
    keys = {_key(one) for one in functions if id(one.__code__) in _ran}
    with open("/ran.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(sorted(keys)))

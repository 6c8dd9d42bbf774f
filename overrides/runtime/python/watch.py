# mypy: ignore-errors
# Which Python functions run, and which modules is anything looked up in? Started and stopped by watch-python.mjs;
# `_report` writes keys and names to files. A function's code tells itself once, when it starts, and is not watched any
# more. A module tells itself by being of a class that notes who is asked.
import gc
import sys

_ran = {}
_looked_at = set()
_events = sys.monitoring.events
_watching = False
_Module = type(sys)


def _note(code, _offset):
    _ran[id(code)] = code
    return sys.monitoring.DISABLE


class _Noting(_Module):
    def __getattribute__(self, name):
        if _watching:
            _looked_at.add(id(self))
        return super().__getattribute__(name)


for _one in list(sys.modules.values()):
    if type(_one) is _Module:
        _one.__class__ = _Noting
sys.monitoring.use_tool_id(sys.monitoring.COVERAGE_ID, "functions that run")
sys.monitoring.register_callback(sys.monitoring.COVERAGE_ID, _events.PY_START, _note)


def _watch(on):
    global _watching
    sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, _events.PY_START if on else 0)
    _watching = on


def _exercise():
    """What the definitions of exercise.py run is not noted: rules are defined before the image is taken."""
    with open("/exercise.py", encoding="utf-8") as file:
        code = compile(file.read(), "/exercise.py", "exec")
    exec(code, {"__name__": "exercise", "defined": lambda: _watch(True)})  # noqa: S102
    _watch(False)


def _report():
    # settle.py has frozen what the rules consist of: get_objects would leave it out
    gc.unfreeze()
    functions = [one for one in gc.get_objects() if type(one) is type(_note) and id(one.__code__) in _ran]
    used = {id(one.__globals__) for one in functions}
    modules = [name for name, one in sys.modules.items() if id(one) in _looked_at or id(vars(one)) in used]
    for name, lines in (("functions", {_key(one) for one in functions}), ("modules", modules)):
        with open(f"/{name}.txt", "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(lines)))

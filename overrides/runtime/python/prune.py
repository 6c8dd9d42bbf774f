# mypy: ignore-errors
# Makes the image small and its gaps loud. A library module of which no function ran and in which nothing was looked up
# while Python was watched (watch.py) is emptied. Each of its functions, and each function anywhere that did not run, then
# does one thing: note it and raise Pruned. The same happens when anything is looked up in an emptied module, or anything
# new is imported. What can no longer be named goes (trim.py).
#
# Pruned is a BaseException: rules that catch Exception cannot take it for an answer. And should something swallow it
# all the same (C code may), the note stays, and `answer` raises it again at the end.
import builtins
import gc
import sys
import warnings

# The interpreter looks into these without asking them, and settle.py needs the last.
_KEPT = {"__main__", "builtins", "sys", "gc"}
_missed = []


class Pruned(BaseException):
    pass


def _left_out(name="?", *_arguments, **_named):
    _missed.append(str(name))
    raise Pruned(name)


class _NoImport:
    @staticmethod
    def find_spec(name, path=None, target=None):
        _left_out("import " + name)


def _gone(*_arguments, **_named):
    # a name of builtins: the functions that get this code keep the globals of their own modules
    __left_out__("a function")


_codes = {}


def _code(number):
    """The code of `_gone` for a function that closes over this many variables: it has to keep their number."""
    if number not in _codes:
        _codes[number] = _gone.__code__.replace(co_freevars=tuple(f"v{one}" for one in range(number)))
    return _codes[number]


def _empty(module):
    """Leave a module that raises for whatever is looked up in it."""
    namespace = vars(module)
    namespace.clear()
    # LOAD_GLOBAL finds it here, and so does attribute access on the module
    namespace["__getattr__"] = _left_out


def _lines(name):
    with open(name, encoding="utf-8") as file:
        return set(file.read().split("\n"))


def _prune(rules, ran, kept, warnings=warnings):
    for module in _late():
        module.__class__ = type(sys)
    emptied = [
        module
        for name, module in list(sys.modules.items())
        if type(module) is type(sys) and name not in kept and name.partition(".")[0] != rules
    ]
    # for the report of a failure; this file is no part of the memory
    with open("/emptied.txt", "w", encoding="utf-8") as file:
        file.writelines(f"{one.__name__} {' '.join(vars(one))}\n" for one in emptied)
    namespaces = {id(vars(module)) for module in emptied}
    # a generator's code is replaced by a plain function's, on purpose
    warnings.simplefilter("ignore")
    builtins.__left_out__ = _left_out
    for function in [one for one in gc.get_objects() if type(one) is type(_gone)]:
        served_importing = id(function.__globals__) in namespaces
        if served_importing:
            function.__defaults__ = function.__kwdefaults__ = function.__doc__ = None
        if served_importing or (function.__module__ != "__main__" and _key(function) not in ran):
            function.__code__ = _code(len(function.__code__.co_freevars))
    for module in emptied:
        _empty(module)


def _watched(rules_answer):
    def answer(request):
        response = rules_answer(request)
        if _missed:
            raise Pruned(_missed)
        return response

    return answer

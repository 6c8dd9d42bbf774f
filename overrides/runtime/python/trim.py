# mypy: ignore-errors
# Takes away what nothing can name any more, once prune.py has emptied what did not run.
#
# The variables of a module: those that no living code names, neither as a variable nor as an attribute. Code reaches a
# variable by its name; who makes up the name asks the module, which then raises, as it does for its dict. Not done where
# living code could get at the dict in another way.
# The methods of a class: each that was emptied makes room for one that all share, and which raises in the same way. It
# stays a method, so that nothing is found in a base class in its stead.
import gc
import sys

_Code = type(_gone.__code__)
_OTHER_WAYS = {"eval", "exec", "globals", "locals", "__globals__", "f_globals", "f_locals", "gi_frame"}
_WRAPPERS = (staticmethod, classmethod)


class _Trimmed(type(sys)):
    # `__name__` and its like stay
    __dict__ = property(lambda module: _left_out(f"the dict of {module.__name__}"))


def _functions():
    return [one for one in gc.get_objects() if type(one) is type(_gone)]


def _living():
    """The code of functions that were not emptied, with the code inside it; without these scripts' own."""
    functions = [one for one in _functions() if one.__module__ != "__main__"]
    found = [one.__code__ for one in functions if one.__code__ not in _emptied]
    for code in found:
        found += [one for one in code.co_consts if type(one) is _Code]
    return found


def _trim_modules(kept):
    names = {name for code in _living() for name in code.co_names}
    if names & _OTHER_WAYS:
        return
    # one module may have two names
    for module in {id(one): one for one in sys.modules.values() if type(one) is type(sys)}.values():
        variables = vars(module)
        # modules in C may know their own variables in ways of their own; one with the function is emptied, or asks it
        if "__file__" not in variables or "__getattr__" in variables or module.__name__ in kept:
            continue
        for name in [one for one in variables if one not in names and not one.startswith("__")]:
            del variables[name]
        variables["__getattr__"] = _left_out
        module.__class__ = _Trimmed


def _in_place_of(method):
    """What takes the place of a method, if it was emptied."""
    if type(method) is type(_gone):
        return _gone if method.__code__ in _emptied else method
    if type(method) in _WRAPPERS and _in_place_of(method.__func__) is _gone:
        return type(method)(_gone)
    if type(method) is property:
        parts = [one for one in (method.fget, method.fset, method.fdel) if one]
        if all(_in_place_of(one) is _gone for one in parts):
            return property(_gone, _gone, _gone)
    return method


def _trim_classes():
    for one in [each for each in gc.get_objects() if isinstance(each, type)]:
        for name, method in list(type.__dict__["__dict__"].__get__(one).items()):
            instead = _in_place_of(method)
            if instead is not method:
                type.__setattr__(one, name, instead)

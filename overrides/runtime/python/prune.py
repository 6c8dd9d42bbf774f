# mypy: ignore-errors
# Makes the image small and its gaps loud: library modules that only served importing, reading files and compiling are
# emptied. Each of their functions then does one thing: note what was asked for and raise Pruned. The same happens when
# anything is looked up in such a module, or anything new is imported.
#
# Pruned is a BaseException: rules that catch Exception cannot take it for an answer. And should something swallow it
# all the same (C code may), the note stays, and `answer` raises it again at the end.
import gc
import sys
import warnings

_KEPT = set(
    "__main__ sys builtins gc time marshal _imp _io _thread _warnings _weakref _frozen_importlib "
    "codecs _codecs encodings encodings.utf_8 encodings.aliases abc _abc types _types enum functools _functools operator _operator "
    "collections _collections _collections_abc collections.abc itertools copy copyreg keyword reprlib weakref _weakrefset "
    "json json.decoder json.encoder json.scanner _json re re._casefix re._compiler re._constants re._parser _sre "
    "datetime _datetime decimal _decimal numbers math dataclasses contextlib _contextvars string _string".split()
)
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
    __getattr__("a function")


def _empty(module):
    """Leave a module that raises for whatever is looked up in it."""
    namespace = vars(module)
    namespace.clear()
    # LOAD_GLOBAL finds it here, and so does attribute access on the module
    namespace["__getattr__"] = _left_out


def _prune(rules, warnings=warnings):
    emptied = [
        module
        for name, module in list(sys.modules.items())
        if type(module) is type(sys) and name not in _KEPT and name.partition(".")[0] != rules
    ]
    namespaces = {id(vars(module)) for module in emptied}
    # a generator's code is replaced by a plain function's, on purpose
    warnings.simplefilter("ignore")
    for function in gc.get_objects():
        if type(function) is type(_gone) and id(function.__globals__) in namespaces:
            # a function keeps the number of variables that it closes over
            function.__code__ = _gone.__code__.replace(co_freevars=function.__code__.co_freevars)
            function.__defaults__ = function.__kwdefaults__ = function.__doc__ = None
    for module in emptied:
        _empty(module)


def _watched(rules_answer):
    def answer(request):
        response = rules_answer(request)
        if _missed:
            raise Pruned(_missed)
        return response

    return answer


answer = _watched(answer)
sys.meta_path[:] = [_NoImport]
del warnings
_prune(ENTRY.partition(":")[0].partition(".")[0])
del _prune, _empty, _watched, _NoImport, _KEPT

# mypy: ignore-errors
# Runs before the rules are imported. A module of the standard library is loaded when something in it is first looked up:
# most imports only serve functions that never run, and `ast` alone, which `inspect` imports, makes 126 classes that
# nothing could take out of the interpreter again. A module that nothing has looked into is left out like one that
# nothing uses (prune.py); a module of the rules is loaded at once.
import sys

_Module = type(sys)
# What importing asks a module for without looking into it; all are there before it is loaded. A module that is asked for
# its path, and is no package, may have submodules all the same, once it is loaded.
_ABOUT = {"__class__", "__file__", "__loader__", "__name__", "__package__", "__spec__"}


class _Late(_Module):
    def __getattribute__(self, name):
        if name not in _ABOUT:
            _load(self)
        return object.__getattribute__(self, name)


def _late(wanted=None):
    """The modules that are not loaded yet, all or those with these names."""
    return [
        one
        for name, one in list(sys.modules.items())
        if type(one) is _Late and (wanted is None or name in wanted)
    ]


def _load(module):
    module.__class__ = _Module
    module.__spec__.loader.exec_module(module)


class _Loader:
    """Stands in for a module's loader while it is made."""

    def __init__(self, loader):
        self._loader = loader

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self._loader
        module.__class__ = _Late


class _Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        for finder in sys.meta_path[1:]:
            if spec := finder.find_spec(name, path, target):
                # what comes from the library's zip; modules in C have nothing to be loaded later, and packages may
                # have submodules that are nowhere else
                if (spec.origin or "").startswith("/lib/") and spec.submodule_search_locations is None:
                    spec.loader = _Loader(spec.loader)
                return spec
        return None


sys.meta_path.insert(0, _Finder)

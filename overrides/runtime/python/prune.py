# Makes the image small and its gaps loud. What is cut away here raises Pruned when touched. Pruned is no Exception, so
# rules that catch Exception cannot take it for an answer: it leaves Python, and the full runtime is asked instead.
import sys


class Pruned(BaseException):
    pass


class _NoImport:
    @staticmethod
    def find_spec(name, path=None, target=None):
        raise Pruned("import " + name)


class _Cut:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __getattribute__(self, attribute):
        raise Pruned(object.__getattribute__(self, "name") + "." + attribute)


sys.meta_path[:] = [_NoImport]
# modules that serve importing and compiling only
_cut = {
    sys.modules[name]: name
    for name in (
        "inspect ast dis tokenize token linecache opcode annotationlib _ast _tokenize _opcode _opcode_metadata "
        "importlib.machinery importlib zipimport"
    ).split()
    if name in sys.modules
}
for _owner in list(sys.modules.values()):
    if type(_owner) is type(sys) and _owner not in _cut:
        for _key, _value in list(vars(_owner).items()):
            if type(_value) is type(sys) and _value in _cut:
                setattr(_owner, _key, _Cut(_cut[_value]))
for _key in _cut.values():
    del sys.modules[_key]
del _cut, _owner, _key, _value

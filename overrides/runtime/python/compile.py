# mypy: ignore-errors
# Runs in Pyodide's own interpreter, so the byte code fits it by construction.
# Reads /stdlib.zip, /wheel.whl and the module list /modules.txt; writes
#   /lean.zip   stdlib without docstrings and asserts (-OO): goes into the memory image
#   /full.zip   the same modules compiled as they are: the full runtime's stdLibURL
#   /rules/     the wheel's files, compiled with their asserts but without docstrings: nothing in them may read one
#   /rules.txt  their names
# Stored, not deflated: the web server's brotli does better on the whole.
import ast
import importlib._bootstrap_external as external
import importlib.util
import pathlib
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def compiled(source, name, optimize, tree=None):
    code = compile(tree or source, name, "exec", dont_inherit=True, optimize=optimize)
    # unchecked hash: nobody compares time stamps at run time
    return bytes(external._code_to_hash_pyc(code, importlib.util.source_hash(source), False))


DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def without_docstrings(source, name):
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if "__doc__" in (getattr(node, field, None) for field in ("id", "attr", "name", "value")):
            raise SystemError(f"{name} names __doc__: leave the docstrings in, see compile.py")
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body[0].value.value = None
        if isinstance(node, ast.ClassDef):
            # of a class without docstring dataclasses would make a long one
            node.body.insert(0, ast.Expr(ast.Constant("-")))
    return ast.fix_missing_locations(tree)


def write_library(target, library, names, optimize):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        for name in names:
            data = library.read(name)
            if name.endswith(".py"):
                data, name = compiled(data, "/lib/" + name, optimize), name + "c"
            out.writestr(zipfile.ZipInfo(name, EPOCH), data)


with zipfile.ZipFile("/stdlib.zip") as library:
    wanted = set(open("/modules.txt").read().split())
    names = sorted(name for name in library.namelist() if name in wanted)
    write_library("/lean.zip", library, names, 2)
    write_library("/full.zip", library, names, 0)


def rules_of(wheel):
    for name in sorted(wheel.namelist()):
        if ".dist-info/" in name or name.endswith("/"):
            continue
        data = wheel.read(name)
        # the source stays beside it: rules may look for files of their own
        yield name, data
        if name.endswith(".py"):
            code = compiled(data, "/rules/" + name, 0, without_docstrings(data, name))
            yield importlib.util.cache_from_source(name), code


names = []
with zipfile.ZipFile("/wheel.whl") as wheel:
    for name, data in rules_of(wheel):
        names.append(name)
        path = pathlib.Path("/rules", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
pathlib.Path("/rules.txt").write_text("\n".join(names))

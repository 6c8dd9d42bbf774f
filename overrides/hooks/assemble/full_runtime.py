"""The script that starts the full runtime, with the names, sizes and hashes of its files in front of it."""

import base64
import hashlib
import json
from pathlib import Path

from overrides.hooks.assemble import compress, pyodide, wheel
from overrides.hooks.assemble.bundle import Bundles

FOLDER, NAME = "assets/javascripts", "full-runtime"
STDLIB = "runtime/stdlib.*.zip"


def write(root: Path, site: Path, bundles: Bundles) -> None:
    """Put the script into the site, in which Pyodide, the wheel and the answer runtime lie already."""
    assets = site / "assets"
    stock = assets / "pyodide"
    [rules] = (site / wheel.WHEELS).glob("*.whl")
    files = {
        "loader": stock / "pyodide.mjs",
        "glue": stock / "pyodide.asm.mjs",
        "wasm": stock / "pyodide.asm.wasm",
        "stdlib": next(assets.glob(STDLIB), stock / "python_stdlib.zip"),
        "wheel": rules,
    }
    made_of = {
        "files": {part: _entry(path, assets, root) for part, path in files.items()},
        "lock": json.loads(rules.with_name(pyodide.LOCK).read_bytes()),
    }
    listed = json.dumps(made_of, separators=(",", ":"))
    script = f"globalThis.FULL_RUNTIME={listed};\n{bundles.inline[NAME]}\n".encode()
    name = f"{NAME}.{hashlib.sha256(script).hexdigest()[:12]}.js"
    (site / FOLDER / name).write_bytes(script)


def _entry(path: Path, assets: Path, root: Path) -> dict[str, str | int]:
    """As overrides/runtime/loader/types.d.ts has a RuntimeFile."""
    content = path.read_bytes()
    gzip, brotli = compress.sizes(path, root)
    return {
        "file": path.relative_to(assets).as_posix(),
        "bytes": len(content),
        "gzip": gzip,
        "brotli": brotli,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def told(site: Path) -> dict[str, str]:
    """What a page must know of the script: where it lies, and which bytes it has."""
    # on the writers' desk nothing runs in the browser
    path = next((site / FOLDER).glob(f"{NAME}.*.js"), None)
    if path is None:
        return {"file": "", "integrity": ""}
    return {"file": path.name, "integrity": integrity(path)}


def integrity(path: Path) -> str:
    """The bytes of a file as browsers check them."""
    return f"sha256-{base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"

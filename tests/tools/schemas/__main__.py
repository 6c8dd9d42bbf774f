"""`make schemas`: for editors, what each TOML file of the project can hold: `python -m tests.tools.schemas`.

They stand in .cache/schemas, and .taplo.toml says which file has which; editors read that by themselves. The
codes and ids of today are in them, so they are made and not kept: `make setup`, and with it every command,
makes them anew when a file of the rules, the law or the checks has changed.
"""

import json
import shutil
import sys
from pathlib import Path

from tests.tools.schemas.files import schemas

ROOT = Path(__file__).parents[3]
FOLDER = Path(".cache", "schemas")
CONFIG = ".taplo.toml"
# An editor that formats when it saves leaves rows and lists on the lines on which their writer has put them.
HEAD = """\
# Which file has which schema; made by make schemas.
[formatting]
array_auto_collapse = false
array_auto_expand = false
column_width = 400"""
DRAFT = "http://json-schema.org/draft-07/schema#"


def write(root: Path, into: Path) -> None:
    """Write every schema below a folder, and beside it which files have which."""
    made = list(schemas(root))
    shutil.rmtree(into / FOLDER, ignore_errors=True)
    lines = [HEAD]
    for files, schema in made:
        path = FOLDER / files.replace(".*.toml", ".json").replace(".toml", ".json")
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=1)
        (into / path).write_text(text, encoding="utf-8")
        lines += ["", "[[rule]]", f'include = ["{files}"]', f'schema.path = "{path.as_posix()}"']
    (into / CONFIG).write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    try:
        write(ROOT, ROOT)
    except Exception as error:  # noqa: BLE001 - the command that was meant says what is wrong in the law or the rules
        sys.stderr.write(f"schemas: left as they were, for now: {str(error).partition('\n')[0]}\n")

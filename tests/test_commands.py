"""The commands say in one sentence what to do, and what they install is pinned and names no registry."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ["dirname", "id", "ls", "mktemp", "rm", "sh", "uname"]


def fake(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.unlink(missing_ok=True)  # it may be a link to the machine's own tool
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder to be the whole PATH of a machine that has nothing but a shell."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    for tool in TOOLS:
        (bin_folder / tool).symlink_to(shutil.which(tool) or tool)
    return bin_folder


def run(script: str, *arguments: str, machine: Path) -> tuple[int, str]:
    """Run a copy of a script, so that its folder is not this one."""
    folder = machine.parent / "project" / ".ci"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / ".ci" / script, folder)
    done = subprocess.run(
        ["/bin/sh", folder / script, *arguments],
        env={"PATH": str(machine), "TMPDIR": str(machine.parent)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stderr


def test_no_python_is_one_sentence(machine: Path) -> None:
    fake(machine, "python3.13", "exit 127")  # a version manager's stand-in for a version that is not there
    sentence = "make: Python 3.12 or newer is needed and was not found on PATH (python3 there: none)"
    code, said = run("setup", "python", machine=machine)
    assert code == 1
    assert said == f"{sentence}: install it, then run the command again.\n"


def test_an_old_python_is_one_sentence(machine: Path) -> None:
    fake(machine, "python3", '[ "$1" = --version ] && echo "Python 3.11.2" || exit 1')
    code, said = run("setup", "python", machine=machine)
    assert code == 1
    assert "(python3 there: Python 3.11.2): install it" in said
    assert said.count("\n") == 1


def test_a_python_without_venv_is_one_sentence(machine: Path) -> None:
    fake(machine, "python3", f'case "$*" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"')
    code, said = run("setup", "python", machine=machine)
    assert code == 1
    assert re.fullmatch(
        r"make: python3 comes without its venv module: install it .*python3\.\d+-venv.*\n", said
    )


def test_no_browser_and_no_way_to_install_one_is_one_sentence(machine: Path) -> None:
    fake(machine, "fc-list", "")
    code, said = run("chromium", "install", machine=machine)
    assert code == 1
    assert re.fullmatch(r"make: the browser tests need Chromium .* install them, .*\n", said)


def test_a_browser_is_installed_in_the_way_of_the_system(machine: Path) -> None:
    # apt-get of this machine "installs" a browser that runs and a font list that is not empty
    install = f"echo '#!/bin/sh' >{machine}/chromium; /bin/chmod +x {machine}/chromium"
    fonts = f"printf '#!/bin/sh\\necho Noto\\n' >{machine}/fc-list; /bin/chmod +x {machine}/fc-list"
    fake(machine, "fc-list", "")
    fake(machine, "id", "echo 0")
    fake(machine, "env", 'shift; exec "$@"')
    fake(machine, "apt-get", f'echo "$@" >>{machine}/asked; [ "$1" = update ] || {{ {install}; {fonts}; }}')
    assert run("chromium", "install", machine=machine) == (0, "")
    asked = (machine / "asked").read_text(encoding="utf-8")
    assert "chromium fontconfig fonts-noto-cjk" in asked
    assert "firefox-esr" in asked
    assert "gnumeric" in asked
    assert run("chromium", "install", machine=machine) == (0, "")
    assert (machine / "asked").read_text(encoding="utf-8") == asked


def test_the_lock_files_pin_everything_and_name_no_registry() -> None:
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links", requirements)
    for requirement in re.findall(r"^[a-z].*(?:\n .*)*", requirements, re.MULTILINE):
        assert re.match(r"[\w.-]+(?:\[[\w.,-]+\])?==\S+ ", requirement)
        assert "--hash=sha256:" in requirement
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    ours = ["", *packages[""]["workspaces"]]
    for path, package in packages.items():
        linked = package.get("link", False)
        assert package.get("resolved") == (ours[1] if linked else None), path
        assert ("integrity" in package) == (path not in ours and not linked), path
    for folder in ours:
        named = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
        kinds = ("dependencies", "devDependencies", "peerDependencies")
        for version in (version for kind in kinds for version in named.get(kind, {}).values()):
            assert re.fullmatch(r"\d+\.\d+\.\d+", version)


def test_the_wheel_holds_the_rules_alone_and_is_the_same_each_time(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    wheels: list[Path] = []
    for name, umask in (("first", 0o022), ("second", 0o077)):
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1795392000"}
        subprocess.run([*command, tmp_path / name], cwd=ROOT, env=environment, umask=umask, check=True)
        wheels += (tmp_path / name).iterdir()
    assert [wheel.name for wheel in wheels] == ["notice_calculator-1.0.0-py3-none-any.whl"] * 2
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    names = [Path(name) for name in zipfile.ZipFile(wheels[0]).namelist()]
    assert {name.parts[0] for name in names} == {"calculator", "notice_calculator-1.0.0.dist-info"}
    kinds = {name.suffix for name in names if name.parts[0] == "calculator"}
    assert kinds == {".py", ".toml", ".csv"}

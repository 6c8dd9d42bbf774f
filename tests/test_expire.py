"""What `make expire` lists of a small project on several days, and that it reads the real one."""

import shutil
from pathlib import Path

import pytest

from tests.tools import expire
from tests.tools.named_days import front_matter

ROOT = Path(__file__).parents[1]
PROJECT = Path(__file__).parent / "recheck"
LAW = "calculator/law/perkeso"
TEXTS = "docs/amnesty"
OPEN = "amnesty: {}, status: Open, and no due: what has a reader to do now?"
PAST = "month, last_day: 2026-10-31, to come when this was updated on 2026-10-15"
FILES = {
    "docs/amnesty/index.en.md": (
        "---\nnotice: amnesty\nupdated: 2026-10-15\nstatus: Open\n"
        "ends: '{{ programme(\"month\", \"last_day\") }}'\n---\nupdated: no key\n"
    ),
    "docs/amnesty/findings.en.toml": 'a = """\nUntil {{ programme("month", "last_day") }}.\n"""\n',
    "docs/amnesty/more.en.md": '---\nupdated: 2026-11-01\n---\n{{ programme("month", "last_day") }}\n',
    "docs/amnesty/steps.en.toml": 'first = "2024-10"\nlast = "2027-03"\n',
    "docs/plain.en.md": '---\ntitle: x\n---\n{{ figure("notice_by") }}\n',
    "tests/amnesty/cases.toml": (
        '[[case]]\nname = "a"\norigin = "o"\nfacts = { as_at = "2026-09-01" }\noutcome = "x"\n'
        '[[case]]\nname = "b"\norigin = "o"\nfacts = { as_at = "１ May 2029" }\noutcome = "x"\n'
    ),
}  # fmt: skip
NOTICE_BY = """
[notice_by]
unit = "date"
values = [ { from = 2020-01-01, value = 2026-12-31, source = "undated", confidence = "S" } ]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small law, a notice and its cases, worked in as `make` does."""
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with (tmp_path / LAW / "parameters.toml").open("a", encoding="utf-8") as file:
        file.write(NOTICE_BY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def groups(project: Path, day: str) -> dict[str, list[str]]:
    """The lines of each group that has any, by the first two words of its heading."""
    parts = "\n".join(expire.main(day, project)).split("\n\n")[2:]
    found = {_name(part): part.split("\n")[1:] for part in parts}
    return {name: [_short(line) for line in lines] for name, lines in found.items()}


def _name(part: str) -> str:
    return " ".join(part.split(" ")[:2])


def _short(line: str) -> str:
    """A line without the folder of the law, or that of the notice's texts."""
    return line.strip().removeprefix(f"{LAW}/").removeprefix(f"{TEXTS}/")


def test_before_a_day_it_is_said_to_come(project: Path) -> None:
    assert groups(project, "2026-10-20") == {
        "Notices that": [f"index.en.md:5: {OPEN.format('ends on 2026-10-31')}"],
        "Programmes that": ["programmes.toml:1: month: ends on 2026-10-31"],
        "Figures that": [
            "parameters.toml:14: limit: a value from 2026-11-25",
            "parameters.toml:24: notice_by: names 2026-12-31",
        ],
        "Pages that": ["docs/page.en.md:3: as_at: 2024-01-01"],
    }


def test_after_it_a_text_that_was_not_updated_since_is_listed(project: Path) -> None:
    """A page that was updated after the day speaks of it as past already."""
    found = groups(project, "2026-11-20")
    assert found["Notices that"] == [f"index.en.md:5: {OPEN.format('ended on 2026-10-31')}"]
    assert found["Texts that"] == [f"findings.en.toml:2: {PAST}", f"index.en.md:5: {PAST}"]
    assert found["Programmes that"] == ["programmes.toml:1: month: ended on 2026-10-31"]


def test_after_a_year_everything_is_to_be_looked_at(project: Path) -> None:
    found = groups(project, "2027-12-01")
    assert found["Figures that"] == ["parameters.toml:15: limit: unknown from 2028-01-01"]
    assert found["Law that"] == ["parameters.toml:1: checked on 2026-11-23, and with it every source"]
    assert found["Notices without"] == ["tests/amnesty/cases.toml:1: the latest is about 2026-09-01"]
    assert found["Pages without"] == ["steps.en.toml:2: last = 2027-03"]
    assert found["Pages that"] == [
        "index.en.md:3: updated: 2026-10-15",
        "more.en.md:2: updated: 2026-11-01",
        "docs/page.en.md:3: as_at: 2024-01-01",
    ]


@pytest.mark.parametrize("argument", ["", "26.11.2026"])
def test_without_a_day_it_says_what_to_write(argument: str, project: Path) -> None:
    with pytest.raises(expire.ExpireError, match="is not a day; write make expire DAY=2026-11-26"):
        list(expire.main(argument, project))


def test_the_front_matter_ends_where_it_ends(project: Path) -> None:
    assert front_matter(project, "docs/amnesty/index.en.md")["updated"] == (
        "docs/amnesty/index.en.md:3",
        "2026-10-15",
    )
    assert front_matter(project, "docs/nothing.en.md") == {}


def test_the_notice_that_is_over_is_found_in_the_real_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (line,) = groups(ROOT, "2026-11-26")["Notices that"]
    assert line.startswith("index.en.md:")
    assert ": amnesty: ended on " in line


def test_the_real_project_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for lines in groups(ROOT, "2040-01-01").values():
        for line in lines:
            name, number, _ = line.split(":", 2)
            folders = (ROOT, ROOT / LAW, ROOT / TEXTS)
            (path,) = (folder / name for folder in folders if (folder / name).is_file())
            assert 0 < int(number) <= len(path.read_text(encoding="utf-8").splitlines())

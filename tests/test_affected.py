"""What a reviewer reads of a change: `make affected` compares two versions of the rules."""

import shutil
import subprocess
from pathlib import Path

import pytest

from calculator.engine.asking.found import load
from tests.tools import affected
from tests.tools.tree import Response, RevisionError, Tree, export

ROOT = Path(__file__).parents[1]
SAMPLES = {
    "as_at": ("2026-11-23",),
    "employs": ("employees", "nobody"),
    "employed_before": ("no",),
    "first_employed_on": ("2026-10-24",),
    "registration": ("not_registered",),
}
AFTER_30_DAYS = "as_at=2026-11-23 employs=employees first_employed_on=2026-10-24 registration=not_registered"


def version(folder: Path, *changes: tuple[str, str, str]) -> Tree:
    """A copy of the rules and words of this version, with texts in some files changed."""
    for part in ("calculator", "docs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name, old, new in changes:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    return Tree(folder)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A version in which there were 31 days to register."""
    period = ("calculator/law/perkeso/parameters.toml", "value = 30, source", "value = 31, source")
    return version(tmp_path_factory.mktemp("before"), period)


def test_every_changed_path_is_listed_in_both_languages(before: Tree) -> None:
    """A longer time to register changes what an employer of people is told, and from when nobody is late."""
    changed = affected.differences(before, Tree(ROOT), "amnesty", SAMPLES)
    # nobody is an employer's reply too: within how many days to register is told there as well
    assert [facts["employs"] for facts, _ in changed] == ["employees", "nobody"]
    lines = list(affected.report(before, Tree(ROOT), "amnesty", changed))
    text = "\n".join(lines)
    assert lines.count("    " + AFTER_30_DAYS) == 1
    assert "  en  before: registration_open: " in text
    assert "      after:  cannot_be_decided: " in text
    assert "  zh  before: registration_open: " in text
    assert "31 days" in text
    assert "31天" in text
    assert "      + day_count_unsettled: " in text
    assert "{" not in text


def test_nothing_differs_from_the_same_version(before: Tree) -> None:
    """A version compared with itself has no path to list."""
    assert affected.differences(before, before, "amnesty", SAMPLES) == []


def test_paths_that_read_alike_stand_together() -> None:
    """The words before and after are told once, with every path they hold for."""
    decision: Response = {"status": "decision", "outcome": "not_an_employer", "findings": []}
    refused: Response = {"status": "invalid", "errors": [{"question": "as_at", "code": "not_a_date"}]}
    asked: Response = {"status": "question", "question": "employs"}
    answered: affected.Pair = dict.fromkeys(("en", "zh"), (asked, decision))
    mended: affected.Pair = dict.fromkeys(("en", "zh"), (refused, asked))
    changed: list[tuple[affected.Facts, affected.Pair]] = [
        ({"as_at": "1"}, answered),
        ({"as_at": "2"}, answered),
        ({}, mended),
    ]
    lines = list(affected.report(Tree(ROOT), Tree(ROOT), "amnesty", changed))
    assert lines.count("") == 2
    assert [line for line in lines if line.startswith("    as_at")] == ["    as_at=1", "    as_at=2"]
    assert lines[1].startswith("  en  before: ? employs: ")
    assert "  en  before: not_a_date" in lines


def test_codes_without_words_are_shown_as_codes(tmp_path: Path) -> None:
    """A version whose writers have not written yet can be compared all the same."""
    bare = Tree(tmp_path)
    finding = {"code": "court", "figures": {}, "sources": ["act4-s94"]}
    assert bare.finding("amnesty", "en", finding) == "court:  [act4-s94]"
    assert bare.headline("amnesty", "en", {"status": "question", "question": "employs"}) == "? employs"
    assert bare.headline("amnesty", "en", {"status": "decision", "outcome": "x", "findings": []}) == "x"
    assert bare.headline("amnesty", "en", {"status": "failed"}) == "failed"


def test_rules_that_do_not_run_are_named(tmp_path: Path) -> None:
    """A revision whose rules are broken ends in one sentence."""
    broken = version(tmp_path / "broken", ("calculator/engine/answer.py", "import json", "import jsno"))
    with pytest.raises(RevisionError, match="the rules in broken do not run: ModuleNotFoundError"):
        broken.paths("amnesty", {})


def test_a_notice_that_was_not_there_has_no_paths(before: Tree) -> None:
    """A new notice is all difference: the version before it has no path."""
    assert before.paths("holidays", {}) == []


def git(folder: Path, *arguments: str) -> None:
    """Run git with a name of its own, whoever works on this machine."""
    name = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_revision_is_compared_with_the_work_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command exports the revision and says for each notice how many answers differ."""
    work = tmp_path / "work"
    version(work)
    git(tmp_path, "init", "--quiet", "work")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "--message", "first")
    period = work / "calculator" / "law" / "perkeso" / "parameters.toml"
    period.write_text(
        period.read_text(encoding="utf-8").replace("value = 30,", "value = 29,"), encoding="utf-8"
    )
    monkeypatch.setattr(affected, "notices", lambda: ("amnesty",))
    monkeypatch.setattr(affected, "samples", lambda notice: {**notice.samples, **SAMPLES})
    lines = list(affected.main("HEAD", work))
    assert lines[0] == "amnesty: 2 answers differ from HEAD"
    assert load("amnesty").samples.keys() > SAMPLES.keys()


def test_an_unknown_revision_is_named(tmp_path: Path) -> None:
    """A slip in BASE ends in a sentence, not in a traceback."""
    git(tmp_path, "init", "--quiet")
    with pytest.raises(RevisionError, match='"nosuch" cannot be compared with: '):
        export(tmp_path, "nosuch", tmp_path)

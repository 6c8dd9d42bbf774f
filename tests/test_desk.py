"""The writers' desk without a browser: what changes ask for, how mistakes are told, where it comes from."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from calculator.engine.law import LawFileError
from overrides.desk import checking
from overrides.desk.changed import changed
from overrides.desk.changes import Redo, language, redo, shown_in
from overrides.desk.children import ChildError
from overrides.desk.desk import Desk
from overrides.desk.hub import Hub
from overrides.desk.mistakes import PAGES, Mistakes
from overrides.desk.problems import of_page, problems_of
from overrides.desk.watch import Watch
from overrides.desk.where import where
from overrides.hooks.read.text import Problem, WordsError

ROOT = Path(__file__).parents[1]
SITE = ("amnesty/index", "contributions/index", "contributions/tables-2016-06", "disclaimer", "index")
CONTRIBUTIONS = ["contributions/index", "contributions/tables-2016-06"]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("docs/amnesty/index.en.md", Redo.WORDS),
        ("docs/amnesty/outcomes/must_register.zh.md", Redo.WORDS),
        ("docs/amnesty/findings.zh.toml", Redo.WORDS),
        ("docs/glossary.toml", Redo.WORDS),
        ("docs/amnesty/picture.png", Redo.WORDS | Redo.GENERATOR),
        ("docs/decisions/0001-modality-travels-with-the-figure.md", Redo.NOTHING),
        ("docs/benchmark.md", Redo.NOTHING),
        ("docs/amnesty/.index.en.md.swp", Redo.NOTHING),
        ("docs/amnesty/index.en.md~", Redo.NOTHING),
        ("calculator/amnesty/rules.py", Redo.RULES | Redo.CODE),
        ("calculator/law/perkeso/parameters.toml", Redo.RULES),
        ("calculator/law/perkeso/act4_contributions.csv", Redo.RULES),
        ("calculator/amnesty/__pycache__/rules.cpython-313.pyc", Redo.NOTHING),
        ("overrides/assets/stylesheets/tokens.css", Redo.BUNDLES),
        ("overrides/calculator/answer/decision.js", Redo.BUNDLES),
        ("overrides/hooks/assemble/draw.mjs", Redo.BUNDLES),
        ("overrides/calculator/answer/answer.html", Redo.TEMPLATES),
        ("overrides/hooks/render/templates/marks.html", Redo.TEMPLATES),
        ("overrides/calculator/answer/examples.toml", Redo.NOTHING),
        ("overrides/theme/main.html", Redo.GENERATOR),
        ("mkdocs.yml", Redo.GENERATOR),
        ("overrides/hooks/render/form.py", Redo.RULES | Redo.CODE | Redo.GENERATOR),
        ("overrides/desk/desk.py", Redo.DESK),
        ("overrides/bench/table.py", Redo.NOTHING),
    ],
)
def test_a_file_asks_for_what_depends_on_it(path: str, asked: Redo) -> None:
    assert redo([path]) == asked


def test_several_files_ask_together() -> None:
    files = ["docs/index.en.md", "overrides/assets/stylesheets/tokens.css", "docs/benchmark.md"]
    assert redo(files) == Redo.WORDS | Redo.BUNDLES
    assert redo([]) == Redo.NOTHING


@pytest.mark.parametrize(
    ("paths", "lang"),
    [
        (["docs/index.zh.md", "docs/amnesty/findings.zh.toml"], "zh"),
        (["docs/index.zh.md", "docs/index.en.md"], None),
        (["docs/glossary.toml"], None),
        (["docs/index.en.md", "mkdocs.yml"], None),
        (["Makefile"], None),
    ],
)
def test_pages_of_the_language_that_changed_come_first(paths: list[str], lang: str | None) -> None:
    assert language(paths) == lang


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("docs/disclaimer.zh.md", ["disclaimer"]),
        ("docs/contributions/tables-2016-06.en.md", ["contributions/tables-2016-06"]),
        ("docs/amnesty/outcomes/must_register.en.md", ["amnesty/index"]),
        ("docs/contributions/findings.en.toml", CONTRIBUTIONS),
        ("docs/interface.en.toml", list(SITE)),
        ("calculator/contributions/rules.py", CONTRIBUTIONS),
        ("calculator/law/perkeso/parameters.toml", list(SITE)),
        ("docs/decisions/0001-modality-travels-with-the-figure.md", []),
        ("tests/test_desk.py", []),
        ("overrides/desk/desk.py", []),
    ],
)
def test_a_file_shows_in_pages(path: str, pages: list[str]) -> None:
    assert shown_in(path, SITE) == pages


def raised(source: str, name: str) -> Exception:
    """What running this source raises, as if it stood in that file."""
    try:
        exec(compile(source, str(ROOT / name), "exec"), {})  # noqa: S102 - our own lines
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError(source)


def test_a_mistake_is_told_with_its_place() -> None:
    told = Problem("docs/index.en.md", 3, "no such thing")
    assert problems_of(WordsError([told]), ROOT) == [told]
    law = LawFileError(["calculator/law/x/parameters.toml:7: no unit; write one"])
    assert problems_of(law, ROOT) == [Problem("calculator/law/x/parameters.toml", 7, "no unit; write one")]
    [syntax] = problems_of(raised("def decide(:\n", "calculator/x/rules.py"), ROOT)
    assert (syntax.path, syntax.line) == ("calculator/x/rules.py", 1)
    assert "is no Python" in syntax.text
    name = raised("\n\nOutcome.NONE\n", "calculator/x/rules.py")
    assert problems_of(name, ROOT) == [
        Problem("calculator/x/rules.py", 3, "NameError: name 'Outcome' is not defined")
    ]


def test_what_fails_in_a_library_is_told_where_ours_called_it() -> None:
    error = raised("import json\n\njson.loads('{')\n", "overrides/hooks/x.py")
    [problem] = problems_of(error, ROOT)
    assert (problem.path, problem.line) == ("overrides/hooks/x.py", 3)
    assert problem.text.startswith("JSONDecodeError: ")


def test_where_nothing_else_is_known_the_page_is_to_blame() -> None:
    path = "docs/index.en.md"
    assert of_page(KeyError("x"), path, ROOT) == [Problem(path, 1, "this page cannot be made: 'x'")]


def test_mistakes_are_told_when_they_come_and_when_they_go(capsys: pytest.CaptureFixture[str]) -> None:
    hub = Hub()
    mistakes = Mistakes(hub, ROOT)
    one, two = Problem("docs/a.en.md", 1, "wrong"), Problem("docs/b.en.md", 2, "wrong, too")
    with hub.listening() as events:
        mistakes.found("checks", [two, one])
        mistakes.found("checks", [one, two])  # the same: nothing is told again
        mistakes.found("checks", [])
        first, second = (json.loads(next(events).decode().partition("data: ")[2]) for _ in range(2))
    assert [(each["path"], each["line"]) for each in first] == [("docs/a.en.md", 1), ("docs/b.en.md", 2)]
    assert second == []
    said = capsys.readouterr().err
    assert said == "desk: 2 to mend\n  docs/a.en.md:1: wrong\n  docs/b.en.md:2: wrong, too\ndesk: mended\n"


def test_what_the_checks_find_stands_for_what_failed_in_a_page() -> None:
    hub = Hub()
    mistakes = Mistakes(hub, ROOT)
    mistakes.found(f"{PAGES}/a.en", [Problem("docs/a.en.md", 1, "this page cannot be made")])
    mistakes.found("checks", [Problem("docs/a.en.md", 9, "no parameter")])
    with hub.listening() as events:  # whoever comes later is told what is wrong now
        [problem] = json.loads(next(events).decode().partition("data: ")[2])
    assert (problem["line"], problem["text"]) == (9, "no parameter")
    assert problem["open"].endswith("/docs/a.en.md:9")


def test_rules_that_fail_are_told_and_the_texts_are_checked_still(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure that is renamed in the law first is still named by the rules, and by the page."""
    rule, word = (
        Problem("calculator/n/rules.py", 9, "no parameter"),
        Problem("docs/n.en.md", 2, "no parameter"),
    )

    def ask(child: str, *_method: str) -> list[str]:
        if child in ("walk", "checks"):
            raise ChildError([rule if child == "walk" else word])
        return []

    desk = SimpleNamespace(version=1, looked_at_all=True, mistakes=Mistakes(Hub(), ROOT), made=list)
    desk.family = SimpleNamespace(ask=ask)
    desk.attempt = lambda where, do: Desk.attempt(cast("Desk", desk), where, do)
    checking.check(cast("Desk", desk))
    assert capsys.readouterr().err.splitlines()[-3:] == ["desk: 2 to mend", f"  {rule}", f"  {word}"]


def test_a_saved_file_is_noticed_and_one_that_is_read_is_not(tmp_path: Path) -> None:
    for folder in ("docs", "calculator", "overrides"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs" / "index.en.md").write_text("one", encoding="utf-8")
    watch = Watch(tmp_path)
    changes = watch.changes()
    (tmp_path / "docs" / "index.en.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text("not watched", encoding="utf-8")
    (tmp_path / "docs" / "index.en.md").write_text("one more", encoding="utf-8")
    assert next(changes) == {"docs/index.en.md"}
    # as editors save: another file takes the place of the first
    (tmp_path / "docs" / "new").write_text("two words", encoding="utf-8")
    (tmp_path / "docs" / "new").replace(tmp_path / "docs" / "index.en.md")
    seen = next(changes)
    while "docs/index.en.md" not in seen:
        seen = next(changes)
    watch.close()


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"parameter": "act4_fine", "value": "10000"}, [("perkeso/parameters.toml", "value = 10000,")]),
        (
            {"parameter": "act800_in_force", "value": "2018-01-01"},
            [("perkeso/parameters.toml", "{ from = 2018-01-01,")],
        ),
        (
            {"source": "act4-s94", "lang": "zh"},
            [("perkeso/sources.toml", "[act4-s94]"), ("docs/sources.zh.toml", "act4-s94 =")],
        ),
        (
            {"programme": "amnesty_2023", "part": "last_day"},
            [("perkeso/programmes.toml", "last_day = 2023-")],
        ),
        (
            {"outcome": "past_employer", "notice": "amnesty", "lang": "zh"},
            [("outcomes/past_employer.zh.md", "---"), ("amnesty/rules.py", "Outcome.PAST_EMPLOYER")],
        ),
        (
            {"question": "employs", "notice": "amnesty", "lang": "en"},
            [("amnesty/form.en.toml", "[questions.employs]"), ("amnesty/codes.py", "employs:")],
        ),
        (
            {"heading": "by-hand", "page": "amnesty/index", "lang": "zh"},
            [("amnesty/index.zh.md", "{#by-hand")],
        ),
        ({"parameter": "no_such_thing"}, []),
        ({"heading": "by-hand", "page": "../../etc/passwd"}, []),
    ],
)
def test_what_is_shown_leads_to_its_file_and_line(
    asked: dict[str, str], places: list[tuple[str, str]]
) -> None:
    found = where(ROOT, asked)
    for path, words in places:
        assert any(path in str(each["path"]) and words in line_of(each) for each in found), (path, found)
    assert bool(found) == bool(places)


def line_of(place: dict[str, str | int]) -> str:
    lines = (ROOT / str(place["path"])).read_text(encoding="utf-8").splitlines()
    return lines[int(place["line"]) - 1]


def test_every_finding_leads_to_its_words_and_to_its_rule() -> None:
    """One of each part of the file, and the lines that name it."""
    for id in ("register_on_hiring", "ask_careline"):
        asked = {"finding": id, "notice": "amnesty", "lang": "en"}
        paths = [str(each["path"]) for each in where(ROOT, asked)]
        assert "docs/amnesty/findings.en.toml" in paths
        assert any(path.startswith("calculator/amnesty/") for path in paths), (id, paths)


def test_a_link_that_leads_nowhere_is_told_in_the_writers_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.en.md").write_text("# A\n\n[x](b.md#none)\n", encoding="utf-8")
    said = "Doc file 'index.en.md' contains a link 'b.md#none', but there is no such anchor on this page."
    assert checking.link(said, tmp_path) == Problem("docs/index.en.md", 3, said)


def test_without_git_nothing_is_said_to_have_changed(tmp_path: Path) -> None:
    assert changed(tmp_path, SITE) == {"base": None, "files": []}


def test_files_that_differ_are_listed_with_their_pages(tmp_path: Path) -> None:
    def git(*asked: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
        subprocess.run(["git", *who, *asked], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--initial-branch", "main")
    (tmp_path / "docs").mkdir()
    for name in ("index", "disclaimer"):
        (tmp_path / "docs" / f"{name}.en.md").write_text("one", encoding="utf-8")
    git("add", ".")
    git("commit", "--message", "one")
    (tmp_path / "docs" / "index.en.md").write_text("two", encoding="utf-8")
    (tmp_path / "docs" / "labels.en.toml").write_text("", encoding="utf-8")
    assert changed(tmp_path, ["index", "disclaimer"]) == {
        "base": "main",
        "files": [
            {"path": "docs/index.en.md", "pages": ["index"], "every": False},
            {"path": "docs/labels.en.toml", "pages": ["index", "disclaimer"], "every": True},
        ],
    }


def test_the_process_that_starts_the_others_knows_nothing_of_ours() -> None:
    """Or a new one would know the rules as they were when the desk was started."""
    script = (
        "import sys; from importlib import import_module; from overrides.desk.children import LIBRARIES\n"
        "ours = {name for name in sys.modules if name.startswith('overrides')}\n"
        "[import_module(name) for name in LIBRARIES]\n"
        "print(sorted({n for n in sys.modules if n.startswith(('calculator', 'overrides'))} - ours))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == []

"""`make cases NAME=levy`: put the cases to the rules, and say where an answer differs, with file and line.

Whoever writes cases need not read Python: a mistake in law, rules, cases or words is one line.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from overrides.hooks.lint import lint
from overrides.hooks.read.answers_given import given_by
from overrides.hooks.read.loading import loaded
from overrides.hooks.read.rules import Loaded, notices
from overrides.hooks.read.tables import read_table
from overrides.hooks.read.text import Problem, WordsError
from overrides.hooks.render.context import CACHE
from tests.cases import READERS, TESTS, Case, CaseError, origins
from tests.tools.case_differences import differences

ROOT = Path(__file__).parents[2]
# What a new name of a question or an outcome makes wrong in every case that has the old one.
NO_SUCH = re.compile(r"”: (there is no .*)")


def main(arguments: Sequence[str], root: Path = ROOT) -> Iterator[str]:
    """What is to be mended, or how many cases hold; exits with 1 where there is something."""
    ids = [id for id in notices() if id in (arguments or notices())]
    if not ids:
        raise SystemExit(f'no notice "{arguments[0]}"; the notices are {", ".join(notices())}')
    problems: set[Problem] = set()
    known = dict(loaded(ids, root, problems))
    said = [str(each) for each in sorted(problems)]
    count = 0
    for id, notice in known.items():
        cases, wrong = _read(id)
        count += len(cases)
        said += wrong or [*_once([line for case in cases for line in differences(case, notice)])]
        said += [] if wrong else uncovered(id, notice, cases)
    said = said or list(_words(known.values(), root))
    yield from dict.fromkeys(said)
    if said:
        raise SystemExit(1)
    yield f"{count} cases hold"


def _once(lines: Sequence[str]) -> Iterator[str]:
    """A name that nothing has is said where it stands first, with how many cases have it."""
    found = [NO_SUCH.search(line) for line in lines]
    left = Counter(each[1] for each in found if each)
    for line, each in zip(lines, found, strict=True):
        if each is None:
            yield line
        elif count := left.pop(each[1], 0):
            yield line if count == 1 else f"{line} ({count} cases have it)"


def _read(id: str) -> tuple[list[Case], list[str]]:
    cases: list[Case] = []
    try:
        for path in sorted((TESTS / id).glob("cases.*")):
            if path.suffix == ".toml":
                read_table(path, ROOT)
            cases += READERS[path.suffix](path)
    except CaseError as error:
        return [], [str(error)]
    except WordsError as error:
        return [], [str(each) for each in error.problems]
    return cases, []


def uncovered(id: str, notice: Loaded, cases: Sequence[Case]) -> Iterator[str]:
    """What of a notice no case expects, and what a case rests on that is no source."""
    wanted: Mapping[str, tuple[Iterable[str], set[str]]] = {
        "outcome": (notice.outcomes, {case.outcome for case in cases}),
        "finding": (notice.codes, {code for case in cases for code in case.findings}),
        "question": (
            [question.id for question in notice.questions],
            {case.question for case in cases},
        ),
    }
    for what, (known, expected) in wanted.items():
        for each in sorted({*known} - expected):
            yield f'tests/{id}/cases.toml:1: no case expects the {what} "{each}"; add one'
    cited = {code for case in cases for code in case.cited}
    for each in sorted({*notice.codes} - cited):
        said = f'no case says what "{each}" must rest on; write cited = {{ {each} = ["…"] }}'
        yield f"tests/{id}/cases.toml:1: {said}"
    for case in cases:
        if not re.search("|".join(origins(id)), case.origin):
            said = f'origin "{case.origin}" is none that tests/{id}/origins.toml lists; add its pattern there'
            yield f"{case.place}: “{case.name}”: {said}"


def _words(known: Iterable[Loaded], root: Path) -> Iterator[str]:
    """What is wrong with the words, beside what the rules give."""
    for notice in known:
        try:
            given_by(notice, root / CACHE)
        except WordsError as error:  # the rules fail for replies that no case has
            yield from map(str, error.problems)
    yield from map(str, sorted(lint(root).problems))


if __name__ == "__main__":
    for line in main(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")

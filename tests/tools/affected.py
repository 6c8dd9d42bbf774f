"""`make affected BASE=<rev>`: every path whose decision differs from that revision, before and after.

For who reviews a change of the law or of the rules: what it changes, for whom, in both languages.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calculator.engine.asking.found import load, notices
from calculator.engine.figures import LANGUAGES
from tests.paths import samples
from tests.tools.tree import Response, RevisionError, Tree, export

ROOT = Path(__file__).parents[2]

type Facts = Mapping[str, str]
# By language: the response before and the response after
type Pair = dict[str, tuple[Response, Response]]


def differences(
    before: Tree, after: Tree, notice: str, replies: Mapping[str, Iterable[str]]
) -> list[tuple[Facts, Pair]]:
    """Every path of either version that the two versions decide differently."""

    def both[T](call: Callable[[Tree], list[T]]) -> tuple[list[T], list[T]]:
        # each version answers in a process of its own, so the two can work at once
        with ThreadPoolExecutor() as pool:
            old, new = pool.map(call, (before, after))
        return old, new

    def answered(lang: str, cases: list[Facts]) -> list[tuple[Response, Response]]:
        return list(zip(*both(lambda tree: tree.answers(notice, lang, cases)), strict=True))

    walked = both(lambda tree: tree.paths(notice, replies))
    cases: list[Facts] = list({tuple(given.items()): given for part in walked for given in part}.values())
    new = after.questions(notice).keys() - before.questions(notice).keys()
    english = zip(cases, answered("en", cases), strict=True)
    changed = [(facts, pair) for facts, pair in english if gist(pair[0]) != gist(pair[1])]
    # A path that a new question lengthens is compared at its end
    changed = [(facts, pair) for facts, pair in changed if pair[1].get("question") not in new]
    chinese = answered("zh", [facts for facts, _ in changed])
    return [(facts, {"en": en, "zh": zh}) for (facts, en), zh in zip(changed, chinese, strict=True)]


def gist(response: Response) -> dict[str, object]:
    """What of an answer a reviewer compares: not the day of the last check, nor the facts asked for."""
    return {key: part for key, part in response.items() if key not in ("law_as_at", "asked")}


def report(before: Tree, after: Tree, notice: str, changed: Sequence[tuple[Facts, Pair]]) -> Iterator[str]:
    """The paths in groups that read the same before and after, in both languages."""
    groups: dict[tuple[str, ...], list[Facts]] = {}
    for facts, pair in changed:
        text = tuple(
            line for lang in LANGUAGES for line in described(before, after, notice, lang, *pair[lang])
        )
        groups.setdefault(text, []).append(facts)
    for lines, cases in groups.items():
        yield ""
        yield from lines
        yield from ("    " + " ".join(f"{id}={reply}" for id, reply in facts.items()) for facts in cases)


def counted(changed: Sequence[tuple[Facts, Pair]]) -> Iterator[str]:
    """How many paths change in which way: outcomes before and after, findings that go and come."""
    kinds = Counter(_kind(*pair["en"]) for _, pair in changed)
    yield from (f"{count:6} {kind}" for kind, count in kinds.most_common())


def _kind(old: Response, new: Response) -> str:
    results = [str(each.get("outcome") or each.get("question") or each["status"]) for each in (old, new)]
    codes = [{finding["code"] for finding in each.get("findings", ())} for each in (old, new)]
    gone, come = (" ".join(sorted(some)) for some in (codes[0] - codes[1], codes[1] - codes[0]))
    moved = results[0] if results[0] == results[1] else f"{results[0]} -> {results[1]}"
    return f"{moved}" + (f" - {gone}" if gone else "") + (f" + {come}" if come else "")


def described(
    before: Tree, after: Tree, notice: str, lang: str, old: Response, new: Response
) -> Iterator[str]:
    """One answer before and after: the outcomes, and the findings that went or came."""
    yield f"  {lang}  before: {before.headline(notice, lang, old)}"
    yield f"      after:  {after.headline(notice, lang, new)}"
    olds, news = old.get("findings", ()), new.get("findings", ())
    yield from (f"      - {before.finding(notice, lang, finding)}" for finding in olds if finding not in news)
    yield from (f"      + {after.finding(notice, lang, finding)}" for finding in news if finding not in olds)


def main(revision: str, root: Path = ROOT, *, only_counts: bool = False) -> Iterator[str]:
    """Compare the work tree with a revision, notice by notice: every path, or how many of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Tree(export(root, revision, Path(folder))), Tree(root)
        for notice in notices():
            changed = differences(before, after, notice, samples(load(notice)))
            yield f"{notice}: {len(changed) or 'no'} answers differ from {revision}"
            yield from counted(changed) if only_counts else report(before, after, notice, changed)


if __name__ == "__main__":
    try:
        for line in main(sys.argv[1], only_counts="--counts" in sys.argv[2:]):
            sys.stdout.write(f"{line}\n")
    except RevisionError as error:
        sys.exit(f"{error}; write make affected BASE=HEAD~1, or another revision")

"""A tree asked beside the engine: whatever the tracing could not follow shows as a difference here."""

from itertools import chain, islice

from overrides.hooks.read.rules import Decision, figures
from overrides.hooks.read.tree.grow.explore import TreeError, rules_of
from overrides.hooks.read.tree.prove.tries import Facts, at_crossings, at_ends, at_random, sampled
from overrides.hooks.read.tree.tree import Tree

LOST = (
    "decide makes something of a reply that cannot be followed, such as its text, or a Decimal or a day made "
    "of its number: work with the reply itself, and put it first, as in facts.workers * 2"
)


def verify(tree: Tree, tries: int = 2000, seed: int = 1) -> int:
    """Compare every path of the samples, every end of every range, where ends cross, and random facts.

    Returns how many answers were compared; raises TreeError for the first that differs.
    """
    compared = 0
    for given, decision in chain(
        sampled(tree), at_ends(tree), at_crossings(tree), islice(at_random(tree, seed), tries)
    ):
        compare(tree, given, decision)
        compared += 1
    return compared


def compare(tree: Tree, given: Facts, decision: Decision) -> None:
    """Raise TreeError unless the tree answers as the engine has."""
    leaf, found = tree.leaf_for(given), list(decision.findings)
    if tree.is_late(given):
        late = found.pop(0)
        if late.code != tree.loaded.notice.after_last_check:
            raise _error(tree, given, f"“{late.code}” comes before the day of the last check")
    codes = tuple(str(finding.code) for finding in found)
    if (leaf.outcome, leaf.codes) != (decision.outcome, codes):
        mine, its = _listed(decision.outcome, *codes), _listed(leaf.outcome, *leaf.codes)
        raise _error(tree, given, f"{mine} by the rules, {its} on the pages; {LOST}")
    for said, finding in zip(leaf.findings, found, strict=True):
        shown = {id: figures.value(figure.amount) for id, figure in finding.figures.items()}
        kept = {id: text for (id, _), text in zip(said.figures, said.texts, strict=True)}
        if said.sources != finding.cited or {*kept, *said.varying} != shown.keys():
            raise _error(tree, given, f"“{said.code}” has other sources or figures on the pages; {LOST}")
        for id in (id for id, text in kept.items() if shown[id] != text):
            differs = f"“{said.code}” has {id} {shown[id]} by the rules, {kept[id]} on the pages"
            raise _error(tree, given, f"{differs}; {LOST}")


def _error(tree: Tree, given: Facts, what: str) -> TreeError:
    """What differs between the pages without a script and the rules, for which replies."""
    replies = _listed(*(f"{id} {reply}" for id, reply in given.items()))
    return TreeError(f"{rules_of(tree.loaded)}: the pages without a script differ for {replies}: {what}")


def _listed(*each: object) -> str:
    return ", ".join(map(str, each))

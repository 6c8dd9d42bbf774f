"""A tree asked beside the engine: whatever the tracing could not follow shows as a difference here."""

from itertools import chain, islice

from overrides.hooks.read.rules import Decision, figures
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.prove.tries import Facts, at_crossings, at_ends, at_random, sampled
from overrides.hooks.read.tree.tree import Tree


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
            raise TreeError(f"{tree.notice}: {given} is late, and {late.code} comes first")
    codes = tuple(str(finding.code) for finding in found)
    if (leaf.outcome, leaf.codes) != (decision.outcome, codes):
        what = f"{decision.outcome} with {codes}, the tree {leaf.outcome} with {leaf.codes}"
        raise TreeError(f"{tree.notice}: for {dict(given)} the rules say {what}")
    for said, finding in zip(leaf.findings, found, strict=True):
        shown = {id: figures.value(figure.amount) for id, figure in finding.figures.items()}
        kept = {id: text for (id, _), text in zip(said.figures, said.texts, strict=True)}
        if said.sources != finding.cited or {*kept, *said.varying} != shown.keys():
            raise TreeError(f"{tree.notice}: for {dict(given)} {said.code} has other sources or figures")
        if wrong := {id: text for id, text in kept.items() if shown[id] != text}:
            raise TreeError(f"{tree.notice}: for {dict(given)} {said.code} has {wrong}, the rules {shown}")

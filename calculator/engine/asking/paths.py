"""Walks every path of a notice: whatever the rules ask is answered with every sample reply."""

from collections.abc import Iterator, Mapping

from calculator.engine.asking.facts import InvalidFactError, Unanswered
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision


def walk(
    notice: Loaded, samples: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[tuple[dict[str, str], Decision]]:
    """Every path: the facts given and the decision they lead to.

    Combinations that the rules refuse as invalid are passed over. Raises KeyError when a question
    has no sample replies.
    """
    samples = notice.samples if samples is None else samples
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        given = waiting.pop()
        try:
            yield given, notice.decision(given)
        except Unanswered as signal:
            question = signal.question
            waiting.extend({**given, question: reply} for reply in reversed(samples[question]))
        except InvalidFactError:
            continue

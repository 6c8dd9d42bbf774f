"""Checks the texts of outcomes: one for each outcome of the rules, and the figures that they show."""

from collections.abc import Iterator, Mapping
from functools import partial

from overrides.hooks.check.findings import slots
from overrides.hooks.read.answers_given import Given
from overrides.hooks.read.calls import read
from overrides.hooks.read.files import Document
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.text import Problem, Text, hint, missing
from overrides.hooks.render.inline_macros import ALL

# Their first argument is the place, which a writer does not give.
MACROS = {name: partial(macro, None) for name, macro in ALL.items()}
# More would no longer be what a reader takes in at a glance.
MOST_FIGURES = 4


def outcomes(found: Mapping[str, Document], of: Loaded, lang: str, given: Given) -> Iterator[Problem]:
    """Every outcome of the rules has its file, and no file is of none."""
    codes = [code.value for code in of.outcomes]
    for code in codes:
        if code not in found:
            path = f"docs/{of.id}/outcomes/{code}.{lang}.md"
            yield missing(path, f'this file is missing: the outcome "{code}" has no text')
    for code, document in found.items():
        if code not in codes:
            yield document.problem(f'there is no outcome "{code}"{hint(code, codes)}')
            continue
        yield from _results(document, code, given)
        yield from _key_figures(document, code, given)


def _results(document: Document, code: str, given: Given) -> Iterator[Problem]:
    """Figures in the text: the first paragraph always has them; what comes later falls away without."""
    first = document.body.words.lstrip("\n")
    skipped = len(document.body.words) - len(first)
    end = document.body.line_at(skipped + len(first.partition("\n\n")[0]))
    for call in read(document.body, MACROS)[0]:
        if call.name != "result":
            continue
        text, figure = Text("", document.path, call.line), str(call.args[0])
        if call.line <= end:
            yield from slots(text, {figure}, given.outcomes.get(code), f'outcome "{code}"')
        else:
            yield from _given_at_all(text, figure, code, given)


def _key_figures(document: Document, code: str, given: Given) -> Iterator[Problem]:
    """At most so many, and each a figure that the rules give with some decision of this outcome."""
    if "figures" in document.meta and not document.figures:
        said = "key figures stand on lines of their own below figures:, set in, each with a label"
        yield document.said("figures").problem(f"{said}; write Last day to register: register_by")
    for number, (label, figure) in enumerate(document.labels(), 1):
        if number > MOST_FIGURES:
            said = (
                f"an answer shows {MOST_FIGURES} key figures at most; leave out what the reader needs least"
            )
            yield label.problem(said)
        yield from _given_at_all(label, figure, code, given)


def _given_at_all(text: Text, figure: str, code: str, given: Given) -> Iterator[Problem]:
    known = given.sometimes.get(code)
    if known is not None and figure not in known:
        yield text.problem(f'no outcome "{code}" has a figure "{figure}"{hint(figure, known)}')

"""Compares the texts of an answer with the codes and figures of the rules: all of them, and nothing else."""

from collections.abc import Iterable, Iterator

from overrides.hooks.check.findings import findings
from overrides.hooks.check.outcomes import outcomes
from overrides.hooks.read.answers_given import Given
from overrides.hooks.read.files import Document
from overrides.hooks.read.library import Library
from overrides.hooks.read.rules import KINDS, NONE, Loaded, Question
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, hint

FORM = ("ask", "questions")
ASK = ("body", "words")
QUESTION = ("label", "hint", "what_if", "choices", "errors")
# The words that stand in for the number of whom to ask.
PHONE = "{phone}"


def keys(table: Table, under: tuple[str, ...], wanted: Iterable[str], kind: str) -> Iterator[Problem]:
    """Keys that are missing in one part of a table, and those that nobody reads."""
    found, wanted = table.data, list(wanted)
    for key in under:
        found = found.get(key, {})
    for key in wanted:
        if key not in found:
            yield table.problem(f'no text for the {kind} "{key}"', *under)
    for key in found:
        if key not in wanted:
            yield table.problem(f'there is no {kind} "{key}"{hint(key, wanted)}', *under, key)


def notice(library: Library, of: Loaded, given: Given) -> Iterator[Problem]:
    """The texts of one notice: form, findings, outcomes, and the figures they show."""
    for lang in library.tables[f"{of.id}/form"]:
        form = library.tables[f"{of.id}/form"][lang]
        yield from _ask(form)
        yield from _form(form, of, library.tables["interface"][lang])
        yield from findings(library.tables[f"{of.id}/findings"][lang], of, given)
        yield from _by_hand(library.pages[f"{of.id}/index"][lang], library.tables["interface"][lang])
        yield from outcomes(library.outcomes_of(of.id, lang), of, lang, given)


def _ask(form: Table) -> Iterator[Problem]:
    """Whom to ask where the calculator cannot answer: the name of the body, and words around its number."""
    for key in form.data:
        if key not in FORM:
            yield form.problem(f'unknown key "{key}"{hint(key, FORM)}', key)
    given = form.data.get("ask", {})
    for key in ASK:
        if key not in given:
            said = f'no "{key}" under [ask], which says whom to ask where the calculator cannot answer'
            yield form.problem(f'{said}; write {key} = "…"', "ask")
    for key in given:
        if key not in ASK:
            yield form.problem(f'unknown key "{key}"{hint(key, ASK)}', "ask", key)
    words = given.get("words", PHONE)
    if words.count(PHONE) != 1:
        yield form.problem(f"write {PHONE} once, where the number of whom to ask stands", "ask", "words")


def _by_hand(page: Document, interface: Table) -> Iterator[Problem]:
    """Where the calculator cannot answer it leads to the rules in words, which every notice must have."""
    id = interface.data["by_hand_id"]
    if id not in {section.id for section in page.sections()}:
        said = f'no heading has the id "{id}", where the calculator leads when it cannot answer'
        yield page.body.problem(f"{said}; write {{#{id}}} after that of the rules in words")


def _form(form: Table, of: Loaded, interface: Table) -> Iterator[Problem]:
    yield from keys(form, ("questions",), [question.id for question in of.questions], "question")
    for question in of.questions:
        under = ("questions", question.id)
        texts = form.data.get("questions", {}).get(question.id)
        if texts is None:
            continue
        if "label" not in texts:
            yield form.problem(f'no label for the question "{question.id}"', *under)
        for key in texts:
            if key not in QUESTION:
                yield form.problem(f'unknown key "{key}"{hint(key, QUESTION)}', *under, key)
        yield from _choices(form, question, under)
        yield from _errors(form, question, of, interface)


def _errors(form: Table, question: Question, of: Loaded, interface: Table) -> Iterator[Problem]:
    """Words for codes that the question cannot have, and codes of the notice's own without words."""
    under = ("questions", question.id)
    given, known = form.data["questions"][question.id].get("errors", {}), ("missing", *of.errors(question))
    for code in given:
        if code not in known:
            said = f'{question.id} has no error "{code}"{hint(code, known)}'
            yield form.problem(said, *under, "errors", code)
    for code in of.notice.errors.get(question.id, ()):
        if code not in given and code not in interface.data["errors"]:
            said = f'no text for the error "{code}" of {question.id}; write errors.{code} = "…"'
            yield form.problem(said, *under)


def _choices(form: Table, question: Question, under: tuple[str, ...]) -> Iterator[Problem]:
    given = form.data["questions"][question.id].get("choices", {})
    usual = {"yes", "no"} & set(question.choices)  # interface.<lang>.toml has words for these
    usual |= {"unknown"} if question.may_be_unknown else set()
    usual |= {NONE} if KINDS[question.kind].control == "checkboxes" else set()
    wanted = [choice for choice in question.choices if choice not in usual]
    wanted += [choice for choice in given if choice in usual]
    yield from keys(form, (*under, "choices"), wanted, f"choice of {question.id}")

"""Every distinct state of a notice's rules: a question with its replies, or an answer with its findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from overrides.hooks.read.rules import figures
from overrides.hooks.read.tree import Absolute, Choice, End, Leaf, Reply, Said, Tree, Unknown
from overrides.hooks.read.tree.watch.lines import Line
from overrides.hooks.render.open_data.names import Names
from overrides.hooks.render.steps.places import FOLDER, Map, Page
from overrides.hooks.render.steps.texts import UNKNOWN, Texts

START = "start"
WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")

type Row = dict[str, str]


def about(tree: Tree) -> dict[str, Any]:
    """Which days the states speak of, and between which they stay as they are."""
    line = tree.lines[tree.day]
    first, last = (line.least, line.most) if tree.today is None else tree.holds
    return {
        "day": tree.day,
        "as_at": None if tree.today is None else _value(line, tree.today),
        "from": None if first is None else _value(line, first),
        "to": None if last is None else _value(line, last),
        # made where the day lies after the last check, whatever else the answer is: no state has it
        "after_last_check": str(tree.loaded.notice.after_last_check),
    }


def listed(mapped: Map, texts: Mapping[str, Texts], *, paged: bool) -> list[dict[str, Any]]:
    """For JSON: the states, the first question first; each with its page without a script, if it has one."""
    tree = mapped.tree
    return [
        {
            "id": _id(page),
            **({"page": f"{tree.notice}/{FOLDER}/{page.address}"} if paged else {}),
            **_state(mapped, page, texts),
        }
        for page in mapped.pages
        if page.state is not None
    ]


def _id(page: Page) -> str:
    """The replies that lead to a state by the shortest way, which are its address too."""
    return page.address.rstrip("/") or START


def _state(mapped: Map, page: Page, texts: Mapping[str, Texts]) -> dict[str, Any]:
    state = mapped.tree.states[page.state or 0]
    if isinstance(state, Leaf):
        return {"outcome": state.outcome, "findings": [_finding(said) for said in state.findings]}
    return {"question": state.question, "replies": list(_replies(mapped, page, texts))}


def _replies(mapped: Map, page: Page, texts: Mapping[str, Texts]) -> Iterator[dict[str, Any]]:
    """The replies; one beyond the days that the states speak of leads to none."""
    line = mapped.tree.lines.get(page.question)
    for step, place in zip(page.steps, page.targets, strict=True):
        target = mapped.pages[place]
        yield {
            "id": step.id,
            "names": {lang: each.reply(page.question, step) for lang, each in texts.items()},
            **_reply(step.reply, line),
            "leads_to": None if target.state is None else _id(target),
        }


def _reply(reply: Reply, line: Line | None) -> dict[str, Any]:
    if isinstance(reply, Unknown):
        return {"value": UNKNOWN}
    if isinstance(reply, Choice):
        return {"value": reply.value}
    assert line is not None  # noqa: S101 - only questions on a line have ranges
    return {"from": _end(reply.first, line), "to": _end(reply.last, line)}


def _end(end: End | None, line: Line) -> Any:  # noqa: ANN401 - a text, an object or nothing
    """An end that belongs to the range: a value, or so many points behind another fact."""
    if end is None or isinstance(end, Absolute):
        return None if end is None else _value(line, end.point)
    if end.least == end.most:
        return {"fact": end.fact, "after": end.least}
    days = zip(WEEKDAYS, end.offsets, strict=True)
    return {"fact": end.fact, "after": {day: offset for day, offset in days if offset is not None}}


def _value(line: Line, point: int) -> str:
    return figures.value(line.scale.value(point))


def _finding(said: Said) -> dict[str, Any]:
    """A finding: figures that everyone has who comes here, and the ids of those that follow from a reply."""
    made = {
        "figures": {
            id: {"value": figures.value(figure.amount), "unit": figure.unit} for id, figure in said.figures
        },
        "varying": list(said.varying),
        "follows": {id: {"fact": fact, "after": by} for id, fact, by in said.follows},
        "moving": list(said.moving),
    }
    kept = {key: value for key, value in made.items() if value}
    return {"code": said.code, **kept, "sources": list(said.sources)}


def rows(listed: Sequence[Mapping[str, Any]], outcomes: Mapping[str, Mapping[str, str]]) -> Iterator[Row]:
    """For a spreadsheet: a row for each reply of each question, and one for each answer."""
    for state in listed:
        if "outcome" in state:
            yield _row(state, **_answer(state, outcomes[state["outcome"]]))
        for reply in state.get("replies", ()):
            ends = {key: _cell(reply.get(key)) for key in ("value", "from", "to")}
            yield _row(
                state,
                question=state["question"],
                reply=reply["id"],
                **Names.columns("reply", reply["names"]),
                **ends,
                leads_to=reply["leads_to"] or "",
            )


COLUMNS = (
    "state", "question", "reply", *Names.columns("reply", {}), "value", "from", "to", "leads_to",
    "outcome", *Names.columns("outcome", {}), "findings", "figures", "varying", "sources",
)  # fmt: skip


def _row(state: Mapping[str, Any], **cells: str) -> Row:
    return {column: cells.get(column, "") for column in COLUMNS} | {"state": state["id"]}


def _answer(state: Mapping[str, Any], names: Mapping[str, str]) -> Row:
    findings = state["findings"]
    every = {id: figure for each in findings for id, figure in each.get("figures", {}).items()}
    varying = dict.fromkeys(id for each in findings for id in each.get("varying", ()))
    cited = dict.fromkeys(source for each in findings for source in each["sources"])
    return {
        "outcome": state["outcome"],
        **Names.columns("outcome", names),
        "findings": " ".join(each["code"] for each in findings),
        "figures": " ".join(f"{id}={figure['value']}" for id, figure in every.items()),
        "varying": " ".join(varying),
        "sources": " ".join(cited),
    }


def _cell(end: object) -> str:
    """An end in one cell: a value, or the other fact with the fewest and the most points behind it."""
    if not isinstance(end, Mapping):
        return str(end or "")
    after = end["after"]
    offsets = list(after.values()) if isinstance(after, Mapping) else [after]
    least, most = min(offsets), max(offsets)
    return f"{end['fact']}{least:+}" if least == most else f"{end['fact']}{least:+}..{most:+}"

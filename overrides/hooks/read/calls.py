"""The macro calls in a text: read with their lines, or replaced by what they give."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import jinja2
from jinja2 import nodes
from markupsafe import escape
from overrides.hooks.read.text import Problem, Text, hint

# `{#` opens a heading's id here, so comments have other marks.
READER = jinja2.Environment(comment_start_string="{##", comment_end_string="##}", autoescape=True)
BRACES = re.compile(r"\{\{.*?\}\}|\{##.*?##\}", re.DOTALL)
OPENS = re.compile(r"\{\{|\{%|\{##")
PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Call,
    nodes.Name,
    nodes.Const,
    nodes.Keyword,
    nodes.Neg,
)

type Macro = Callable[..., str]
type Macros = Mapping[str, Macro]


@dataclass(frozen=True, slots=True)
class Call:
    """One macro call: `figure("act4_fine", on="2023-06-30")`."""

    line: int
    name: str
    args: tuple[object, ...]
    kwargs: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        """The call as a writer would type it."""
        given = [f'"{value}"' for value in self.args] + [f'{key}="{value}"' for key, value in self.kwargs]
        return f"{self.name}({', '.join(given)})"

    @property
    def same_as(self) -> tuple[object, ...]:
        """What must be equal in the twin: everything but the line."""
        return self.name, self.args, self.kwargs

    def run(self, macros: Macros) -> str:
        """What the macro gives: HTML as it is, other words with their signs escaped."""
        return escape(macros[self.name](*self.args, **dict(self.kwargs)))


def run(words: str, given: Callable[[Call], str], *, keep_lines: bool = False) -> str:
    """The words with each call replaced by what it gives, and comments by nothing.

    With `keep_lines` what follows stays on its line, however many lines the braces took.
    """

    def instead(braces: re.Match[str]) -> str:
        call = _only(braces[0])
        lines = braces[0].count("\n") if keep_lines else 0
        return (given(call) if call else "") + "\n" * lines

    return BRACES.sub(instead, words)


@cache
def _only(braces: str) -> Call | None:
    """The one call in these braces; None for a comment, and for what check refuses."""
    try:
        tree = READER.parse(braces)
    except jinja2.TemplateSyntaxError:
        return None
    calls = [_call(node, 1) for node in tree.find_all(nodes.Call)]
    return calls[0] if len(calls) == 1 else None


def read(text: Text, macros: Macros) -> tuple[list[Call], list[Problem]]:
    """The calls in a text, and what is wrong with how they are written."""
    if not OPENS.search(text.words):
        return [], []
    try:
        tree = READER.parse(text.words)
    except jinja2.TemplateSyntaxError as error:
        said = f"the braces cannot be read: {error.message}; two braces open and close each macro"
        return [], [text.problem_below(said, error.lineno - 1)]
    calls, problems = list[Call](), list[Problem]()
    for node, fault in _every(tree, macros):
        if fault:
            problems.append(text.problem_below(fault, node.lineno - 1))
        elif isinstance(node, nodes.Call):
            calls.append(_call(node, text.line + node.lineno - 1))
    return calls, problems


def _every(node: nodes.Node, macros: Macros) -> Iterator[tuple[nodes.Node, str]]:
    """Every node below, with what is wrong with it, if anything."""
    if not isinstance(node, PLAIN):
        yield node, f"{type(node).__name__.lower()} in braces; only macro calls may stand there"
    elif isinstance(node, nodes.Output):
        bare = (each for each in node.nodes if isinstance(each, nodes.Name | nodes.Const))
        yield from ((each, _bare(each)) for each in bare)
    elif isinstance(node, nodes.Call):
        yield node, _fault(node, macros)
    for child in node.iter_child_nodes():
        yield from _every(child, macros)


def _bare(node: nodes.Name | nodes.Const) -> str:
    said = node.name if isinstance(node, nodes.Name) else node.value
    return f'"{said}" in braces is not a macro call; write {{{{ figure("{said}") }}}} for a figure'


def _fault(node: nodes.Call, macros: Macros) -> str:
    """What is wrong with a call, "" where nothing is."""
    name = _name(node)
    if name not in macros:
        return f'no macro "{name}"{hint(name, macros)}'
    given = [*node.args, *(pair.value for pair in node.kwargs)]
    if not all(isinstance(value, nodes.Const) for value in given):
        return f"{name}(): write its arguments in quotes"
    call = _call(node, 1)
    try:
        inspect.signature(macros[name]).bind(*call.args, **dict(call.kwargs))
    except TypeError as error:
        return f"{name}(): {error}"
    return ""


def _name(node: nodes.Call) -> str:
    return node.node.name if isinstance(node.node, nodes.Name) else "?"


def _call(node: nodes.Call, line: int) -> Call:
    args = tuple(value.value for value in node.args if isinstance(value, nodes.Const))
    constants = ((pair.key, pair.value) for pair in node.kwargs)
    kwargs = {key: value.value for key, value in constants if isinstance(value, nodes.Const)}
    return Call(line, _name(node), args, tuple(sorted(kwargs.items())))

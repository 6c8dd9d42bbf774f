"""The macro calls in a text, with their lines; read without running anything."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import jinja2
from jinja2 import nodes
from overrides.hooks.read.files import Problem, hint

# `{#` opens a heading's id here, so comments have other marks.
COMMENT_START, COMMENT_END = "{##", "##}"
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


@cache
def environment(loader: jinja2.BaseLoader | None = None) -> jinja2.Environment:
    """The Jinja environment of all texts: what is not defined is an error, never an empty place."""
    return jinja2.Environment(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        comment_start_string=COMMENT_START,
        comment_end_string=COMMENT_END,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the texts are Markdown and the macros escape what they insert
    )


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


def read(
    text: str, path: str, line: int, macros: Mapping[str, Callable[..., object]]
) -> tuple[list[Call], list[Problem]]:
    """The calls in `text`, whose first line is number `line`, and what is wrong with how they are written."""
    try:
        tree = environment().parse(text)
    except jinja2.TemplateSyntaxError as error:
        return [], [Problem(path, line + error.lineno - 1, f"the braces cannot be read: {error.message}")]
    calls, problems = list[Call](), list[Problem]()
    for node in _every(tree):
        at = line + node.lineno - 1
        if not isinstance(node, PLAIN):
            problems.append(
                Problem(
                    path, at, f"{type(node).__name__.lower()} in braces; only macro calls may stand there"
                )
            )
        elif isinstance(node, nodes.Output):
            problems += [
                Problem(path, line + each.lineno - 1, _bare(each))
                for each in node.nodes
                if isinstance(each, nodes.Name | nodes.Const)
            ]
        elif isinstance(node, nodes.Call):
            found = _call(node, at, macros)
            if isinstance(found, Call):
                calls.append(found)
            else:
                problems.append(Problem(path, at, found))
    return calls, problems


def _bare(node: nodes.Name | nodes.Const) -> str:
    said = node.name if isinstance(node, nodes.Name) else node.value
    return f'"{said}" in braces is not a macro call; write {{{{ figure("{said}") }}}} for a figure'


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)


def _call(node: nodes.Call, line: int, macros: Mapping[str, Callable[..., object]]) -> Call | str:
    """The call, or what is wrong with it."""
    name = node.node.name if isinstance(node.node, nodes.Name) else "?"
    if name not in macros:
        return f'no macro "{name}"{hint(name, macros)}'
    given = [*node.args, *(pair.value for pair in node.kwargs)]
    if not all(isinstance(value, nodes.Const) for value in given):
        return f"{name}(): write its arguments in quotes"
    args = tuple(value.value for value in node.args if isinstance(value, nodes.Const))
    kwargs = tuple(sorted((pair.key, pair.value.as_const()) for pair in node.kwargs))
    try:
        inspect.signature(macros[name]).bind(*args, **dict(kwargs))
    except TypeError as error:
        return f"{name}(): {error}"
    return Call(line, name, args, kwargs)

"""Texts of the writers → Markdown and HTML: runs the macros and puts their blocks into the page."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import escape, unescape

import markdown
from overrides.hooks.read.calls import environment
from overrides.hooks.read.files import Document
from overrides.hooks.render import block_macros, html, inline_macros
from overrides.hooks.render.context import Place

EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables")
SLOT = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")
MARK = re.compile(r'<div data-block="(\d+)"></div>')
TAG = re.compile(r"<[^>]+>")
HOME = "index"

# Sources that follow each other, with nothing but a semicolon between them.
CITED = r'\{\{ *cite\(("[^"{}]*")\) *\}\}'
CITED_TOGETHER = re.compile(rf"{CITED}(?:[;；] ?{CITED})+")
ARGUMENT = re.compile(r'"[^"]*"')

type Macro = Callable[..., str]


def macros(place: Place, calculator: Callable[[Place], str]) -> dict[str, Macro]:
    """Every macro by the name a writer uses, bound to the place of the text."""
    every = {**inline_macros.ALL, **block_macros.ALL, "calculator": calculator}
    return {name: partial(macro, place) for name, macro in every.items()}


def page(text: str, place: Place, calculator: Callable[[Place], str]) -> tuple[str, list[str]]:
    """Markdown with the macros run, and the HTML blocks it leaves marks for.

    Markdown would read a block's HTML as text to be marked up, so it sees only an empty element.
    """
    made: list[str] = []

    def kept(macro: Macro, *args: str, **kwargs: str) -> str:
        made.append(macro(*args, **kwargs))
        return f'<div data-block="{len(made) - 1}"></div>'

    bound = macros(place, calculator)
    for name in (*block_macros.ALL, "calculator"):
        bound[name] = partial(kept, bound[name])
    return _run(text, bound), made


def insert(html: str, made: list[str]) -> str:
    """The HTML of a page with its blocks in their places."""
    return MARK.sub(lambda mark: made[int(mark[1])], html)


def _run(text: str, bound: Mapping[str, Macro]) -> str:
    return environment().from_string(cited_together(text)).render(bound)


def cited_together(text: str) -> str:
    """The text with neighbouring citations as one call, so that they are put into words together."""
    return CITED_TOGETHER.sub(lambda found: "{{ cite(" + ", ".join(ARGUMENT.findall(found[0])) + ") }}", text)


def plain(text: str, place: Place) -> str:
    """A line of front matter with the macros run, as text without marks."""
    return unescape(TAG.sub("", _run(text, macros(place, _no_calculator))))


def _no_calculator(_place: Place) -> str:
    return ""


def answer(document: Document, place: Place) -> str:
    """The text of an outcome as HTML; its figures are slots."""
    rendered = _run(document.body, macros(place.answer(), _no_calculator))
    return markdown.markdown(rendered, extensions=EXTENSIONS)


def sentence(text: str, place: Place) -> str:
    """One sentence with `{figure}` slots as HTML without a paragraph around it."""
    slotted = SLOT.sub(lambda slot: f'{{{{ result("{slot[1]}") }}}}', text)
    rendered = _run(slotted, macros(place.answer(), _no_calculator))
    html = markdown.markdown(rendered, extensions=EXTENSIONS)
    return html.removeprefix("<p>").removesuffix("</p>")


def sentences(texts: Mapping[str, str], place: Place) -> dict[str, str]:
    """Sentences by code as HTML."""
    return {code: sentence(text, place) for code, text in texts.items()}


def days(place: Place, document: Document) -> str:
    """The line under a page's title: when it was published and updated, and the day of its law."""
    words = place.words("interface")["page"]
    named = {key: document.day(key) for key in ("published", "updated")}
    # the list of notices says nothing of the law itself
    named["as_at"] = None if place.page == HOME else place.as_at
    found = [
        f'<span class="days__{key}">{_dated(words[key], day, place.lang)}</span>'
        for key, day in named.items()
        if day
    ]
    if document.meta.get("notice"):
        found.append(f'<span class="days__translation">{escape(words["translation"])}</span>')
    return f'<p class="days">{" · ".join(found)}</p>' if found else ""


def _dated(pattern: str, day: date, lang: str) -> str:
    return escape(pattern).format(date=f'<time datetime="{day}">{html.plain_day(day, lang)}</time>')


def under_title(html: str, line: str) -> str:
    """The page with `line` after its first-level heading, or before everything where it has none."""
    head, found, rest = html.partition("</h1>")
    return f"{head}{found}\n{line}{rest}" if found else f"{line}\n{html}"

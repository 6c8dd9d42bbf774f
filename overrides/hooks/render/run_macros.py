"""Texts of the writers → Markdown and HTML: runs their macros."""

import re
from collections.abc import Callable, Mapping
from functools import partial

import markdown
from markupsafe import Markup
from overrides.hooks.read.calls import Macro, Macros, run
from overrides.hooks.read.files import Document, finding_texts
from overrides.hooks.render import block_macros, inline_macros
from overrides.hooks.render.context import Place
from overrides.hooks.render.said import text_of
from overrides.hooks.render.templates import part

EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables")
MARKDOWN = markdown.Markdown(extensions=EXTENSIONS)
SLOT = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")
# Something to press in an answer: one link, to a page, or to the number that the rules give.
BUTTON = re.compile(
    r"\[(?P<label>[^\[\]]+)\]"
    r"\((?P<target>https://[^\s()]+|tel:\{[a-z][a-z0-9_]*\}|\{\{ *link\([^()]*\) *\}\})\)"
)
FIRST = re.compile(r"<p>(.*?)</p>")
# A name such as "Act 4" stays on one line in the headline of an answer; a longer one would not fit a phone.
LONGEST_NAME = 20
EMPTY_LINES = re.compile(r"\n\s*\n")

# Sources that follow each other, with nothing but a semicolon between them.
CITED = r'\{\{ *cite\(("[^"{}]*")\) *\}\}'
CITED_TOGETHER = re.compile(rf"{CITED}(?:[;；] ?{CITED})+")
ARGUMENT = re.compile(r'"[^"]*"')


def _none(_place: Place) -> str:
    return ""


def macros(
    place: Place, calculator: Callable[[Place], str], payroll: Callable[[Place], str] = _none
) -> dict[str, Macro]:
    """Every macro by the name a writer uses, bound to the place of the text."""
    every = {**inline_macros.ALL, **block_macros.ALL, "calculator": calculator, "payroll": payroll}
    return {name: partial(macro, place) for name, macro in every.items()}


def page(
    text: str, place: Place, calculator: Callable[[Place], str], payroll: Callable[[Place], str] = _none
) -> str:
    """Markdown with the macros run; what is HTML in it every reader of Markdown leaves as it is."""
    bound = macros(place, calculator, payroll)
    for name in (*block_macros.ALL, "calculator", "payroll"):
        bound[name] = partial(_block, bound[name])
    return _run(text, bound)


def _block(macro: Macro, *args: str, **kwargs: str) -> Markup:
    """HTML without empty lines, at which Markdown would begin a paragraph."""
    return Markup(EMPTY_LINES.sub("\n", macro(*args, **kwargs)))  # noqa: S704 - HTML of our templates


def _run(words: str, bound: Macros) -> str:
    return run(cited_together(words), lambda call: call.run(bound))


def cited_together(words: str) -> str:
    """The text with neighbouring citations as one call, so that they are put into words together."""
    return CITED_TOGETHER.sub(
        lambda found: "{{ cite(" + ", ".join(ARGUMENT.findall(found[0])) + ") }}", words
    )


def plain(words: str, place: Place) -> str:
    """A line of a form with the macros run, as text without marks."""
    return text_of(_run(words, macros(place, _none)))


def answer(document: Document, place: Place) -> Markup:
    """The text of an outcome as HTML; its figures are slots, and its headline parts no name with a number."""
    names = _names_with_a_number(place)
    headline = partial(names.sub, r'<span class="figure">\g<0></span>')
    made = _html(document.body.words, place)
    return Markup(FIRST.sub(lambda first: headline(first[0]), made, count=1))  # noqa: S704 - HTML already


def _names_with_a_number(place: Place) -> re.Pattern[str]:
    """Those of the glossary, where they stand as words and not inside a tag."""
    terms = place.site.library.terms(place.home.id if place.home else "").values()
    names = (name for term in terms if re.search(r"\d", name := str(term[place.lang])))
    short = "|".join(re.escape(name) for name in names if len(name) <= LONGEST_NAME)
    return re.compile(rf"(?:{short})(?!\d|[^<>]*>)" if short else "(?!)")


def title(document: Document, place: Place) -> str:
    """An outcome in a few words: its first sentence, or the title that it must have if that has figures."""
    first = FIRST.search(answer(document, place))
    return str(document.meta.get("title") or (text_of(first[1]) if first else ""))


def sentence(words: str, place: Place) -> Markup:
    """One sentence with `{figure}` slots as HTML without a paragraph around it."""
    slotted = SLOT.sub(lambda slot: f'{{{{ result("{slot[1]}") }}}}', words)
    made = _html(slotted, place)
    return made.removeprefix("<p>").removesuffix("</p>")


def _html(words: str, place: Place) -> Markup:
    rendered = _run(words, macros(place.answer(), _none))
    made = MARKDOWN.reset().convert(rendered)
    # a corner without words heads nothing
    return Markup(made.replace("<th></th>", "<td></td>"))  # noqa: S704 - the writers' own Markdown


def findings(said: Mapping[str, str | Mapping[str, str]], place: Place) -> dict[str, dict[str, Markup]]:
    """The texts of findings as HTML, by code and by what they are."""
    return {
        code: {
            key: _button(words, place) if key == "button" else sentence(words, place)
            for key, words in finding_texts(texts).items()
        }
        for code, texts in said.items()
    }


def _button(words: str, place: Place) -> Markup:
    """A link to press; a number that the rules give is put into its address by the page."""
    found = BUTTON.fullmatch(words)
    assert found is not None  # noqa: S101 - the check refuses anything else
    address = plain(found["target"], place.answer())
    return part("marks.html", "button", sentence(found["label"], place), address, "{" in address)

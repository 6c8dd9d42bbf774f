"""The payroll calculator: gathers what overrides/payroll/payroll.html shows.

What the notice `contributions` asks too is asked in its words; what is asked here alone has words in
`payroll.<lang>.toml` beside the page, and what the rules say of a row in `reasons.<lang>.toml`.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.library import joined
from overrides.hooks.read.named import of_law, words_in
from overrides.hooks.read.rules import CALCULATOR, CONTRIBUTIONS, KINDS, Loaded, version_of_rules
from overrides.hooks.read.templates import NAME
from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import MacroError, Place
from overrides.hooks.render.days import law_as_at
from overrides.hooks.render.form import BLOCK, ask, form_hint, questions
from overrides.hooks.render.payroll_names import PAGE_WORDS, names, replies, words_beside
from overrides.hooks.render.templates import html as made_by

# The sections that late interest and the two readings for months before a registration rest on.
READINGS = {"act4-s14a", "act4-s9a", "act800-s16"}

# The part of calculator/ that reads payrolls and adds them up.
ARREARS = "arrears"
# The section of the page that says what each column of a file takes.
FILE = "#file"

# Questions of this page alone: their kind, and the choices that have words in docs/interface.
OWN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "way": ("choice", ("hand", "file")),
    "first_month": ("month", ()),
    "last_month": ("month", ()),
    "from_month": ("month", ()),
    "from_wages": ("money", ()),
    "born_on": ("date", ("unknown",)),
    "paid_on": ("date", ()),
    "registered": ("choice", ("yes", "no", "unknown")),
}


def payroll(place: Place) -> Markup:
    """The payroll calculator, with every word that its result can need."""
    if CONTRIBUTIONS not in place.site.notices:
        raise MacroError(f"payroll() needs the notice {CONTRIBUTIONS}, whose rules answer each row")
    return BLOCK.format(made_by("payroll/payroll.html", **_context(place)))


def _context(place: Place) -> dict[str, Any]:
    """What the template reads: questions by id, words, addresses from this page."""
    notice, words = place.site.notices[CONTRIBUTIONS], words_beside(place, PAGE_WORDS)
    page = place.answer()
    return {
        "lang": place.lang,
        "notice": place.page.partition("/")[0],
        "words": place.words("interface"),
        "payroll": words,
        "said": words_beside(place, "reasons"),
        "names": names(place),
        "replies": replies(place, notice),
        "questions": asked(place, notice, words),
        "programmes": place.words("programmes"),
        "audiences": place.words("labels")["programmes"]["audiences"],
        "sources": _sources(place, notice),
        "templates": _templates(place),
        "file_url": FILE,
        "by_hand_url": f"#{place.words('interface')['by_hand_id']}",
        "steps_url": f"{inline_macros.link(page, CONTRIBUTIONS)}steps/",
        "sources_url": inline_macros.link(page, "law-sources"),
        "disclaimer_url": inline_macros.link(page, "disclaimer"),
        "rules": version_of_rules(),
        "law_as_at": law_as_at(place),
        "law_day": place.law.as_at.isoformat(),
        "act4_section": inline_macros.cite(place, "act4-s9a"),
        "act800_section": inline_macros.cite(place, "act800-s16"),
        **ask(place, notice),
    }


def _sources(place: Place, notice: Loaded) -> list[list[str]]:
    """Labels and addresses of what the rules of the rows can cite, and those of interest and totals."""
    of_rows = needed(notice, place.site.given[notice.id]).sources
    of_payrolls = of_law(notice.law, {*words_in(CALCULATOR / ARREARS)}).sources
    cited = of_rows | of_payrolls | READINGS
    labels = place.words("sources")
    return [[labels[id], source.url] for id, source in place.law.sources.items() if id in cited]


def _templates(place: Place) -> dict[str, str]:
    """The files to fill in, by what they are; what is no page stands in the folder of the first language."""
    folder = place.page.partition("/")[0]
    up = "" if place.lang == LANGUAGES[0] else f"../../{folder}/"
    name = f"{up}{NAME}{place.lang}"
    return {kind: f"{name}.{kind.lower()}" for kind in ("XLSX", "CSV")}


def asked(place: Place, notice: Loaded, words: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Those of `contributions` and those of this page, by id; words of this page stand before others."""
    said: Mapping[str, Any] = words["questions"]
    theirs = {each["id"]: _named(each, said.get(each["id"], {})) for each in questions(place, notice)}
    own = {id: _own(id, said[id], place) for id in OWN}
    return {**theirs, **own}


def _named(question: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    # none of these dates an answer: each row has its own month
    return joined(question, {**said, "dates_the_answer": False, "what_if": ""})


def _own(id: str, said: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """A question as calculator/question/question.html takes it."""
    name, offered = OWN[id]
    kind, words = KINDS[name], place.words("interface")
    labels = {**{reply: words[reply] for reply in offered if reply in words}, **said.get("choices", {})}
    return {
        "id": id,
        "kind": name,
        "control": kind.control,
        "mode": kind.mode,
        "picker": kind.picker,
        "form_hint": form_hint(kind.picker, place),
        "missing": kind.missing,
        "codes": kind.errors,
        "dates_the_answer": False,
        "label": said["label"],
        "hint": said.get("hint", ""),
        "what_if": "",
        "choices": [(reply, labels[reply]) for reply in offered],
        "errors": said.get("errors", {}),
    }

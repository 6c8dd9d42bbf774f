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
from overrides.hooks.read.rules import CONTRIBUTIONS, KINDS, Loaded, version
from overrides.hooks.render import inline_macros, run_macros
from overrides.hooks.render.context import MacroError, Place
from overrides.hooks.render.days import law_as_at
from overrides.hooks.render.form import BLOCK, ask, form_hint, questions
from overrides.hooks.render.templates import html as made_by

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


def _words(place: Place, name: str) -> Mapping[str, Any]:
    """One of the tables of words beside the page."""
    table = f"{place.page.partition('/')[0]}/{name}"
    if table not in place.site.library.tables:
        raise MacroError(f"payroll() needs docs/{table}.{place.lang}.toml")
    return place.site.library.tables[table][place.lang].data


def _run(words: Mapping[str, Any], place: Place) -> dict[str, dict[str, str]]:
    """Texts by part and code, with the macros in them run."""
    return {
        part: {code: run_macros.plain(text, place.answer()) for code, text in texts.items()}
        for part, texts in words.items()
    }


def _names(place: Place) -> dict[str, Any]:
    """What columns of payrolls are called: in our words, in both languages, and by other people."""
    library, folder = place.site.library, place.page.partition("/")[0]
    listed: Mapping[str, Any] = library.columns[folder].data if folder in library.columns else {}
    ours = [library.tables[f"{folder}/payroll"][lang].data["columns"] for lang in LANGUAGES]
    others = listed.get("columns", {})
    columns = {id: [*(each[id] for each in ours), *names] for id, names in others.items()}
    return {"columns": columns, "beside": listed.get("beside", [])}


def _replies(place: Place, notice: Loaded) -> dict[str, dict[str, str]]:
    """Replies in words to their codes, by question, in both languages: a file may have either."""
    found: dict[str, dict[str, str]] = {}
    for lang in LANGUAGES:
        for question in questions(place.site.place(place.page, lang), notice):
            if question["choices"]:
                said = {label: reply for reply, label in question["choices"]}
                found.setdefault(question["id"], {}).update(said)
    return found


def _context(place: Place) -> dict[str, Any]:
    """What the template reads: questions by id, words, addresses from this page."""
    notice, words = place.site.notices[CONTRIBUTIONS], _words(place, "payroll")
    page = place.answer()
    return {
        "lang": place.lang,
        "notice": place.page.partition("/")[0],
        "words": place.words("interface"),
        "payroll": words,
        "said": _run(_words(place, "reasons"), place),
        "names": _names(place),
        "replies": _replies(place, notice),
        "questions": _questions(place, notice, words),
        "programmes": place.words("programmes"),
        "audiences": place.words("labels")["programmes"]["audiences"],
        "sources": _sources(place, notice),
        "templates": _templates(place),
        "by_hand_url": f"#{place.words('interface')['by_hand_id']}",
        "steps_url": f"{inline_macros.link(page, CONTRIBUTIONS)}steps/",
        "sources_url": inline_macros.link(page, "law-sources"),
        "disclaimer_url": inline_macros.link(page, "disclaimer"),
        "rules": version(CONTRIBUTIONS),
        "law_as_at": law_as_at(place),
        "law_day": place.law.as_at.isoformat(),
        "act4_section": inline_macros.cite(place, "act4-s9a"),
        "act800_section": inline_macros.cite(place, "act800-s16"),
        **ask(place, notice),
    }


def _sources(place: Place, notice: Loaded) -> list[list[str]]:
    """What the rules of the rows can cite, and what the two readings rest on: label and address."""
    cited = needed(notice, place.site.given[notice.id]).sources | {"act4-s9a", "act800-s16"}
    labels = place.words("sources")
    return [[labels[id], source.url] for id, source in place.law.sources.items() if id in cited]


def _templates(place: Place) -> dict[str, str]:
    """The files to fill in, by what they are; what is no page stands in the folder of the first language."""
    folder = place.page.partition("/")[0]
    up = "" if place.lang == LANGUAGES[0] else f"../../{folder}/"
    name = f"{up}payroll-template-{place.lang}"
    return {kind: f"{name}.{kind.lower()}" for kind in ("XLSX", "CSV")}


def _questions(place: Place, notice: Loaded, words: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Those of `contributions` and those of this page, by id; words of this page stand before others."""
    said: Mapping[str, Any] = words["questions"]
    asked = {each["id"]: _named(each, said.get(each["id"], {})) for each in questions(place, notice)}
    own = {id: _own(id, said[id], place) for id in OWN}
    return {**asked, **own}


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

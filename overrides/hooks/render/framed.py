"""The framed page of an embedded notice: the calculator alone, to be shown in pages of other people."""

from dataclasses import replace
from pathlib import Path

from overrides.hooks.read.addresses import ICON, address, relative
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import FRAMED
from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.form import form
from overrides.hooks.render.life import state
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import html


def name(notice: str) -> str:
    """The page as links name it: what stands in it leads on from there."""
    return f"{FRAMED}/{notice}/index"


def write(site: Site, into: Path) -> None:
    """Write the framed page of every notice in every language, for finishing to put scripts into."""
    for notice in site.notices:
        for lang in LANGUAGES:
            path = into / FRAMED / f"{notice}.{lang}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(site.place(f"{notice}/index", lang)), encoding="utf-8")


def _page(notice: Place) -> str:
    place = replace(notice, page=name(notice.page.partition("/")[0]))
    interface, title = place.words("interface"), said(notice, "title")
    words = interface["embed"]
    return html(
        "framed.html",
        tag=TAGS[place.lang],
        title=words["title"].format(title=title),
        icon=relative(ICON, address(place.page, place.lang)),
        name=title,
        whole=inline_macros.link(place.answer(), notice.page),
        label=interface["form_label"],
        calculator=form(place),
        by=words["by"].format(name=place.site.consultancy.get("name", "")),
        words=words,
        other=next(lang for lang in LANGUAGES if lang != place.lang),
        banner=state(notice, place)["banner"],
    )

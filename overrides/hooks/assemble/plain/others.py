"""Further pages without a theme, whose words the first stage has written: what changed, what has moved."""

import shutil
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import calendars
from overrides.hooks.assemble.plain.page import Frame, Page
from overrides.hooks.read.addresses import address

# Before anything is shown, with what stands behind the address: the replies of a shared answer, a section.
ON = Markup('<script>location.replace("{to}" + location.search + (location.hash || "{anchor}"))</script>\n')
REFRESH = Markup('<meta http-equiv="refresh" content="0; url={to}{anchor}">\n')


def write(frame: Frame, pages: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Write every page in every language; nothing else may stand at its address.

    Who subscribed to the calendar of a page that has moved goes on getting it.
    """
    for lang, of_language in pages.items():
        for page in of_language:
            here = address(page["name"], lang)
            if (frame.site / here / "index.html").exists():
                raise AssembleError(f"two pages at {here}: {page['title']}, and one that the build makes")
            frame.write(_page(page), lang)
            followed = frame.site / address(page.get("moved_to", ""), lang) / calendars.FILE
            if page.get("moved_to") and followed.exists():
                shutil.copyfile(followed, frame.site / here / calendars.FILE)


def _page(page: Mapping[str, Any]) -> Page:
    moved, (to, mark, anchor) = page.get("moved_to", ""), page.get("to", "").partition("#")
    given = {"to": to, "anchor": mark + anchor}
    return Page(
        name=page["name"],
        title=page["title"],
        description=page["description"],
        body=Markup(page["body"]),  # noqa: S704 - made by our templates
        head=ON.format(**given) + REFRESH.format(**given) if moved else Markup(),
        moved_to=moved,
    )

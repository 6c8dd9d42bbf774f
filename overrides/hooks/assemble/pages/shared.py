"""The pages of outcomes: `<notice>/shared/<outcome>/` in each language, to which a shared answer leads.

Their preview names the outcome. Whoever comes with replies behind the # goes on to the notice at once.
"""

import json
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble.plain.page import Frame, Page
from overrides.hooks.read.staged import SHARED

# As calculator/along/link/fragment.js writes a link, followed here or from elsewhere. What an app has escaped
# is put right; where it is no link of ours any more, the notice says so. `replace`: the way back leads to
# where the link stood.
ON = Markup("""<script>(onhashchange = () => {
  let { hash } = location;
  if (hash.length < 2 || hash === "#main") return;
  try {
    if (/^#v%3D/i.test(hash)) hash = decodeURIComponent(hash);
  } catch {}
  location.replace("../../" + (hash.startsWith("#v=") ? hash : "#v=" + hash.slice(1)));
})()</script>
""")


def put(folder: Path, frame: Frame) -> None:
    """Write the page of every outcome; `folder` is that of the first stage."""
    for path in sorted((folder / SHARED).rglob("*.json")):
        name, _, lang = path.relative_to(folder / SHARED).with_suffix("").as_posix().rpartition(".")
        for outcome, said in json.loads(path.read_text(encoding="utf-8")).items():
            page = Page(
                name=f"{name.removesuffix('index')}shared/{outcome}",
                title=said["title"],
                description=said["description"],
                body=Markup(said["body"]),  # noqa: S704 - our own template
                head=ON,
                picture=frame.previews.address(name.partition("/")[0], lang, outcome),
            )
            frame.write(page, lang)

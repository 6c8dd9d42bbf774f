"""Serves the pages as they are now, what is slow to make as it was last built, and the desk's own pages."""

from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, override
from urllib.parse import parse_qs, unquote, urlsplit

from markupsafe import Markup
from overrides.desk.changed import changed
from overrides.desk.children import ChildError
from overrides.desk.desk import Desk
from overrides.desk.jobs import Jobs
from overrides.desk.listed import Made
from overrides.desk.places import LIVE, STATES, WHOLE
from overrides.desk.replies import Replies
from overrides.desk.where import where
from overrides.static_host import Server

OWN: Final = "/desk/"
PAGES: Final = Path(__file__).parent / "page"
# What the desk adds to every page that it serves; the site has none of it.
ADDED: Final = Markup(
    '<link rel="stylesheet" href="/desk/live.css">'
    '<script type="module" src="/desk/live.js" data-mark="{mark}" data-page="{page}" data-as-of="{as_of}">'
    "</script>\n</head>"
)
HOSTS: Final = {"127.0.0.1", "localhost"}


class DeskHandler(Replies):
    """Answers for the desk; what is a plain file goes the way of every static host."""

    def __init__(self, *args: object, desk: Desk, jobs: Jobs, **settings: Any) -> None:  # noqa: ANN401 - those of a host
        """Keep the desk, then answer."""
        self.desk, self.jobs = desk, jobs
        super().__init__(*args, **settings)

    @override
    def do_GET(self) -> None:
        """Send a page of the site with the desk's script in it, something of the desk, or a file."""
        if not self._from_here():
            return
        parts = urlsplit(self.path)
        path, query = unquote(parts.path), {key: value[0] for key, value in parse_qs(parts.query).items()}
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN), query)
        elif found := self._page(path):
            self._live(self.desk.page(*found), found[0])
        else:
            self._file(path)

    def do_POST(self) -> None:  # noqa: N802 - so named by http.server
        """Answer in place of the browser's rules, or begin what takes long."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode("utf-8", "replace")
        if not self._from_here():
            return
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == f"{OWN}answer":
            try:
                self.text(self.desk.family.ask("rules", "answer", body), "application/json")
            except ChildError as error:
                self.text(str(error), status=HTTPStatus.SERVICE_UNAVAILABLE)
        elif path == f"{OWN}do" and self.jobs.begin(query.get("what", [""])[0]):
            self.text("begun")
        else:
            self.text("no such thing", status=HTTPStatus.NOT_FOUND)

    def _from_here(self) -> bool:
        """Whether a page of this server asks; those of other sites get nothing, by whatever name."""
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        if host.partition(":")[0] in HOSTS and origin in {None, f"http://{host}"}:
            return True
        self.text("only for this machine", status=HTTPStatus.FORBIDDEN)
        return False

    def _page(self, path: str) -> tuple[str, str] | None:
        """The page of an address, as name and language."""
        inside = path.removeprefix("/")
        every = self.desk.listed.addresses.items()
        return next(((name, lang) for name, by in every for lang, each in by.items() if each == inside), None)

    def _own(self, path: str, query: dict[str, str]) -> None:
        if path == "events":
            self.events(self.desk.hub)
        elif path == "mark":
            found = self._page(query.get("page", ""))
            self.json({"mark": self.desk.page(*found).mark if found else None})
        elif path == "pages.json":
            self.json({"titles": self.desk.listed.titles, "addresses": self.desk.listed.addresses})
        elif path == "answers.json":
            self.json(self.jobs.answers())
        elif path == "changed.json":
            self.json(changed(self.desk.root, self.desk.listed.titles))
        elif path == "where.json":
            self.json(where(self.desk.root, query))
        elif path.startswith("states/"):
            self._served(self.desk.root / STATES, f"/{path.removeprefix('states/')}")
        else:
            self._served(PAGES, f"/{path or 'desk.html'}")

    def _live(self, made: Made, name: str) -> None:
        html = made.html or (PAGES / "nothing.html").read_text(encoding="utf-8")
        self._html(html, page=name, mark=made.mark)

    def _html(
        self, html: str, page: str = "", mark: str = "", as_of: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        added = ADDED.format(page=page, mark=mark, as_of=as_of)
        self.text(html.replace("</head>", added, 1), "text/html", status)

    def _file(self, path: str) -> None:
        """A file that came with a page; or one of the last build of the whole site, which may be behind."""
        live, whole = self.desk.root / LIVE, self.desk.root / WHOLE
        inside = path.removeprefix("/")
        name = f"{inside}index.html" if path.endswith("/") else inside
        if (live / name).is_file():
            self._served(live, path)
        elif name.endswith(".html") and (whole / name).is_file():
            self._html((whole / name).read_text(encoding="utf-8"), as_of=self.jobs.whole_as_of())
        elif path.endswith("/"):
            missing = (PAGES / "missing.html").read_text(encoding="utf-8")
            self._html(missing, as_of=self.jobs.whole_as_of() or "never", status=HTTPStatus.NOT_FOUND)
        else:
            self._served(whole, path)

    def _served(self, root: Path, path: str) -> None:
        """As a static host does."""
        self.root, self.path = root.resolve(), path
        super().do_GET()


def server(desk: Desk, jobs: Jobs, port: int) -> Server:
    """The server; raises OSError where the port is taken."""
    handler = partial(DeskHandler, desk=desk, jobs=jobs)
    return Server(desk.root / LIVE, port, compressed=False, handler=handler)  # type: ignore[arg-type]

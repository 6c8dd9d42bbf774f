"""How the desk replies where nothing is a file."""

import json
from http import HTTPStatus

from overrides.desk.hub import Hub
from overrides.static_host import Handler


class Replies(Handler):
    """A handler that can send texts, JSON and events too."""

    def events(self, hub: Hub) -> None:
        """Tell what happens from now on, until the page has gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with hub.listening() as events:
            for event in events:
                self.wfile.write(event)

    def json(self, said: object) -> None:
        """Send something as JSON."""
        self.text(json.dumps(said, ensure_ascii=False), "application/json")

    def text(self, said: str, kind: str = "text/plain", status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a text, which no browser keeps."""
        body = said.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

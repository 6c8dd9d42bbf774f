"""The rules of a payroll, held back for as long as a test wants."""

from playwright.sync_api import Page, Route

from calculator import answer


class Held:
    """The rules, which stop answering after some requests until they are let go."""

    def __init__(self, page: Page, after: int = 0) -> None:
        self.left = after
        self.free = False
        self.routes: list[Route] = []
        page.route("**/quick-rules", self.hear)

    def hear(self, route: Route) -> None:
        if not self.free and not self.left:
            self.routes.append(route)
            return
        self.left -= 1
        route.fulfill(body=answer(route.request.post_data or ""))

    def let_go(self) -> None:
        """All that are still waited for; a worker that was ended waits for none."""
        self.free = True
        for route in self.routes:
            if route.request.failure is None:
                self.hear(route)

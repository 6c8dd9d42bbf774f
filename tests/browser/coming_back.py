"""How a reader comes back to a page."""

from urllib.parse import urljoin

from playwright.sync_api import Page


def reload(page: Page) -> None:
    page.reload()


def back(page: Page) -> None:
    page.goto(urljoin(page.url, "../disclaimer/"))
    page.go_back()

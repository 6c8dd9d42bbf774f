"""What the desk knows of the site's pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from overrides.hooks.read.navigation import Navigation


@dataclass(frozen=True)
class Listed:
    """The pages of the site by name: their titles and addresses by language, and their order."""

    titles: Mapping[str, Mapping[str, str]]
    addresses: Mapping[str, Mapping[str, str]]
    navigation: Navigation


@dataclass(frozen=True)
class Made:
    """A page as it was last made: after which change, its HTML, and a mark that differs where that differs.

    `words` counts the changes of anything but scripts and styles, `said` is what the first stage said then.
    """

    version: int = -1
    html: str = ""
    mark: str = ""
    words: int = -1
    said: Mapping[str, str] | None = None

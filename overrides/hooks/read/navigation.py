"""The order of the pages; a new notice needs no line in mkdocs.yml."""

from overrides.hooks.read.library import Library

type Navigation = list[str | dict[str, list[str]]]


def navigation(library: Library) -> Navigation:
    """Home, the notices with their further pages, the latest first, then what belongs to all of them."""
    found: Navigation = []
    folders = library.by_folder()
    for notice in library.newest_first():
        files = [f"{name}.md" for name in folders.pop(notice)]
        found.append({notice: files} if len(files) > 1 else files[0])
    home, *others = (f"{name}.md" for names in folders.values() for name in names)
    return [home, *found, *others]

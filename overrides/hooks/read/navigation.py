"""The order of the pages in the navigation; a new notice needs no line in mkdocs.yml."""

from overrides.hooks.read.library import Library


def nav_of(library: Library) -> list[str | dict[str, list[str]]]:
    """Home, the notices with their further pages, the latest first, then what belongs to all of them."""
    nav: list[str | dict[str, list[str]]] = []
    folders = library.by_folder()
    for notice in library.newest_first():
        files = [f"{name}.md" for name in folders.pop(notice)]
        nav.append({notice: files} if len(files) > 1 else files[0])
    home, *others = (f"{name}.md" for names in folders.values() for name in names)
    return [home, *nav, *others]

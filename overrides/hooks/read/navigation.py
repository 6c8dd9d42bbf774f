"""The order of the pages; a new notice needs no line in mkdocs.yml."""

from collections.abc import Collection

from overrides.hooks.read.library import Library

type Navigation = list[str | dict[str, list[str]]]


def navigation(library: Library, past: Collection[str]) -> Navigation:
    """Home, the notices with their further pages, those of the `past` last, then what belongs to all of them.

    Of the notices the latest comes first; a page in a folder of its own, such as one with a calculator of its
    own, follows them.
    """
    found: Navigation = []
    folders = library.by_folder()
    for notice in sorted(library.newest_first(), key=past.__contains__):
        files = [f"{name}.md" for name in folders.pop(notice)]
        found.append({notice: files} if len(files) > 1 else files[0])
    home, *others = (f"{name}.md" for name in folders.pop(""))
    own = [f"{name}.md" for names in folders.values() for name in names]
    return [home, *found, *own, *others]

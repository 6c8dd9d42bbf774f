"""Lines in groups, as the commands print them that list what has to be looked at."""

from collections.abc import Iterator, Sequence

# Where it stands, as editors and terminals turn into a link, and what there is to see.
type Line = tuple[str, str]
type Group = tuple[str, Sequence[Line]]


def printed(groups: Sequence[Group]) -> Iterator[str]:
    """A count for each group, then the groups that have any line."""
    yield from (f"{len(lines):5}  {title}" for title, lines in groups)
    for title, lines in groups:
        if lines:
            yield ""
            yield f"{title} ({len(lines)})"
            yield from (f"  {where}: {said}" for where, said in lines)

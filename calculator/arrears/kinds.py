"""The kinds of rows met so far: what each owes, and its lines by month and day of payment."""

from collections.abc import Hashable, Mapping

from calculator.arrears.codes import REFUSED
from calculator.arrears.line import Line
from calculator.arrears.owed import Owed

type Key = tuple[Hashable, ...]
type Days = tuple[int, ...]


class Kind(dict[Days, Line]):
    """The lines of rows that owe the same, by their two days; `owed` is None where they are refused."""

    def __init__(self, owed: Owed | None) -> None:
        super().__init__()
        self.owed = owed


class Kinds(dict[Key, Kind]):
    """The kind of each key, which has the numbers of all cells but the two days.

    A key that is new may differ from others in what the rules do not ask alone: its kind is found by what
    they asked of those. `places` says where in a key the reply to a question stands; one without a column is
    the same in every row.
    """

    def __init__(self, places: Mapping[str, int]) -> None:
        super().__init__()
        self._places = places
        self._by_owed: dict[Owed, Kind] = {}
        self._asked: dict[Hashable, object] = {}

    def clear(self) -> None:
        """Forget all kinds."""
        super().clear()
        self._by_owed.clear()
        self._asked.clear()

    def find(self, key: Key) -> Kind | None:
        """The kind of a key, if it is known; None too where one of its cells cannot be used."""
        if any(isinstance(each, int) and each < -REFUSED for each in key):
            return None
        node: object = self._asked.get(None)
        while isinstance(node, tuple):
            place, after = node
            node = after.get(key[place])
        if not isinstance(node, Kind):
            return None
        self[key] = node
        return node

    def add(self, key: Key, owed: Owed | None) -> Kind:
        """The kind of rows with this key, which were found to owe this."""
        if owed is None:
            return self.setdefault(key, Kind(None))
        kind = self[key] = self._by_owed.setdefault(owed, Kind(owed))
        places = [self._places[question] for question in owed.asked if question in self._places]
        if places:
            self._remember(key, places, kind)
        return kind

    def _remember(self, key: Key, places: list[int], kind: Kind) -> None:
        """Put the kind behind the replies that led to it."""
        after, reply = self._asked, None
        for place in places:
            node = after.setdefault(reply, (place, {}))
            assert isinstance(node, tuple)  # noqa: S101 - the same replies are asked the same
            after, reply = node[1], key[place]
        after[reply] = kind

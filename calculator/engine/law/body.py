"""A body of law: a folder of dated figures, and the kinds of files and units that it alone has."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from calculator.engine import figures
from calculator.engine.figures import Unit
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.together import Parameters


@dataclass(frozen=True, slots=True, eq=False)
class Kind[T]:
    """A kind of file of one body of law, such as its programmes; `law.of(kind)` has the entries by id.

    `days` gives the days on which an entry changes something. `check` refuses an entry that disagrees with
    the parameters; it is asked once all files are read.
    """

    file: str
    read: Callable[[LawFile], dict[str, T]]
    days: Callable[[T], Iterable[date]]
    check: Callable[[T, LawFile, Parameters], None] = lambda _entry, _file, _parameters: None


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What the law of one body consists of: the package with its files, and what is its own in them.

    `kinds` of files, `units` of figures, and `notes`, codes for what can be special about a row. The engine
    has those that every body may need.
    """

    package: str
    kinds: tuple[Kind[Any], ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make the units known to whoever writes figures; raises ValueError where one is another's."""
        figures.register(self.units)

    @property
    def folder(self) -> Traversable:
        """The folder with the files."""
        return files(self.package)

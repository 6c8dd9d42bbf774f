"""The law: dated figures, sources and tables, read from files. The face of this half of the engine."""

from calculator.engine.law.body import Body, Kind
from calculator.engine.law.dated import Confidence, Dated, Gap, NotInForceError, NotKnownError
from calculator.engine.law.law import Law
from calculator.engine.law.parameters import Value
from calculator.engine.law.reading.file import LawFileError
from calculator.engine.law.reading.folder import load_law
from calculator.engine.law.sources import Source
from calculator.engine.law.tables import Band, Edition

__all__ = [
    "Band", "Body", "Confidence", "Dated", "Edition", "Gap", "Kind", "Law", "LawFileError",
    "NotInForceError", "NotKnownError", "Source", "Value", "load_law",
]  # fmt: skip

"""Workers and the months of theirs that stood; a worker is the same one however the number is written."""

from calculator.engine.asking.reading.text import LONGEST, normal

# So many spellings are kept; then all are forgotten, and memory does not grow with rows.
MOST = 100_000

# The months of each worker for which a row was not refused, as the bits of lines.
type Stood = dict[str, int]


class Workers(dict[str, str]):
    """The worker of each text: wide or narrow, in capitals or not, with or without what is unseen."""

    def __missing__(self, text: str) -> str:
        if len(self) >= MOST:
            self.clear()
        worker = self[text] = worker_of(text)
        return worker


def worker_of(text: str) -> str:
    """The worker that a text names; empty where it names none. Accented capitals are other letters."""
    # what is too long to be read is some worker's all the same
    shown = normal(text) if len(text) <= LONGEST else " ".join(text.split())
    return shown.lower() if shown.isascii() else shown

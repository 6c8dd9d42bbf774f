"""Tables as text: what is read, what is written, and how it is said that one cannot be used."""

import io
from datetime import date

import pytest

from calculator.arrears import files
from calculator.arrears.columns import RESULT
from calculator.arrears.table import FileError, table

PAID_ON = date(2026, 11, 26)
HEAD = "worker_id,month,worker,role,wages,age"
ROW = "A1,2023-03,citizen,ordinary,3250,41"
TAIL = "answered,,56.85,16.25,6.50,6.50,0.00,63.35,22.75,2023-04-15,1321,18.70"


def written(text: str | bytes, *, jobs: int = 1, epoch: int | None = None) -> str:
    taken = io.BytesIO()
    given = text if isinstance(text, bytes) else text.encode()
    files.run(io.BytesIO(given), taken, paid_on=PAID_ON, epoch=epoch, jobs=jobs)
    return taken.getvalue().decode()


def results(text: str) -> list[str]:
    """Status and reason of each row."""
    at = len(text.split("\n", maxsplit=1)[0].split(","))
    return [" ".join(line.split(",")[at : at + 2]).strip() for line in written(text).splitlines()[1:]]


def test_every_column_as_it_stood_and_the_result_after_it() -> None:
    assert written(f"{HEAD}\n{ROW}\n") == f"{HEAD},{','.join(RESULT)}\n{ROW},{TAIL}\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_ends_of_lines_stay(separator: str, end: str) -> None:
    given = f"{HEAD},note{end}{ROW},x{end}A2{ROW[2:]},y{end}".replace(",", separator)
    lines = written(given).split(end)
    assert lines[1] == f"{ROW},x,{TAIL}".replace(",", separator)
    assert len(lines) == 4


def test_a_mark_at_the_beginning_stays() -> None:
    assert written("\ufeff" + f"{HEAD}\n{ROW}\n").startswith("\ufeff" + HEAD)


def test_the_last_line_needs_no_end() -> None:
    assert written(f"{HEAD}\n{ROW}").endswith(f"{TAIL}\n")


def test_quoted_cells_may_have_separators_quotes_and_line_breaks() -> None:
    """The same row, and what is quoted stays so."""
    row = 'A1,2023-03,citizen,ordinary,"RM3,250.00",41,"a ""b""\nc"'
    assert written(f"{HEAD},note\n{row}\n").split("\n", maxsplit=1)[1] == f"{row},{TAIL}\n"


def test_rows_in_pieces_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the pieces part, also within a quoted cell, and by several processes."""
    rows = [f'"W{at}\n",{ROW[3:]},"x\n\ny"\nW{at},{ROW[3:]},z\n' for at in range(20)]
    text = "".join([f"{HEAD},note\n", *rows, *rows])
    whole = written(text)
    assert whole.count("duplicate") == 60
    for size in (1, 50, 333):
        monkeypatch.setattr(files, "SIZE", size)
        assert written(text) == whole
    assert written(text, jobs=2) == whole


def test_a_short_row_is_filled_and_a_long_one_refused() -> None:
    """What stands behind an amount with a comma that is not quoted would be read as something else."""
    text = f"{HEAD}\nA1,2023-03,citizen,public_service\nA2,2023-03,citizen,ordinary,3,250,41\nA3{ROW[2:-2]}\n"
    assert results(text)[::2] == ["answered public_service_outside", "refused age:missing"]
    assert written(text).splitlines()[2] == (
        'A2,2023-03,citizen,ordinary,3,"250,41",refused,row:too_many_cells,,,,,,,,,,'
    )
    # it says nothing of its worker and month
    assert results(f"{HEAD}\n{ROW},x\n{ROW}\n")[1] == "answered"


def test_empty_rows_are_left_out() -> None:
    assert results(f"{HEAD}\n\n,,,,,\n{ROW}\n , ,\n") == ["answered"]
    assert results(f'{HEAD}\n\n,,,,,\n{ROW}\n"","",\n') == ["answered"]
    # what is not read is still something
    assert results(f"{HEAD},note\n,,,,,,x\n") == ["refused month:missing"]


def test_rows_of_empty_cells_are_left_out() -> None:
    """Among others that stand as they are."""
    empty = ",,, ,,"
    given = "\n".join([HEAD, empty, ROW, empty, empty, f"A2{ROW[2:]}", empty])
    assert written(given).splitlines()[1:] == [f"{ROW},{TAIL}", f"A2{ROW[2:]},{TAIL}"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (f"{HEAD}\n{ROW}".encode("utf-16"), "UTF-8"),
        (f"{HEAD}\n{ROW}".encode("utf-16-le"), "UTF-16"),
        (f"{HEAD}\n雇员{ROW}".encode("gb18030"), "UTF-8"),
        (b"", "no column month and wages"),
        (b"month,pay\n", "no column wages"),
        (b"month,wages,month\n", "twice"),
        (b"month,wages,status\n", "one of the result"),
        (b'month,wages\n2023-03,1\n2023-04,"1\n2023-05,1\n', "Line 4: a quotation mark"),
        (b'month,wages\n2023-04,"1"2\n', "Line 2: a quotation mark"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(given: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        written(given)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("given", [f"{'x' * 200_000},{HEAD}\n{ROW}\n", f"{HEAD}\n{'x' * 200_000}\n"])
def test_a_cell_longer_than_any_is_no_fault_of_ours(given: str, jobs: int) -> None:
    with pytest.raises(FileError, match="longer than any"):
        written(given, jobs=jobs)


def test_one_process_is_begun_by_name() -> None:
    """What the processes of a pool do, here."""
    of = table(HEAD)
    files.begin_work(of, PAID_ON, None)
    done = files.work(f"{ROW}\n")
    assert done.text.decode() == f"{ROW},{TAIL}\n"
    assert list(done.stood) == ["a1"]

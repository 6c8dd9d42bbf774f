"""Files as other programs save them, and TOML as an input method types it: one sentence on what to do."""

from pathlib import Path

import pytest

from calculator.engine.asking import found
from calculator.engine.law import LawFileError, load_law
from calculator.engine.law.reading.saved import _mistyped, fault
from calculator.law.perkeso import PERKESO

BASE = Path(__file__).parent / "broken" / "law" / "base"
CHINESE = '# 令吉\ntitle = "雇主必须登记。"\n' * 4
LATIN = "# caf\u00e9\n“as it was”\n" * 4

SAVED = {
    "as it should be": (CHINESE.encode(), None),
    "with the line ends of Windows": (CHINESE.replace("\n", "\r\n").encode(), None),
    "with nothing in it": (b"", None),
    "GBK": (CHINESE.encode("gbk"), (1, "this file is saved as GBK")),
    "GB18030": (CHINESE.encode("gb18030"), (1, "this file is saved as GBK")),
    "GBK from its second line on": (("# RM\n" + CHINESE).encode("gbk"), (2, "this file is saved as GBK")),
    "Latin letters of Windows": (LATIN.encode("cp1252"), (1, "this file is saved as another encoding")),
    "Big5": ("登記通知書".encode("big5"), (1, "this file is saved as another encoding")),
    "UTF-16 with its mark": (CHINESE.encode("utf-16"), (1, "this file is saved as UTF-16")),
    "UTF-16 without it": (CHINESE.encode("utf-16-le"), (1, "this file is saved as UTF-16")),
    "UTF-16 the other way round": (LATIN.encode("utf-16-be"), (1, "this file is saved as UTF-16")),
    "UTF-8 with a mark": (CHINESE.encode("utf-8-sig"), (1, "this file begins with a byte-order mark")),
    "with a zero byte": (f"{CHINESE}a\0b\n".encode(), (9, "a character that is nothing (NUL)")),
    "with a letter and its mark apart": ("# RM\ncafe\u0301\n".encode(), (2, '"\u00e9" is written in')),
}  # fmt: skip


@pytest.mark.parametrize("name", SAVED)
def test_how_a_file_was_saved_is_found(name: str) -> None:
    data, expected = SAVED[name]
    found = fault(data)
    assert (found and found[0]) == (expected and expected[0])
    assert (found[1] if found else "").startswith(expected[1] if expected else "")


@pytest.mark.parametrize("program", ["Notepad", "VS Code", "WPS"])
def test_the_sentence_says_what_to_do_in_the_usual_programs(program: str) -> None:
    for encoding in ("gbk", "utf-16"):
        assert f"in {program}: " in (fault(CHINESE.encode(encoding)) or (0, ""))[1]


@pytest.mark.parametrize(
    ("line", "signs", "wanted"),
    [
        ("title ＝ “雇主”", "＝ “ ”", '= "'),
        ("［form］", "［ ］", "[ ]"),
        ("never_zh = [‘专线’，'热线']", "‘ ’ ，", "' ,"),
        ("careline　= 1", "　", "a space"),
    ],
)
def test_signs_of_an_input_method_are_named(line: str, signs: str, wanted: str) -> None:
    assert _mistyped(line).startswith(f"this line has {signs} in place of {wanted}; ")


@pytest.mark.parametrize("line", ['title = "他说：“好”，＝"', "# “a note”", "a = 1", ""])
def test_within_quotes_and_notes_every_sign_is_right(line: str) -> None:
    assert _mistyped(line) == ""


def law_with(name: str, content: bytes, folder: Path) -> list[str]:
    """What is said of the small law with other content of one file."""
    law = folder / "law"
    law.mkdir()
    for path in BASE.iterdir():
        (law / path.name).write_bytes(content if path.name == name else path.read_bytes())
    with pytest.raises(LawFileError) as error:
        load_law([law], PERKESO)
    return [problem.removeprefix(f"{law}/") for problem in error.value.problems]


@pytest.mark.parametrize("name", sorted(path.name for path in BASE.iterdir()))
def test_a_file_of_the_law_in_another_encoding_is_one_sentence(name: str, tmp_path: Path) -> None:
    (said,) = law_with(name, (BASE / name).read_text(encoding="utf-8").encode("utf-16"), tmp_path)
    assert said.startswith(f"{name}:1: this file is saved as UTF-16; save it again as UTF-8 (")


@pytest.mark.parametrize("name", sorted(path.name for path in BASE.glob("*.toml")))
def test_a_file_of_the_law_with_chinese_quotes_is_one_sentence(name: str, tmp_path: Path) -> None:
    """The sources that a file names are not said to be missing where it is theirs that cannot be read."""
    lines = (BASE / name).read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if '"' in line)
    lines[at] = lines[at].replace('"', "“")
    (said,) = law_with(name, "\n".join(lines).encode(), tmp_path)
    assert said.startswith(f'{name}:{at + 1}: this line has “ in place of "; ')


def test_the_law_may_have_the_line_ends_of_windows(tmp_path: Path) -> None:
    for path in BASE.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_law([tmp_path], PERKESO) == load_law([BASE], PERKESO)


def test_samples_that_cannot_be_read_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "samples.toml").write_text("day ＝ [“2026-11-25”]\n", encoding="utf-8")
    with pytest.raises(LawFileError, match=r"samples.toml:1: this line has ＝ “ ” in place of = \"; "):
        found._samples(tmp_path)

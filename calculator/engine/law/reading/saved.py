"""What is wrong with how a writer saved or typed a file, and how to save or type it: loaded for a mistake."""

import codecs
import re
import unicodedata

UTF8 = "save it again as UTF-8"
HOW = (
    "in Notepad: Save as, Encoding: UTF-8; in VS Code: the encoding at the bottom right, "
    "Reopen with Encoding{}, then Save with Encoding: UTF-8; "
    "in WPS: Save as, Text file, Other encoding: Unicode (UTF-8), and its old name"
)
NO_MARK = (
    'in Notepad: Save as, Encoding: UTF-8, not "UTF-8 with BOM"; '
    "in VS Code: the encoding at the bottom right, Save with Encoding: UTF-8"
)
# Of the characters outside ASCII, how many the first Chinese standard has where a file is GBK and not Latin.
MOSTLY = 0.8
# Without a mark at its beginning, UTF-16 shows by the zero byte beside each letter, space and line end.
ZEROS = 0.05
FEW = 0.2
# What an input method types in place of the signs of TOML, and what each stands for.
TYPED_FOR = {
    **dict.fromkeys("“”＂", '"'), **dict.fromkeys("‘’", "'"), **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"), **dict.fromkeys("，、", ","), "＝": "=", "｛": "{", "｝": "}", "＃": "#",
    "．": ".", "\u3000": "a space",
}  # fmt: skip
GROUPED = re.compile(r"=\s*(\d{1,3}(?:,\d{3})+)\b")
TOML_LINE = re.compile(r"at line (\d+)")
QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


def fault(data: bytes) -> tuple[int, str] | None:
    """The line, and what is wrong with how these bytes were saved; None where they are sound."""
    if data.startswith(codecs.BOM_UTF8):
        return 1, f"this file begins with a byte-order mark; {UTF8} without one ({NO_MARK})"
    if _utf16(data):
        return 1, f"this file is saved as UTF-16; {UTF8} ({HOW.format('')})"
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        name = "GBK" if _gbk(data) else "another encoding"
        how = HOW.format(": Simplified Chinese (GBK)" if name == "GBK" else "")
        return _line(data[: error.start]), f"this file is saved as {name}; {UTF8} ({how})"
    if "\0" in text:
        line = _line(data[: data.index(0)])
        return (
            line,
            "a character that is nothing (NUL) stands in this line; delete the line and type it again",
        )
    return _in_parts(text)


def _utf16(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    every = len(data) // 2
    zeros = (data[0::2].count(0), data[1::2].count(0))
    return len(data) % 2 == 0 and max(zeros) > ZEROS * every and min(zeros) < FEW * max(zeros)


def _gbk(data: bytes) -> bool:
    """Whether these bytes read as Chinese in GBK, and not as Latin letters of Windows."""
    try:
        beyond = [sign for sign in data.decode("gb18030") if not sign.isascii()]
    except UnicodeDecodeError:
        return False
    common = "".join(beyond).encode("gb2312", "ignore").decode("gb2312")
    return len(common) >= MOSTLY * len(beyond)


def _in_parts(text: str) -> tuple[int, str] | None:
    """A letter and its mark as two characters, as some systems write them: no search finds that."""
    if unicodedata.is_normalized("NFC", text):
        return None
    lines = ((line, unicodedata.normalize("NFC", line)) for line in text.split("\n"))
    number, line, whole = next((n, line, whole) for n, (line, whole) in enumerate(lines, 1) if line != whole)
    letter = next(usual for sign, usual in zip(line, whole, strict=False) if sign != usual)
    said = f'"{letter}" is written in another form than usual, such as a letter and its mark apart'
    return number, f"{said}; type it again"


def _line(before: bytes) -> int:
    return before.count(b"\n") + 1


def toml_fault(text: str, error: ValueError) -> tuple[int, str]:
    """The line that tomllib could not read, and what is wrong there, "" where that is not known."""
    found = TOML_LINE.search(str(error))
    line = int(found[1]) if found else text.count("\n") + 1
    written = "".join(text.split("\n")[line - 1 : line])
    return line, _mistyped(written) or _unread(written)


def _unread(line: str) -> str:
    """What a person writes who does not know TOML, "" where it is something else."""
    if grouped := GROUPED.search(line):
        return f"the number {grouped[1]} has a comma; write {grouped[1].replace(',', '')}"
    if '"""' not in line and line.replace('\\"', "").count('"') % 2:
        return "a quotation mark is open at the end of this line; close it"
    return ""


def _mistyped(line: str) -> str:
    """What an input method has typed in a line in place of the signs of TOML; empty where nothing is."""
    outside = QUOTED.sub("", line).partition("#")[0]
    found = [sign for sign in dict.fromkeys(outside) if sign in TYPED_FOR]
    if not found:
        return ""
    signs, wanted = " ".join(found), " ".join(dict.fromkeys(TYPED_FOR[sign] for sign in found))
    return f"this line has {signs} in place of {wanted}; type it with the input method switched to English"

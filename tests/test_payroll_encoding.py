"""The encoding of a payroll file is guessed, said, and can be changed."""

from functools import cache

import pytest

from tests.payroll.reading import Read, asked, cells, read, read_all

CHINESE = "姓名,月份,Gaji\n陈大文,2021-03,1\n林喆,2021-03,2\n"
WESTERN = "No,Month,Note\nA1,2021-03,José Müller\nA2,2021-03,RM\u00a01 – “ok”\nA3,2021-03,naïve café\n"
ENCODED = {
    "UTF-8": (CHINESE.encode(), CHINESE, "utf-8", True),
    "UTF-8 with a mark": (CHINESE.encode("utf-8-sig"), CHINESE, "utf-8", True),
    "plain": (b"No,Month,Wages\nA,2021-03,1\n", "No,Month,Wages\nA,2021-03,1\n", "utf-8", True),
    "UTF-16 LE with a mark": (b"\xff\xfe" + CHINESE.encode("utf-16-le"), CHINESE, "utf-16le", True),
    "UTF-16 BE with a mark": (b"\xfe\xff" + CHINESE.encode("utf-16-be"), CHINESE, "utf-16be", True),
    "UTF-16 LE": (CHINESE.encode("utf-16-le"), CHINESE, "utf-16le", False),
    "UTF-16 BE": (CHINESE.encode("utf-16-be"), CHINESE, "utf-16be", False),
    "GB18030": (CHINESE.encode("gb18030"), CHINESE, "gb18030", False),
    "GBK": (CHINESE.encode("gbk"), CHINESE, "gb18030", False),
    "Windows-1252": (WESTERN.encode("cp1252"), WESTERN, "windows-1252", False),
}


@cache
def encoded() -> dict[str, Read]:
    results = read_all([asked(written) for written, *_ in ENCODED.values()])
    return dict(zip(ENCODED, results, strict=True))


@pytest.mark.parametrize("name", ENCODED)
def test_the_encoding_is_guessed_and_said(name: str) -> None:
    _, text, encoding, sure = ENCODED[name]
    said = encoded()[name]["encoding"]
    assert (said["used"], said["guessed"], said["sure"]) == (encoding, encoding, sure)
    assert encoding not in said["others"]
    assert len(said["others"]) == 4
    header, *rows = [line.split(",") for line in text.splitlines()]
    assert (encoded()[name]["header"], cells(encoded()[name])) == (header, rows)


def test_another_encoding_can_be_chosen_and_what_is_lost_is_said() -> None:
    result = read(CHINESE.encode("gb18030"), encoding="utf-8")
    assert (result["encoding"]["used"], result["encoding"]["guessed"]) == ("utf-8", "gb18030")
    (problem,) = [each for each in result["problems"] if each["code"] == "signs_lost"]
    assert problem["figures"]["lost"] > 0

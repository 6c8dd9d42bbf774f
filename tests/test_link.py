"""The fragment of a link to an answer: what is written comes back, and what others put there does no harm."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.cases import Case, ask
from tests.node import in_node

CALL = """
import { text } from "node:stream/consumers";
import { read, write } from "./overrides/calculator/along/link/fragment.js";
import { inShort } from "./overrides/calculator/along/link/was.js";
const { function: name, given } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(given.map((each) => ({ read, write, inShort })[name](...each))));
"""
WAS = "registered_late.3fa9"
READ: dict[str, tuple[dict[str, str], bool]] = {
    # as it is written
    "#v=1&as_at=2026-11-26&employs=employees": ({"as_at": "2026-11-26", "employs": "employees"}, True),
    "#v=1": ({}, True),
    f"#v=2&was={WAS}": ({}, True),
    f"#v=2&was={WAS}&as_at=2026-11-26&was=x": ({"as_at": "2026-11-26", "was": "x"}, True),
    "#v=1&insured=a%2Cb&name=%E5%85%AD+%E6%9C%88": ({"insured": "a,b", "name": "六 月"}, True),
    # as an app may have changed it
    "#v=1&employs=employees&": ({"employs": "employees"}, True),
    "#v=1&employs=employees&utm_source=app": ({"employs": "employees", "utm_source": "app"}, True),
    "#v=1&employs=employees&fbclid": ({"employs": "employees"}, False),
    "#v=1&employs=employees&wages=3%2": ({"employs": "employees", "wages": "3%2"}, True),
    "#v=1&employs=employees&wages=%ff": ({"employs": "employees"}, False),
    # of two replies to one question the first counts
    "#v=1&age=35&age=36": ({"age": "35"}, False),
    # what no question is called
    "#v=1&Age=35&=1&%00=1&a-b=1&__proto__=x&constructor=x": ({"constructor": "x"}, False),
    # what nobody types
    "#v=1&age=": ({}, False),
    f"#v=1&age={'9' * 101}": ({}, False),
    "#v=1&age=3%00&wages=%E2%80%AE1&role=a%0Ab&worker=%E2%80%8B": ({}, False),
    "#v=1&age=<img src=x onerror=alert(1)>": ({"age": "<img src=x onerror=alert(1)>"}, True),
    f"#v=1{''.join(f'&q{number}=1' for number in range(50))}": (
        {f"q{number}": "1" for number in range(40)},
        False,
    ),
    # one that does not say what the answer was, or not as we write it
    "#v=2": ({}, False),
    "#v=2&age=35": ({"age": "35"}, False),
    "#v=2&age=35&was=registered_late.3fa9": ({"age": "35", "was": WAS}, False),
    "#v=2&was=Registered_late.3fa9&age=35": ({"was": "Registered_late.3fa9", "age": "35"}, False),
    "#v=2&was=registered_late&age=35": ({"was": "registered_late", "age": "35"}, False),
    "#v=2&was=&age=35": ({"age": "35"}, False),
}
UNKNOWN = [
    "",
    "#",
    "#by-hand",
    "#v=",
    "#v=0&age=35",
    "#v=3&age=35",
    "#v=toString&age=35",
    "#age=35&v=1",
    "#%",
]
REPLIES: list[Mapping[str, str]] = [
    {},
    {"as_at": "2026-11-26", "employs": "employees"},
    {"several": "tips,overtime", "wages": "3950.50", "age": "unknown"},
    {"word": "a&b=c#d+e %20", "chinese": "三千九百五十"},
]


def asked(function: str, *given: Sequence[object]) -> list[Any]:
    """What the module of the page gives for each."""
    made: list[Any] = in_node(CALL, {"function": function, "given": given})
    return made


def test_what_is_written_comes_back() -> None:
    written = asked("write", *[[each, WAS] for each in REPLIES])
    assert all(fragment.startswith(f"v=2&was={WAS}") for fragment in written)
    assert not any(set(" #\"<>'") & set(fragment) for fragment in written)
    for fragment, replies in zip(asked("read", *[[f"#{each}"] for each in written]), REPLIES, strict=True):
        assert fragment == {"replies": replies, "known": True, "whole": True, "was": WAS}


def test_a_link_is_read_as_far_as_it_can_be() -> None:
    found = dict(zip(READ, asked("read", *[[each] for each in READ]), strict=True))
    second = f"#v=2&was={WAS}"
    expected = {
        fragment: {
            "replies": replies,
            "known": True,
            "whole": whole,
            "was": WAS if fragment.startswith(second) else "",
        }
        for fragment, (replies, whole) in READ.items()
    }
    assert found == expected


@pytest.mark.parametrize("fragment", UNKNOWN)
def test_nothing_is_read_of_a_version_that_is_not_known(fragment: str) -> None:
    assert asked("read", [fragment]) == [{"replies": {}, "known": False, "whole": False, "was": ""}]


LATE = "after_last_check"
FACTS = {
    "as_at": "2030-01-01",
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}


def test_a_link_says_in_short_what_the_answer_was() -> None:
    """The same in any order and after another check of the law; not with another figure or reason."""
    answer = ask(Case("amnesty", "", "", FACTS).request("en"))
    first, *others = answer["findings"]
    assert first["code"] == LATE
    same = [
        answer,
        ask(Case("amnesty", "", "", FACTS).request("zh")),
        {**answer, "findings": [*others, first]},
        {**answer, "findings": others},
        {**answer, "law_as_at": "2029-12-31"},
    ]
    changed = json.loads(json.dumps(others))
    next(each for each in changed if each["figures"])["figures"].popitem()
    different = [
        {**answer, "outcome": "registered_late"},
        {**answer, "findings": others[1:]},
        {**answer, "findings": changed},
    ]
    short = asked("inShort", *[[each, LATE] for each in (*same, *different)])
    assert len(set(short[: len(same)])) == 1
    assert len(set(short[len(same) - 1 :])) == 1 + len(different)
    assert short[0].startswith(f"{answer['outcome']}.")

"""What other people write for replies in a payroll: each word means one; what may mean two is not read."""

import unicodedata
from typing import Any

import pytest

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import CONTRIBUTIONS, KINDS
from overrides.hooks.render import form, payroll_names
from tests.drawn import site
from tests.node import in_node
from tests.payroll.names import NAMES

PLACE = site().place("arrears/index", "en")
NOTICE = site().notices[CONTRIBUTIONS]
REPLIES = payroll_names.replies(PLACE, NOTICE)
READY = """
import { text } from "node:stream/consumers";
import { readyCells } from "./overrides/payroll/file/replies.js";
const { columns, replies, rows } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(rows.map(readyCells(columns, replies))));
"""
READ = {
    "worker": {
        "citizen": ["Warganegara", "公民", "MALAYSIAN", "citizen"],
        "permanent_resident": ["PR", "永久居民", "Penduduk tetap"],
        "temporary_resident": ["MyKAS", "mykas holder"],
        "foreign": ["Foreigner", "Foreign", "外籍劳工", "外劳", "Pekerja asing"],
    },
    "role": {
        "ordinary": ["员工", "雇员", "Employee", "Pekerja"],
        "spouse": ["Isteri", "配偶"],
        "domestic": ["Maid", "Pembantu rumah", "女佣"],
        "public_service": ["Penjawat awam berpencen"],
    },
    "act4_payable_before_55": {
        "yes": ["Y", "Ya", "有", "ｙ"],
        "no": ["N", "Tidak", "没有"],
        "unknown": ["不知道"],
    },
    "eis_payable_before_57": {"yes": ["y", "是"], "no": ["no", "否"]},
    "lindung24": {"takes_part": ["Y", "Ya", "参与"], "opted_out": ["Has opted out", "已退出"]},
}
# That may mean two, or nothing that the rules know: the rules refuse them as they are.
NOT_READ = {
    "worker": ["Resident", "Local", "本地人", "Bukan warganegara", "临时居民", "Citizen?"],
    "role": ["Civil servant", "Director", "公务员", "Worker's wife"],
    "act4_payable_before_55": ["-", "maybe", "Citizen"],
    "lindung24": ["N", "Tidak", "没有", "Left", "Keluar"],
}


def ready(column: str, words: list[str]) -> list[str]:
    rows: list[list[str]] = in_node(
        READY, {"columns": [column], "replies": REPLIES, "rows": [[word] for word in words]}
    )
    return [cell for (cell,) in rows]


@pytest.mark.parametrize("column", READ)
def test_what_people_write_is_read(column: str) -> None:
    words = {word: reply for reply, words in READ[column].items() for word in words}
    # the code itself goes to the rules as it is, which do not mind its capitals
    assert [each.lower() for each in ready(column, [*words])] == [*words.values()]


@pytest.mark.parametrize("column", NOT_READ)
def test_what_may_mean_two_is_left_to_the_rules_which_refuse_it(column: str) -> None:
    assert ready(column, NOT_READ[column]) == NOT_READ[column]


def plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("’", "'").strip().lower()


def all_words(column: dict[str, Any]) -> list[tuple[str, str]]:
    """Every word of a question with its reply: codes, our words in both languages, other people's."""
    ours = [
        (plain(label), reply)
        for lang in LANGUAGES
        for each in form.questions(site().place(PLACE.page, lang), NOTICE)
        if each["id"] == column["id"]
        for reply, label in each["choices"]
    ]
    listed = NAMES["replies"]
    others = listed.get(column["id"], listed.get(column["kind"], {}))
    return [
        *{*ours, *((reply, reply) for _, reply in ours)},
        *((plain(word), reply) for reply, words in others.items() for word in words),
    ]


@pytest.mark.parametrize("column", READ)
def test_each_word_stands_once_and_for_one_reply(column: str) -> None:
    (question,) = (each for each in form.questions(PLACE, NOTICE) if each["id"] == column)
    words = all_words(question)
    named = [word for word, _ in words]
    assert sorted({word for word in named if named.count(word) > 1}) == []
    assert {reply for _, reply in words} == {reply for reply, _ in question["choices"]}


def test_each_table_of_replies_is_of_a_question_or_of_its_kind() -> None:
    questions = form.questions(PLACE, NOTICE)
    known = {each["id"] for each in questions} | {each["kind"] for each in questions}
    assert NAMES["replies"].keys() <= known
    assert {each["kind"] for each in questions if each["id"] in READ} <= KINDS.keys()

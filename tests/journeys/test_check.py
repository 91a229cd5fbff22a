from __future__ import annotations

from datetime import date

import pytest

from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.routes import at_the_kiosk
from stationkiosk.domain.text import Language, Text
from stationkiosk.journeys.check import CheckRow, answer_text, check_rows, signed_text, text_hash
from stationkiosk.journeys.filing import application, start
from stationkiosk.journeys.right import told
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import AGENT, PERSON, REFERENCE, TRADEMARK, to_check
from tests.journeys.test_filing import CASE

TODAY = date(2026, 11, 22)
OFFERS = at_the_kiosk(REFERENCE.ways(Dispute("trademark"), TODAY))


def rows_of(walk: Walk) -> dict[str, CheckRow]:
    return {row.label.zh: row for row in check_rows(walk, REFERENCE, OFFERS)}


@pytest.fixture
def walk() -> Walk:
    walk = start(TRADEMARK, HeldClock())
    to_check(walk, PERSON)
    return walk


def test_every_answer_is_read_back_with_the_page_that_changes_it(walk: Walk) -> None:
    rows = rows_of(walk)
    assert rows["商标上写的是什么？"].value == Text("山城样本", "山城样本")
    assert rows["商标上写的是什么？"].page == "right"
    assert rows["商标哪天到期？"].value == Text("2031年1月20日", "20 January 2031")
    assert rows["什么时候发现的？"].value == Text("2026年3月", "March 2026")
    assert rows["您想要什么结果？"].value == Text(
        "马上停下来；赔钱", "That they stop at once; Money for my loss"
    )
    assert rows["想要赔多少？（元）"].value == Text("50,000 元", "50,000 yuan")
    assert rows["证据"].value.zh == "店招.jpg"
    assert rows["怎么解决"].value == Text("调解", "Mediation")
    assert rows["同意用手机接收文书"].value == Text("不同意", "Refused")
    assert not rows["同意用手机接收文书"].given


def test_numbers_that_tell_who_somebody_is_are_masked_but_signed_in_full(walk: Walk) -> None:
    rows = rows_of(walk)
    assert rows["身份证号"].value.zh == "110***********002X"
    assert rows["身份证号"].full.zh == "11010519491231002X"
    assert rows["电话"].value.en == "138****8000"


def test_what_was_not_given_says_so(walk: Walk) -> None:
    rows = rows_of(walk)
    assert rows["联系地址"].value.en == "Not given"
    assert not rows["联系地址"].given
    assert rows["对方的名字、店名或公司名"].value.zh == "不知道"
    assert rows["只想告诉调解员的话"].value.zh == "没有填"


def test_an_unknown_answer_is_read_back_in_its_own_words() -> None:
    walk = start(TRADEMARK, HeldClock())
    to_check(walk, AGENT)
    row = rows_of(walk)["您用什么证件？"]
    assert row.value.en == "Not with me"
    assert row.given


def test_what_is_sealed_is_named_and_never_shown(walk: Walk) -> None:
    walk.change("wishes")
    walk.accept({}, {"mediator_note": b"box"})
    assert rows_of(walk)["只想告诉调解员的话"].value.zh == "已加密，只有调解员能看"


def test_proof_to_come_and_no_way_chosen_say_so() -> None:
    walk = start(TRADEMARK, HeldClock())
    walk.accept_proof(later=True)
    rows = rows_of(walk)
    assert rows["证据"].value.en == "Brought later"
    assert rows["怎么解决"].value.en == "Not given"


def test_classes_are_read_back_in_a_row() -> None:
    question = TRADEMARK.question("goods")
    assert answer_text(question, ("9", "25"), REFERENCE) == Text("9、25", "9, 25")


@pytest.mark.parametrize("language", list(Language))
def test_the_signed_text_holds_every_row_and_changes_with_each(walk: Walk, language: Language) -> None:
    declaration = REFERENCE.words.text("check.declaration")
    rows = check_rows(walk, REFERENCE, OFFERS)
    text = signed_text(rows, declaration, language)
    assert text.endswith(declaration.say(language))
    assert all(row.full.say(language) in text for row in rows)
    assert "a" * 64 in text
    walk.change("right")
    walk.accept({"mark_name": "另一个"})
    assert text_hash(signed_text(check_rows(walk, REFERENCE, OFFERS), declaration, language)) != text_hash(
        text
    )


@pytest.mark.parametrize(
    ("expires", "told"),
    [
        ("2031-1-20", ""),
        ("2027-1-20", "商标2027年1月20日到期，现在就能续展"),
        ("2026-11-21", "2027年5月21日前还能续展"),
        ("2020-1-1", "宽展期2020年7月1日也过了"),
    ],
)
def test_a_mark_near_its_end_is_warned_of_and_stops_nobody(walk: Walk, expires: str, told: str) -> None:
    walk.change("right")
    assert walk.accept({"expires": expires}) == ()
    note = rows_of(walk)["商标哪天到期？"].note
    assert bool(note) == bool(told)
    assert note is None or told in note.zh
    assert rows_of(walk)["商标注册号"].note is None


def test_a_mark_that_is_not_registered_is_told_apart_from_a_number_not_known(walk: Walk) -> None:
    walk.change("right")
    assert walk.accept({"trademark_number": None, "standing": "owner"}) == ()
    assert rows_of(walk)["这个商标和您是什么关系？"].note is None
    said = [text.zh for text in told(TRADEMARK, walk.answers(), REFERENCE, TODAY)]
    assert "没有注册过的商标，下面选“我在用，但没有注册过”。" in said
    walk.change("right")
    assert walk.accept({"standing": "unregistered"}) == ()
    note = rows_of(walk)["这个商标和您是什么关系？"].note
    assert note is not None
    assert note.zh.startswith("没注册的商标，一般不受《商标法》保护。")
    assert note in told(TRADEMARK, walk.answers(), REFERENCE, TODAY)


def test_an_unsigned_walk_hands_nothing_in(walk: Walk) -> None:
    with pytest.raises(ValueError, match="not signed"):
        application(walk, CASE, Language.ZH)

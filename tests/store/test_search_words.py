"""The index offers every case that holds what was typed: held against looking through them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlcipher3 import dbapi2

from stationkiosk.reference.spelling import fold, readings
from stationkiosk.store import search
from stationkiosk.store.search_words import (
    asked,
    document,
    exact,
    form_tag,
    hay_of,
    holds,
    spelt,
    tagged,
    tags_of,
    words_in,
)

SIGNS = "张三李四王单仇重庆长行银茶老样品有限公司店a7单區國①é"
names = st.text(SIGNS, min_size=1, max_size=9)
digits = st.text("0123456789", min_size=7, max_size=11)
cases = st.lists(st.tuples(names, names, digits, digits), min_size=1, max_size=8)
NUMBER = "LJ07A-20261122-00042-7"


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    with create_engine("sqlite://", module=dbapi2).connect() as opened:
        search.put_search(opened)
        opened.exec_driver_sql("CREATE TABLE queue_cases (n INTEGER PRIMARY KEY, hay TEXT) STRICT")
        yield opened


def pieces(one: tuple[str, str, str, str]) -> st.SearchStrategy[str]:
    """What somebody may type who looks for this case."""
    first, second, mark, phone = (fold(part) for part in one)
    spelling = "".join(readings(sign)[0] for sign in first)
    initials = "".join(readings(sign)[-1][0] for sign in second)
    texts = st.sampled_from([first, second, spelling, initials])
    parts = st.tuples(texts, st.integers(0, 5), st.integers(1, 14))
    return st.one_of(
        parts.map(lambda part: part[0][part[1] : part[1] + part[2]]),
        st.integers(1, 8).map(lambda length: mark[:length]),
        st.integers(3, 11).map(lambda length: phone[-length:]),
    )


def hay(one: tuple[str, str, str, str]) -> str:
    return hay_of(NUMBER, [one[2]], [one[0], one[1]], [one[3]])


@settings(max_examples=150, deadline=None)
@given(data=st.data(), kept=cases)
def test_the_index_offers_all_that_hold_what_was_typed(
    connection: Connection, data: st.DataObject, kept: list[tuple[str, str, str, str]]
) -> None:
    one = data.draw(st.sampled_from(kept))
    typed = " ".join(data.draw(st.lists(pieces(one), min_size=1, max_size=2)))
    connection.exec_driver_sql("DELETE FROM search")
    connection.exec_driver_sql("DELETE FROM queue_cases")
    for n, case in enumerate(kept, 1):
        search.add(connection, n, hay(case), tags_of("trademark", [], []))
        connection.exec_driver_sql("INSERT INTO queue_cases VALUES (?, ?)", (n, hay(case)))
    words = words_in(typed)
    looked_through = [n for n, case in enumerate(kept, 1) if holds(hay(case), words)]
    expression = " AND ".join([*map(asked, words), tagged([form_tag("trademark")])])
    found = [n for n, text in search.found(connection, expression, 1 << 60) if holds(text, words)]
    assert sorted(found) == looked_through
    if all(map(exact, words)):
        assert list(search.numbers(connection, expression, 1 << 60)) == found
    assert found == sorted(found, reverse=True)


@settings(max_examples=150, deadline=None)
@given(names, names)
def test_a_part_of_a_name_is_found_as_like_finds_it(name: str, part: str) -> None:
    even, wanted = fold(name), fold(part)
    like = sqlite3.connect(":memory:").execute("SELECT ? LIKE ?", (even, f"%{wanted}%")).fetchone()[0]
    if like:
        assert holds(hay_of(NUMBER, [], [name], []), (wanted,))
    elif not wanted.isascii():
        assert not holds(hay_of(NUMBER, [], [name], []), (wanted,))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("样品茶业有限公司", "样品"),
        ("样品茶业有限公司", "业有"),
        ("张三", "zhangsan"),
        ("张三", "zhangs"),
        ("张三", "zs"),
        ("单于样", "shany"),
        ("重庆样品", "chongqing"),
        ("重慶樣品", "重庆样品"),
        ("重庆样品", "重慶"),
        ("ＡＢＣ 茶（虚构）", "abc茶虚"),
        ("Café Noir", "cafe noir"),
        ("杭州样品科技", "ypkj"),
    ],
)
def test_names_are_found_as_people_type_them(name: str, typed: str) -> None:
    assert holds(hay_of(NUMBER, [], [name], []), words_in(typed))


@pytest.mark.parametrize(
    "typed", ["LJ07A-20261122-00042-7", "lj07a 20261122", "20261122-0004", "42", "427", "0042", "00042-7"]
)
def test_a_case_number_is_found_from_its_beginning_its_day_or_its_count(typed: str) -> None:
    found = hay_of(NUMBER, [], ["样"], [])
    assert holds(found, words_in(typed))
    assert all(f"n:{word}"[:18] in document(found, "").split() for word in words_in(typed))


def test_who_sees_no_names_finds_by_numbers_alone() -> None:
    found = hay_of(NUMBER, ["3333018"], ["张三"], ["+8613800001234"])
    for typed in ("张三", "zs", "1234"):
        assert holds(found, words_in(typed))
        assert not holds(found, words_in(typed), names=False)
    assert holds(found, words_in("3333"), names=False)


def test_a_telephone_number_is_found_by_its_tail_only() -> None:
    found = hay_of(NUMBER, [], [], ["+8613800001234"])
    assert holds(found, ("234",))
    assert holds(found, ("13800001234",))
    assert not holds(found, ("34",))
    assert not holds(found, ("1380",))


def test_spelling_goes_by_whole_syllables() -> None:
    assert spelt("张三", "zhangsan")
    assert not spelt("张三", "hangsan")
    assert not spelt("张三", "zhangsanx")

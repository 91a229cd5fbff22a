from __future__ import annotations

import json
from http import HTTPStatus
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.text import Language
from stationkiosk.ledger.canonical import LARGEST, canonical, canonical_bytes, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


@given(VALUES)
def test_a_value_comes_back_from_its_text(value: object) -> None:
    assert parse(canonical(value)) == value
    assert canonical(parse(canonical_bytes(value))) == canonical(value)


@given(st.dictionaries(TEXT, st.integers(-9, 9), min_size=2))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    turned = dict(reversed(list(value.items())))
    assert canonical(turned) == canonical(value)


@given(VALUES)
def test_nothing_is_padded(value: object) -> None:
    assert canonical(value) == json.dumps(
        parse(canonical(value)), ensure_ascii=False, separators=(",", ":")
    )


def test_keys_are_sorted_as_rfc_8785_says() -> None:
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    expected = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert list(parse(canonical(dict.fromkeys(keys)))) == expected


def test_characters_stand_as_themselves_and_controls_are_escaped() -> None:
    assert canonical({"名": '𠮷"\\/\n\x01', "b": (True, None)}) == (
        '{"b":[true,null],"名":"𠮷\\"\\\\/\\n\\u0001"}'
    )


def test_kinds_of_text_number_and_mapping_stand_as_their_plain_kind() -> None:
    value = MappingProxyType({"language": Language.ZH, "kind": HTTPStatus.OK, Language.EN: ()})
    assert canonical(value) == '{"en":[],"kind":200,"language":"zh"}'


@pytest.mark.parametrize("value", [1.0, float("nan"), b"x", {1: 2}, {None: 1}, object(), {"a": {2}}])
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [LARGEST + 1, -LARGEST - 1, "\ud800", {"\ud800": 1}])
def test_what_other_readers_would_lose_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"too large|surrogates"):
        canonical(value)


@pytest.mark.parametrize("text", ['{"a":1,"a":2}', "1.5", "NaN", "{", "1e3", ""])
def test_texts_that_mean_two_things_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.devices.names import file_name, natural, shown


def test_numbers_are_counted_and_capitals_ignored() -> None:
    assert sorted(["a10", "A9", "a", "10", "9"], key=natural) == ["9", "10", "a", "A9", "a10"]


def test_digits_beyond_counting_do_not_break_the_order() -> None:
    assert sorted(["9" * 30, "٣", "1"], key=natural)[0] == "1"


@given(st.binary(min_size=1, max_size=255))
def test_any_bytes_show_as_text_without_marks(raw: bytes) -> None:
    text = shown(raw.decode("utf-8", "surrogateescape"))
    text.encode()
    assert text == "\ufffd" or "\n" not in text


@given(st.text(max_size=300), st.lists(st.text(max_size=8), max_size=8))
def test_any_names_can_be_put_in_order(first: str, others: list[str]) -> None:
    sorted([first, *others], key=natural)


@given(st.text(max_size=400))
def test_a_name_of_ours_fits_every_file_system(title: str) -> None:
    name = file_name(title, "a1b2c3", ".pdf")
    assert name.endswith("a1b2c3.pdf")
    assert len(name.encode()) <= 240
    assert not set('/\\:*?"<>|\0\n') & set(name)
    assert not name.startswith(".")

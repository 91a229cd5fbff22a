"""What the bits of a receipt printer's answers mean, and how its answers are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.devices.printing import Trouble
from stationkiosk.devices.printing.escpos.answers import Answer, Answers, Kind, NonsenseError
from stationkiosk.devices.printing.escpos.status import Status, is_status

CASES = [
    (Status(), Trouble.NONE),
    (Status(printer=0x16), Trouble.NONE),
    (Status(printer=0x1A, cause=0x16), Trouble.DOOR_OPEN),
    (Status(printer=0x1A, cause=0x32, paper=0x7E), Trouble.PAPER_OUT),
    (Status(printer=0x1A, paper=0x72), Trouble.PAPER_OUT),
    (Status(printer=0x1A, cause=0x52, error=0x1A), Trouble.PAPER_JAM),
    (Status(printer=0x1A, cause=0x52, error=0x16), Trouble.PAPER_JAM),
    (Status(printer=0x1A, cause=0x52, error=0x32), Trouble.OTHER),
    (Status(printer=0x1A, cause=0x52, error=0x52), Trouble.PAUSED),
    (Status(printer=0x1A, cause=0x1A), Trouble.PAUSED),
    (Status(printer=0x1A), Trouble.PAUSED),
    (Status(printer=0x32), Trouble.NONE),
]


@pytest.mark.parametrize(("status", "trouble"), CASES)
def test_the_nearest_cause_is_named(status: Status, trouble: Trouble) -> None:
    assert status.trouble is trouble


def test_paper_near_its_end_warns_until_it_is_out() -> None:
    assert Status(paper=0x1E).warnings == (Trouble.PAPER_LOW,)
    assert Status(paper=0x7E).warnings == ()
    assert Status().warnings == ()


def test_the_fixed_bits_tell_a_status() -> None:
    assert sum(is_status(byte) for byte in range(256)) == 16


STREAM = (
    (b"\x12", Kind.STATUS, b"\x12"),
    (b"\x00", Kind.MARK, b"\x00"),
    (b"\x0f", Kind.MARK, b"\x0f"),
    (b"_TM-T88VI\0", Kind.NAME, b"TM-T88VI"),
    (b'7"ab12\0', Kind.PROCESS, b'"ab12'),
    (b"\x10\x00\x00\x0f", Kind.OTHER, b"\x10\x00\x00\x0f"),
)


@given(picks=st.lists(st.sampled_from(STREAM), max_size=8), size=st.integers(1, 7), flow=st.booleans())
def test_answers_are_told_apart_however_they_are_cut(
    picks: list[tuple[bytes, Kind, bytes]], size: int, flow: bool
) -> None:
    came = b"".join((b"\x13\x11" if flow else b"") + pick[0] for pick in picks)
    answers, found = Answers(), []
    for at in range(0, len(came), size):
        found += answers.take(came[at : at + size])
    assert found == [Answer(kind, content) for _, kind, content in picks]


@pytest.mark.parametrize("came", [b"\xff", b"\x92", b"_" + b"x" * 200, b"7" + b"\x01" * 150 + b"\0"])
def test_what_is_no_answer_is_nonsense(came: bytes) -> None:
    with pytest.raises(NonsenseError):
        Answers().take(came)

"""What is got ready in idle moments: one piece a turn."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.ui.common.ahead import FACES, GLYPHS_A_TURN, Ahead, glyphs
from stationkiosk.ui.common.drive import Drive, settle, wait_for


def test_work_is_done_a_piece_a_turn_until_it_is_over_or_stopped(drive: Drive) -> None:
    done: list[int] = []

    def work() -> Iterator[None]:
        for piece in range(3):
            done.append(piece)
            yield

    ahead = Ahead(work())
    ahead.start()
    assert done == []
    wait_for(lambda: not ahead.under_way, "all pieces")
    assert done == [0, 1, 2]
    other = Ahead(work())
    other.start()
    other.stop()
    settle()
    assert done == [0, 1, 2]


def test_every_character_is_drawn_once_in_every_face(drive: Drive) -> None:
    many = "".join(chr(0x4E00 + n) for n in range(GLYPHS_A_TURN + 1))
    assert len(list(glyphs([many, many[:3]], 1.0))) == 2 * len(FACES)

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.documents.flow import paginate, stack
from stationkiosk.documents.marks import Fill, Piece

BLACK = (0.0, 0.0, 0.0)


def piece(n: int, height: float, *, gap: float = 0, keep: bool = False) -> Piece:
    return Piece(height, (Fill(n, 0, 1, height, BLACK),), gap, keep)


def numbers(page: list[tuple[float, tuple[object, ...]]]) -> list[float]:
    return [mark.x for _, marks in page for mark in marks if isinstance(mark, Fill)]


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = paginate([piece(0, 60), piece(1, 20, keep=True), piece(2, 30)], 100)
    assert [numbers(page) for page in pages] == [[0], [1, 2]]


def test_white_space_vanishes_at_the_top_of_a_page() -> None:
    pages = paginate([piece(0, 90), piece(1, 20, gap=15)], 100)
    assert pages[1][0][0] == 0


def test_what_holds_together_but_fits_no_page_is_parted() -> None:
    pages = paginate([piece(n, 40, keep=True) for n in range(4)], 100)
    assert [numbers(page) for page in pages] == [[0, 1], [2, 3]]


def test_the_head_of_a_table_stands_again_on_the_next_page() -> None:
    head = (Fill(99, 0, 1, 10, BLACK),)
    rows = [piece(n, 40)._replace(again=head, again_height=10) for n in range(4)]
    pages = paginate([piece(50, 10, keep=True), *rows], 100)
    assert [numbers(page) for page in pages] == [[50, 0, 1], [99, 2, 3]]


def test_a_roll_is_as_long_as_it_needs() -> None:
    placed, length = stack([piece(0, 40, gap=9), piece(1, 50, gap=10)])
    assert [y for y, _ in placed] == [0, 50]
    assert length == 100


pieces = st.lists(
    st.builds(piece, st.integers(0, 9), st.floats(0, 80), gap=st.floats(0, 15), keep=st.booleans()),
    max_size=60,
)


@given(pieces)
def test_nothing_is_lost_reordered_or_below_the_page(given_pieces: list[Piece]) -> None:
    pages = paginate(given_pieces, 100)
    assert [n for page in pages for n in numbers(page)] == [p.marks[0].x for p in given_pieces]
    for page in pages:
        ends = [(y, y + mark.height) for y, marks in page for mark in marks if isinstance(mark, Fill)]
        assert all(end <= 100.001 for _, end in ends)
        assert all(a[1] <= b[0] + 0.001 for a, b in pairwise(ends))

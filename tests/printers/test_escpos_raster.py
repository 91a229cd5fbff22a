"""The page as dots: nothing lost, nothing beyond the head, and its code still scans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageDraw

from stationkiosk.devices.printing.escpos.raster import BLACK_BELOW, dpi_of, raster
from stationkiosk.documents.copies import strip
from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import THEMES
from stationkiosk.domain.text import Language, Text
from tests.benchmarks.sample import sample_data
from tests.documents.reading import codes_of

WIDTHS = [384, 512, 576, 640]


@pytest.fixture(scope="module", params=list(Language))
def receipt(request: pytest.FixtureRequest) -> bytes:
    plain = Press().render("receipt", sample_data(), "roll80", request.param)
    return strip(plain, Text("第 1 份", "Copy 1"), request.param, THEMES["roll80"])


def box_of(page: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(page.convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("dots", WIDTHS)
def test_a_receipt_is_as_wide_as_the_head_and_its_code_scans(receipt: bytes, dots: int) -> None:
    paper = raster(receipt, dots, images)
    assert (paper.mode, paper.width) == ("1", dots)
    assert codes_of(paper) == [sample_data()["qr"]]


@pytest.mark.parametrize("dots", WIDTHS)
def test_the_printed_72_mm_fill_the_head_and_lose_nothing(receipt: bytes, dots: int) -> None:
    paper = raster(receipt, dots, images)
    (page,) = images(receipt, dpi_of(dots))
    left, top, right, bottom = box_of(page.convert("L").point(lambda grey: 255 * (grey >= BLACK_BELOW)))
    found = box_of(paper)
    assert abs((found[2] - found[0]) - (right - left)) <= 3
    assert abs((found[3] - found[1]) - (bottom - top)) <= (bottom - top) * 0.008
    assert dots - (found[2] - found[0]) <= 4 or dots == 640


def test_at_203_dpi_the_dots_are_the_pages_own(receipt: bytes) -> None:
    paper = raster(receipt, 640, images).convert("L")
    (page,) = images(receipt, 203)
    differs = ImageChops.difference(paper, page.convert("L"))
    assert paper.size == page.size
    far = sum(differs.histogram()[BLACK_BELOW + 1 :])
    assert far == 0
    assert sum(differs.histogram()[64:]) < 0.04 * paper.width * paper.height


def test_ink_in_the_margin_is_brought_in() -> None:
    def with_a_line(_pdf: bytes, dpi: int) -> list[Image.Image]:
        page = Image.new("RGB", (round(80 * dpi / 25.4), 300), "white")
        ImageDraw.Draw(page).rectangle((2, 10, 40, 20), fill="black")
        return [page]

    def across(_pdf: bytes, dpi: int) -> list[Image.Image]:
        page = with_a_line(_pdf, dpi)[0]
        ImageDraw.Draw(page).rectangle((2, 10, page.width - 3, 20), fill="black")
        return [page]

    assert box_of(raster(b"", 576, with_a_line))[2] == 39
    left, _, right, _ = box_of(raster(b"", 576, across))
    assert 568 <= right - left <= 576


def test_pages_hang_together_and_an_empty_one_stays_empty() -> None:
    def two(_pdf: bytes, _dpi: int) -> list[Image.Image]:
        return [Image.new("RGB", (639, 30), "white"), Image.new("RGB", (639, 40), "black")]

    paper = raster(b"", 576, two)
    assert paper.size == (576, 70)
    assert paper.crop((0, 0, 576, 30)).getextrema() == (255, 255)
    with pytest.raises(ValueError, match="empty"):
        raster(b"", 576, lambda _pdf, _dpi: [])


@pytest.mark.parametrize("dots", WIDTHS)
def test_each_grey_of_the_test_page_is_darker_than_the_one_before(dots: int) -> None:
    steps = [26 * n for n in range(10)]

    def greys(_pdf: bytes, dpi: int) -> list[Image.Image]:
        page = Image.new("L", (80 * dpi * 10 // 254, 60), 255)
        for n, step in enumerate(steps):
            ImageDraw.Draw(page).rectangle((60 + 30 * n, 10, 84 + 30 * n, 50), fill=255 - step)
        ImageDraw.Draw(page).rectangle((60, 55, 330, 56), fill=0)
        return [page]

    paper = raster(b"", dots, greys)
    left = box_of(paper)[0]
    inks = [
        sum(paper.crop((left + 30 * n + 2, 12, left + 30 * n + 22, 48)).histogram()[:1]) for n in range(10)
    ]
    assert inks[0] == 0
    assert all(one < next_one for one, next_one in pairwise(inks))
    assert paper.crop((left, 55, left + 271, 57)).getextrema() == (0, 0)

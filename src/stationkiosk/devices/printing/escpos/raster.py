"""A page of the 80 mm roll as black and white dots, exactly as wide as the head.

72 of the 80 mm are printed (576 dots at 203 dpi, 512 at 180): the page keeps its size and loses
only its white margins. A head that is narrower in millimetres prints the same, smaller.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageChops, ImageFilter

EDGE = 4
"""What is grey over more than so many dots to each side is an area and no letter's edge."""

Images = Callable[[bytes, int], list[Image.Image]]
"""Draws the pages of a PDF, so many dots an inch."""

PRINTED_MM = 72.0
"""The width of the paper that heads for 80 mm rolls print on."""

MOST_DPI = 203
"""What a wider head has; it prints more of the margin, not larger letters."""

BLACK_BELOW = 136
"""A grey edge becomes black under this of 255: thin strokes stay closed, bold ones keep their gaps."""


def raster(pdf: bytes, dots: int, images: Images) -> Image.Image:
    """Return all pages under each other, ``dots`` wide in whole bytes, mode "1", ink black (0).

    Ink that stands in the margins the head does not reach is brought in: by moving the page if that
    is enough, else by making it as much narrower as the ink is too wide. ``ValueError`` for no page.
    """
    dots -= dots % 8
    dpi = dpi_of(dots)
    pages = [_two_tone(page) for page in images(pdf, dpi)]
    widest = max(right - left for left, right in map(_ink, pages))
    if widest > dots:
        pages = [_two_tone(page) for page in images(pdf, dpi * dots // (widest + 1))]
    paper = Image.new("1", (dots, sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        paper.paste(page, (_left(page, dots), top))
        top += page.height
    return paper


def dpi_of(dots: int) -> int:
    """Return the dots an inch at which the printed width of the paper fills the head."""
    return min(MOST_DPI, int(dots * 25.4 / PRINTED_MM))


def _two_tone(page: Image.Image) -> Image.Image:
    """Letters and lines by one threshold, so that they stay sharp; areas of grey as scattered dots."""
    grey = page.convert("L")
    sharp = grey.point([0 if level < BLACK_BELOW else 255 for level in range(256)], "1")
    between = grey.point([255 if 8 <= level < 248 else 0 for level in range(256)])
    if between.reduce(2 * EDGE + 1).getextrema()[1] == 255:
        inside = between.filter(ImageFilter.BoxBlur(EDGE)).point([0] * 255 + [255])
        areas = inside.filter(ImageFilter.BoxBlur(EDGE)).point([0] + [255] * 255)
        sharp.paste(grey.convert("1"), mask=areas)
    return sharp


def _ink(page: Image.Image) -> tuple[int, int]:
    """Return the columns from and before which there is ink."""
    box = ImageChops.invert(page).getbbox()
    return (box[0], box[2]) if box else (0, 0)


def _left(page: Image.Image, dots: int) -> int:
    left, right = _ink(page)
    return max(-left, min(dots - right, (dots - page.width) // 2))

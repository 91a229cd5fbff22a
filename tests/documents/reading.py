"""Reading papers back: their words, their codes, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pypdfium2
import zxingcpp
from PIL.Image import Image

from stationkiosk.documents import paper
from stationkiosk.documents.fonts import shipped_fonts
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Across, Code, Fill, Mark, Ring, Strokes, Words
from stationkiosk.documents.pdf import Sheet
from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import KINDS, Press, theme_of
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import Format
from stationkiosk.domain.text import Language

THERMAL_DPI = 203


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF as they copy out of it, without line ends."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text.replace("\r", "").replace("\n", "").replace("\ufffe", "-")


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Return each page's size in points."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    return sizes


def codes_of(image: Image) -> list[str]:
    """Return what the QR codes in a picture say."""
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def thermal(pdf: bytes) -> list[Image]:
    """Return the pages as a thermal printer puts them: 203 dpi, black and white only."""
    return [image.convert("L").point(lambda v: 255 * (v > 127)) for image in images(pdf, THERMAL_DPI)]


def sheets_of(
    press: Press, kind: str, data: Mapping[str, object], fmt: Format, language: Language
) -> list[Sheet]:
    """Return the finished pages before they become a PDF."""
    theme = theme_of(kind, fmt)
    frame = Frame(shipped_fonts(), theme, press.wording, language, theme.inner)
    return paper.sheets(frame, KINDS[kind](frame, Record(data, language)))


def extents(sheet: Sheet) -> Iterator[tuple[Mark, float, float, float, float]]:
    """Yield each mark of a page with its left, top, right and bottom in points."""
    for x, y, marks in sheet.placed:
        for mark in marks:
            left, top, right, bottom = _extent(mark)
            yield mark, x + left, y + top, x + right, y + bottom


def _extent(mark: Mark) -> tuple[float, float, float, float]:
    x, y = mark.x, mark.y
    if isinstance(mark, Words):
        wide = shipped_fonts().chain(mark.bold).width(mark.text, mark.size)
        return x, y - 0.88 * mark.size, x + wide, y + 0.12 * mark.size
    if isinstance(mark, Fill):
        return x, y, x + mark.width, y + mark.height
    if isinstance(mark, Code):
        return x, y, x + mark.size, y + mark.size
    if isinstance(mark, Ring):
        return x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius
    if isinstance(mark, Across):
        return x, y, x, y
    assert isinstance(mark, Strokes)
    points = [point for line in mark.lines for point in line] or [(0.0, 0.0)]
    across, down = [p[0] for p in points], [p[1] for p in points]
    return x + min(across), y + min(down), x + max(across), y + max(down)

"""Papers as pictures, for the screen and for raster printers."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL.Image import Image

_ONE_AT_A_TIME = Lock()
"""PDFium keeps global state: two threads in it at once end the process."""

FULL_LINE = 28
"""Characters from which on a line of a page was broken because it was full."""

ENDS = ("。", "；", "：", ".", ";", ":")
"""What ends a sentence or an item."""


def pages(pdf: bytes, dpi: int) -> list[bytes]:
    """Return each page as PNG bytes, ``dpi`` dots an inch; the same bytes in, the same out."""
    return [_png(image, dpi) for image in images(pdf, dpi)]


def images(pdf: bytes, dpi: int) -> list[Image]:
    """Return each page as a picture in memory."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [page.render(scale=dpi / 72).to_pil() for page in document]
        finally:
            document.close()


def count(pdf: bytes) -> int:
    """Return how many pages there are."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_picture(pdf: bytes, page: int, dpi: int) -> bytes:
    """Return one page, from 0, as PNG bytes. Raises ``IndexError`` where there is no such page."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            image = document[page].render(scale=dpi / 72).to_pil()
        finally:
            document.close()
    return _png(image, dpi)


def page_text(pdf: bytes, page: int) -> str:
    """Return the words of one page, from 0, as they are read: a full line goes on in the next one."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            lines = str(document[page].get_textpage().get_text_bounded()).splitlines()
        finally:
            document.close()
    read = ""
    for line in lines:
        full = len(line) >= FULL_LINE and not line.endswith(ENDS)
        between = " " if line[-1:].isascii() else ""
        read += line + (between if full else "\n")
    return read.strip()


def _png(image: Image, dpi: int) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=3)
    return out.getvalue()

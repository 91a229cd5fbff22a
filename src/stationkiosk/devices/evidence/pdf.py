"""PDF: opened, counted and its first page drawn; no script is run and no form filled."""

from __future__ import annotations

import io
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw

from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.devices.evidence.pictures import SMALL, small_png
from stationkiosk.domain.errors import KnownError

_TAIL = 4096


def judge_pdf(file: BinaryIO, limits: Limits) -> tuple[int, bytes]:
    """Return the number of pages and the picture of page ``limits.page``; raise ``KnownError`` otherwise.

    pdfium mends much; a file without its end mark was cut off, whatever can still be shown.
    """
    _require_end(file)
    document = _opened(file)
    pages = len(document)
    if pages == 0:
        raise KnownError("file_damaged")
    if pages > limits.pages:
        raise KnownError("file_too_many_pages", pages=str(pages), most=str(limits.pages))
    return pages, _page(document, min(limits.page, pages - 1), limits.thumbnail)


def _require_end(file: BinaryIO) -> None:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _TAIL))
    if b"%%EOF" not in file.read(_TAIL):
        raise KnownError("file_damaged")
    file.seek(0)


def _opened(file: BinaryIO) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise KnownError("file_locked" if locked else "file_damaged") from error


def _page(document: pypdfium2.PdfDocument, number: int, side: int) -> bytes:
    page = document[number]
    width, height = page.get_size()
    longest = max(width, height)
    if not 0 < longest < 1e6:
        raise KnownError("file_damaged")
    finer = 2 if side <= SMALL else 1
    bitmap = page.render(scale=finer * side / longest, may_draw_forms=False)
    return small_png(bitmap.to_pil(), side)

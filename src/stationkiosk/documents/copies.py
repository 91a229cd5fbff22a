"""A copy's own strip: which copy this is, put on each page of a derived PDF.

The paper's stored bytes name no copy and are never changed; the ledger of copies keeps the
hash of what this returns.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from stationkiosk.documents import pdf as writing
from stationkiosk.documents.fonts import Fonts, shipped_fonts
from stationkiosk.documents.frame import baseline
from stationkiosk.documents.lines import wrap
from stationkiosk.documents.marks import Mark, Words
from stationkiosk.documents.pdf import About, Sheet
from stationkiosk.documents.theme import A4, Theme
from stationkiosk.domain.text import Language, Text

_NAME = pikepdf.Name("/CopyStrip")


def strip(pdf: bytes, text: Text, language: Language, theme: Theme, fonts: Fonts | None = None) -> bytes:
    """Return ``pdf`` with ``text`` in the foot of each page; the same input gives the same bytes.

    ``theme`` is what its pages are set in: the strip begins where the words of their foot do.
    """
    words = text.say(language)
    with pikepdf.open(BytesIO(pdf)) as book:
        size = book.pages[0].mediabox
        drawn = _sheet(words, float(size[2]), float(size[3]), theme, fonts or shipped_fonts())
        with pikepdf.open(BytesIO(drawn)) as strips:
            form = book.copy_foreign(strips.pages[0].as_form_xobject())
        for page in book.pages:
            page.add_resource(form, pikepdf.Name.XObject, _NAME)
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q q /CopyStrip Do Q")
        out = BytesIO()
        book.save(out, deterministic_id=True)
    return out.getvalue()


def _sheet(words: str, width: float, height: float, theme: Theme, fonts: Fonts) -> bytes:
    narrow = width < A4.width / 2
    left = theme.side if narrow else theme.side + 52
    top = height - theme.bottom + 6 if narrow else height - 26
    marks = tuple(_lines(words, theme, width - theme.side - left, fonts))
    about = About("", "", "", "", datetime(1970, 1, 1, tzinfo=UTC))
    return writing.write(fonts, [Sheet(width, height, ((left, top, marks),))], about)


def _lines(words: str, theme: Theme, width: float, fonts: Fonts) -> list[Mark]:
    size = theme.tiny
    height = size * 1.25
    lines = wrap(words, fonts.bold.widths, width * 1000 / size)
    return [
        Words(0, n * height + baseline(size, height), line, size, True, theme.ink)
        for n, line in enumerate(lines)
    ]

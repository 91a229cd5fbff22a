"""From marks to the bytes of a PDF: every font embedded, the same marks always the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase import pdfdoc

from stationkiosk.documents.content import Book, Content
from stationkiosk.documents.embedding import embed, stream
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.marks import Mark


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself. ``language`` is a tag as in BCP 47; ``made`` is aware."""

    title: str
    author: str
    subject: str
    language: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished page: its size and what stands where (x, y of each piece's top left corner)."""

    width: float
    height: float
    placed: tuple[tuple[float, float, tuple[Mark, ...]], ...]


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary, dated by the paper and not by the machine."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.about = about
        self.title, self.author, self.subject = about.title, about.author, about.subject

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        about = self.about
        offset = about.made.strftime("%z") or "+0000"
        made = f"(D:{about.made:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')"
        texts = {
            "Title": about.title,
            "Author": about.author,
            "Subject": about.subject,
            "Producer": "stationkiosk",
        }
        entries = {key: pdfdoc.PDFString(value) for key, value in texts.items() if value}
        dictionary = pdfdoc.PDFDictionary({**entries, "CreationDate": made, "ModDate": made})
        formatted: bytes = dictionary.format(document)
        return formatted


def write(fonts: Fonts, sheets: Iterable[Sheet], about: About) -> bytes:
    """Return the PDF of ``sheets``; KnownError ``glyph_missing`` names what no font has."""
    document = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 7), lang=about.language)
    document.info = _Info(about)
    document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    book = Book(fonts)
    for sheet in sheets:
        content = Content(book, sheet.height)
        for x, y, marks in sheet.placed:
            content.put(x, y, marks)
        document.addPage(_page(sheet, content.finish(), document))
    for setting in book.used():
        embed(setting, document)
    data: bytes = document.GetPDFData(None)
    return data


def _page(sheet: Sheet, content: bytes, document: pdfdoc.PDFDocument) -> pdfdoc.PDFPage:
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = 1
    page.MediaBox = f"[0 0 {sheet.width:.2f} {sheet.height:.2f}]"
    page.Contents = stream(content)
    page.Parent = document.Reference(document.Pages)
    page.Resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)})
    document.updateSignature(content)
    return page

"""From marks to the bytes of a PDF: every font embedded, the same marks always the same bytes.

Text is set in CID fonts (ISO 32000-1, 9.7) with two-byte codes given in the order of first
use; the map back to Unicode is UTF-16, so characters beyond the BMP copy out right.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from isal import isal_zlib
from reportlab.pdfbase import pdfdoc

from stationkiosk.documents.faces import Face
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.marks import Colour, Fill, Fills, Mark, Ring, Strokes, Words


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


class _Setting(dict[str, str]):
    """The codes a face's characters have in one document; asks no other face."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self._glyphs = face.glyphs

    def __missing__(self, char: str) -> str:
        if char not in self._glyphs:
            raise _NotHereError
        self[char] = code = f"{len(self) + 1:04X}"
        return code


class _NotHereError(Exception):
    pass


class _Content:
    """One page's drawing orders."""

    def __init__(self, book: _Book, height: float) -> None:
        self._book = book
        self._height = height
        self._out: list[str] = []
        self._fill: Colour | None = None
        self._font = ""
        self._in_text = False

    def put(self, x: float, y: float, marks: Iterable[Mark]) -> None:
        top = self._height - y
        for mark in marks:
            if isinstance(mark, Words):
                self._words(mark, x, top)
                continue
            self._end_text()
            if isinstance(mark, Fill):
                self._ink(mark.colour)
                left, low = x + mark.x, top - mark.y - mark.height
                self._out.append(f"{left:.2f} {low:.2f} {mark.width:.2f} {mark.height:.2f} re f")
            elif isinstance(mark, Fills):
                self._fills(mark, x + mark.x, top - mark.y)
            elif isinstance(mark, Strokes):
                self._strokes(mark, x + mark.x, top - mark.y)
            else:
                self._ring(mark, x + mark.x, top - mark.y)

    def _ink(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            red, green, blue = colour
            self._out.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _words(self, mark: Words, x: float, top: float) -> None:
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        self._ink(mark.colour)
        place = f"1 0 0 1 {x + mark.x:.2f} {top - mark.y:.2f} Tm "
        for name, codes in self._book.set(mark.text, mark.bold):
            font = f"/{name} {mark.size:g} Tf "
            change = "" if font == self._font else font
            self._font = font
            self._out.append(f"{change}{place}<{codes}> Tj")
            place = ""

    def _fills(self, mark: Fills, x: float, top: float) -> None:
        self._ink(mark.colour)
        boxes = [f"{x + a:.2f} {top - b - h:.2f} {w:.2f} {h:.2f} re" for a, b, w, h in mark.boxes]
        self._out.append("\n".join(boxes) + " f")

    def _strokes(self, mark: Strokes, x: float, top: float) -> None:
        self._out.append(f"q 1 J 1 j {_line(mark)}")
        for line in mark.lines:
            points = [f"{x + a:.2f} {top - b:.2f}" for a, b in line]
            rest = points[1:] or points
            self._out.append(f"{points[0]} m {' l '.join(rest)} l S")
        self._out.append("Q")

    def _ring(self, mark: Ring, x: float, y: float) -> None:
        r, k = mark.radius, mark.radius * 0.5523
        self._out.append(f"q [3 2.2] 0 d {_line(mark)}")
        self._out.append(
            f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c S Q"
        )

    def finish(self) -> bytes:
        self._end_text()
        return "\n".join(self._out).encode("ascii") + b"\n"


def _line(mark: Strokes | Ring) -> str:
    red, green, blue = mark.colour
    return f"{mark.thickness:.2f} w {red:.3f} {green:.3f} {blue:.3f} RG"


class _Book:
    """The fonts and pages of one document while it is written."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._settings: dict[Face, _Setting] = {}
        self._main = {bold: self.setting(fonts.chain(bold).main) for bold in (False, True)}

    def setting(self, face: Face) -> _Setting:
        if face not in self._settings:
            self._settings[face] = _Setting(face, f"F{len(self._settings) + 1}")
        return self._settings[face]

    def used(self) -> list[_Setting]:
        return [setting for setting in self._settings.values() if setting]

    def set(self, text: str, bold: bool) -> list[tuple[str, str]]:
        main = self._main[bold]
        try:
            return [(main.name, "".join(map(main.__getitem__, text)))]
        except _NotHereError:
            runs = [(self.setting(face), run) for face, run in self._fonts.chain(bold).runs(text)]
            return [(setting.name, "".join(map(setting.__getitem__, run))) for setting, run in runs]


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
    book = _Book(fonts)
    for sheet in sheets:
        content = _Content(book, sheet.height)
        for x, y, marks in sheet.placed:
            content.put(x, y, marks)
        document.addPage(_page(sheet, content.finish(), document))
    for setting in book.used():
        _embed(setting, document)
    data: bytes = document.GetPDFData(None)
    return data


def _page(sheet: Sheet, content: bytes, document: pdfdoc.PDFDocument) -> pdfdoc.PDFPage:
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = 1
    page.MediaBox = f"[0 0 {sheet.width:.2f} {sheet.height:.2f}]"
    page.Contents = _stream(content)
    page.Parent = document.Reference(document.Pages)
    page.Resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)})
    document.updateSignature(content)
    return page


def _stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    packed = isal_zlib.compress(content, 3)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), packed)


def _embed(setting: _Setting, document: pdfdoc.PDFDocument) -> None:
    face = setting.face
    chars = "".join(setting)
    name = f"{_tag(chars)}+{face.name}"
    outlines = face.cut(chars)
    metrics = face.metrics
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(metrics.box),
            "ItalicAngle": 0,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": 50 + int((metrics.weight / 65) ** 2),
            "FontFile2": document.Reference(_stream(outlines, Length1=len(outlines))),
        }
    )
    widths = " ".join([f"{face.widths[char]:g}" for char in chars])
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "CIDToGIDMap": "/Identity",
            "DW": 1000,
            "W": f"[1 [{widths}]]",
            "FontDescriptor": document.Reference(descriptor),
        }
    )
    font = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(to_unicode(chars))),
        }
    )
    document.idToObject[pdfdoc.BasicFonts][setting.name] = document.Reference(font)


def _tag(chars: str) -> str:
    """Return the six letters that tell one cut of a face from another (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32(chars.encode("utf-8"))
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def to_unicode(chars: str) -> bytes:
    """Return the map from codes 1, 2, 3 … to ``chars``, in UTF-16."""
    lines = [f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for code, char in enumerate(chars, 1)]
    blocks = []
    for start in range(0, len(lines), 100):
        part = lines[start : start + 100]
        blocks.append(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")

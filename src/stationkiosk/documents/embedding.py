"""Fonts in a PDF: CID fonts (ISO 32000-1, 9.7) with two-byte codes given in the order of first use.

The map back to Unicode is UTF-16, so characters beyond the BMP copy out right.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

from isal import isal_zlib
from reportlab.pdfbase import pdfdoc

from stationkiosk.documents.content import Setting

_LEVEL = 2
"""ISA-L's level: a tenth of zlib's time. One version of the library gives the same bytes for the
same input; what was issued is kept and never made again, so another version harms nothing."""


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file, written out."""

    __RefOnly__ = 1

    def __init__(self, written: bytes) -> None:
        self._written = written

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self._written


def stream(content: bytes, entries: str = "") -> Raw:
    """Return a compressed stream; ``entries`` are put in its dictionary."""
    packed = isal_zlib.compress(content, _LEVEL)
    head = f"<< /Filter /FlateDecode /Length {len(packed)} {entries}>>\nstream\n"
    return Raw(b"".join((head.encode("ascii"), packed, b"\nendstream\n")))


def embed(setting: Setting, document: pdfdoc.PDFDocument) -> None:
    """Put into ``document`` the cut of a face that holds the characters it was used for."""

    def add(written: str | Raw) -> str:
        made = Raw(written.encode("ascii")) if isinstance(written, str) else written
        reference: bytes = document.Reference(made).format(document)
        return reference.decode("ascii")

    face, chars = setting.face, "".join(setting)
    name = f"{_tag(chars)}+{face.name}"
    outlines, metrics = face.cut(chars), face.metrics
    file = add(stream(outlines, f"/Length1 {len(outlines)} "))
    box = " ".join(map(str, metrics.box))
    stem = 50 + int((metrics.weight / 65) ** 2)
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /ItalicAngle 0 /FontBBox [{box}] "
        f"/Ascent {metrics.ascent} /Descent {metrics.descent} /CapHeight {metrics.cap_height} "
        f"/StemV {stem} /FontFile2 {file} >>"
    )
    widths = " ".join([f"{face.widths[char]:g}" for char in chars])
    descendant = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /DW 1000 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/W [1 [{widths}]] /FontDescriptor {descriptor} >>"
    )
    text = add(stream(to_unicode(chars)))
    font = Raw(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant}] /ToUnicode {text} >>".encode("ascii")
    )
    document.idToObject[pdfdoc.BasicFonts][setting.name] = document.Reference(font)


@lru_cache(maxsize=32768)
def _utf16(char: str) -> str:
    return char.encode("utf-16-be").hex()


def _tag(chars: str) -> str:
    """Return the six letters that tell one cut of a face from another (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32(chars.encode("utf-8"))
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def to_unicode(chars: str) -> bytes:
    """Return the map from codes 1, 2, 3 … to ``chars``, in UTF-16."""
    lines = [f"<{code:04X}> <{_utf16(char)}>" for code, char in enumerate(chars, 1)]
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

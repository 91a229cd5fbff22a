"""Made-up evidence for tests: each piece says that it is a sample, or is too small to say anything."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw

from stationkiosk.devices import demo

FONTS = Path(__file__).parents[1] / "resources" / "fonts"


def shop_photo() -> bytes:
    """A photo of a made-up shop whose sign says 样品 SAMPLE."""
    return demo.shop_photo(FONTS / demo.FONT)


def certificate() -> bytes:
    """A PDF of two pages that says that it is no real certificate."""
    return demo.certificate(FONTS / demo.FONT)


def picture(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """A drawing, red in its upper left corner and white elsewhere, that says SAMPLE."""
    drawn = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(drawn)
    draw.rectangle((0, 0, width // 3, height // 3), fill="#d01010")
    draw.text((width // 2, height // 2), "SAMPLE", fill="black")
    return drawn.convert(mode)


def jpeg(width: int = 640, height: int = 480, orientation: int = 1, mode: str = "RGB") -> bytes:
    """A JPEG, turned as a telephone turns it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return _saved(picture(width, height, mode), "JPEG", exif=exif)


def png(width: int = 640, height: int = 480, mode: str = "RGB") -> bytes:
    """A PNG."""
    return _saved(picture(width, height, mode), "PNG")


def pdf(pages: int = 2, password: str = "", width: float = 595, height: float = 842) -> bytes:
    """A PDF of empty pages; with a password it cannot be opened without."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(width, height))
        lock = pikepdf.Encryption(owner="owner", user=password) if password else False
        document.save(out, encryption=lock)
    return out.getvalue()


def box(kind: bytes, body: bytes = b"") -> bytes:
    """One box of a film (ISO/IEC 14496-12)."""
    return (8 + len(body)).to_bytes(4) + kind + body


def film(handler: bytes = b"vide", brand: bytes = b"isom") -> bytes:
    """A film's boxes with nothing to play in them."""
    hdlr = box(b"hdlr", bytes(8) + handler + bytes(12) + b"SAMPLE\0")
    moov = box(
        b"moov", box(b"mvhd", bytes(100)) + box(b"trak", box(b"tkhd", bytes(84)) + box(b"mdia", hdlr))
    )
    return box(b"ftyp", brand + bytes(4) + b"isommp42") + moov + box(b"mdat", b"SAMPLE" * 20)


def _saved(drawn: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    drawn.save(out, kind, **options)
    return out.getvalue()

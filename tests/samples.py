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


def film(handler: bytes = b"vide", brand: bytes = b"isom", seconds: int = 0) -> bytes:
    """A film's boxes with nothing to play in them."""
    hdlr = box(b"hdlr", bytes(8) + handler + bytes(12) + b"SAMPLE\0")
    moov = box(
        b"moov",
        box(b"mvhd", bytes(12) + (600).to_bytes(4) + (600 * seconds).to_bytes(4) + bytes(80))
        + box(b"trak", box(b"tkhd", bytes(84)) + box(b"mdia", hdlr)),
    )
    return box(b"ftyp", brand + bytes(4) + b"isommp42") + moov + box(b"mdat", b"SAMPLE" * 20)


def moving(width: int = 640, height: int = 480, turned: bool = False) -> bytes:
    """A film of one picture (motion JPEG), red in its upper left corner; ``turned`` as a telephone does."""
    data, head = jpeg(width, height), box(b"ftyp", b"isom" + bytes(4) + b"isommp42")
    at = len(head) + len(_index(width, height, turned, len(data), 0)) + 8
    return head + _index(width, height, turned, len(data), at) + box(b"mdat", data)


def _index(width: int, height: int, turned: bool, size: int, at: int) -> bytes:
    one, rest = _long(1), bytes(4)
    row = (0, 1 << 16, -1 << 16, 0) if turned else (1 << 16, 0, 0, 1 << 16)
    matrix = b"".join((_long(row[0]), _long(row[1]), rest, _long(row[2]), _long(row[3]), rest, rest, rest))
    place = matrix + _long(1 << 30) + _long(width << 16) + _long(height << 16)
    track = box(b"tkhd", _long(3) + bytes(8) + one + rest + _long(600) + bytes(16) + place)
    kind = bytes(6) + b"\0\1" + bytes(16) + width.to_bytes(2) + height.to_bytes(2)
    kind += _long(0x480000) * 2 + rest + b"\0\1" + bytes(32) + b"\0\x18\xff\xff"
    table = (
        box(b"stsd", rest + one + box(b"jpeg", kind))
        + box(b"stts", rest + one + one + _long(600))
        + box(b"stsc", rest + one + one + one + one)
        + box(b"stsz", rest + rest + one + _long(size))
        + box(b"stco", rest + one + _long(at))
    )
    data = box(b"dinf", box(b"dref", rest + one + box(b"url ", one)))
    media = box(b"vmhd", one + bytes(8)) + data + box(b"stbl", table)
    what = box(b"hdlr", bytes(8) + b"vide" + bytes(12) + b"SAMPLE\0")
    time = box(b"mdhd", bytes(12) + _long(600) * 2 + rest)
    whole = box(b"mvhd", bytes(12) + _long(600) * 2 + _long(1 << 16) + bytes(76))
    return box(b"moov", whole + box(b"trak", track + box(b"mdia", time + what + box(b"minf", media))))


def _long(number: int) -> bytes:
    return (number & 0xFFFFFFFF).to_bytes(4)


def heic(width: int = 640, height: int = 480) -> bytes:
    """A HEIC photo; the reader for them must be installed."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    return _saved(picture(width, height), "HEIF", quality=60)


def wav(seconds: int = 2) -> bytes:
    """Silence as a RIFF sound: 8 kHz, 8 bits."""
    head = b"fmt " + (16).to_bytes(4, "little") + bytes.fromhex("01000100401f0000401f000001000800")
    data = b"data" + (8000 * seconds).to_bytes(4, "little") + b"\x80" * (8000 * seconds)
    return b"RIFF" + (4 + len(head) + len(data)).to_bytes(4, "little") + b"WAVE" + head + data


def mp3(frames: int = 80, tag: bytes = b"") -> bytes:
    """Empty frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 26 ms each."""
    return tag + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def id3(body: bytes = b"SAMPLE") -> bytes:
    """An ID3 tag, as recorders put it before sound."""
    return b"ID3\x04\0\0" + bytes((0, 0, len(body) >> 7, len(body) & 127)) + body


def aac(frames: int = 90) -> bytes:
    """Empty ADTS frames, 44.1 kHz: 23 ms each."""
    length = 20
    head = bytes((0xFF, 0xF1, 0x50, 0x80 | length >> 11, length >> 3 & 0xFF, (length & 7) << 5 | 31, 0xFC))
    return (head + bytes(length - 7)) * frames


def amr(frames: int = 100, *, wide: bool = False) -> bytes:
    """Empty frames of 20 ms, as telephones of old recorded."""
    mode, length = (8, 60) if wide else (7, 31)
    frame = bytes((mode << 3 | 4,)) + bytes(length)
    return (b"#!AMR-WB\n" if wide else b"#!AMR\n") + frame * frames


def _saved(drawn: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    drawn.save(out, kind, **options)
    return out.getvalue()

"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

JPEG = "image/jpeg"
PNG = "image/png"
PDF = "application/pdf"
MP4 = "video/mp4"
MOV = "video/quicktime"
HEIC = "image/heic"
M4A = "audio/mp4"
MP3 = "audio/mpeg"
WAV = "audio/wav"
AAC = "audio/aac"
AMR = "audio/amr"

#: Every media type that may be taken.
MEDIA_TYPES = frozenset({JPEG, PNG, HEIC, PDF, MP4, MOV, M4A, MP3, WAV, AAC, AMR})

#: As many first bytes as the judgement needs.
HEAD = 1024

_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"PK\x03\x04", "DOCX, XLSX, ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS, PPT"),
    (b"{\\rtf", "RTF"),
    (b"OggS", "OGG"),
    (b"fLaC", "FLAC"),
    (b"\x1a\x45\xdf\xa3", "MKV, WEBM"),
    (b"FLV\x01", "FLV"),
    (b"\x30\x26\xb2\x75", "WMV"),
    (b"\0\0\x01\xba", "MPEG"),
    (b"%!PS", "PS"),
    (b"SQLite format 3\0", "SQLITE"),
    (b"\x4c\0\0\0\x01\x14\x02\0", "LNK"),
)
_RIFF = {b"WEBP": "WEBP", b"AVI ": "AVI"}
_STILLS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
)
_HEVC_STILLS = frozenset({b"heic", b"heix", b"heim", b"heis"})


def taken_kind(head: bytes) -> str:
    """Return the media type of a kind the station takes, or "".

    Films and telephone sound are ``MP4`` until their boxes are walked, sound behind an ID3 tag
    is ``MP3`` until its frames are.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0\t\n\f\r ").startswith(b"%PDF-"):
        return PDF
    if head[4:8] == b"ftyp" and head[8:12] in _STILLS:
        return HEIC if _brands(head) & _HEVC_STILLS else ""
    if head[4:8] == b"ftyp" or head[4:8] in _BOXES:
        return MP4
    return sound_kind(head)


def sound_kind(head: bytes) -> str:
    """Return the media type of sound that is a row of frames or a RIFF, or ""."""
    if head.startswith((b"#!AMR\n", b"#!AMR-WB\n")):
        return AMR
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return WAV
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] and head[1] & 0xE6 == 0xE2):
        return MP3
    return AAC if head[:1] == b"\xff" and head[1:2] and head[1] & 0xF6 == 0xF0 else ""


def other_kind(head: bytes) -> str:
    """Return the short name of a kind that is not taken, the same in every language; "?" if unknown."""
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "RIFF")
    if head[4:8] == b"ftyp":
        return "AVIF" if head[8:12] in _STILLS else "MP4 ?"
    for start, name in _OTHERS:
        if head.startswith(start):
            return name
    return _text_kind(head)


def _brands(head: bytes) -> set[bytes]:
    end = min(int.from_bytes(head[:4]), len(head))
    return {head[8:12], *(head[at : at + 4] for at in range(16, end, 4))}


def _text_kind(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<script", b"<head", b"<body")):
        return "HTML"
    if start.startswith((b"<?xml", b"<svg")):
        return "SVG" if b"<svg" in start else "XML"
    if head and not any(byte < 9 for byte in head):
        return "TXT"
    return "?"

"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

JPEG = "image/jpeg"
PNG = "image/png"
PDF = "application/pdf"
MP4 = "video/mp4"
MOV = "video/quicktime"

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
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS, PPT"),
    (b"{\\rtf", "RTF"),
    (b"ID3", "MP3"),
    (b"\xff\xfb", "MP3"),
    (b"OggS", "OGG"),
    (b"fLaC", "FLAC"),
    (b"#!AMR", "AMR"),
    (b"\x1a\x45\xdf\xa3", "MKV, WEBM"),
    (b"FLV\x01", "FLV"),
    (b"\x30\x26\xb2\x75", "WMV"),
    (b"\0\0\x01\xba", "MPEG"),
    (b"%!PS", "PS"),
    (b"SQLite format 3\0", "SQLITE"),
    (b"\x4c\0\0\0\x01\x14\x02\0", "LNK"),
)
_RIFF = {b"WEBP": "WEBP", b"AVI ": "AVI", b"WAVE": "WAV"}
_FTYP_STILLS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"msf1": "HEIC", b"avif": "AVIF"}


def taken_kind(head: bytes) -> str:
    """Return the media type of a kind the station takes, or "". A film is ``MP4`` until walked."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0\t\n\f\r ").startswith(b"%PDF-"):
        return PDF
    return MP4 if _is_film(head) else ""


def other_kind(head: bytes) -> str:
    """Return the short name of a kind that is not taken, the same in every language; "?" if unknown."""
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "RIFF")
    if head[4:8] == b"ftyp":
        return _FTYP_STILLS.get(head[8:12], "MP4 ?")
    for start, name in _OTHERS:
        if head.startswith(start):
            return name
    return _text_kind(head)


def _is_film(head: bytes) -> bool:
    kind = head[4:8]
    return (kind == b"ftyp" and head[8:12] not in _FTYP_STILLS) or kind in _BOXES


def _text_kind(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<script", b"<head", b"<body")):
        return "HTML"
    if start.startswith((b"<?xml", b"<svg")):
        return "SVG" if b"<svg" in start else "XML"
    if head and not any(byte < 9 for byte in head):
        return "TXT"
    return "?"

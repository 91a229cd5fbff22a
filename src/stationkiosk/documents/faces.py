"""TrueType faces as papers use them: what a face has, how wide it is, and a cut of it to embed.

The shipped faces have simple outlines only (no composite glyphs), so a cut is a walk over
slices of the mapped file. reportlab's own font class copies the whole outline table for each
256 characters and writes a wrong text map beyond the BMP; this is why papers bring their own.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple


class Metrics(NamedTuple):
    """Heights in thousandths of the type size, for a PDF's font descriptor."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    weight: int


class Face:
    """One TrueType file, opened when it is first asked something; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _data(self) -> mmap.mmap:
        with self.path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @cached_property
    def _tables(self) -> dict[str, tuple[int, int]]:
        data = self._data
        (count,) = struct.unpack_from(">H", data, 4)
        rows = (struct.unpack_from(">4s3I", data, 12 + 16 * n) for n in range(count))
        return {tag.decode("ascii"): (offset, length) for tag, _, offset, length in rows}

    def table(self, tag: str) -> bytes:
        """Return the bytes of one table; ``b""`` where the file has none."""
        offset, length = self._tables.get(tag, (0, 0))
        return self._data[offset : offset + length]

    @cached_property
    def glyphs(self) -> dict[str, int]:
        """The glyph number of each character the face has."""
        table = self.table("cmap")
        (count,) = struct.unpack_from(">H", table, 2)
        offsets = [struct.unpack_from(">I", table, 8 + 8 * n)[0] for n in range(count)]
        formats = {struct.unpack_from(">H", table, offset)[0]: offset for offset in offsets}
        if 12 in formats:
            return _groups(table, formats[12])
        return _segments(table, formats[4])

    @cached_property
    def units(self) -> int:
        """Font units in one em."""
        return int(struct.unpack_from(">H", self.table("head"), 18)[0])

    @cached_property
    def name(self) -> str:
        """The PostScript name, of ASCII letters."""
        return self.path.stem

    @cached_property
    def metrics(self) -> Metrics:
        """Heights and the box around every glyph."""
        head, hhea, os2 = self.table("head"), self.table("hhea"), self.table("OS/2")
        box = struct.unpack_from(">4h", head, 36)
        ascent, descent = struct.unpack_from(">2h", hhea, 4)
        version, _, weight = struct.unpack_from(">HhH", os2, 0)
        cap = struct.unpack_from(">h", os2, 88)[0] if version > 1 else ascent
        scaled = [round(value * 1000 / self.units) for value in (ascent, descent, cap, *box)]
        return Metrics(
            scaled[0], scaled[1], scaled[2], (scaled[3], scaled[4], scaled[5], scaled[6]), weight
        )

    @cached_property
    def _full_metrics(self) -> int:
        return int(struct.unpack_from(">H", self.table("hhea"), 34)[0])

    def advance(self, glyph: int) -> tuple[int, bytes]:
        """Return a glyph's width in font units and its left side bearing as it stands in the file."""
        start = self._tables["hmtx"][0]
        full = self._full_metrics
        if glyph < full:
            return struct.unpack_from(">H", self._data, start + 4 * glyph)[0], self._slice(
                start + 4 * glyph + 2, 2
            )
        width = struct.unpack_from(">H", self._data, start + 4 * (full - 1))[0]
        return width, self._slice(start + 4 * full + 2 * (glyph - full), 2)

    def _slice(self, start: int, length: int) -> bytes:
        return self._data[start : start + length]

    @cached_property
    def _long_offsets(self) -> bool:
        return bool(struct.unpack_from(">h", self.table("head"), 50)[0])

    def outline(self, glyph: int) -> bytes:
        """Return a glyph's outline as it stands in the file."""
        loca, glyf = self._tables["loca"][0], self._tables["glyf"][0]
        if self._long_offsets:
            begin, end = struct.unpack_from(">2I", self._data, loca + 4 * glyph)
        else:
            begin, end = (2 * value for value in struct.unpack_from(">2H", self._data, loca + 2 * glyph))
        return self._data[glyf + begin : glyf + end]

    @cached_property
    def widths(self) -> Widths:
        """The width of each character, in thousandths of the type size."""
        return Widths(self)

    @cached_property
    def _parts(self) -> _Parts:
        return _Parts(self)

    @cached_property
    def _frame(self) -> dict[str, bytes]:
        """The tables that every cut shares."""
        head = bytearray(self.table("head"))
        head[8:12] = bytes(4)
        head[50:52] = b"\0\1"
        post = struct.pack(">I", 0x00030000) + self.table("post")[4:32]
        return {"OS/2": self.table("OS/2"), "head": bytes(head), "post": post}

    def cut(self, characters: Iterable[str]) -> bytes:
        """Return a TrueType file with these characters as glyphs 1, 2, 3 …, and no character map.

        A PDF's CID font needs no more tables than these (ISO 32000-1, 9.9).
        """
        parts = [_part(self, 0), *map(self._parts.__getitem__, characters)]
        count = len(parts)
        offsets = accumulate((len(part.outline) for part in parts), initial=0)
        tables = self._frame | {
            "glyf": b"".join([part.outline for part in parts]),
            "hhea": self.table("hhea")[:34] + struct.pack(">H", count),
            "hmtx": b"".join([part.metrics for part in parts]),
            "loca": struct.pack(f">{count + 1}I", *offsets),
            "maxp": self.table("maxp")[:4] + struct.pack(">H", count) + self.table("maxp")[6:],
        }
        sums = {tag: _checksum(data) for tag, data in tables.items() if tag != "glyf"}
        sums["glyf"] = sum(part.checksum for part in parts) & 0xFFFFFFFF
        return _assemble(tables, sums)


class Widths(dict[str, float]):
    """Widths by character, read when first needed."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        width, _ = self._face.advance(self._face.glyphs[char])
        self[char] = scaled = width * 1000 / self._face.units
        return scaled


class _Part(NamedTuple):
    metrics: bytes
    outline: bytes
    checksum: int


class _Parts(dict[str, _Part]):
    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> _Part:
        self[char] = part = _part(self._face, self._face.glyphs[char])
        return part


def _part(face: Face, glyph: int) -> _Part:
    width, bearing = face.advance(glyph)
    outline = face.outline(glyph)
    padded = outline + bytes(-len(outline) % 4)
    return _Part(struct.pack(">H", width) + bearing, padded, _checksum(padded))


def _groups(table: bytes, offset: int) -> dict[str, int]:
    (count,) = struct.unpack_from(">I", table, offset + 12)
    found: dict[str, int] = {}
    for first, last, glyph in struct.iter_unpack(">3I", table[offset + 16 : offset + 16 + 12 * count]):
        found.update(
            zip(map(chr, range(first, last + 1)), range(glyph, glyph + last - first + 1), strict=True)
        )
    return found


def _segments(table: bytes, offset: int) -> dict[str, int]:
    doubled = struct.unpack_from(">H", table, offset + 6)[0]
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, offset + 14)
    starts = struct.unpack_from(f">{count}H", table, offset + 16 + doubled)
    deltas = struct.unpack_from(f">{count}h", table, offset + 16 + 2 * doubled)
    at = offset + 16 + 3 * doubled
    found: dict[str, int] = {}
    for n, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        (hop,) = struct.unpack_from(">H", table, at + 2 * n)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if hop:
                (glyph,) = struct.unpack_from(">H", table, at + 2 * n + hop + 2 * (code - start))
            if glyph or not hop:
                found[chr(code)] = (glyph + delta) & 0xFFFF
    return {char: glyph for char, glyph in found.items() if glyph}


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _assemble(tables: dict[str, bytes], sums: dict[str, int]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    directory, body = [], []
    position = 12 + 16 * count
    for tag, data in sorted(tables.items()):
        directory.append(struct.pack(">4s3I", tag.encode("ascii"), sums[tag], position, len(data)))
        body.append(data + bytes(-len(data) % 4))
        position += len(body[-1])
    return b"".join((header, *directory, *body))

"""The text part of a card: 256 bytes of UTF-16LE in fields of fixed width (GA 490, GA/T 1990).

Only name and number leave this module. The other fields stand in the layouts so that these can
be held against the standards; they are neither decoded nor kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from stationkiosk.devices.readers.card import Card, CardKind

LENGTH = 256

Layout: TypeAlias = tuple[tuple[str, int], ...]
"""Names and widths in bytes, one after the other."""

RESIDENT: Layout = (
    *(("name", 30), ("sex", 2), ("nation", 4), ("birth", 16), ("address", 70), ("number", 36)),
    *(("authority", 30), ("from", 16), ("until", 16), ("newest address", 36)),
)
RESIDENCE_PERMIT: Layout = (
    *(("name", 30), ("sex", 2), ("reserved", 4), ("birth", 16), ("address", 70), ("number", 36)),
    *(("authority", 30), ("from", 16), ("until", 16), ("pass number", 18), ("times issued", 4)),
    *(("reserved", 6), ("type", 2), ("reserved", 6)),
)
FOREIGNER_2017: Layout = (
    *(("english name", 120), ("sex", 2), ("number", 30), ("country", 6), ("name", 30), ("from", 16)),
    *(("until", 16), ("birth", 16), ("version", 4), ("authority", 8), ("type", 2), ("reserved", 6)),
)
FOREIGNER_2023: Layout = (
    *(("name", 30), ("sex", 2), ("times issued", 4), ("birth", 16), ("english name", 70)),
    *(("number", 36), ("reserved", 30), ("from", 16), ("until", 16), ("more english name", 22)),
    *(("country", 6), ("type", 2), ("earlier number", 6)),
)


@dataclass(frozen=True, slots=True)
class _Sort:
    kind: CardKind
    layout: Layout
    number: re.Pattern[str]


_CITIZEN = re.compile(r"[1-9]\d{16}[\dX]")
_SORTS = {
    "J": _Sort("hk_mo_tw", RESIDENCE_PERMIT, _CITIZEN),
    "I": _Sort("foreigner", FOREIGNER_2017, re.compile(r"[A-Z]{3}\d{12}")),
    "Y": _Sort("foreigner", FOREIGNER_2023, re.compile(r"9\d{16}[\dX]")),
}
_PLAIN = _Sort("resident", RESIDENT, _CITIZEN)


def card_of(text: memoryview) -> Card | None:
    """Return the card of a text part, or None where it is none: wrong length, no name, no number.

    A foreigner without a Chinese name goes by the English one.
    """
    if len(text) != LENGTH:
        return None
    try:
        sort = _SORTS.get(_field(text, RESIDENCE_PERMIT, "type"), _PLAIN)
        number = _field(text, sort.layout, "number").upper()
        name = _field(text, sort.layout, "name")
        if not name and sort.kind == "foreigner":
            name = _field(text, sort.layout, "english name")
    except UnicodeDecodeError:
        return None
    if not name or not name.isprintable() or not sort.number.fullmatch(number):
        return None
    return Card(name, number, sort.kind)


def _field(text: memoryview, layout: Layout, wanted: str) -> str:
    begin = 0
    for name, width in layout:
        if name == wanted:
            return str(text[begin : begin + width], "utf-16-le").strip(" \0　")
        begin += width
    raise KeyError(wanted)

"""Toner, ink and trays, from whichever attributes a printer tells them by."""

from __future__ import annotations

from itertools import zip_longest

from stationkiosk.devices.printing.ipp.values import fields, numbers, texts
from stationkiosk.devices.printing.ipp.words import Attributes
from stationkiosk.devices.printing.printer import Supply

#: Per cent at or under which a supply counts as low where the printer names no figure of its own.
LOW = 10


def read_supplies(printer: Attributes) -> tuple[Supply, ...]:
    """Return what the printer uses up: CUPS's ``marker-*``, else ``printer-supply`` (PWG 5100.13)."""
    names = texts(printer, "marker-names")
    return _markers(printer, names) if names else _packed(printer)


def read_trays(printer: Attributes) -> tuple[str, ...]:
    """Return the trays a job may ask for; the printer's own choice is not one of them."""
    return tuple(tray for tray in texts(printer, "media-source-supported") if tray != "auto")


def _markers(printer: Attributes, names: tuple[str, ...]) -> tuple[Supply, ...]:
    levels, lows = numbers(printer, "marker-levels"), numbers(printer, "marker-low-levels")
    kinds = texts(printer, "marker-types")
    told = zip_longest(names, levels, lows, kinds)
    return tuple(
        _supply(name, level, low, _is_waste(kind)) for name, level, low, kind in told if name is not None
    )


def _packed(printer: Attributes) -> tuple[Supply, ...]:
    told = zip_longest(texts(printer, "printer-supply"), texts(printer, "printer-supply-description"))
    return tuple(_unpacked(fields(packed), name) for packed, name in told if packed is not None)


def _unpacked(supply: dict[str, str], name: str | None) -> Supply:
    level, capacity = _number(supply.get("level", "")), _number(supply.get("maxcapacity", ""))
    percent = level * 100 // capacity if level is not None and capacity else None
    return _supply(name or supply.get("type", ""), percent, None, _is_waste(supply.get("class")))


def _supply(name: str, level: int | None, low: int | None, waste: bool) -> Supply:
    """``level`` of a waste box is how full it is, so it never counts as low; -1 to -3 say nothing exact."""
    if level is None or not 0 <= level <= 100:
        return Supply(name, None)
    return Supply(name, level, not waste and level <= (LOW if low is None else low))


def _is_waste(kind: str | None) -> bool:
    return kind is not None and ("waste" in kind.lower() or kind == "receptacleThatIsFilled")


def _number(told: str) -> int | None:
    return int(told) if told.isdecimal() else None

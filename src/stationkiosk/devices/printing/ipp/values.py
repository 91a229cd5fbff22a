"""Reading the attributes of a reply, whatever shape one or several values come in."""

from __future__ import annotations

from stationkiosk.devices.printing.ipp.words import Attributes


def many(attributes: Attributes, name: str) -> tuple[object, ...]:
    """Return the values of an attribute, none where it is missing."""
    value = attributes.get(name)
    if value is None or value == "":
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def texts(attributes: Attributes, name: str) -> tuple[str, ...]:
    """Return the values of an attribute as text."""
    return tuple(str(value) for value in many(attributes, name))


def text(attributes: Attributes, name: str) -> str:
    """Return the first value as text, "" where there is none."""
    return next(iter(texts(attributes, name)), "")


def numbers(attributes: Attributes, name: str) -> tuple[int, ...]:
    """Return those values of an attribute that are whole numbers."""
    return tuple(value for value in many(attributes, name) if isinstance(value, int))


def number(attributes: Attributes, name: str) -> int:
    """Return the first whole number, 0 where there is none."""
    return next(iter(numbers(attributes, name)), 0)


def fields(packed: str) -> dict[str, str]:
    """Return the parts of a ``key=value;…`` text (PWG 5100.13, printer-input-tray and printer-supply)."""
    pairs = (part.partition("=") for part in packed.split(";") if "=" in part)
    return {key.strip(): value.strip() for key, _, value in pairs}

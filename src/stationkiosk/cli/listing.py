"""How rules are listed: every book of the reference, each row with what it says and where from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from stationkiosk.cli.speech import Speech
from stationkiosk.domain.rules import Book, Dated
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.reference import Reference

_COMMON = frozenset(field.name for field in fields(Dated)) | {"label"}
_MEASURE = ("value", "unit")


def books(reference: Reference) -> Iterator[tuple[str, Book[Dated]]]:
    """Yield each book by its name, those inside a part of the reference too."""
    return _books(reference)


def _books(part: object) -> Iterator[tuple[str, Book[Dated]]]:
    for field in fields(part) if is_dataclass(part) else ():
        inside = getattr(part, field.name)
        if isinstance(inside, Book):
            yield field.name, inside
        else:
            yield from _books(inside)


def entry(row: Dated, speech: Speech) -> str:
    """Return a row as lines: its id, what it is called, what it says, and what it rests on."""
    label = getattr(row, "label", None)
    head = f"{row.id}  {label.say(speech.language)}" if isinstance(label, Text) else row.id
    said = "; ".join(_said(row, speech.language))
    return "\n".join(line for line in (head, said and f"    {said}", f"    {basis(row, speech)}") if line)


def basis(row: Dated, speech: Speech) -> str:
    """Return from when to when a row holds, its source and confidence, and a station's correction."""
    until = row.valid_to.isoformat() if row.valid_to else speech.words("command.rules_open")
    parts = [
        f"{row.valid_from} – {until}",
        f"{speech.words('command.rules_source')} {row.source}",
        f"[{row.confidence}] {speech.words(f'command.confidence_{row.confidence}')}",
    ]
    if row.corrected:
        parts.append(f"* {speech.words('command.rules_corrected')}")
    return " · ".join(parts)


def _said(row: Dated, language: Language) -> Iterator[str]:
    own = [field.name for field in fields(row) if field.name not in _COMMON]
    if set(_MEASURE) <= set(own):
        yield " ".join(str(getattr(row, name)) for name in _MEASURE)
    for name in own:
        words = plain(getattr(row, name), language)
        if name not in _MEASURE and words:
            yield f"{name}: {words}"


def plain(value: object, language: Language) -> str:
    """Return a value in words for one line, "" for one that says nothing."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={plain(one, language) or '*'}" for key, one in value.items())
    if isinstance(value, tuple | list | frozenset):
        ordered = sorted(value, key=str) if isinstance(value, frozenset) else value
        return ", ".join(filter(None, (plain(one, language) for one in ordered)))
    if is_dataclass(value):
        said = ((field.name, plain(getattr(value, field.name), language)) for field in fields(value))
        return "(" + ", ".join(f"{name} {words}" for name, words in said if words) + ")"
    return str(value)

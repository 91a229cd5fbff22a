"""Looks for marks in what a finished session could have left: memory, what QML holds, files.

The mark itself stands nowhere in this process but in fields that were typed into: here it is
written backwards, and each one typed is a string of its own.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from stationkiosk.ui.common.drive import Drive, items

_BACKWARDS = "KWX7QZ"
_HOLDERS = (tuple, list, dict, set, frozenset)
WORDED = ("QString", "QStringList", "QVariantList", "QVariantMap", "QVariant", "QUrl")
CODES = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


class Marks:
    """Makes marks and tells which of them are found."""

    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        """Return a mark that was not used before."""
        self.made += 1
        return f"{_BACKWARDS[::-1]}{self.made:04d}"

    def within(self, words: str) -> set[int]:
        """Return the numbers of the marks that ``words`` hold."""
        return {int(number) for number in re.findall(_BACKWARDS[::-1] + r"(\d{4})", words)}

    def in_memory(self) -> dict[int, str]:
        """Return the marks that any object of Python holds, each with what holds it."""
        gc.unfreeze()
        gc.collect()
        found: dict[int, str] = {}
        mark = _BACKWARDS[::-1]
        for holder, word in _words(mark, mark.encode()):
            for number in self.within(word):
                found[number] = f"{type(holder).__name__}: {str(holder)[:200]}"
        return found

    def in_qml(self, drive: Drive) -> dict[int, str]:
        """Return the marks that a property of any item or bridge holds."""
        return {
            number: f"{thing.metaObject().className()}.{name}"
            for thing in (*items(drive.root, hidden=True), *drive.view.bridges.values())
            for name in _worded(thing)
            for number in self.within(str(thing.property(name)))
        }

    def in_files(self, *folders: Path) -> list[str]:
        """Return the files below ``folders`` that hold a mark, in their bytes or their name."""
        wanted = [_BACKWARDS[::-1].encode(code) for code in CODES]
        return [
            str(file)
            for folder in folders
            for file in folder.rglob("*")
            if self.within(file.name) or (file.is_file() and any(w in file.read_bytes() for w in wanted))
        ]


def _words(mark: str, coded: bytes) -> Iterator[tuple[object, str]]:
    """Yield every word with a mark that any tracked object refers to, with what refers to it."""
    for tracked in gc.get_objects():
        yield from _below(tracked, gc.get_referents(tracked), mark, coded)


def _below(
    holder: object, found: Iterable[object], mark: str, coded: bytes
) -> Iterator[tuple[object, str]]:
    for thing in found:
        if isinstance(thing, str):
            if mark in thing and thing is not mark:
                yield holder, thing
        elif isinstance(thing, bytes | bytearray):
            if coded in thing and thing is not coded:
                yield holder, thing.decode("utf-8", "ignore")
        elif isinstance(thing, _HOLDERS) and not gc.is_tracked(thing):
            yield from _below(holder, gc.get_referents(thing), mark, coded)


def _worded(thing: QObject) -> Iterator[str]:
    """Yield the properties that may hold words; others are objects, which Python leaves in peace."""
    about = thing.metaObject()
    for index in range(about.propertyCount()):
        known = about.property(index)
        if known.typeName() in WORDED and known.isReadable():
            yield known.name()

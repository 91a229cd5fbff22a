"""The proof page: files found on the person's stick, kept one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.devices.evidence.folder import Found
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.thumbnails import Thumbnails

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

OF_ONE_FILE = ("file_", "examine_", "stick_", "too_many_")
"""How the keys of faults begin that concern one file and are told beside it."""

ICONS = {"image": "picture", "video": "film"}


@dataclass(frozen=True, slots=True)
class Offered:
    """A file on a stick; ``exhibit`` once it is kept, ``trouble`` when it cannot be."""

    file: Found
    exhibit: Exhibit | None = None
    trouble: KnownError | None = None
    busy: bool = False


def show_size(size: int) -> str:
    """Return a size as people read it: ``340 KB``, ``12.5 MB``."""
    if size < 1024 * 1024:
        return f"{max(min(size, 1), round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


class Proof(Bridge):
    """Bridge of the proof page.

    Signals:
        kept: an exhibit is in the store.
        dropped: one is to be taken out, by its hash.
        onward: go on; True when the proof comes later.
    """

    changed = Signal()
    kept = Signal(object)
    dropped = Signal(str)
    onward = Signal(bool)

    def __init__(self, words: Words, executor: Executor[Counter], thumbnails: Thumbnails) -> None:
        super().__init__(words)
        self._executor = executor
        self._thumbnails = thumbnails
        self._case: UUID | None = None
        self._found: tuple[Offered, ...] = ()
        self._exhibits: tuple[Exhibit, ...] = ()
        self._looking = False
        self._stick_in = True
        self._problem = ""
        self._until: Callable[[], Text | None] = lambda: None

    def open(
        self, case: UUID | None, exhibits: tuple[Exhibit, ...], until: Callable[[], Text | None]
    ) -> None:
        """Show what is kept and look for files; ``until`` says by which day proof may come later."""
        self._case, self._exhibits, self._until, self._problem = case, exhibits, until, ""
        self._match()
        self.look()

    def take(self, exhibits: tuple[Exhibit, ...]) -> None:
        """Take the list of exhibits as the walk now holds it."""
        self._exhibits = exhibits
        self._match()

    def blame(self, problem: str) -> None:
        """Say what is missing."""
        self._problem = problem
        self.changed.emit()

    def forget(self) -> None:
        """Hold no file and no picture."""
        self._case, self._found, self._exhibits, self._problem = None, (), (), ""
        self._looking, self._stick_in = False, True
        self._until = lambda: None
        self._thumbnails.clear()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Look for files again."""
        if self._looking:
            return
        self._looking = True
        self.changed.emit()
        self._executor.ask(lambda counter: counter.found_files().files, self._saw, self._cannot_look)

    @Slot(int)
    def add(self, index: int) -> None:
        """Keep a file as an exhibit."""
        found, case = self._found[index], self._case
        if case is None or found.busy or found.exhibit is not None:
            return
        self._problem = ""
        self._put(index, replace(found, busy=True, trouble=None))
        self._executor.ask(
            lambda counter: _keep(counter, case, found.file.path),
            lambda kept: self._keep(found.file.path, *kept),
            lambda trouble: self._refuse(found.file.path, trouble),
        )

    @Slot(str)
    def remove(self, sha256: str) -> None:
        """Take an exhibit out."""
        self.dropped.emit(sha256)

    @Slot()
    def next(self) -> None:
        """Go on with what is kept."""
        if not any(found.busy for found in self._found):
            self.onward.emit(False)

    @Slot()
    def later(self) -> None:
        """Go on and bring the proof later."""
        self.onward.emit(True)

    def _saw(self, found: tuple[Found, ...]) -> None:
        self._looking, self._stick_in = False, True
        before = {old.file: old for old in self._found}
        self._found = tuple(before.get(new, Offered(new)) for new in found)
        self._match()

    def _cannot_look(self, trouble: Exception) -> bool:
        self._saw(())
        self._stick_in = not (isinstance(trouble, KnownError) and trouble.key == "stick_missing")
        self.changed.emit()
        return True

    def _keep(self, path: Path, exhibit: Exhibit, picture: bytes | None) -> None:
        if picture:
            self._thumbnails.put(exhibit.sha256, picture)
        index = self._at(path)
        if index is not None:
            self._put(index, replace(self._found[index], busy=False, exhibit=exhibit))
        self.kept.emit(exhibit)

    def _refuse(self, path: Path, trouble: Exception) -> bool:
        index = self._at(path)
        if index is not None:
            known = trouble if isinstance(trouble, KnownError) else None
            self._put(index, replace(self._found[index], busy=False, trouble=known))
        return isinstance(trouble, KnownError) and trouble.key.startswith(OF_ONE_FILE)

    def _at(self, path: Path) -> int | None:
        return next((i for i, found in enumerate(self._found) if found.file.path == path), None)

    def _put(self, index: int, found: Offered) -> None:
        self._found = (*self._found[:index], found, *self._found[index + 1 :])
        self.changed.emit()

    def _match(self) -> None:
        kept = {exhibit.sha256 for exhibit in self._exhibits}
        self._found = tuple(
            replace(found, exhibit=None) if found.exhibit and found.exhibit.sha256 not in kept else found
            for found in self._found
        )
        self.changed.emit()

    def _exhibit_row(self, exhibit: Exhibit) -> dict[str, object]:
        pages = self.say("evidence.pages", n=exhibit.pages) if exhibit.pages > 1 else ""
        details = [self.say(f"evidence.kind_{_family(exhibit.media_type)}"), show_size(exhibit.size), pages]
        return {
            "sha256": exhibit.sha256,
            "name": exhibit.name,
            "details": "  ·  ".join(detail for detail in details if detail),
            "picture": self._thumbnails.has(exhibit.sha256),
            "icon": ICONS.get(exhibit.media_type.partition("/")[0], "paper"),
        }

    def _found_row(self, found: Offered) -> dict[str, object]:
        trouble = ""
        if found.trouble:
            _title, what, do = self.words.fault(found.trouble)
            trouble = self.words.join(what, do)
        return {
            "name": found.file.name,
            "details": show_size(found.file.size),
            "busy": found.busy,
            "trouble": trouble,
        }

    def _get_exhibits(self) -> list[dict[str, object]]:
        return [self._exhibit_row(exhibit) for exhibit in self._exhibits]

    def _get_files(self) -> list[dict[str, object]]:
        return [
            self._found_row(found) | {"index": i}
            for i, found in enumerate(self._found)
            if found.exhibit is None
        ]

    def _get_until(self) -> str:
        return self.speak(self._until())

    def _get_stick(self) -> str:
        """Return what is to be said of the stick and its files."""
        if self._looking:
            return "looking"
        if any(found.exhibit is None for found in self._found):
            return "found"
        if not self._stick_in:
            return "stick_out" if self._exhibits else "none"
        return "no_more" if self._exhibits else "empty"

    exhibits = Property(ROWS, _get_exhibits, notify=changed)
    files = Property(ROWS, _get_files, notify=changed)
    looking = Property(bool, lambda self: self._looking, notify=changed)
    stick = Property(str, _get_stick, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    laterBy = Property(str, _get_until, notify=changed)  # noqa: N815


def _keep(counter: Counter, case: UUID, path: Path) -> tuple[Exhibit, bytes | None]:
    exhibit = counter.keep_evidence(case, path, "usb", "")
    return exhibit, counter.thumbnail(case, exhibit.sha256)


def _family(media_type: str) -> str:
    if media_type == "application/pdf":
        return "pdf"
    family = media_type.partition("/")[0]
    return family if family in ("image", "video") else "other"

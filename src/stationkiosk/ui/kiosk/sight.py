"""The page where one file is looked at large, page by page, before or after it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import Sight as Seen
from stationkiosk.domain.application import PURPOSES, Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.offered import Offered, about, icon
from stationkiosk.ui.common.proof import OF_ONE_FILE, Proof
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

LARGE = "large"
"""The name of the picture that is looked at."""


class Sight(Bridge):
    """Bridge of the page that shows one file large.

    Signals:
        showed(page, idle): another page is to show.
    """

    changed = Signal()
    showed = Signal(str, str)

    def __init__(
        self, words: Words, executor: Executor[Counter], thumbnails: Thumbnails, proof: Proof
    ) -> None:
        super().__init__(words)
        self._executor = executor
        self._thumbnails = thumbnails
        self._proof = proof
        self._turn = 0
        self._clear()
        proof.largeAsked.connect(self.open)
        proof.changed.connect(self.changed)

    def _clear(self) -> None:
        self._file: Offered | Exhibit | None = None
        self._source = ""
        self._page = 0
        self._seen: Seen | None = None
        self._trouble: KnownError | None = None
        self._looking = False
        self._thumbnails.drop(LARGE)

    @Slot(object, str)
    def open(self, file: Offered | Exhibit, source: str) -> None:
        """Show a found file, or an exhibit, from its first page."""
        if isinstance(file, Offered) and file.exhibit is not None:
            file = file.exhibit
        self._clear()
        self._file, self._source = file, source
        self._look(0)
        self.showed.emit("sight", "personal")

    def forget(self) -> None:
        """Hold no file and no picture."""
        self._clear()
        self._turn += 1
        self.changed.emit()

    # what QML may do

    @Slot()
    def back(self) -> None:
        """Go back to the proof page."""
        self._turn += 1
        self._clear()
        self.showed.emit("proof", "personal")

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn a page of the file."""
        page = self._page + pages
        if self._seen is not None and 0 <= page < self._seen.pages and not self._looking:
            self._look(page)

    @Slot()
    def add(self) -> None:
        """Add the file that is looked at, and go back to see it added."""
        index = self._proof.index_of(self._file) if isinstance(self._file, Offered) else None
        self.back()
        if index is not None:
            self._proof.add(index)

    @Slot()
    def remove(self) -> None:
        """Take the exhibit out and go back."""
        if isinstance(self._file, Exhibit):
            sha256 = self._file.sha256
            self.back()
            self._proof.remove(sha256)

    @Slot(str)
    def describe(self, purpose: str) -> None:
        """Say what the exhibit shows; the same again takes it back."""
        if isinstance(self._file, Exhibit):
            told = "" if purpose == self._purpose() else purpose
            self._proof.described.emit(self._file.sha256, told)

    # what the counter answers

    def _look(self, page: int) -> None:
        file, source, case = self._file, self._source, self._proof.case
        self._turn += 1
        turn, self._looking = self._turn, True
        self.changed.emit()

        def work(counter: Counter) -> Seen:
            if isinstance(file, Offered):
                return counter.look_at_found(file.file.path, source, page)
            if file is None or case is None:
                raise KnownError("file_gone")
            return counter.look_at_kept(case, file.sha256, page)

        self._executor.ask(
            work,
            lambda seen: self._saw(turn, page, seen),
            lambda trouble: self._cannot_look(turn, trouble),
        )

    def _saw(self, turn: int, page: int, seen: Seen) -> None:
        if turn != self._turn:
            return
        self._looking, self._page, self._seen, self._trouble = False, page, seen, None
        if seen.picture:
            self._thumbnails.put(LARGE, seen.picture)
        self.changed.emit()

    def _cannot_look(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        beside = known is not None and known.key.startswith((*OF_ONE_FILE, "evidence_"))
        if turn == self._turn:
            self._looking, self._trouble = False, known
            self.changed.emit()
        return beside

    # what QML shows

    def _exhibit(self) -> Exhibit | None:
        """Return the exhibit as it now is."""
        if not isinstance(self._file, Exhibit):
            return None
        sha256 = self._file.sha256
        return next((kept for kept in self._proof.exhibits_kept if kept.sha256 == sha256), self._file)

    def _purpose(self) -> str:
        exhibit = self._exhibit()
        return exhibit.purpose if exhibit else ""

    def _get_name(self) -> str:
        if isinstance(self._file, Offered):
            return self._file.file.name
        return self._file.name if self._file else ""

    def _get_details(self) -> str:
        if self._seen is None:
            return ""
        size = (
            self._file.file.size
            if isinstance(self._file, Offered)
            else self._file.size
            if self._file
            else 0
        )
        return about(self.words, self._seen.media_type, size, self._seen.pages, self._seen.seconds)

    def _get_picture(self) -> str:
        if self._seen is None or self._seen.picture is None:
            return ""
        return f"image://thumbnail/{LARGE}?{self._turn}"

    def _get_pages(self) -> str:
        seen = self._seen
        if seen is None or seen.pages < 2:
            return ""
        return self.say("evidence.page_of", n=self._page + 1, all=seen.pages)

    def _get_trouble(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        return self.words.join(what, do)

    def _get_purposes(self) -> list[dict[str, object]]:
        chosen = self._purpose()
        return [{"id": p, "title": self.say(f"shows.{p}"), "on": p == chosen} for p in PURPOSES]

    name = Property(str, _get_name, notify=changed)
    details = Property(str, _get_details, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    icon = Property(
        str, lambda self: icon(self._seen.media_type) if self._seen else "paper", notify=changed
    )
    pages = Property(str, _get_pages, notify=changed)
    first = Property(bool, lambda self: self._page == 0, notify=changed)
    last = Property(
        bool, lambda self: self._seen is None or self._page >= self._seen.pages - 1, notify=changed
    )
    looking = Property(bool, lambda self: self._looking, notify=changed)
    trouble = Property(str, _get_trouble, notify=changed)
    added = Property(bool, lambda self: isinstance(self._file, Exhibit), notify=changed)
    purposes = Property(ROWS, _get_purposes, notify=changed)

"""The evidence of the open case: small pictures, and one piece looked at large, page by page."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, ExhibitShown
from stationkiosk.casework.views import Sight
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.shown import Shown

LARGE = "exhibit_large"
QUARTER = 90
ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
"""How many times its fitting size a picture is shown, step by step."""


class Evidence(Bridge):
    """Bridge of the evidence tab and of the viewer over it.

    Signals:
        listed: other evidence, or another small picture.
        opened: the viewer came up; focus goes to it.
        left(n): the viewer went; focus goes back to this piece.
    """

    changed = Signal()
    listed = Signal()
    opened = Signal()
    left = Signal(int)

    def __init__(self, words: Words, asking: Asking, thumbnails: Thumbnails) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._thumbnails = thumbnails
        self._shown = Shown(words)
        self._file: CaseFile | None = None
        self._asked: set[str] = set()
        self._turn = 0
        self._shut()

    def _shut(self) -> None:
        self._at = -1
        self._page = 0
        self._angle = 0
        self._zoom = 0
        self._seen: Sight | None = None
        self._looking = False
        self._trouble: KnownError | None = None
        self._thumbnails.drop(LARGE)
        self._turn += 1

    def take(self, file: CaseFile | None) -> None:
        """Take the case whose evidence is shown; None for none."""
        same = file is not None and self._file is not None and file.case_id == self._file.case_id
        if not same:
            for name in self._asked:
                self._thumbnails.drop(name)
            self._asked.clear()
            self._shut()
        self._file = file
        self.listed.emit()
        self.changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether the viewer is up."""
        return self._at >= 0

    # what QML may do

    @Slot()
    def draw(self) -> None:
        """Ask for the small pictures that are not there yet."""
        file = self._file
        if file is None:
            return
        for exhibit in file.exhibits:
            name = _small(exhibit)
            if name not in self._asked:
                self._asked.add(name)
                self._ask_small(file, exhibit)

    def _ask_small(self, file: CaseFile, exhibit: ExhibitShown) -> None:
        self._asking.ask(
            lambda desk: desk.sight(file.case_id, exhibit.n, 0),
            lambda sight: self._drew(file, exhibit, sight),
            lambda trouble: isinstance(trouble, KnownError),
        )

    @Slot(int)
    def open(self, n: int) -> None:
        """Look at a piece of evidence, by its number."""
        at = next((at for at, exhibit in enumerate(self._exhibits) if exhibit.n == n), -1)
        if at >= 0:
            self._go(at)
            self.opened.emit()

    @Slot()
    def close(self) -> None:
        """Put the viewer away."""
        exhibit = self._exhibit
        if exhibit is not None:
            self._shut()
            self.changed.emit()
            self.left.emit(exhibit.n)

    @Slot(int)
    def step(self, pieces: int) -> None:
        """Go to the next piece of evidence, or the one before."""
        at = self._at + pieces
        if self._at >= 0 and 0 <= at < len(self._exhibits):
            self._go(at)

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn a page."""
        page = self._page + pages
        if self._seen is not None and 0 <= page < self._seen.pages:
            self._look(page)

    @Slot(int)
    def rotate(self, quarters: int) -> None:
        """Turn the picture by quarters, clockwise."""
        self._angle = (self._angle + quarters * QUARTER) % 360
        self.changed.emit()

    @Slot(int)
    def enlarge(self, steps: int) -> None:
        """Show the picture larger or smaller; 0 fits it again."""
        self._zoom = min(max(0, self._zoom + steps), len(ZOOMS) - 1) if steps else 0
        self.changed.emit()

    # what the desk answers

    def _go(self, at: int) -> None:
        self._shut()
        self._at = at
        self._look(0)

    def _look(self, page: int) -> None:
        file, exhibit = self._file, self._exhibit
        if file is None or exhibit is None:
            return
        self._turn += 1
        turn, self._looking, self._trouble = self._turn, True, None
        self._page = page
        self.changed.emit()
        self._asking.ask(
            lambda desk: desk.sight(file.case_id, exhibit.n, page),
            lambda sight: self._saw(turn, sight),
            lambda trouble: self._cannot(turn, trouble),
        )

    def _saw(self, turn: int, sight: Sight) -> None:
        if turn != self._turn:
            return
        self._looking, self._seen = False, sight
        self._thumbnails.drop(LARGE)
        if sight.picture:
            self._thumbnails.put(LARGE, sight.picture)
        self.changed.emit()

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._looking, self._seen = False, None
            self._trouble = known or KnownError("exhibit_unseen")
            self.changed.emit()
        return known is not None

    def _drew(self, file: CaseFile, exhibit: ExhibitShown, sight: Sight) -> None:
        if self._file is not None and file.case_id == self._file.case_id and sight.picture:
            self._thumbnails.put(_small(exhibit), sight.picture)
            self.listed.emit()

    # what QML shows

    @property
    def _exhibits(self) -> tuple[ExhibitShown, ...]:
        return self._file.exhibits if self._file else ()

    @property
    def _exhibit(self) -> ExhibitShown | None:
        return self._exhibits[self._at] if 0 <= self._at < len(self._exhibits) else None

    def _row(self, exhibit: ExhibitShown) -> dict[str, object]:
        name = _small(exhibit)
        there = self._thumbnails.has(name)
        return self._shown.exhibit(exhibit, f"image://thumbnail/{name}" if there else "")

    def _get_details(self) -> list[dict[str, str]]:
        exhibit = self._exhibit
        if exhibit is None:
            return []
        row = self._row(exhibit)
        length = self._shown.length(self._seen.seconds if self._seen else 0)
        told = (
            ("case.ev_kind", row["about"]),
            ("case.ev_length", length),
            ("case.ev_shows", row["purpose"]),
            ("case.ev_brought", self.speak(exhibit.brought_by)),
            ("case.ev_received", str(row["who"]).rpartition(" · ")[2]),
            ("case.ev_source", row["source"]),
            ("case.ev_hash", row["hash"]),
        )
        return [{"label": self.say(key), "value": str(value)} for key, value in told if value]

    def _get_picture(self) -> str:
        there = self._seen is not None and self._thumbnails.has(LARGE)
        return f"image://thumbnail/{LARGE}?{self._turn}" if there else ""

    def _get_pages(self) -> str:
        if self._seen is None or self._seen.pages < 2:
            return ""
        return self.say("evidence.page_of", n=self._page + 1, all=self._seen.pages)

    def _get_told(self) -> str:
        if self._looking:
            return self.say("evidence.opening")
        if self._trouble is not None:
            _title, what, do = self.words.fault(self._trouble)
            return self.words.join(what, do)
        return "" if self._get_picture() else self.say("case.unseen")

    def _get_icon(self) -> str:
        return str(self._row(self._exhibit)["icon"]) if self._exhibit else "paper"

    def _get_place(self) -> str:
        return self.say("case.ev_place", n=self._at + 1, all=len(self._exhibits)) if self._exhibit else ""

    rows = Property(ROWS, lambda self: [self._row(e) for e in self._exhibits], notify=listed)
    up = Property(bool, lambda self: self._at >= 0, notify=changed)
    name = Property(str, lambda self: self._exhibit.name if self._exhibit else "", notify=changed)
    place = Property(str, _get_place, notify=changed)
    details = Property(ROWS, _get_details, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    icon = Property(str, _get_icon, notify=changed)
    film = Property(bool, lambda self: self._get_icon() == "film", notify=changed)
    pages = Property(str, _get_pages, notify=changed)
    told = Property(str, _get_told, notify=changed)
    looking = Property(bool, lambda self: self._looking, notify=changed)
    trouble = Property(bool, lambda self: self._trouble is not None, notify=changed)
    angle = Property(int, lambda self: self._angle, notify=changed)
    zoom = Property(float, lambda self: ZOOMS[self._zoom], notify=changed)
    first = Property(bool, lambda self: self._at <= 0, notify=changed)
    last = Property(bool, lambda self: self._at >= len(self._exhibits) - 1, notify=changed)


def _small(exhibit: ExhibitShown) -> str:
    return f"exhibit_{exhibit.sha256}"

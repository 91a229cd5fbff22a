"""The camera page: aim, take, look, take again or keep, and on to the next page of paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QBuffer, QByteArray, QIODevice, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QTransform

from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.lens import Lens
from stationkiosk.ui.common.proof import OF_ONE_FILE, Proof
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

FRAME = "frame"
"""The name of the picture that shows."""

PREVIEW = 960
"""The longest side of the picture one aims with, in pixels."""

QUALITY = 92

START_MS = 40
"""How long the page has to show before the camera's library is loaded, which takes a while once."""

OPENING, LIVE, TAKEN = "opening", "live", "taken"
Open = Callable[[bool], Lens]


class Camera(Bridge):
    """Bridge of the camera page. Frames live in memory only; what is kept goes to the store.

    Signals:
        moved: the picture one aims with is a new one.
        showed(page, idle): another page is to show.
    """

    changed = Signal()
    moved = Signal()
    showed = Signal(str, str)

    def __init__(
        self, words: Words, executor: Executor[Counter], thumbnails: Thumbnails, proof: Proof, lens: Open
    ) -> None:
        super().__init__(words)
        self._executor = executor
        self._thumbnails = thumbnails
        self._proof = proof
        self._open_lens = lens
        self._lens: Lens | None = None
        self._shots = 0
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(START_MS)
        self._start.timeout.connect(self._aim)
        self._clear()
        proof.cameraAsked.connect(self.open)

    def _clear(self) -> None:
        self._stage = OPENING
        self._frame: QImage | None = None
        self._still: QImage | None = None
        self._kept = self._keeping = 0
        self._trouble: KnownError | None = None
        self._thumbnails.drop(FRAME)

    @Slot()
    def open(self) -> None:
        """Show the page and open the camera when it stands."""
        self._clear()
        self.changed.emit()
        self.showed.emit("camera", "personal")
        self._start.start()

    def forget(self) -> None:
        """Let go of the camera and of every picture."""
        self._shut()
        self._clear()
        self.changed.emit()

    # what QML may do

    @Slot()
    def next(self) -> None:
        """Do what the page's button says: take, keep, or try again."""
        if self._stage == LIVE:
            self._take()
        elif self._stage == TAKEN:
            self._keep()
        elif self._stage != OPENING:
            self._aim()

    @Slot()
    def again(self) -> None:
        """Take the picture again."""
        if self._stage == TAKEN:
            self._still = None
            self._set(LIVE)

    @Slot()
    def turn(self) -> None:
        """Turn the picture that was taken by a quarter."""
        if self._still is not None:
            self._still = self._still.transformed(QTransform().rotate(90))
            self._show(self._still)
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """Go back to the proof page."""
        self._shut()
        self._clear()
        self.showed.emit("proof", "personal")

    @Slot()
    def rest(self) -> None:
        """The page went away, whatever the reason: the camera goes off."""
        self._shut()

    # the camera

    def _aim(self) -> None:
        self._shut()
        terms = self._proof.terms
        self._lens = self._open_lens(bool(terms and terms.made_up))
        self._lens.saw.connect(self._saw)
        self._lens.failed.connect(self._failed)
        self._set(OPENING)
        self._lens.open()

    def _shut(self) -> None:
        self._start.stop()
        lens, self._lens = self._lens, None
        if lens is not None:
            lens.saw.disconnect(self._saw)
            lens.failed.disconnect(self._failed)
            lens.close()

    @Slot(object)
    def _saw(self, frame: QImage) -> None:
        self._frame = frame
        if self._stage == OPENING:
            self._show(frame)
            self._set(LIVE)
        elif self._stage == LIVE:
            self._show(frame)

    @Slot(str)
    def _failed(self, why: str) -> None:
        self._shut()
        if self._stage != TAKEN:
            self._frame = None
            self._set(why)

    def _show(self, picture: QImage) -> None:
        self._shots += 1
        whole = max(picture.width(), picture.height()) <= PREVIEW
        fast = Qt.TransformationMode.FastTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self._thumbnails.put(FRAME, picture if whole else picture.scaled(PREVIEW, PREVIEW, keep, fast))
        self.moved.emit()

    def _take(self) -> None:
        if self._frame is not None:
            self._still, self._trouble = self._frame, None
            self._show(self._still)
            self._set(TAKEN)

    def _keep(self) -> None:
        case, still = self._proof.case, self._still
        if case is None or still is None:
            return
        self._keeping += 1
        name = self.say("camera.file_name", n=self._number())
        self._still = None
        self._set(LIVE if self._lens is not None else OPENING)
        self._executor.ask(lambda counter: _kept(counter, case, still, name), self._done, self._refused)
        if self._lens is None:
            self._aim()

    def _number(self) -> int:
        taken = [kept for kept in self._proof.exhibits_kept if kept.source == "camera"]
        return len(taken) + self._keeping

    def _done(self, kept: tuple[Exhibit, bytes | None]) -> None:
        self._keeping -= 1
        if self._proof.arrive(*kept):
            self._kept += 1
        else:
            twin = next(old for old in self._proof.exhibits_kept if old.sha256 == kept[0].sha256)
            self._trouble = KnownError("file_twice", name=twin.name)
        self.changed.emit()

    def _refused(self, trouble: Exception) -> bool:
        self._keeping -= 1
        known = trouble if isinstance(trouble, KnownError) else None
        self._trouble = known if known is not None and known.key.startswith(OF_ONE_FILE) else None
        self.changed.emit()
        return self._trouble is not None

    def _set(self, stage: str) -> None:
        self._stage = stage
        self.changed.emit()

    # what QML shows

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        return self.words.join(what, do)

    def _get_picture(self) -> str:
        return f"image://thumbnail/{FRAME}?{self._shots}" if self._thumbnails.has(FRAME) else ""

    def _get_count(self) -> str:
        return self.say("camera.kept", n=self._kept) if self._kept else ""

    stage = Property(str, lambda self: self._stage, notify=changed)
    picture = Property(str, _get_picture, notify=moved)
    count = Property(str, _get_count, notify=changed)
    kept = Property(int, lambda self: self._kept, notify=changed)
    problem = Property(str, _get_problem, notify=changed)


def _kept(counter: Counter, case: UUID, still: QImage, name: str) -> tuple[Exhibit, bytes | None]:
    exhibit = counter.keep_picture(case, as_jpeg(still), "camera", name)
    return exhibit, counter.thumbnail(case, exhibit.sha256)


def as_jpeg(picture: QImage) -> bytes:
    """Return a picture as JPEG; it is written to memory alone."""
    room = QByteArray()
    buffer = QBuffer(room)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    buffer.close()
    return bytes(room.data())

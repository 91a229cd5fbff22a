"""The kiosk's window: the bridges put together, the session begun and wiped, the way out."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmapCache

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.chime import Chime
from stationkiosk.ui.common.display import Display, density
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.icons import Icons
from stationkiosk.ui.common.view import View, application
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.admin import Admin
from stationkiosk.ui.kiosk.check import Check
from stationkiosk.ui.kiosk.done import Done
from stationkiosk.ui.kiosk.fault import Fault
from stationkiosk.ui.kiosk.filing import Filing, Pages
from stationkiosk.ui.kiosk.form import Form
from stationkiosk.ui.kiosk.idle import Idle
from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.proof import Proof, Thumbnails
from stationkiosk.ui.kiosk.resume import Resume
from stationkiosk.ui.kiosk.routes import Routes
from stationkiosk.ui.kiosk.scanner import Scanner
from stationkiosk.ui.kiosk.sign import Sign
from stationkiosk.ui.kiosk.track import Track

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

log = logging.getLogger(__name__)

TICK_MS = 500
PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate)
FOCUS_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KioskWindow(QObject):
    """One kiosk: a window over a counter.

    ``counter`` is the counter itself, or what makes it; a maker is called off the UI thread
    after the first frame, so that the window stands before the store is open.

    Signals:
        exitAsked: staff want to leave the kiosk.
    """

    exitAsked = Signal()  # noqa: N815
    _moved = Signal()

    def __init__(
        self,
        counter: Counter | Callable[[], Counter],
        reference: Reference,
        clock: Clock,
        options: KioskOptions,
    ) -> None:
        super().__init__()
        application(options.resources)
        self.options = options
        self.executor: Executor[Counter] = Executor(counter if callable(counter) else lambda: counter)
        self.words = Words(reference.words.text, options.language)
        self.thumbnails = Thumbnails()
        self.display = Display(self._density())
        self._make_bridges(reference, clock)
        self._chime = Chime(options.sound)
        self._unsubscribe: Callable[[], None] | None = None
        self._listen()
        self.view = View(self._bridges())
        self.view.engine().addImageProvider("thumbnail", self.thumbnails)
        self.view.engine().addImageProvider("icon", Icons(options.resources / "icons"))
        self.view.engine().addImportPath(str(options.resources / "qml" / "keyboard"))
        self.view.installEventFilter(self)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tick)

    def _make_bridges(self, reference: Reference, clock: Clock) -> None:
        words, executor, options = self.words, self.executor, self.options
        self.kiosk = Kiosk(words, self.display, clock, may_exit=options.may_exit)
        self.fault = Fault(words)
        self.idle = Idle(words, clock, options.patience)
        self.admin = Admin(words, executor)
        self.track = Track(words, executor)
        self.resume = Resume(words, executor)
        self.pages = Pages(
            form=Form(words),
            proof=Proof(words, executor, self.thumbnails),
            routes=Routes(words, reference.consents),
            check=Check(words),
            sign=Sign(words),
            done=Done(words, executor, clock, options.finish_seconds),
        )
        self.filing = Filing(words, executor, reference, clock, self.pages)
        self.scanner = Scanner()

    def _bridges(self) -> dict[str, QObject]:
        pages = self.pages
        return {
            "words": self.words,
            "display": self.display,
            "kiosk": self.kiosk,
            "fault": self.fault,
            "idle": self.idle,
            "admin": self.admin,
            "track": self.track,
            "resume": self.resume,
            "filing": self.filing,
            "form": pages.form,
            "proof": pages.proof,
            "routes": pages.routes,
            "check": pages.check,
            "sign": pages.sign,
            "done": pages.done,
        }

    def _listen(self) -> None:
        self.executor.faulted.connect(self._faulted)
        self.executor.broke.connect(self._broke)
        self.fault.raised.connect(lambda: self.kiosk.cover("fault"))
        self.fault.lowered.connect(lambda: self.kiosk.cover("fault", False))
        self.kiosk.beginAsked.connect(self.filing.begin)
        self.kiosk.endAsked.connect(self._end)
        self.kiosk.staffCalled.connect(self._chime.play)
        self.kiosk.changed.connect(self._stand)
        self.filing.showed.connect(self._show)
        self.filing.left.connect(self.wipe)
        self.pages.done.finished.connect(self.wipe)
        self.track.found.connect(lambda: self._show("progress", "personal"))
        self.resume.found.connect(self._go_on)
        self.idle.warned.connect(self._warn)
        self.idle.resumed.connect(lambda: self.kiosk.cover("idle", False))
        self.idle.ended.connect(self._idle_over)
        self.admin.passed.connect(self.exitAsked)
        self.admin.closed.connect(lambda: self.kiosk.cover("admin", False))
        self.scanner.scanned.connect(self._scanned)
        self._moved.connect(self._ask_face, Qt.ConnectionType.QueuedConnection)
        self._patience = "plain"

    # life

    def show(self) -> None:
        """Paint the home page; the counter is made and the keyboard loaded after that."""
        self.display.resize(self._size())
        self.view.load(self.options.resources / "qml" / "kiosk" / "Main.qml")
        self.view.widthChanged.connect(self._resized)
        self.view.heightChanged.connect(self._resized)
        if self.options.windowed:
            self.view.resize(self._size())
            self.view.show()
        else:
            self.view.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            self.view.resize(self._size())
            self.view.showFullScreen()
        QTimer.singleShot(0, self._settle)
        self._ticks.start()

    def close(self) -> None:
        """End the session, stop the worker, close the window."""
        self._ticks.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.wipe()
        self.executor.close()
        self.view.removeEventFilter(self)
        self.view.unload()

    @Slot()
    def tick(self) -> None:
        """Let time pass: idle warning and the last page's countdown."""
        if not self.executor.idle and self.kiosk.showing == "filing":
            self.idle.touch()
        self.idle.tick()
        self.pages.done.tick()

    @Slot()
    def wipe(self) -> None:
        """End the session: nothing of the person stays in fields, models, clipboard or pictures."""
        self.executor.forget()
        self.executor.ask(lambda counter: counter.close_session(), lasting=True)
        self.kiosk.reset()
        for bridge in (self.filing, self.track, self.resume, self.admin, self.fault):
            bridge.forget()
        for name in Pages.__slots__:
            getattr(self.pages, name).forget()
        self.scanner.forget()
        self.words.choose(self.options.language)
        self.display.enlarge(False)
        QGuiApplication.inputMethod().reset()
        QGuiApplication.inputMethod().hide()
        QGuiApplication.clipboard().clear()
        QPixmapCache.clear()
        self.view.engine().collectGarbage()
        gc.collect()
        self._ask_face()

    def own_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault of our own, show the calm page, keep the session. Fits ``sys.excepthook``."""
        log.error("a fault of our own", exc_info=(kind, fault, trace))
        self._broke(fault)

    # what the bridges tell

    @Slot()
    def _settle(self) -> None:
        self._ask_face()
        self.executor.ask(self._subscribe, lasting=True)
        self.kiosk.want_keyboard()

    def _subscribe(self, counter: Counter) -> None:
        self._unsubscribe = counter.subscribe(self._moved.emit)

    @Slot()
    def _ask_face(self) -> None:
        self.executor.ask(lambda counter: counter.face(), self.kiosk.take_face, lasting=True)

    @Slot(str, str)
    def _show(self, page: str, patience: str) -> None:
        self._patience = patience
        self.kiosk.show(page)
        self._stand()

    @Slot()
    def _stand(self) -> None:
        page = self.kiosk.showing
        if not self.filing.under_way and page not in ("done", "progress"):
            self._patience = "plain"
        self.idle.stand(self._patience, quiet=page == HOME)

    @Slot(bool)
    def _end(self, keep: bool) -> None:
        if not keep:
            self.filing.discard()
        self.wipe()

    @Slot(object, object, str)
    def _go_on(self, case: UUID, body: dict[str, Any], code: str) -> None:
        self.filing.resume(case, body, code)

    @Slot(str)
    def _scanned(self, code: str) -> None:
        self.track.type(code)
        self.kiosk.show("track")
        self.track.next()

    @Slot()
    def _warn(self) -> None:
        self.kiosk.cover("idle")
        self._chime.play()

    @Slot()
    def _idle_over(self) -> None:
        if self.kiosk.showing != HOME or self.kiosk.is_covered or self._changed_at_home():
            self.wipe()

    def _changed_at_home(self) -> bool:
        return self.words.chosen is not self.options.language or bool(self.display.large)

    @Slot(object)
    def _faulted(self, fault: KnownError) -> None:
        starting = not self.kiosk.started
        self.fault.raise_known(
            fault, session=self.filing.under_way, again=self._settle if starting else None
        )

    @Slot(object)
    def _broke(self, _fault: BaseException) -> None:
        self.fault.raise_own(session=self.filing.under_way)

    # the window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See touches and keys: idle time, visible focus, a code scanner on the home page."""
        kind = event.type()
        if kind in TOUCHES:
            self.idle.touch()
            self.display.work_by_keys(False)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.idle.touch()
            if event.key() in FOCUS_KEYS:
                self.display.work_by_keys(True)
            if self.kiosk.showing == HOME and not self.kiosk.is_covered and self.scanner.key(event):
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _resized(self) -> None:
        self.display.resize(self.view.size())

    def _size(self) -> QSize:
        options = self.options
        if options.size is not None:
            wide, high = options.size
        elif options.windowed:
            wide, high = PORTRAIT if options.portrait else LANDSCAPE
        else:
            screen = QGuiApplication.primaryScreen().size()
            wide, high = screen.width(), screen.height()
        if options.portrait is not None and options.portrait is not (high > wide):
            wide, high = high, wide
        return QSize(wide, high)

    def _density(self) -> float:
        screen = QGuiApplication.primaryScreen()
        told = self.options.panel_mm
        return density(screen.size(), QSizeF(*told) if told else screen.physicalSize())


def run(counter: Callable[[], Counter], reference: Reference, clock: Clock, options: KioskOptions) -> int:
    """Open the kiosk and stay until staff leave it; return the exit code."""
    app = application(options.resources)
    window = KioskWindow(counter, reference, clock, options)
    sys.excepthook = window.own_fault
    window.exitAsked.connect(app.quit)
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    window.close()
    return code

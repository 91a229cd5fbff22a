"""The kiosk's window: the bridges put together, the session begun and wiped, the way out."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache, QScreen

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import FirstWords
from stationkiosk.ui.common.display import DRAWN_PX_PER_MM, LIKELY_PX_PER_MM, Display, density
from stationkiosk.ui.common.icons import Icons
from stationkiosk.ui.common.screens import alone, chosen_screen, halves, room_of
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.view import View, application
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.beside import Beside
from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk
from stationkiosk.ui.kiosk.options import KioskOptions

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.views import Face
    from stationkiosk.reference.load import Reference
    from stationkiosk.ui.common.ahead import Ahead
    from stationkiosk.ui.kiosk.attending import Attending
    from stationkiosk.ui.kiosk.filing import Filing
    from stationkiosk.ui.kiosk.resume import Resume
    from stationkiosk.ui.kiosk.session import Session
    from stationkiosk.ui.kiosk.stages import Pages
    from stationkiosk.ui.kiosk.tending import Tending
    from stationkiosk.ui.kiosk.track import Track

log = logging.getLogger(__name__)

TICK_MS = 500
FACE_SECONDS = 30
"""How old what the home page says of hours and printer may grow."""

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)


class KioskWindow(Beside):
    """One kiosk: a window over a counter.

    ``counter`` and ``reference`` are themselves, or what makes them; makers are called off the
    UI thread after the first frame, so that the window stands before rules are read and the
    store is open. The pages behind the home page are made then, too: ``session``. What else the
    first frame does not show is in ``Beside``.

    Signals:
        exitAsked(int): staff want to leave the kiosk, or have it started anew: the exit code.
    """

    exitAsked = Signal(int)  # noqa: N815
    _moved = Signal()

    def __init__(
        self,
        counter: Counter | Callable[[], Counter],
        reference: Reference | Callable[[], Reference],
        clock: Clock,
        options: KioskOptions,
    ) -> None:
        super().__init__()
        application(options.resources)
        self.options = options
        self._counter = counter
        self._reference = reference
        self._clock = clock
        self.words = Words(self._first_words(), options.language)
        self.thumbnails = Thumbnails()
        self.display = Display(self._density())
        self.kiosk = Kiosk(self.words, self.display, clock, may_exit=options.may_exit)
        self.kiosk.tell_of_restart(options.restarted)
        self._session: Session | None = None
        self._ahead: Ahead | None = None
        self._settled = False
        self._unsubscribe: Callable[[], None] | None = None
        self._patience = "plain"
        self._attending: Attending | None = None
        self._tending: Tending | None = None
        self.view = self._make_view()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tick)

    def _first_words(self) -> Callable[[str], Text]:
        if not callable(self._reference):
            return self._reference.words.text
        return FirstWords(self.options.resources / "i18n", "screens.toml").text

    def _make_view(self) -> View:
        view = View()
        view.add(
            {
                "speaker": self.words,
                "display": self.display,
                "kiosk": self.kiosk,
            }
        )
        engine = view.engine()
        engine.addImageProvider("thumbnail", self.thumbnails)
        engine.addImageProvider("icon", Icons(self.options.resources / "icons"))
        engine.addImportPath(str(self.options.resources / "qml" / "keyboard"))
        return view

    @property
    def session(self) -> Session:
        """The pages behind the home page; there when ``kiosk.started``."""
        if self._session is None:
            raise RuntimeError("the window has not settled yet")
        return self._session

    @property
    def ready(self) -> bool:
        """Whether all that is made ready in idle moments is there."""
        return self._ahead is not None and not self._ahead.under_way

    @property
    def pages(self) -> Pages:
        """The bridges of the pages that journeys lead through."""
        return self.session.pages

    @property
    def filing(self) -> Filing:
        """The filing under way."""
        return self.session.filing

    @property
    def track(self) -> Track:
        """The pages that track a case."""
        return self.session.track

    @property
    def resume(self) -> Resume:
        """The page that goes on with a draft."""
        return self.session.resume

    def _listen(self) -> None:
        from PySide6.QtCore import Qt

        self.executor.faulted.connect(self._faulted)
        self.executor.broke.connect(self._broke)
        self.fault.raised.connect(lambda: self.kiosk.cover("fault"))
        self.fault.lowered.connect(lambda: self.kiosk.cover("fault", False))
        self.kiosk.endAsked.connect(self._end)
        self.kiosk.staffCalled.connect(self._call_staff)
        self.staff.ended.connect(self.kiosk.staffCame)
        self.kiosk.changed.connect(self._stand)
        self.kiosk.left.connect(self.voice.hush)
        self.idle.warned.connect(self._warn)
        self.idle.resumed.connect(lambda: self.kiosk.cover("idle", False))
        self.idle.ended.connect(self._idle_over)
        self.admin.closed.connect(lambda: self.kiosk.cover("admin", False))
        self._moved.connect(self._store_moved, Qt.ConnectionType.QueuedConnection)

    def _listen_to(self, session: Session) -> None:
        from stationkiosk.ui.kiosk.attending import Attending
        from stationkiosk.ui.kiosk.scans import Scans
        from stationkiosk.ui.kiosk.tending import Tending
        from stationkiosk.ui.kiosk.upkeep import Upkeep
        from stationkiosk.ui.kiosk.visits import Visits

        self.kiosk.beginAsked.connect(session.filing.begin)
        self.kiosk.reportAsked.connect(session.filing.report)
        self.kiosk.answerAsked.connect(session.filing.answer)
        session.filing.showed.connect(self._show)
        session.sight.showed.connect(self._show)
        session.camera.showed.connect(self._show)
        session.filing.left.connect(self.wipe)
        session.pages.done.finished.connect(self.wipe)
        Visits(self.kiosk, session, self._show).listen()
        session.resume.found.connect(session.filing.resume)
        self._attending = Attending(self.kiosk, self.idle, self._clock, session.stage)
        self._attending.listen(self._show, self.wipe, self.voice)
        self._tending = Tending(self.kiosk, self.idle, self._clock, self.executor, session.paper)
        self._tending.listen()
        session.paper.changed.connect(self._stand)
        self._scans = Scans(self.kiosk, self.executor, self.scanner, session)
        self._upkeep = Upkeep(self.kiosk, self.admin, session)
        self._upkeep.home.connect(self.wipe)
        self._upkeep.left.connect(self.exitAsked)

    # life

    def show(self) -> None:
        """Paint the home page; the counter is made and the keyboard loaded after that."""
        self.display.resize(self._size())
        self.view.load(self.options.resources / "qml" / "kiosk" / "Main.qml")
        self.view.widthChanged.connect(self._resized)
        self.view.heightChanged.connect(self._resized)
        self.view.setScreen(self._screen())
        if self._beside is not None:
            self.view.setGeometry(self._beside)
            self.view.show()
        elif self.options.windowed:
            self.view.resize(self._size())
            self.view.show()
        else:
            from PySide6.QtCore import Qt

            self.view.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            self.view.setPosition(self._screen().geometry().topLeft())
            self.view.resize(self._size())
            self.view.showFullScreen()
        self.view.frameSwapped.connect(self._framed)

    def close(self) -> None:
        """End the session, stop the worker, close the window."""
        self._ticks.stop()
        if self._ahead is not None:
            self._ahead.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.wipe()
        self.voice.close()
        self.executor.close(lambda counter: counter.close())
        self.guard.release()
        self.view.unload()

    @Slot()
    def tick(self) -> None:
        """Let time pass: idle warning, the last page's countdown, what home says of hours and printer."""
        if not self.executor.idle and self.kiosk.showing == "filing":
            self.idle.touch()
        if self._tending is not None:
            self._tending.tick()
        self.idle.tick()
        self.kiosk.tick()
        if self._attending is not None:
            self._attending.tick()
        if self._session is not None:
            self._session.pages.done.tick()
        if self.kiosk.showing == HOME and self.kiosk.started:
            self._ask_face_again()

    def _ask_face_again(self) -> None:
        """Look anew at what passes with time: opening hours, a printer that is back."""
        if self._clock.monotonic() - self._faced >= FACE_SECONDS and self.executor.idle:
            self._ask_face()

    @Slot()
    def wipe(self) -> None:
        """End the session: nothing of the person stays in fields, models, clipboard or pictures."""
        self.voice.hush()
        self.executor.forget()
        self.executor.ask(lambda counter: counter.close_session(), lasting=True)
        self.kiosk.tell_of_restart(False)
        self.kiosk.reset()
        if self._session is not None:
            self._session.forget()
        self.admin.forget()
        self.staff.forget()
        self.fault.forget()
        self.scanner.forget()
        self.words.choose(self.options.language)
        self.display.enlarge(False)
        self.display.sharpen(False)
        QGuiApplication.inputMethod().reset()
        QGuiApplication.inputMethod().hide()
        _empty(QGuiApplication.clipboard())
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
    def _framed(self) -> None:
        if not self._settled:
            self._settled = True
            self.view.frameSwapped.disconnect(self._framed)
            QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        """Make what stands beside the pages, now that the first frame is out."""
        gc.enable()
        covers = {"fault": self.fault, "idle": self.idle, "admin": self.admin, "staff": self.staff}
        self.view.add({"aloud": self.aloud, **covers})
        self._listen()
        self.guard.watch()
        self._ticks.start()
        self._settle()

    @Slot()
    def _settle(self) -> None:
        if self._session is None:
            self.executor.prepare(self._read, self._furnish)
        self._ask_face()
        self.kiosk.want_keyboard()

    def _read(self) -> Reference:
        """Read the rules and import what the pages need; runs on the worker."""
        from stationkiosk.ui.kiosk import session  # noqa: F401

        return self._reference() if callable(self._reference) else self._reference

    def _furnish(self, reference: Reference) -> None:
        """Make the pages behind the home page."""
        from stationkiosk.ui.common.ahead import Ahead, glyphs
        from stationkiosk.ui.kiosk.attending import public_is_here
        from stationkiosk.ui.kiosk.session import Session

        if callable(self._reference):
            self.words.learn(reference.words.text)
        self._session = Session(
            self.words,
            self.executor,
            reference,
            self._clock,
            self.options,
            self.thumbnails,
            self.idle,
            lambda: public_is_here(self.kiosk),
        )
        self._listen_to(self._session)
        self.view.add(self._session.bridges())
        scale = self.display.px_per_mm / DRAWN_PX_PER_MM
        self._ahead = Ahead(glyphs(_all_that_is_said(reference), scale), self)
        if self.options.ahead:
            self.view.compile(self.options.resources / "qml" / "kiosk" / "pages")
        self.kiosk.be_ready()

    @property
    def _under_way(self) -> bool:
        return self._session is not None and self._session.filing.under_way

    def _subscribe(self, counter: Counter) -> None:
        self._unsubscribe = counter.subscribe(self._moved.emit)

    @Slot()
    def _store_moved(self) -> None:
        self.staff.look()
        if self._attending is not None:
            self._attending.look()
        if self.kiosk.showing == HOME:
            self._ask_face()

    @Slot()
    def _ask_face(self) -> None:
        self._faced = self._clock.monotonic()
        self.executor.ask(lambda counter: counter.face(), self._meet, lasting=True)

    def _meet(self, face: Face) -> None:
        first = not self.kiosk.started
        self.kiosk.take_face(face)
        if self._session is not None:
            self._session.pages.sides.most = face.max_respondents
            self._session.paper.reprints = face.reprints
        if first:
            # What start-up made lives as long as the program: the sweep after each session passes it over.
            gc.collect()
            gc.freeze()
            if self._ahead is not None and self.options.ahead:
                self._ahead.start()
            if self.options.sound or self.options.voice:
                self.voice.begin()
            self.executor.ask(self._subscribe, lambda _none: self._store_moved(), lasting=True)

    @Slot(str, str)
    def _show(self, page: str, patience: str) -> None:
        self._patience = patience
        self.kiosk.show(page)
        self._stand()

    @Slot()
    def _stand(self) -> None:
        from stationkiosk.ui.kiosk.stage import STAGED
        from stationkiosk.ui.kiosk.visits import PERSONAL

        if self.kiosk.is_covered:
            self.voice.hush()
        page = self.kiosk.showing
        if not self._under_way and page not in PERSONAL | STAGED:
            self._patience = "plain"
        waits = self.kiosk.covered("staff") or (self._tending is not None and self._tending.waits)
        self.idle.stand("signature" if waits else self._patience, quiet=page == HOME and not waits)

    @Slot(bool)
    def _end(self, keep: bool) -> None:
        if self._attending is not None and self._attending.ended(untouched=False):
            return
        if not keep:
            self.filing.discard()
        elif self._session is not None:
            self._session.filing.keep()
        self.wipe()

    @Slot()
    def _call_staff(self) -> None:
        self.chime.play()
        self.staff.call(self.kiosk.showing)

    @Slot()
    def _warn(self) -> None:
        self.kiosk.cover("idle")
        self.chime.play()

    @Slot()
    def _idle_over(self) -> None:
        if self._attending is not None and self._attending.ended(untouched=True):
            return
        if self.kiosk.showing != HOME or self.kiosk.is_covered or self._changed_at_home():
            self._end(keep=True)

    def _changed_at_home(self) -> bool:
        display = self.display
        return self.words.chosen is not self.options.language or bool(display.large or display.contrast)

    @Slot(object)
    def _faulted(self, fault: KnownError) -> None:
        starting = not self.kiosk.started
        self.fault.raise_known(fault, session=self._under_way, again=self._settle if starting else None)

    @Slot(object)
    def _broke(self, _fault: BaseException) -> None:
        self.fault.raise_own(session=self._under_way)

    # the window

    @Slot()
    def _resized(self) -> None:
        self.display.resize(self.view.size())

    def _size(self) -> QSize:
        options = self.options
        if self._beside is not None:
            return self._beside.size()
        if options.size is not None:
            wide, high = options.size
        elif options.windowed:
            wide, high = PORTRAIT if options.portrait else LANDSCAPE
            return QSize(wide, high).boundedTo(self._room())
        else:
            screen = self._screen().size()
            wide, high = screen.width(), screen.height()
        if options.portrait is not None and options.portrait is not (high > wide):
            wide, high = high, wide
        return QSize(wide, high)

    def _room(self) -> QSize:
        """Return how large a window the screen has room for; where nothing is shown, any."""
        if QGuiApplication.platformName() == "offscreen":
            return QSize(*LANDSCAPE).expandedTo(QSize(*PORTRAIT))
        return self._screen().availableSize()

    def _screen(self) -> QScreen:
        return chosen_screen(self.options.screen, 2 if self.options.beside else 1)

    @property
    def _beside(self) -> QRect | None:
        """Where the window stands beside a desk on the only screen, None where it has one of its own."""
        if not (self.options.beside and alone()):
            return None
        return halves(room_of(self._screen()))[1]

    def _density(self) -> float:
        screen = self._screen()
        if self._beside is not None:
            return max(LIKELY_PX_PER_MM[0], DRAWN_PX_PER_MM * self._beside.width() / PORTRAIT[0])
        told = self.options.panel_mm
        return density(screen.size(), QSizeF(*told) if told else screen.physicalSize())


def _all_that_is_said(reference: Reference) -> Iterator[str]:
    keys = reference.words.keys()
    for text in map(reference.words.text, keys):
        yield text.zh + text.en
    yield repr(reference.forms)


def _empty(clipboard: QClipboard) -> None:
    """Take away what was copied, and what X11 hands on as soon as it is marked."""
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)

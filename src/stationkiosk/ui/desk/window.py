"""The desk's window: the bridges put together, who works there, what changed elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import FirstWords
from stationkiosk.ui.common.display import DRAWN_PX_PER_MM, Display, density
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.icons import Icons
from stationkiosk.ui.common.screens import alone, chosen_screen, halves, room_of
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.view import View, application
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking, Place
from stationkiosk.ui.desk.bridge import SCREENS, DeskBridge, Moved
from stationkiosk.ui.desk.memory import Memory
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.shell import Shell
from stationkiosk.ui.desk.status import Status

if TYPE_CHECKING:
    from stationkiosk.reference.load import Reference

log = logging.getLogger(__name__)

BRIDGES: dict[str, str] = {
    "case_": "stationkiosk.ui.desk.case:CasePage",
    "queue": "stationkiosk.ui.desk.queue:Queue",
    "finder": "stationkiosk.ui.desk.palette:Palette",
    "keyList": "stationkiosk.ui.desk.keylist:KeyList",
    "ownPassword": "stationkiosk.ui.desk.signin:OwnPassword",
    "members": "stationkiosk.ui.desk.staff:Members",
    "trail": "stationkiosk.ui.desk.audit:Audit",
    "intake": "stationkiosk.ui.desk.intake:Intake",
    "alike": "stationkiosk.ui.desk.likeness:Alike",
    "drafting": "stationkiosk.ui.desk.drafting:Drafting",
    "calls": "stationkiosk.ui.desk.calls:Calls",
    "messages": "stationkiosk.ui.desk.messages:Messages",
    "printing": "stationkiosk.ui.desk.printing:Printing",
}
"""What QML knows each page's bridge by, and its class: made with ``(words, asking, shell)``.

The palette offers what they can do in this order.
"""

TICK_MS = 1000
FINEST_PLAIN_PX_PER_MM = 5.0
"""Panels up to this fineness show the desk pixel for pixel."""

DRAWN_DESK_PX_PER_MM = 3.6
"""Pixels a millimetre of the panel the desk is drawn for (24 inch, 1920 by 1080)."""

LEAST = QSize(1180, 640)
KEYS_OF_FOCUS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F6)
ACTS = (
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
)


def desk_scale(px_per_mm: float) -> float:
    """Return how many pixels one drawn pixel of the desk has, in quarters: 1 on a usual panel."""
    if px_per_mm <= FINEST_PLAIN_PX_PER_MM:
        return 1.0
    return round(4 * px_per_mm / DRAWN_DESK_PX_PER_MM) / 4


class DeskWindow(QObject):
    """One desk: a window over a place of the station.

    ``place`` and ``reference`` are themselves, or what makes them; makers are called off the UI
    thread after the first frame.

    Signals:
        exitAsked(int): the window was closed: the exit code.
    """

    exitAsked = Signal(int)  # noqa: N815
    _moved = Signal(object)

    def __init__(
        self,
        place: Place | Callable[[], Place],
        reference: Reference | Callable[[], Reference],
        clock: Clock,
        options: DeskOptions,
    ) -> None:
        super().__init__()
        application(options.resources, touch=False)
        self.options = options
        self._reference = reference
        self.clock = clock
        self.words = Words(self._first_words(), options.language)
        self.display = Display(self._density())
        self.display.work_by_keys(True)
        make: Callable[[], Place] = place if callable(place) else lambda: place
        self.executor: Executor[Place] = Executor(make)
        self.asking = Asking(self.executor)
        self.thumbnails = Thumbnails()
        self.shell = Shell(
            self.words, self.display, self.asking, options.resources / "qml" / "desk" / "pages"
        )
        self.status = Status(self.words, self.asking, self.shell, clock)
        self.memory = Memory(options.memory)
        self.bridges: dict[str, DeskBridge] = {}
        self._framed_once = False
        self._closed = False
        self._stop: Callable[[], None] | None = None
        self._touched = clock.monotonic()
        self.view = self._make_view()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self._listen()

    def _first_words(self) -> Callable[[str], Text]:
        if not callable(self._reference):
            return self._reference.words.text
        return FirstWords(self.options.resources / "i18n", "desk_window.toml").text

    def _make_view(self) -> View:
        view = View()
        view.add(
            {
                "speaker": self.words,
                "display": self.display,
                "desk": self.shell,
                "station": self.status,
                "memory": self.memory,
            }
        )
        view.engine().addImageProvider("thumbnail", self.thumbnails)
        view.engine().addImageProvider("icon", Icons(self.options.resources / "icons"))
        return view

    def _listen(self) -> None:
        self.executor.faulted.connect(self.shell.raise_fault)
        self.executor.broke.connect(self._broke)
        self.shell.seated.connect(self._seated)
        self.shell.left.connect(self._left)
        self.shell.arrived.connect(self._arrived)
        self._moved.connect(self._heard, Qt.ConnectionType.QueuedConnection)

    @property
    def ready(self) -> bool:
        """Whether the pages behind the first frame are there."""
        return bool(self.bridges)

    # life

    def show(self) -> None:
        """Paint the frame; the station is opened and the pages are made after that."""
        self.view.setTitle(self.words.say("desk.title", ""))
        self.view.setMinimumSize(LEAST)
        self._place_window()
        self.display.resize(self.view.size())
        self.view.load(self.options.resources / "qml" / "desk" / "Main.qml")
        self.view.widthChanged.connect(self._resized)
        self.view.heightChanged.connect(self._resized)
        self.view.installEventFilter(self)
        self.view.frameSwapped.connect(self._framed)
        if self.options.windowed or self._shares:
            self.view.show()
        else:
            self.view.showMaximized()

    def close(self) -> None:
        """Remember the window, stop the worker, close. Nothing happens the second time."""
        if self._closed:
            return
        self._closed = True
        self._ticks.stop()
        self._unsubscribe()
        self.view.removeEventFilter(self)
        if self.options.windowed and not self._shares:
            self.memory.keep_size(self.view.size())
        for bridge in self.bridges.values():
            bridge.forget()
        self.executor.close(lambda place: place.close())
        self.view.unload()

    def _place_window(self) -> None:
        screen = chosen_screen(self.options.screen)
        self.view.setScreen(screen)
        room = room_of(screen)
        if self._shares:
            room = halves(room)[0]
        kept = self.memory.size
        if self.options.size is not None:
            size = QSize(*self.options.size)
        elif not self.options.windowed or self._shares:
            size = room.size()
        else:
            size = (kept or QSize(1600, 900)).boundedTo(room.size())
        self.view.resize(size)
        if self.options.screen or self.options.beside:
            self.view.setPosition(room.topLeft())

    @property
    def _shares(self) -> bool:
        """Whether a kiosk stands beside it on the only screen."""
        return self.options.beside and alone()

    @Slot()
    def tick(self) -> None:
        """Let time pass: the clock at the foot, the lock."""
        self.status.tick()
        waited = self.clock.monotonic() - self._touched
        if waited >= self.options.lock_seconds and self.shell.signed_in is not None:
            self.shell.lock_up(idle=True)

    def own_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault of our own and tell of it; what was typed stays. Fits ``sys.excepthook``."""
        log.error("a fault of our own", exc_info=(kind, fault, trace))
        self._broke(fault)

    # what happens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note that somebody works here, and whether by keys; a window that is closed ends."""
        kind = event.type()
        if kind in ACTS:
            self._touched = self.clock.monotonic()
            if kind == QEvent.Type.MouseButtonPress:
                self.display.work_by_keys(False)
            elif isinstance(event, QKeyEvent) and event.key() in KEYS_OF_FOCUS:
                self.display.work_by_keys(True)
        elif isinstance(event, QCloseEvent):
            self.exitAsked.emit(0)
        return super().eventFilter(watched, event)

    @Slot()
    def _framed(self) -> None:
        if not self._framed_once:
            self._framed_once = True
            self.view.frameSwapped.disconnect(self._framed)
            QTimer.singleShot(0, self._settle)

    @Slot()
    def _settle(self) -> None:
        self._ticks.start()
        self.executor.prepare(self._read, self._furnish)

    def _read(self) -> Reference:
        """Read the rules and import what the pages need; runs on the worker."""
        for path in BRIDGES.values():
            import_module(path.partition(":")[0])
        return self._reference() if callable(self._reference) else self._reference

    def _furnish(self, reference: Reference) -> None:
        self.reference = reference
        if callable(self._reference):
            self.words.learn(reference.words.text)
        for name, path in BRIDGES.items():
            self.bridges[name] = self._bridge(path)
        self.view.add(dict(self.bridges))
        self.view.compile(self.options.resources / "qml" / "desk" / "pages")
        self.shell.settle()
        self.status.ask()

    def _bridge(self, path: str) -> DeskBridge:
        module, _, name = path.partition(":")
        made: DeskBridge = getattr(import_module(module), name)(self.words, self.asking, self.shell)
        made.setParent(self)
        made.furnish(self)
        return made

    @Slot()
    def _seated(self) -> None:
        self._touched = self.clock.monotonic()
        if self.shell.signed_in is not None:
            self.memory.greet(self.shell.signed_in.login, self.shell.signed_in.name)
        self._unsubscribe()
        self.asking.ask(lambda desk: desk.subscribe(self._moved.emit), self._subscribed)
        self.status.ask()

    def _subscribed(self, stop: Callable[[], None]) -> None:
        self._stop = stop

    def _unsubscribe(self) -> None:
        stop, self._stop = self._stop, None
        if stop is not None:
            stop()

    @Slot()
    def _left(self) -> None:
        self._unsubscribe()
        for bridge in self.bridges.values():
            bridge.forget()
        self.thumbnails.clear()
        QGuiApplication.clipboard().clear()

    @Slot(str)
    def _arrived(self, page: str) -> None:
        for bridge in self.bridges.values():
            if bridge.page == page:
                bridge.arrive()

    @Slot(object)
    def _heard(self, change: Moved) -> None:
        if not self.shell.at_work:
            return
        record = change.topic != SCREENS
        for bridge in self.bridges.values():
            if record or bridge.follows_screens:
                bridge.moved(change)
        if record:
            self.status.moved(change)

    @Slot(object)
    def _broke(self, _fault: object) -> None:
        self.shell.raise_fault(KnownError("own_desk"))

    # the window

    @Slot()
    def _resized(self) -> None:
        self.display.resize(self.view.size())

    def _density(self) -> float:
        screen = chosen_screen(self.options.screen)
        told = self.options.panel_mm
        found = density(screen.size(), QSizeF(*told) if told else screen.physicalSize())
        return desk_scale(found) * DRAWN_PX_PER_MM

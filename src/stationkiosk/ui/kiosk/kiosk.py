"""The kiosk as a whole: which page shows, what covers it, language and size, the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.display import Display
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.state import notes

if TYPE_CHECKING:
    from stationkiosk.casework.views import Face

HOME = "home"
OPEN_TO_ALL = frozenset({"resume", "complained"})
SEAL_PRESSES = 5
SEAL_SECONDS = 5.0
RESTART_SECONDS = 900.0
"""How long the home page tells of a restart."""


COVERS = ("idle", "hidden", "fault", "admin", "staff", "end")
"""What may cover a page; the first of them that is up shows."""


class Kiosk(Bridge):
    """Bridge of the frame around every page.

    Signals:
        arrived: the page that shows got new content; focus goes to its heading.
        left: the page is about to be left; text being composed is taken over first.
        beginAsked: somebody wants to file.
        reportAsked: somebody wants to report what they saw.
        answerAsked: somebody complained about wants to answer.
        trackAsked: somebody wants to know where their case stands.
        reprintAsked: somebody wants a paper of their case once more.
        messageAsked: somebody wants to leave a message for the station.
        endAsked(bool): the session is to end; True keeps the draft.
        exitAsked: staff want to leave the kiosk.
        staffCalled: somebody wants help.
    """

    changed = Signal()
    arrived = Signal()
    left = Signal()
    beginAsked = Signal()  # noqa: N815
    reportAsked = Signal()  # noqa: N815
    answerAsked = Signal()  # noqa: N815
    trackAsked = Signal()  # noqa: N815
    reprintAsked = Signal()  # noqa: N815
    messageAsked = Signal()  # noqa: N815
    endAsked = Signal(bool)  # noqa: N815
    exitAsked = Signal()  # noqa: N815
    staffCalled = Signal()  # noqa: N815

    def __init__(self, words: Words, display: Display, clock: Clock, *, may_exit: bool) -> None:
        super().__init__(words)
        self._display = display
        self._clock = clock
        self._may_exit = may_exit
        self._page = HOME
        self._covers: set[str] = set()
        self._face: Face | None = None
        self._keyboard = False
        self._restarted = False
        self._restarted_at = 0.0
        self._presses: list[float] = []
        self._ready = False
        self._asked: Callable[[], None] | None = None

    # what happens

    def show(self, page: str) -> None:
        """Show a page, or tell that the one that shows has new content."""
        self.left.emit()
        if page != self._page:
            self._page = page
            self.changed.emit()
        else:
            self.arrived.emit()

    def cover(self, name: str, up: bool = True) -> None:
        """Put a cover up or take it away."""
        if up is (name in self._covers):
            return
        if up:
            self._covers.add(name)
        else:
            self._covers.discard(name)
        self.changed.emit()

    def covered(self, name: str) -> bool:
        """Tell whether this cover is up, on top or not."""
        return name in self._covers

    def take_face(self, face: Face) -> None:
        """Take what the station says about itself."""
        if face != self._face:
            self._face = face
            self.changed.emit()

    @property
    def started(self) -> bool:
        """Whether the station has answered once."""
        return self._face is not None

    @property
    def showing(self) -> str:
        """The page that shows."""
        return self._page

    @property
    def is_covered(self) -> bool:
        """Whether anything covers the page."""
        return bool(self._covers)

    def be_ready(self) -> None:
        """The pages behind the home page are there: do what was asked for meanwhile."""
        self._ready = True
        asked, self._asked = self._asked, None
        if asked is not None:
            asked()

    def tell_of_restart(self, restarted: bool) -> None:
        """Say on the home page that the machine started anew, or no longer."""
        self._restarted = restarted
        self._restarted_at = self._clock.monotonic()
        self.changed.emit()

    def tick(self) -> None:
        """Let time pass: whoever was here when the machine broke down is gone by now."""
        if self._restarted and self._clock.monotonic() - self._restarted_at > RESTART_SECONDS:
            self.tell_of_restart(False)

    def want_keyboard(self) -> None:
        """Load the keyboard on the screen."""
        self._keyboard = True
        self.changed.emit()

    def reset(self) -> None:
        """Go home with nothing over it."""
        self._covers.clear()
        self._presses.clear()
        self._page = HOME
        self.changed.emit()

    # what QML may do

    @Slot()
    def begin(self) -> None:
        """Begin to file."""
        self._when_ready(self.beginAsked.emit)

    @Slot()
    def report(self) -> None:
        """Begin to report what somebody saw."""
        self._when_ready(self.reportAsked.emit)

    @Slot()
    def answer(self) -> None:
        """Begin to answer a complaint."""
        self._when_ready(self.answerAsked.emit)

    @Slot()
    def track(self) -> None:
        """Ask where a case stands."""
        self._when_ready(self.trackAsked.emit)

    @Slot()
    def reprint(self) -> None:
        """Ask for a paper once more."""
        self._when_ready(self.reprintAsked.emit)

    @Slot()
    def message(self) -> None:
        """Leave a message; a cover that stands over the page goes."""
        self.cover("staff", False)
        self._when_ready(self.messageAsked.emit)

    @Slot(str)
    def open(self, page: str) -> None:
        """Open one of the pages that need nothing first."""
        if page in OPEN_TO_ALL:
            self._when_ready(lambda: self.show(page))

    def _when_ready(self, act: Callable[[], None]) -> None:
        if self._ready:
            act()
        else:
            self._asked = act

    @Slot()
    def changeSize(self) -> None:  # noqa: N802
        """Change between plain and large text."""
        self._display.enlarge(not bool(self._display.large))

    @Slot()
    def changeContrast(self) -> None:  # noqa: N802
        """Change between plain colours and high contrast."""
        self._display.sharpen(not bool(self._display.contrast))

    @Slot()
    def changeLanguage(self) -> None:  # noqa: N802
        """Change between Chinese and English; nothing typed is lost."""
        self.left.emit()
        self.words.choose(Language.EN if self.words.chosen is Language.ZH else Language.ZH)

    @Slot()
    def hide(self) -> None:
        """Cover the screen at once."""
        self.cover("hidden")

    @Slot()
    def unhide(self) -> None:
        """Show the page again."""
        self.cover("hidden", False)

    @Slot()
    def callStaff(self) -> None:  # noqa: N802
        """Call a member of staff."""
        self.cover("staff")
        self.staffCalled.emit()

    @Slot()
    def staffCame(self) -> None:  # noqa: N802
        """Go back to the page."""
        self.cover("staff", False)

    @Slot()
    def askEnd(self) -> None:  # noqa: N802
        """Ask what is to become of the answers."""
        self.cover("end")

    @Slot()
    def stay(self) -> None:
        """Go on with the session after all."""
        self.cover("end", False)

    @Slot(bool)
    def end(self, keep: bool) -> None:
        """End the session."""
        self.endAsked.emit(keep)

    @Slot()
    def home(self) -> None:
        """Go home from a page that holds nothing to keep."""
        self.endAsked.emit(True)

    @Slot()
    def pressSeal(self) -> None:  # noqa: N802
        """Count presses of the seal; the fifth in a row asks for the staff PIN."""
        now = self._clock.monotonic()
        self._presses = [at for at in self._presses if now - at < SEAL_SECONDS] + [now]
        if self._may_exit and len(self._presses) >= SEAL_PRESSES:
            self._presses.clear()
            self.cover("admin")

    # what QML shows

    def _get_page(self) -> str:
        return self._page

    def _get_cover(self) -> str:
        return next((name for name in COVERS if name in self._covers), "")

    def _get_station(self) -> str:
        return self.speak(self._face.station) if self._face else ""

    def _get_notice(self) -> str:
        return self.speak(self._face.notice) if self._face else ""

    def _get_phone(self) -> str:
        return self._face.phone if self._face else ""

    def _get_hours(self) -> str:
        return self.speak(self._face.hours) if self._face else ""

    def _get_address(self) -> str:
        return self.speak(self._face.address) if self._face else ""

    def _get_cards(self) -> bool:
        return bool(self._face and self._face.card_reader_ready)

    def _get_prints(self) -> bool:
        return self._face is None or self._face.printer_ready

    def _get_demo(self) -> bool:
        return bool(self._face and self._face.demo)

    def _get_notes(self) -> list[dict[str, str]]:
        return notes(self.words, self._face)

    def _get_short_notes(self) -> list[dict[str, str]]:
        return notes(self.words, self._face, short=True)

    def _get_closed(self) -> bool:
        return bool(self._face and self._face.opening and not self._face.opening.open)

    def _get_keyboard(self) -> bool:
        return self._keyboard

    def _get_restarted(self) -> str:
        if not self._restarted:
            return ""
        return self.say("home.restarted_card" if self._get_cards() else "home.restarted")

    page = Property(str, _get_page, notify=changed)
    restarted = Property(str, _get_restarted, notify=changed)
    covering = Property(str, _get_cover, notify=changed)
    station = Property(str, _get_station, notify=changed)
    notice = Property(str, _get_notice, notify=changed)
    phone = Property(str, _get_phone, notify=changed)
    hours = Property(str, _get_hours, notify=changed)
    address = Property(str, _get_address, notify=changed)
    cards = Property(bool, _get_cards, notify=changed)
    prints = Property(bool, _get_prints, notify=changed)
    demo = Property(bool, _get_demo, notify=changed)
    notes = Property(ROWS, _get_notes, notify=changed)
    shortNotes = Property(ROWS, _get_short_notes, notify=changed)  # noqa: N815
    counterClosed = Property(bool, _get_closed, notify=changed)  # noqa: N815
    keyboardWanted = Property(bool, _get_keyboard, notify=changed)  # noqa: N815

"""Messages of the public: answered in words, with the case they are about one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import MessageShown
from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import DeskBridge, Moved

if TYPE_CHECKING:
    from stationkiosk.domain.ports import Clock
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow

LONGEST = 1000


class Messages(DeskBridge):
    """Bridge of the page of messages. What is being written stays while the list is renewed.

    Signals:
        chose: another message is in hand.
    """

    page = "messages"
    changed = Signal()
    chose = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._messages: tuple[MessageShown, ...] = ()
        self._chosen = 0
        self._written: dict[int, str] = {}
        self._problem = ""
        self._busy = False
        self._clock: Clock | None = None
        shell.seated.connect(self.ask)

    def furnish(self, window: DeskWindow) -> None:
        """Take the clock from the window."""
        self._clock = window.clock

    def arrive(self) -> None:
        """Ask for the messages."""
        self.ask()

    def forget(self) -> None:
        """Hold no message and no answer."""
        self._written.clear()
        self._chosen, self._problem, self._busy = 0, "", False
        self._saw(())

    def moved(self, change: Moved) -> None:
        """A message came, or was answered elsewhere."""
        if change.case_id is None:
            self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask for the messages that wait, where the person answers any."""
        if may_see(self.shell.roles, Part.MESSAGES):
            self.asking.ask(lambda desk: desk.messages(), self._saw)

    @Slot(int)
    def choose(self, n: int) -> None:
        """Take a message in hand."""
        if n != self._chosen:
            self._chosen, self._problem = n, ""
            self.changed.emit()
            self.chose.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """Take what stands in the field of the answer."""
        if text != self._written.get(self._chosen, ""):
            self._written[self._chosen] = text
            self._problem = ""
            self.changed.emit()

    @Slot()
    def send(self) -> None:
        """Keep the answer; the message waits no longer."""
        n, answer = self._chosen, self._written.get(self._chosen, "").strip()
        if self._busy or not n:
            return
        if not answer:
            self._problem = self.say("messages.empty")
            self.changed.emit()
            return
        self._busy = True
        self.asking.ask(
            lambda desk: desk.answer_message(n, answer), lambda _none: self._sent(n), self._refused
        )

    @Slot()
    def openCase(self) -> None:  # noqa: N802
        """Show the case that the message is about."""
        message = self._in_hand()
        if message is not None and message.case_id is not None:
            self.shell.open_case(message.case_id)

    def _sent(self, n: int) -> None:
        self._busy = False
        self._written.pop(n, None)
        self.shell.tell(self.words.text("messages.sent"))
        self.ask()

    def _refused(self, fault: Exception) -> bool:
        self._busy = False
        if not isinstance(fault, KnownError):
            return False
        _title, what, do = self.words.fault(fault)
        self._problem = self.words.join(what, do)
        self.changed.emit()
        return True

    def _saw(self, messages: tuple[MessageShown, ...]) -> None:
        self._messages = messages
        if all(message.n != self._chosen for message in messages):
            self._chosen = messages[0].n if messages else 0
            self.chose.emit()
        self.shell.badge("messages", len(messages))
        self.changed.emit()

    def _in_hand(self) -> MessageShown | None:
        return next((message for message in self._messages if message.n == self._chosen), None)

    def _row(self, message: MessageShown) -> dict[str, object]:
        today = station_day(self._clock.now()) if self._clock is not None else message.answer_by
        left = (message.answer_by - today).days
        return {
            "n": message.n,
            "text": message.text,
            "number": message.case_number,
            "phone": message.phone,
            "left": message.left_at.astimezone(STATION_TIME).strftime("%Y-%m-%d %H:%M"),
            "due": self.say("messages.answer_by", day=day_text(message.answer_by)),
            "tone": "seal" if left <= 0 else "amber" if left == 1 else "sand",
            "hasCase": message.case_id is not None,
        }

    def _get_chosen(self) -> list[dict[str, object]]:
        message = self._in_hand()
        return [self._row(message)] if message is not None else []

    rows = Property(ROWS, lambda self: [self._row(message) for message in self._messages], notify=changed)
    inHand = Property(ROWS, _get_chosen, notify=changed)  # noqa: N815
    chosen = Property(int, lambda self: self._chosen, notify=changed)
    written = Property(str, lambda self: self._written.get(self._chosen, ""), notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)

"""A copy the desk printed, followed to its end and told in words; where nobody can tell, it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.printing.shown import FOLDER, CopyEnd
from stationkiosk.casework.views import CopyState, CopyView
from stationkiosk.domain.copies import MOVING
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.printing_words import PrintingWords, refusal, view_tone

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

POLL_MS = 700
WORST = ("seal", "amber", "jade")


@dataclass(slots=True, eq=False)
class Followed:
    """A copy on its way: the paper's title, the copy as last seen, the fault that ended it."""

    title: Text
    copy: CopyView | None = None
    fault: KnownError | None = None

    @property
    def under_way(self) -> bool:
        """Whether its end is not known yet."""
        return self.fault is None and (self.copy is None or self.copy.state in MOVING)

    @property
    def asks(self) -> bool:
        """Whether a person has to say what became of it."""
        return self.fault is None and self.copy is not None and self.copy.state is CopyState.UNKNOWN


class CopyWatch(Bridge):
    """Bridge of the lines that tell what becomes of copies.

    One that is begun while another is under way stands below it.
    """

    changed = Signal()

    def __init__(self, words: Words, asking: Asking) -> None:
        super().__init__(words)
        self._asking = asking
        self._tell = PrintingWords(words)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.poll)
        self._followed: list[Followed] = []

    def forget(self) -> None:
        """Follow nothing."""
        self._poll.stop()
        self._followed = []
        self.changed.emit()

    def print(self, title: Text, job: Callable[[Desk], CopyView]) -> None:
        """Have something printed, and follow it."""
        self._ask(self._add(title), job)
        self.changed.emit()

    def follow(self, title: Text, copy: CopyView) -> None:
        """Follow a copy that was printed already."""
        self._saw(self._add(title), copy)

    @Slot()
    def poll(self) -> None:
        """Look how far each copy is."""
        if self._asking.idle:
            for one in self._followed:
                if one.under_way and one.copy is not None:
                    self._ask(one, self._look(one.copy))

    @Slot(str)
    def settle(self, end: str) -> None:
        """Say what became of the first copy of which nobody else can tell: ``in_hand`` or ``not_there``."""
        one = next((one for one in self._followed if one.asks), None)
        if one is not None and one.copy is not None and self._asking.idle:
            self._ask(one, self._settling(one.copy, cast("CopyEnd", end)))

    def _look(self, copy: CopyView) -> Callable[[Desk], CopyView]:
        return lambda desk: desk.copy(copy)

    def _settling(self, copy: CopyView, end: CopyEnd) -> Callable[[Desk], CopyView]:
        why = self.say(f"printing_page.reason_{end}")
        return lambda desk: desk.settle_copy(copy.paper, copy.n, end, why)

    def _add(self, title: Text) -> Followed:
        if not any(one.under_way for one in self._followed):
            self._followed = []
        one = Followed(title)
        self._followed.append(one)
        return one

    def _ask(self, one: Followed, job: Callable[[Desk], CopyView]) -> None:
        self._asking.ask(job, lambda copy: self._saw(one, copy), lambda fault: self._cannot(one, fault))

    def _saw(self, one: Followed, copy: CopyView) -> None:
        one.copy, one.fault = copy, None
        self._go_on()

    def _cannot(self, one: Followed, fault: Exception) -> bool:
        one.fault = fault if isinstance(fault, KnownError) else KnownError("printer_unknown")
        self._go_on()
        return isinstance(fault, KnownError)

    def _go_on(self) -> None:
        if any(one.under_way for one in self._followed):
            self._poll.start()
        else:
            self._poll.stop()
        self.changed.emit()

    # what QML shows

    def _said(self, one: Followed) -> str:
        copy = one.copy
        if one.fault is not None:
            return refusal(self.words, one.fault)
        if copy is None:
            return self.say("printing_page.became.sending", paper=one.title)
        state = "filed" if copy.state is CopyState.SETTLED and copy.printer == FOLDER else copy.state.value
        said = self.say(f"printing_page.became.{state}", paper=one.title, n=copy.copy_no)
        return self._tell.because(said, copy.trouble)

    def _get_tone(self) -> str:
        tones = {_tone(one) for one in self._followed}
        return next((tone for tone in WORST if tone in tones), "jade")

    text = Property(str, lambda self: "\n".join(map(self._said, self._followed)), notify=changed)
    tone = Property(str, _get_tone, notify=changed)
    asks = Property(bool, lambda self: any(one.asks for one in self._followed), notify=changed)
    troubled = Property(bool, lambda self: self._get_tone() != "jade", notify=changed)


def _tone(one: Followed) -> str:
    if one.fault is not None:
        return "seal"
    return view_tone(one.copy) if one.copy else "jade"

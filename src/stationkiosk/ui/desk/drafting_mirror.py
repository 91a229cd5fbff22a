"""The draft on a public screen: what is typed at the desk is seen by the sides as it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating.shown import Screening, ScreenShown
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_record import Record
from stationkiosk.ui.desk.drafting_shown import SHUT, trouble
from stationkiosk.ui.desk.drafting_terms import Draft
from stationkiosk.ui.desk.mediation_told import read_large

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking


class Mirror(Bridge):
    """Bridge of the line that says where the draft is shown."""

    changed = Signal()

    def __init__(self, words: Words, asking: Asking, record: Record) -> None:
        super().__init__(words)
        self._asking = asking
        self._record = record
        self._screens: tuple[ScreenShown, ...] = ()
        self._device = ""
        self._last: tuple[bytes, tuple[Line, ...]] | None = None
        self._shown: tuple[bytes, tuple[Line, ...]] | None = None
        self._trouble: KnownError | None = None

    def forget(self) -> None:
        """Show nothing any more from here; the screen itself is taken back by whoever holds it."""
        self._screens, self._device, self._last, self._shown, self._trouble = (), "", None, None, None
        self.changed.emit()

    def look(self) -> None:
        """Ask which public screens there are."""
        self._asking.ask(lambda desk: desk.screens(), self._know, self._quiet)

    def show(self, pdf: bytes, draft: Draft) -> None:
        """Send the pages as they now are, with the amounts and dates in them."""
        self._last = pdf, read_large((term.clause, term.values) for term in draft.terms)
        self._send()

    @Slot(str)
    def begin(self, device: str) -> None:
        """Show the draft on a screen from now on."""
        self._device, self._shown = device, None
        self._send()
        self.changed.emit()

    @Slot()
    def end(self) -> None:
        """Give the screen back to the public."""
        device, self._device, self._shown = self._device, "", None
        if device:
            self._asking.ask(lambda desk: desk.take_back(device), lambda _none: self.look(), self._fail)
        self.changed.emit()

    def _send(self) -> None:
        device, at, last = self._device, self._record.at, self._last
        if not device or at is None or last is None or last == self._shown:
            return
        self._shown = last
        self._asking.ask(
            lambda desk: desk.show(device, at[0], last[0], last[1]),
            lambda _none: self._sent(),
            self._fail,
        )

    def _sent(self) -> None:
        self._trouble = None
        self.look()

    def _know(self, screens: tuple[ScreenShown, ...]) -> None:
        self._screens = screens
        here = next((one for one in screens if one.device == self._device), None)
        if self._device and (here is None or here.state is not Screening.SHOWS):
            self._device, self._shown = "", None
        self.changed.emit()

    def _fail(self, fault: Exception) -> bool:
        known = fault if isinstance(fault, KnownError) else None
        self._device, self._shown = "", None
        self._trouble = known or KnownError("own_desk")
        self.changed.emit()
        return known is not None

    def _quiet(self, fault: Exception) -> bool:
        return isinstance(fault, KnownError)

    def _get_screens(self) -> list[dict[str, str]]:
        return [
            {"id": one.device, "closed": self.say(SHUT[one.state]) if one.state in SHUT else ""}
            for one in self._screens
        ]

    device = Property(str, lambda self: self._device, notify=changed)
    screens = Property(ROWS, _get_screens, notify=changed)
    trouble = Property(str, lambda self: trouble(self.words, self._trouble), notify=changed)

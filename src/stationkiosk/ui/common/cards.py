"""Looks for an ID card on the reader while a page asks for a number that a card could tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.executor import Worker

if TYPE_CHECKING:
    from stationkiosk.casework.taking import Taking
    from stationkiosk.devices.readers import Card

CARD_MS = 800


class CardWatch(QObject):
    """Asks the reader again and again; ``wanted`` tells whether the page would take a card now.

    Signals:
        read(Card): a card that was not read before in this session.
        changed: the reader is in trouble, or no longer.
    """

    read = Signal(object)
    changed = Signal()

    def __init__(self, executor: Worker[Taking], wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._executor = executor
        self._wanted = wanted
        self._card: Card | None = None
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setInterval(CARD_MS)
        self._timer.timeout.connect(self._look)

    @property
    def card(self) -> Card | None:
        """The card that was read last, None before any."""
        return self._card

    @property
    def trouble(self) -> str:
        """The key of what keeps a card from being read, "" while nothing does."""
        return self._trouble

    def look(self, looking: bool) -> None:
        """Begin to look, or stop."""
        if looking:
            self._timer.start()
        else:
            self._timer.stop()

    def forget(self) -> None:
        """Stop, and hold no card."""
        self._timer.stop()
        self._card, self._trouble = None, ""

    @Slot()
    def _look(self) -> None:
        if self._wanted() and self._executor.idle:
            self._executor.ask(_look, self._saw, self._could_not)

    def _saw(self, seen: tuple[Card | None, str]) -> None:
        card, trouble = seen
        if card is not None or trouble or self._trouble == "reader_missing":
            self._tell(trouble)
        if card is not None and card != self._card and self._wanted():
            self._card = card
            self.read.emit(card)

    def _could_not(self, trouble: Exception) -> bool:
        """Tell of it on the page: no fault of a reader stands in anybody's way."""
        if isinstance(trouble, KnownError):
            self._tell(trouble.key)
        return isinstance(trouble, KnownError)

    def _tell(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.changed.emit()


def _look(counter: Taking) -> tuple[Card | None, str]:
    return counter.read_card(), counter.card_trouble()

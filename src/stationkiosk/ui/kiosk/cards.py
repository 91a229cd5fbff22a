"""Looks for an ID card on the reader while a page asks for a number that a card could tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.executor import Executor

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.devices.readers import Card

CARD_MS = 800


class CardWatch(QObject):
    """Asks the reader again and again; ``wanted`` tells whether the page would take a card now.

    Signals:
        read(Card): a card that was not read before in this session.
    """

    read = Signal(object)

    def __init__(self, executor: Executor[Counter], wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._executor = executor
        self._wanted = wanted
        self._card: Card | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CARD_MS)
        self._timer.timeout.connect(self._look)

    @property
    def card(self) -> Card | None:
        """The card that was read last, None before any."""
        return self._card

    def look(self, looking: bool) -> None:
        """Begin to look, or stop."""
        if looking:
            self._timer.start()
        else:
            self._timer.stop()

    def forget(self) -> None:
        """Stop, and hold no card."""
        self._timer.stop()
        self._card = None

    @Slot()
    def _look(self) -> None:
        if self._wanted() and self._executor.idle:
            self._executor.ask(lambda counter: counter.read_card(), self._saw, _never_mind)

    def _saw(self, card: Card | None) -> None:
        if card is not None and card != self._card and self._wanted():
            self._card = card
            self.read.emit(card)


def _never_mind(trouble: Exception) -> bool:
    return isinstance(trouble, KnownError)

"""The routes page: which ways are open, why others are closed, and the consents."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.forms import ConsentAsked
from stationkiosk.domain.routes import RouteOffer
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.words import Words


class Routes(Bridge):
    """Bridge of the routes page.

    Signals:
        listed: the ways or their words are new; apart from ``changed``, so that a tick rebuilds nothing.
        onward(tuple, dict): the ways chosen, and each consent asked with its answer.
    """

    changed = Signal()
    listed = Signal()
    onward = Signal(object, object)

    def __init__(self, words: Words, consents: tuple[ConsentAsked, ...]) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asked = consents
        self._offers: tuple[RouteOffer, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._given: dict[str, bool] = {}
        self._problem = ""

    def open(
        self, offers: tuple[RouteOffer, ...], chosen: tuple[str, ...] | None, given: Mapping[str, bool]
    ) -> None:
        """Show the ways; what is suggested is ticked unless something was chosen before."""
        self._offers, self._problem = offers, ""
        suggested = tuple(offer.track for offer in offers if offer.open and offer.suggested)
        self._chosen = suggested if chosen is None else chosen
        self._given = dict(given)
        self.listed.emit()
        self.changed.emit()

    def blame(self, problem: str) -> None:
        """Say what is missing."""
        self._problem = problem
        self.changed.emit()

    def forget(self) -> None:
        """Hold no choice."""
        self._offers, self._chosen, self._given, self._problem = (), (), {}, ""
        self.listed.emit()
        self.changed.emit()

    @Slot(str)
    def choose(self, track: str) -> None:
        """Tick or untick a way."""
        if track in self._chosen:
            self._chosen = tuple(kept for kept in self._chosen if kept != track)
        else:
            self._chosen = tuple(o.track for o in self._offers if o.track in (*self._chosen, track))
        self._problem = ""
        self.changed.emit()

    @Slot(str)
    def consent(self, id: str) -> None:
        """Give or take back a consent."""
        self._given[id] = not self._given.get(id, False)
        self.changed.emit()

    @Slot()
    def next(self) -> None:
        """Go on."""
        asked = {c.id: self._given.get(c.id, False) for c in self._asked if c.asked(self._chosen)}
        self.onward.emit(self._chosen, asked)

    def _row(self, offer: RouteOffer) -> dict[str, object]:
        return {
            "track": offer.track,
            "title": self.speak(offer.label),
            "why": self.speak(offer.why),
            "cost": self.speak(offer.cost),
            "agency": self.speak(offer.agency),
            "open": offer.open,
        }

    def _get_open(self) -> list[dict[str, object]]:
        return [self._row(offer) for offer in self._offers if offer.open]

    def _get_itself(self) -> list[dict[str, object]]:
        return [self._row(offer) for offer in self._offers if offer.by_itself]

    def _get_closed(self) -> list[dict[str, object]]:
        return [self._row(offer) for offer in self._offers if not offer.open and not offer.by_itself]

    def _get_consents(self) -> list[dict[str, object]]:
        return [
            {
                "id": consent.id,
                "title": self.speak(consent.label),
                "detail": self.speak(consent.detail),
                "refused": self.speak(consent.refused),
            }
            for consent in self._asked
        ]

    def _get_given(self) -> list[str]:
        return [id for id, given in self._given.items() if given]

    def _get_asked(self) -> list[str]:
        return [consent.id for consent in self._asked if consent.asked(self._chosen)]

    ways = Property(ROWS, _get_open, notify=listed)
    byItself = Property(ROWS, _get_itself, notify=listed)  # noqa: N815
    closed = Property(ROWS, _get_closed, notify=listed)
    consents = Property(ROWS, _get_consents, notify=listed)
    chosen = Property(LINES, lambda self: list(self._chosen), notify=changed)
    given = Property(LINES, _get_given, notify=changed)
    asked = Property(LINES, _get_asked, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)

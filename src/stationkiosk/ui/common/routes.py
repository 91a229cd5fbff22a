"""The routes page: which ways are open, why others are closed, and the consents."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import ConsentAsked
from stationkiosk.domain.routes import RouteOffer
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.words import Words

WAYS = "routes"
"""Under which name a walk holds the ways that are ticked."""

CONSENT = "consent."
"""How the names begin under which a walk holds yes or no to a consent."""

BY_PHONE = "e_service"
"""The consent without which papers go by post: to somebody who wrote no address they cannot."""

YES, NO = "yes", "no"


class Routes(Bridge):
    """Bridge of the routes page.

    A consent is answered with yes or no; none is answered beforehand. One that belongs to a way
    stands under that way.

    Signals:
        listed: the ways or their words are new; apart from ``changed``, so that a tick rebuilds nothing.
        onward(tuple, dict): the ways chosen, and each consent asked with its answer, None without one.
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
        self._said: dict[str, bool] = {}
        self._addressed = True
        self._problems: tuple[Problem, ...] = ()

    def open(
        self,
        offers: tuple[RouteOffer, ...],
        chosen: tuple[str, ...] | None,
        said: Mapping[str, bool],
        held: Mapping[str, Raw],
        *,
        addressed: bool = True,
    ) -> None:
        """Show the ways; what is suggested is ticked unless something was chosen before.

        ``addressed`` tells whether papers can be sent by post at all: somebody wrote an address.
        ``held`` is what stood on the page, as ``raw`` gave it, where it was left without Next.
        """
        self._offers, self._problems, self._addressed = offers, (), addressed
        before = held.get(WAYS, chosen)
        suggested = tuple(offer.track for offer in offers if offer.suggested)
        ticked = before if isinstance(before, tuple) else suggested
        self._chosen = tuple(offer.track for offer in offers if offer.open and offer.track in ticked)
        self._said = dict(said) | {
            consent.id: held[CONSENT + consent.id] == YES
            for consent in self._asked
            if CONSENT + consent.id in held
        }
        self.listed.emit()
        self.changed.emit()

    def renew(self, offers: tuple[RouteOffer, ...]) -> None:
        """Show other ways, as the dispute is told anew; what was chosen and may still be chosen stays."""
        if offers == self._offers:
            return
        before = {offer.track for offer in self._offers if offer.open}
        fresh = {offer.track for offer in offers if offer.suggested and offer.track not in before}
        self._offers = offers
        kept = {*self._chosen, *fresh}
        self._chosen = tuple(offer.track for offer in offers if offer.open and offer.track in kept)
        self.listed.emit()
        self.changed.emit()

    @property
    def consents_asked(self) -> tuple[str, ...]:
        """The consents that are asked for the ways ticked now."""
        return tuple(consent.id for consent in self._asked if consent.asked(self._chosen))

    @property
    def lacking(self) -> frozenset[str]:
        """What was told to be missing and still is."""
        return frozenset(problem.question for problem in self._problems)

    @property
    def raw(self) -> dict[str, Raw]:
        """What stands on the page: the ways ticked, and each consent that was answered."""
        said: dict[str, Raw] = {CONSENT + id: YES if yes else NO for id, yes in self._said.items()}
        return {WAYS: self._chosen, **said}

    def blame(self, problems: tuple[Problem, ...]) -> None:
        """Say what is missing."""
        self._problems = problems
        self.changed.emit()

    def forget(self) -> None:
        """Hold no choice."""
        self._offers, self._chosen, self._said, self._problems = (), (), {}, ()
        self.listed.emit()
        self.changed.emit()

    @Slot(str)
    def choose(self, track: str) -> None:
        """Tick or untick a way."""
        if track in self._chosen:
            self._chosen = tuple(kept for kept in self._chosen if kept != track)
        else:
            self._chosen = tuple(o.track for o in self._offers if o.track in (*self._chosen, track))
        self._mended(WAYS)

    @Slot(str, bool)
    def consent(self, id: str, yes: bool) -> None:
        """Agree, or refuse."""
        self._said[id] = yes
        self._mended(id)

    @Slot()
    def next(self) -> None:
        """Go on."""
        asked = {c.id: self._said.get(c.id) for c in self._asked if c.asked(self._chosen)}
        self.onward.emit(self._chosen, asked)

    def _mended(self, question: str) -> None:
        asked = {WAYS, *(c.id for c in self._asked if c.asked(self._chosen))} - {question}
        self._problems = tuple(problem for problem in self._problems if problem.question in asked)
        self.changed.emit()

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
        bound = self._bound()
        return [
            self._row(offer) | {"consents": bound.get(offer.track, [])}
            for offer in self._offers
            if offer.open
        ]

    def _get_itself(self) -> list[dict[str, object]]:
        return [self._row(offer) for offer in self._offers if offer.by_itself]

    def _get_closed(self) -> list[dict[str, object]]:
        return [self._row(offer) for offer in self._offers if not offer.open and not offer.by_itself]

    def _consent(self, consent: ConsentAsked) -> dict[str, str]:
        posted = self._addressed or consent.id != BY_PHONE
        return {
            "id": consent.id,
            "title": self.speak(consent.label),
            "detail": self.speak(consent.detail),
            "refused": self.speak(consent.refused) if posted else self.say("ways.no_address"),
        }

    def _get_consents(self) -> list[dict[str, str]]:
        return [self._consent(consent) for consent in self._asked if not consent.routes]

    def _bound(self) -> dict[str, list[dict[str, str]]]:
        """Return the consents that belong to a way, under the first open way they belong to."""
        bound: dict[str, list[dict[str, str]]] = {}
        for consent in self._asked:
            ways = [offer.track for offer in self._offers if offer.open and offer.track in consent.routes]
            if ways:
                bound.setdefault(ways[0], []).append(self._consent(consent))
        return bound

    def _get_said(self, yes: bool) -> list[str]:
        return [id for id, said in self._said.items() if said is yes]

    def _get_asked(self) -> list[str]:
        return [consent.id for consent in self._asked if consent.asked(self._chosen)]

    def _get_problems(self) -> list[dict[str, str]]:
        labels = {consent.id: consent.label for consent in self._asked}
        return [
            {
                "question": problem.question,
                "words": self._told(labels.get(problem.question), problem),
                "beside": self.words.problem(problem),
            }
            for problem in self._problems
        ]

    def _told(self, label: Text | None, problem: Problem) -> str:
        said = self.words.problem(problem)
        return self.say("ways.problem", label=label, problem=said) if label else said

    ways = Property(ROWS, _get_open, notify=listed)
    byItself = Property(ROWS, _get_itself, notify=listed)  # noqa: N815
    closed = Property(ROWS, _get_closed, notify=listed)
    consents = Property(ROWS, _get_consents, notify=listed)
    chosen = Property(LINES, lambda self: list(self._chosen), notify=changed)
    agreed = Property(LINES, lambda self: self._get_said(True), notify=changed)
    refused = Property(LINES, lambda self: self._get_said(False), notify=changed)
    asked = Property(LINES, _get_asked, notify=changed)
    problems = Property(ROWS, _get_problems, notify=changed)

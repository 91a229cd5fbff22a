"""The station before anybody has signed in at its desk: what its window tells, and the way in and out."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from stationkiosk.casework import helping, messages, staff, startup
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.place import DeskFace
from stationkiosk.casework.mediating import lending
from stationkiosk.casework.presence import KIOSK
from stationkiosk.casework.printing import accounts, plan, tending
from stationkiosk.casework.printing.shown import OTHERS
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.startup import Outcome
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.staff import CASE_ROLES

log = structlog.get_logger()


class Front:
    """One desk of the station. Every method blocks: call it off the UI thread."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._desk: Desk | None = None

    def start_up(self) -> tuple[Outcome, ...]:
        """Put right what the last run left undone; see ``casework.startup``."""
        return startup.start_up(self._station, tuple(CASE_ROLES))

    def face(self) -> DeskFace:
        """Return what the foot of the window tells of the station."""
        station = self._station
        printer = plan.state_for(station, OTHERS, "a4", public=False)
        calls, unanswered, sound = self._waiting()
        return DeskFace(
            station=station.site.name,
            device=station.device,
            demo=station.terms.demo,
            at=station.clock.now(),
            printer_ready=printer.ready,
            printer_trouble=printer.trouble.value,
            store_sound=sound,
            kiosk_alive=station.feed.present(KIOSK),
            calls=calls,
            messages=unanswered,
            printing=self._counted(accounts.waiting_count),
            printers_stuck=self._counted(plan.stuck),
        )

    def _waiting(self) -> tuple[int, int, bool]:
        """Return how many calls and messages wait, and whether the store could say."""
        try:
            return len(helping.open_calls(self._station)), len(messages.unanswered(self._station)), True
        except KnownError:
            return 0, 0, False

    def _counted(self, count: Callable[[Station], int]) -> int:
        try:
            return count(self._station)
        except KnownError:
            return 0

    def tend(self) -> int:
        """Look after the copies that desks printed, and return how many changed; every few seconds."""
        return tending.tend(self._station, tuple(CASE_ROLES))

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        """Return a member of staff and their desk. Raises Closed as ``casework.staff.sign_in``."""
        who = staff.sign_in(self._station, login, password)
        self._leave()
        self._desk = Desk(self._station, who)
        return who, self._desk

    def unlock(self, who: SignedIn, password: str) -> None:
        """Check the password of whoever locked the window. Raises Closed as ``sign_in``."""
        staff.unlock(self._station, who, password)
        lending.come_back(self._station, who)

    def lock(self, who: SignedIn, idle: bool) -> None:
        """Note that the window was locked, by hand or because nobody worked there.

        What a public screen shows for this person goes; whoever is signing there goes on and is told.
        """
        try:
            lending.hide(self._station, who)
        finally:
            staff.lock(self._station, who, idle)

    def sign_out(self, who: SignedIn, idle: bool) -> None:
        """Note that somebody left; what was held for them is forgotten.

        What a kiosk does between two persons is done here too: there may be no kiosk.
        """
        try:
            self._leave()
        finally:
            staff.sign_out(self._station, who, idle)
        startup.tidy(self._station)

    def close(self) -> None:
        """Close the station: the window is going away. Whoever still was signed in leaves."""
        try:
            if self._desk is not None:
                self.sign_out(self._desk.who, False)
        except KnownError as fault:
            log.warning("not_signed_out", fault=str(fault))
        finally:
            self._station.close()

    def _leave(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.leave()

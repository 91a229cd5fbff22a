"""The station before anybody has signed in at its desk: what its window tells, and the way in and out."""

from __future__ import annotations

from stationkiosk.casework import helping, messages, staff, startup
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.place import DeskFace
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station


class Front:
    """One desk of the station. Every method blocks: call it off the UI thread."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._desk: Desk | None = None

    def face(self) -> DeskFace:
        """Return what the foot of the window tells of the station."""
        station = self._station
        printer = station.printer.state()
        return DeskFace(
            station=station.site.name,
            device=station.device,
            demo=station.terms.demo,
            at=station.clock.now(),
            printer_ready=printer.ready,
            printer_trouble=printer.trouble.value,
            calls=len(helping.open_calls(station)),
            messages=len(messages.unanswered(station)),
        )

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        """Return a member of staff and their desk. Raises Closed as ``casework.staff.sign_in``."""
        who = staff.sign_in(self._station, login, password)
        self._leave()
        self._desk = Desk(self._station, who)
        return who, self._desk

    def unlock(self, who: SignedIn, password: str) -> None:
        """Check the password of whoever locked the window. Raises Closed as ``sign_in``."""
        staff.unlock(self._station, who, password)

    def lock(self, who: SignedIn, idle: bool) -> None:
        """Note that the window was locked, by hand or because nobody worked there."""
        staff.lock(self._station, who, idle)

    def sign_out(self, who: SignedIn, idle: bool) -> None:
        """Note that somebody left; what was held for them is forgotten.

        What a kiosk does between two persons is done here too: there may be no kiosk.
        """
        self._leave()
        staff.sign_out(self._station, who, idle)
        startup.tidy(self._station)

    def close(self) -> None:
        """Close the station: the window is going away."""
        try:
            self._leave()
        finally:
            self._station.close()

    def _leave(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.leave()

"""What the desk asks of the self-test: the last one, a new one, and its report on paper."""

from __future__ import annotations

from stationkiosk.casework.desk import accounting
from stationkiosk.casework.desk.printers import Printing
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.selftest import reporting, testing
from stationkiosk.casework.selftest.shown import Readiness


class SelfTesting(Printing):
    """The part of a person's desk that tests the station. Every method blocks: not for the UI thread."""

    def last_self_test(self) -> Readiness | None:
        """Return what the last self-test found, None before the first: for everybody signed in."""
        with self._station.store.read() as connection:
            sees(connection, self.who)
        return testing.last_self_test(self._station)

    def self_test(self) -> Readiness:
        """Test everything anew; it takes some seconds. Closed ``not_your_role``."""
        return testing.self_test(self._station, accounting.actor(self._station, self.who))

    def print_readiness(self, printer: str) -> str:
        """Print the report of the last self-test, or of one made now; return its job's name.

        Closed ``not_your_role``; raises as the printer does.
        """
        actor = accounting.actor(self._station, self.who)
        tested = testing.last_self_test(self._station) or testing.self_test(self._station, actor)
        accounting.note(self._station, actor, "print_report", printer)
        return reporting.print_report(self._station, tested, printer)

"""What staff do at a kiosk behind the admin PIN: look after the machine, leave it, start it anew.

Every act is entered in the station's journal under the administrator's role.
"""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.casework import notices, startup
from stationkiosk.casework.printing import plan, trials
from stationkiosk.casework.printing.shown import FOLDER
from stationkiosk.casework.selftest.reporting import print_report
from stationkiosk.casework.selftest.shown import Readiness
from stationkiosk.casework.selftest.testing import last_self_test, self_test
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import JobState
from stationkiosk.domain.actors import Actor, station_admin
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a machine. ``clock_behind``: the clock stands behind the last filing."""

    readiness: Readiness
    clock_behind: bool
    notice: Text | None


class Maintenance:
    """The acts of staff at one kiosk."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._trial_at = FOLDER

    @property
    def actor(self) -> Actor:
        """Return who acts."""
        return station_admin(self._station.device)

    def health(self) -> Health:
        """Test every part of the station; see ``casework.selftest``."""
        tested = self_test(self._station, self.actor)
        return Health(tested, startup.clock_behind(self._station), notices.shown_notice(self._station))

    def note(self, act: str) -> None:
        """Enter an act in the journal: ``opened``, ``left``, ``restarted``, ``test_print``, …"""
        station = self._station
        with station.store.write() as unit:
            unit.journal(None, self.actor, "maintenance", station.clock.now(), {"act": act})

    def print_trial(self) -> str:
        """Print the test page where receipts go; return the job's name. Raises as the printer does."""
        station = self._station
        to = plan.route(station, "receipt", station.terms.receipt_format, public=True)
        self.note("test_print")
        self._trial_at = to.spec.id
        return trials.print_trial(station, to.spec.id)

    def print_readiness(self) -> str:
        """Print the report of the last self-test, or of one made now; return the job's name."""
        station = self._station
        tested = last_self_test(station) or self_test(station, self.actor)
        to = plan.route(station, "readiness", station.terms.receipt_format, public=True)
        self.note("report_print")
        self._trial_at = to.spec.id
        return print_report(station, tested, to.spec.id)

    def trial(self, job: str) -> JobState:
        """Return what became of a test page."""
        return self._station.printers.get(self._trial_at).poll(job)

    def show_notice(self, notice: Text | None) -> None:
        """Put a notice on the home page of every screen, or take it away."""
        notices.show_notice(self._station, self.actor, notice)

    def accept_clock(self) -> None:
        """Accept the time the machine shows now; see ``startup.accept_clock``."""
        startup.accept_clock(self._station, self.actor)

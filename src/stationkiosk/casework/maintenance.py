"""What staff do at a kiosk behind the admin PIN: look after the machine, leave it, start it anew.

Every act is entered in the station's journal under the administrator's role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select

from stationkiosk import __version__
from stationkiosk.casework import notices, startup
from stationkiosk.casework.printing import plan, trials
from stationkiosk.casework.station import Station, local
from stationkiosk.devices.machine import cameras, free_bytes
from stationkiosk.devices.printing import JobState
from stationkiosk.domain.actors import Actor, station_admin
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from stationkiosk.store.lists import moving

Tone = Literal["good", "warn", "bad", "off"]

LITTLE_ROOM, NO_ROOM = 2 << 30, 256 << 20
"""Bytes left on the disk under which staff are warned, and under which filing is in danger."""


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the machine: its name's key at ``maintenance.part``, how it is, and in words."""

    part: str
    tone: Tone
    said: Text


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a machine. ``clock_behind``: the clock stands behind the last filing."""

    checks: tuple[Check, ...]
    clock_behind: bool
    notice: Text | None


class Maintenance:
    """The acts of staff at one kiosk."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._trial_at = plan.FOLDER

    @property
    def actor(self) -> Actor:
        """Return who acts."""
        return station_admin(self._station.device)

    def health(self) -> Health:
        """Look at every part of the machine."""
        return Health(tuple(self._checks()), self._clock_trouble(), notices.shown_notice(self._station))

    def note(self, act: str) -> None:
        """Enter an act in the journal: ``opened``, ``left``, ``restarted``, ``test_print``."""
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

    def trial(self, job: str) -> JobState:
        """Return what became of a test page."""
        return self._station.printers.get(self._trial_at).poll(job)

    def show_notice(self, notice: Text | None) -> None:
        """Put a notice on the home page of every screen, or take it away."""
        notices.show_notice(self._station, self.actor, notice)

    def accept_clock(self) -> None:
        """Accept the time the machine shows now; see ``startup.accept_clock``."""
        startup.accept_clock(self._station, self.actor)

    def _say(self, key: str, **values: object) -> Text:
        return self._station.reference.words.text(f"maintenance.{key}").put(**values)

    def _fault(self, key: str) -> Text:
        return self._station.reference.words.text(f"fault.{key}.title")

    def _checks(self) -> Iterator[Check]:
        yield self._printer()
        yield self._reader()
        yield self._camera()
        yield self._disk()
        yield self._store()
        yield self._clock()
        yield self._queue()
        yield Check("version", "good", Text(__version__, __version__))

    def _printer(self) -> Check:
        fmt = self._station.terms.receipt_format
        state = plan.state_for(self._station, "receipt", fmt, public=True)
        if not state.ready:
            return Check("printer", "bad", self._fault(state.trouble or "printer_error"))
        if state.warnings:
            return Check("printer", "warn", self._fault(state.warnings[0]))
        return Check("printer", "good", self._say("ready"))

    def _reader(self) -> Check:
        state = self._station.reader.state()
        if not state.present:
            return Check("reader", "off", self._say("none"))
        if not state.ready:
            return Check("reader", "bad", self._fault(state.trouble or "reader_missing"))
        return Check("reader", "good", self._say("ready"))

    def _camera(self) -> Check:
        if self._station.terms.camera == "none":
            return Check("camera", "off", self._say("none"))
        count = cameras()
        known = self._station.terms.camera == "sample" or count
        return Check("camera", "good" if known else "warn", self._say("cameras", n=count))

    def _disk(self) -> Check:
        try:
            free = free_bytes(self._station.store.path.parent)
        except OSError:
            return Check("disk", "bad", self._fault("disk_failed"))
        tone: Tone = "bad" if free < NO_ROOM else "warn" if free < LITTLE_ROOM else "good"
        return Check("disk", tone, self._say("free", gb=f"{free / (1 << 30):.1f}"))

    def _store(self) -> Check:
        with self._station.store.read() as connection:
            cases, drafts = (
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (tables.Case, tables.Draft)
            )
        return Check("store", "good", self._say("records", cases=cases, drafts=drafts))

    def _clock(self) -> Check:
        now = f"{local(self._station.clock.now()):%Y-%m-%d %H:%M:%S}"
        behind = self._clock_trouble()
        key = "clock_behind" if behind else "clock_shows"
        return Check("clock", "bad" if behind else "good", self._say(key, now=now))

    def _clock_trouble(self) -> bool:
        try:
            with self._station.store.read() as connection:
                startup.check_clock(self._station, connection)
        except KnownError:
            return True
        return False

    def _queue(self) -> Check:
        with self._station.store.read() as connection:
            count = connection.execute(
                select(func.count()).select_from(tables.Copy).where(moving())
            ).scalar_one()
        return Check("queue", "warn" if count else "good", self._say("waiting", n=count))

"""The station as casework sees it: its place, its terms and the parts it works with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from stationkiosk.casework.selftest.fittings import NOTHING_FITTED, Fittings
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.folder import UsbFolder
from stationkiosk.devices.evidence.limits import MIB
from stationkiosk.devices.evidence.scanner import ScannerFolder
from stationkiosk.devices.printing import Rack
from stationkiosk.devices.printing.around import Around, Nowhere
from stationkiosk.devices.readers import IdReader
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import Format
from stationkiosk.domain.actors import Actor, kiosk_public, kiosk_respondent, the_station
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.opening import Hours
from stationkiosk.domain.ports import Clock, Random
from stationkiosk.domain.staff import SHORTEST
from stationkiosk.domain.text import Text
from stationkiosk.ledger.keys import Keys
from stationkiosk.reference.load import Reference
from stationkiosk.store.changes import ChangeFeed
from stationkiosk.store.engine import Store


@dataclass(frozen=True, slots=True)
class Site:
    """Where the station is and how to reach it; printed on its papers. ``rooms`` are for mediation."""

    code: str
    machine: str
    name: Text
    address: Text
    phone: str
    hours: Text
    opening: tuple[Hours, ...] = ()
    rooms: tuple[str, ...] = ("调解室",)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the station has settled for itself.

    ``reprints_a_day`` is how often one paper is printed again on a day, ``message_days`` within
    how many working days a message is answered.
    ``guess_fade`` is after how long one wrong code of a device is forgotten; with ``tail_tries``
    wrong tails a case number rests, and one of them is forgotten after each ``tail_fade``.
    ``tell_more`` is how often one side may answer that they want to know more first.
    ``sign_in_tries`` wrong passwords lock a sign-in name at a machine for ``sign_in_rest``, and one of
    them is forgotten after each such time. A password has ``password_least`` characters or more and
    is changed after ``password_days``, 0: never.
    ``max_evidence`` is bytes in one application; ``camera`` is ``auto``, ``none`` or ``sample``.
    """

    receipt_format: Format
    max_exhibits: int
    demo: bool
    reprints_a_day: int = 3
    message_days: int = 2
    max_batch_bytes: int = 300 << 20
    max_respondents: int = 30
    tell_more: int = 3
    max_evidence: int = 1000 * MIB
    camera: str = "none"
    guess_fade: timedelta = timedelta(hours=1)
    tail_tries: int = 5
    tail_fade: timedelta = timedelta(hours=12)
    sign_in_tries: int = 5
    sign_in_rest: timedelta = timedelta(minutes=15)
    password_least: int = SHORTEST
    password_days: int = 0


@dataclass(frozen=True, slots=True)
class Station:
    """One place with its own store, and everything casework needs to act in it."""

    site: Site
    terms: Terms
    store: Store
    keys: Keys
    reference: Reference
    clock: Clock
    random: Random
    press: Press
    printers: Rack
    reader: IdReader
    sticks: tuple[UsbFolder, ...]
    examiner: Examiner
    feed: ChangeFeed
    scanner: ScannerFolder | None = None
    fittings: Fittings = NOTHING_FITTED
    around: Around = field(default_factory=Nowhere)

    @property
    def device(self) -> str:
        """Return the name this machine enters into the journal."""
        return f"{self.site.code}{self.site.machine}"

    def today(self) -> date:
        """Return the day on the station's wall."""
        return station_day(self.clock.now())

    def at_one_moment(self) -> Station:
        """Return the station with its clock stopped now: what is one act has one time and one day."""
        return replace(self, clock=_Stopped(self.clock.now(), self.clock.monotonic()))

    def close(self) -> None:
        """Let go of everything an open station holds."""
        self.examiner.close()
        self.printers.close()
        self.store.close()
        self.feed.close()

    def itself(self) -> Actor:
        """Return the program as an actor."""
        return the_station(self.device)

    def public(self) -> Actor:
        """Return the person at the kiosk as an actor."""
        return kiosk_public(self.device)

    def respondent(self) -> Actor:
        """Return the person at the kiosk who answers a complaint as an actor."""
        return kiosk_respondent(self.device)


@dataclass(frozen=True, slots=True)
class _Stopped:
    moment: datetime
    seconds: float

    def now(self) -> datetime:
        """Return the moment at which the clock was stopped."""
        return self.moment

    def monotonic(self) -> float:
        """Return the seconds at which the clock was stopped."""
        return self.seconds


def local(moment: datetime) -> datetime:
    """Return a moment as the station's wall clock shows it."""
    return moment.astimezone(STATION_TIME)

"""A station to test in: everything real but the clock, the chance and the ID reader's card."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.pin import SETTING
from stationkiosk.casework.printing.shown import FOLDER
from stationkiosk.casework.station import Site, Station, Terms
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.folder import UsbFolder
from stationkiosk.devices.printing import Printer, PrinterSpec, Rack
from stationkiosk.devices.printing.make import maker
from stationkiosk.devices.readers import DemoReader
from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import Press
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import (
    Application,
    Claim,
    Consent,
    Exhibit,
    Fact,
    Party,
    PartyKind,
    PartyRole,
    Right,
    Signature,
    SignatureKind,
)
from stationkiosk.domain.text import Language, Text
from stationkiosk.ledger.keys import create_keys, load_keys
from stationkiosk.reference.load import Reference, load
from stationkiosk.reference.paths import resources
from stationkiosk.store import tables
from stationkiosk.store.changes import NO_FEED
from stationkiosk.store.engine import Store
from stationkiosk.store.evidence import keep
from stationkiosk.store.uuid7 import uuid7
from tests.casework.members import MEMBERS, QUICKLY, put_members

PIN = "314159"
SITE = Site(
    "LJ07",
    "A",
    Text("两江新区样品站（虚构）", "Liangjiang sample station (made up)"),
    Text("样品路 7 号", "7 Sample Road"),
    "023-00000000",
    Text("工作日 9:00–17:30", "Working days 9:00–17:30"),
)
PHOTO = b"a made-up photograph"


@dataclass
class HeldClock:
    """A clock that stands still until it is moved."""

    moment: datetime = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.seconds

    def move(self, **step: float) -> None:
        self.moment += timedelta(**step)
        self.seconds += timedelta(**step).total_seconds()


@dataclass
class SeededRandom:
    """The same chance every time."""

    source: random.Random = field(default_factory=lambda: random.Random(7))

    def bytes(self, count: int) -> bytes:
        return self.source.randbytes(count)


@cache
def shipped() -> tuple[Reference, Press]:
    """What ships, read once a test process."""
    return load(resources()), Press()


@dataclass
class World:
    """A station in a folder, and the hands that hold its clock."""

    folder: Path
    clock: HeldClock
    station: Station

    @classmethod
    def make(cls, folder: Path, members: Mapping[str, tuple[Role, ...]] = MEMBERS) -> World:
        """A new station with its members of staff: a copy of one made once a test process."""
        files, drawn = _new_station(tuple(members.items()))
        _lay(files, folder)
        random, clock = SeededRandom(), HeldClock()
        random.source.setstate(drawn)
        store = Store(folder / "station.db", load_keys(folder / "keys").store)
        return cls(folder, clock, _station(folder, store, clock, random))

    @classmethod
    def reopen(cls, folder: Path, clock: HeldClock | None = None) -> World:
        """The same station after a restart."""
        held = clock or HeldClock()
        keys = load_keys(folder / "keys")
        store = Store.open(folder / "station.db", keys.store)
        return cls(folder, held, _station(folder, store, held, SeededRandom(random.Random())))

    @property
    def printer(self) -> Printer:
        """The folder printer, which stands in for all others."""
        return self.station.printers.get(FOLDER)

    def counter(self) -> Counter:
        return Counter(self.station)

    def close(self) -> None:
        self.station.close()


def folder_spec(folder: Path) -> PrinterSpec:
    return PrinterSpec(FOLDER, "folder", str(folder / "printed"), Text("存成文件", "Saved as a file"), "a4")


@cache
def _new_station(members: tuple[tuple[str, tuple[Role, ...]], ...]) -> tuple[dict[str, bytes], Any]:
    """The files of a station just made, and the state of chance once it is."""
    random, clock = SeededRandom(), HeldClock()
    with TemporaryDirectory(prefix="sk-world-") as place:
        folder = Path(place)
        keys = create_keys(folder / "keys", random, random.bytes(32))
        store = Store.create(folder / "station.db", keys.store)
        station = _station(folder, store, clock, random)
        with store.write() as unit:
            unit.insert(
                tables.StationRow,
                code="LJ07",
                machine="A",
                name_zh=SITE.name.zh,
                name_en=SITE.name.en,
                created_at=clock.now(),
                block=0,
            )
            unit.insert(tables.Setting, name=SETTING, value=QUICKLY().hash(PIN))
            put_members(unit, station, dict(members))
            unit.journal(None, station.itself(), "create_station", clock.now())
        station.close()
        files = {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    return files, random.source.getstate()


def _lay(files: Mapping[str, bytes], folder: Path) -> None:
    (folder / "keys").mkdir(mode=0o700)
    for name, body in files.items():
        (folder / name).write_bytes(body)
        (folder / name).chmod(0o600)


def _station(folder: Path, store: Store, clock: HeldClock, random: SeededRandom) -> Station:
    reference, press = shipped()
    for name in ("printed", "usb", "reader"):
        (folder / name).mkdir(exist_ok=True)
    return Station(
        site=SITE,
        terms=Terms("a4", 10, demo=True),
        store=store,
        keys=load_keys(folder / "keys"),
        reference=reference,
        clock=clock,
        random=random,
        press=press,
        printers=Rack(maker(clock, random, images), [folder_spec(folder)]),
        reader=DemoReader(folder / "reader"),
        sticks=(UsbFolder(folder / "usb"),),
        examiner=Examiner(ahead=False),
        feed=NO_FEED,
    )


def application(station: Station, **changes: object) -> Application:
    """A made-up dispute whose one exhibit is in the store."""
    case_id = changes.pop("id", None) or uuid7(station.clock, station.random)
    assert isinstance(case_id, UUID)
    kept = keep(station.store, case_id, BytesIO(PHOTO))
    exhibit = Exhibit(
        "样品店招.jpg",
        "image/jpeg",
        kept.size,
        kept.sha256,
        kept.sm3,
        "usb",
        station.device,
        station.clock.now(),
        pages=1,
    )
    parts: dict[str, object] = {
        "id": case_id,
        "form": "trademark",
        "language": Language.ZH,
        "parties": PARTIES,
        "right": Right("trademark", "3333018", "样品老茶", "owner", (30,), "茶叶", date(2028, 6, 30)),
        "facts": (Fact("acts", ("same_mark",)), Fact("since", "2026-10-01")),
        "claims": (Claim("stop"), Claim("damages", Decimal("18000.00"))),
        "routes": ("mediation", "report", "preservation"),
        "consents": (Consent("tell_other_side", True), Consent("publish", False)),
        "exhibits": (exhibit,),
        "signature": SIGNATURE,
        "sealed": {"mediator_note": bytes(60)},
    }
    return Application(**(parts | changes))  # type: ignore[arg-type]


SIGNATURE = Signature(
    SignatureKind.STROKES, "𠮷样品", "0" * 64, (((100, 200, 0), (300, 400, 40)), ((500, 100, 90),))
)
PARTIES = (
    Party(
        PartyRole.APPLICANT,
        PartyKind.ORGANISATION,
        "样品老茶坊（虚构）",
        "91330100799655058B",
        "+8613800001234",
        representative="欧阳样品",
    ),
    Party(
        PartyRole.AGENT,
        PartyKind.PERSON,
        "𠮷样品",
        "11010519491231002X",
        "+8613900005678",
        authority="special",
        by_card=True,
    ),
    Party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, "样品街对面茶店（虚构）", address="样品路 1 号"),
)

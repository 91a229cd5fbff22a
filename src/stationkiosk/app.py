"""The one place where parts are put together: settings → keys → store → casework → windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stationkiosk.casework.members import NewMember, put_first
from stationkiosk.casework.pin import set_pin
from stationkiosk.casework.presence import DESK, KIOSK
from stationkiosk.casework.printing.shown import FOLDER
from stationkiosk.casework.selftest.fittings import Fittings
from stationkiosk.casework.station import Site, Station, Terms
from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.folder import UsbFolder
from stationkiosk.devices.evidence.limits import MIB, Limits
from stationkiosk.devices.evidence.scanner import ScannerFolder
from stationkiosk.devices.printing import PrinterSpec, Rack
from stationkiosk.devices.printing.around import Queues
from stationkiosk.devices.printing.make import maker
from stationkiosk.devices.random import SystemRandom
from stationkiosk.devices.readers import DemoReader, IdReader, NoReader
from stationkiosk.devices.readers.pcsc import PcscReader, PyscardSlots
from stationkiosk.devices.readers.sam import SamReader
from stationkiosk.devices.readers.serial_line import SerialLine
from stationkiosk.documents.pictures import images, pages
from stationkiosk.documents.press import Press
from stationkiosk.domain.actors import the_station
from stationkiosk.domain.opening import parse_hours
from stationkiosk.domain.ports import Clock, Random
from stationkiosk.domain.sealing import MEDIATOR, OFFICER
from stationkiosk.ledger.keys import box_key, complete_keys, create_keys, key_id, load_keys, unbox_key
from stationkiosk.ledger.recovery import make_recovery_key, parse_key, spell
from stationkiosk.ledger.seal import public_of
from stationkiosk.log import start_log
from stationkiosk.look import FILE
from stationkiosk.opening import WindowOptions, kiosk_options
from stationkiosk.reference.load import Reference, load
from stationkiosk.reference.paths import resources
from stationkiosk.settings import Settings, as_toml
from stationkiosk.store import checkpoints, cipher, tables
from stationkiosk.store.engine import Store
from stationkiosk.store.local_feed import LocalFeed
from stationkiosk.store.progress import Progress, silent
from stationkiosk.store.restore import Restored, restore
from stationkiosk.store.setting import keep_setting, read_setting
from stationkiosk.ui.common.voices import voices

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.desk.front import Front


SETTINGS = "station.toml"
"""The name under which the store keeps the text of the settings' file."""

BOXES = {MEDIATOR: "seal_box", OFFICER: "officer_box"}
"""Under which name the store keeps the key by which a reader opens seals, sealed to the recovery key."""


PICTURE_DPI = 110
"""How finely the demonstration's pages of paper are drawn."""


@dataclass(frozen=True, slots=True)
class Created:
    """A station just made. ``sheet`` is the data of the recovery-key paper: it is kept nowhere else.

    ``passwords`` are those its first members begin with, by sign-in name.
    """

    sheet: dict[str, Any]
    passwords: dict[str, str]


def create_station(settings: Settings, pin: str, first: Sequence[NewMember] = ()) -> Created:
    """Make a station's keys, a store with its first members, and sign its first checkpoint.

    Raises KnownError: ``keys_exist``, ``store_exists``, ``pin_too_short``, ``pin_not_digits``,
    ``disk_full``, and those of ``casework.members`` for a member who cannot be one.
    """
    clock, random = SystemClock(), SystemRandom()
    recovery_key = make_recovery_key(random)
    keys = create_keys(settings.keys_folder, random, public_of(recovery_key))
    settings.store_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = Store.create(settings.store_file, keys.store)
    station = _station(settings, store, load_reference(settings))
    now = clock.now()
    try:
        with store.write() as unit:
            unit.insert(
                tables.StationRow,
                code=settings.station.code,
                machine=settings.station.machine,
                name_zh=settings.station.name.zh,
                name_en=settings.station.name.en,
                created_at=now,
                block=0,
            )
            set_pin(unit, pin)
            passwords = put_first(unit, station, first)
            for reader, box in BOXES.items():
                keep_setting(unit, box, box_key(settings.keys_folder, reader).hex())
            unit.journal(None, station.itself(), "create_station", now)
        keep_settings(station, settings)
        checkpoints.take(store, keys, now)
    finally:
        station.close()
    name = settings.station.name
    return Created(
        {
            "station": {"code": station.device, "name": {"zh": name.zh, "en": name.en}},
            "made_at": now.astimezone(UTC).isoformat(),
            "groups": list(spell(recovery_key)),
            "public_fingerprint": key_id(keys.recovery_public),
            "demo": settings.demo,
        },
        passwords,
    )


def restore_station(backup: Path, recovery_key: str, folder: Path, progress: Progress = silent) -> Restored:
    """Bring a backup back into an empty folder, prove it, and write its settings there again.

    ``recovery_key`` is as a person types it from the printed sheet. Raises the KnownErrors of
    ``ledger.recovery.parse_key`` and ``store.restore.restore``.
    """
    key = parse_key(recovery_key)
    back = restore(backup, key, folder, the_station("restore"), SystemClock().now(), progress)
    store = Store.open(back.path, load_keys(folder / "keys").store)
    try:
        (folder / FILE).write_text(_kept(store, SETTINGS), "utf-8")
        for reader, name in BOXES.items():
            if box := _kept(store, name):
                unbox_key(folder / "keys", reader, bytes.fromhex(box), key)
    finally:
        store.close()
    return back


def keep_settings(station: Station, settings: Settings) -> None:
    """Keep the text of ``station.toml`` in the store where it changed, so that the journal tells of it."""
    text = settings.file.read_text("utf-8") if settings.file.exists() else as_toml(settings)
    known = _kept(station.store, SETTINGS)
    if known == text:
        return
    with station.store.write() as unit:
        keep_setting(unit, SETTINGS, text)
        unit.journal(None, station.itself(), "settings", station.clock.now())


def _kept(store: Store, name: str) -> str:
    with store.read() as connection:
        return read_setting(connection, name, "")


def load_reference(settings: Settings) -> Reference:
    """Return the rules, forms and words, with the station's corrections over them."""
    return load(resources(), settings.corrections_folder)


def open_station(settings: Settings, reference: Reference | None = None, *, desk: bool = False) -> Station:
    """Open the station's store with its keys. Raises the KnownErrors of keys, store and reference.

    At a ``desk`` the keys that open its readers' seals are there too.
    A station made before its officers had a key gets one, where this machine may make it.
    """
    boxed = complete_keys(settings.keys_folder, SystemRandom())
    keys = load_keys(settings.keys_folder)
    feed = LocalFeed(settings.data)
    try:
        room = cipher.ROOMY_KB if desk else cipher.SPARE_KB
        store = Store.open(settings.store_file, keys.store, feed, cache_kb=room)
    except BaseException:
        feed.close()
        raise
    station = _station(settings, store, reference or load_reference(settings), desk=desk)
    if boxed and not _kept(store, BOXES[OFFICER]):
        _keep_box(station, settings)
    return station


def _keep_box(station: Station, settings: Settings) -> None:
    """Keep the officers' key, boxed, in the store: a backup brings it back."""
    box = box_key(settings.keys_folder, OFFICER).hex()
    with station.store.write() as unit:
        keep_setting(unit, BOXES[OFFICER], box)
        unit.journal(None, station.itself(), "settings", station.clock.now())


def open_counter(settings: Settings, reference: Reference) -> Counter:
    """Open the station for a kiosk and put right what the last run left undone."""
    from stationkiosk.casework.counter import Counter

    station = open_station(settings, reference)
    station.feed.enter(KIOSK)
    keep_settings(station, settings)
    counter = Counter(station)
    counter.start_up()
    return counter


def open_desk(settings: Settings, reference: Reference) -> Front:
    """Open the station for a desk, with the keys that open its seals; put right what its last run left."""
    from stationkiosk.casework.desk.front import Front

    station = open_station(settings, reference, desk=True)
    station.feed.enter(DESK)
    keep_settings(station, settings)
    front = Front(station)
    front.start_up()
    return front


def run_demo(settings: Settings, out: Path, told: Callable[[str], None] = lambda _page: None) -> Path:
    """File one made-up dispute in the real windows and leave pictures and the receipt in ``out``.

    ``told`` hears the name of each page as its picture is taken. Returns ``out``.
    """
    from stationkiosk.ui.kiosk.sample import film

    start_log(settings.log_folder)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920), portrait=True))
    before = set(settings.printer.folder.glob("*.pdf"))
    for folder in (out, settings.printer.folder):
        folder.mkdir(parents=True, exist_ok=True)
    film(lambda: open_counter(settings, reference), reference, SystemClock(), options, out, told)
    (printed,) = set(settings.printer.folder.glob("*.pdf")) - before
    pdf = printed.read_bytes()
    (out / "receipt.pdf").write_bytes(pdf)
    for page, picture in enumerate(pages(pdf, PICTURE_DPI), 1):
        (out / f"receipt-page-{page}.png").write_bytes(picture)
    return out


def _station(settings: Settings, store: Store, reference: Reference, *, desk: bool = False) -> Station:
    clock, random = SystemClock(), SystemRandom()
    return Station(
        site=_site(settings),
        terms=_terms(settings),
        store=store,
        keys=load_keys(settings.keys_folder, desk=desk),
        reference=reference,
        clock=clock,
        random=random,
        press=Press(wording=reference.words),
        printers=Rack(maker(clock, random, images), [_folder(settings, reference)]),
        reader=_reader(settings, clock, random),
        sticks=tuple(UsbFolder(folder) for folder in settings.evidence.folders),
        examiner=Examiner(Limits(file=settings.filing.max_file_mb * MIB)),
        feed=store.feed,
        scanner=_scanner(settings, clock),
        fittings=Fittings(
            settings.keys_folder, settings.backups_folder, sound=settings.kiosk.sound, voices=voices
        ),
        around=Queues(clock),
    )


def _folder(settings: Settings, reference: Reference) -> PrinterSpec:
    """Return the printer every station has: the folder of ``station.toml``."""
    name = reference.words.text("printing.folder")
    return PrinterSpec(FOLDER, "folder", str(settings.printer.folder), name, settings.receipt.format)


def _terms(settings: Settings) -> Terms:
    return Terms(
        settings.receipt.format,
        settings.filing.max_files,
        settings.demo,
        reprints_a_day=settings.receipt.reprints_a_day,
        message_days=settings.messages.answer_days,
        max_batch_bytes=settings.filing.max_batch_mb * MIB,
        max_respondents=settings.filing.max_respondents,
        tell_more=settings.filing.tell_more,
        max_evidence=settings.filing.max_total_mb * MIB,
        camera=settings.evidence.camera,
        guess_fade=timedelta(minutes=settings.guessing.fade_minutes),
        tail_tries=settings.guessing.tail_tries,
        tail_fade=timedelta(hours=settings.guessing.tail_fade_hours),
        sign_in_tries=settings.staff.sign_in_tries,
        sign_in_rest=timedelta(minutes=settings.staff.lock_minutes),
        password_least=settings.staff.password_least,
        password_days=settings.staff.password_days,
    )


def _scanner(settings: Settings, clock: Clock) -> ScannerFolder | None:
    folder = settings.evidence.scanner_folder
    return ScannerFolder(folder, clock, remove=settings.evidence.scanner_remove) if folder else None


def _site(settings: Settings) -> Site:
    place = settings.station
    return Site(
        place.code,
        place.machine,
        place.name,
        place.address,
        place.phone,
        place.hours,
        tuple(map(parse_hours, place.opening)),
        place.rooms,
    )


def _reader(settings: Settings, clock: Clock, random: Random) -> IdReader:
    told = settings.reader
    if told.kind == "sam":
        return SamReader(lambda: SerialLine(told.device, told.speed), clock, random)
    if told.kind == "pcsc":
        return PcscReader(PyscardSlots, clock, random)
    return DemoReader(told.folder) if told.kind == "demo" else NoReader()

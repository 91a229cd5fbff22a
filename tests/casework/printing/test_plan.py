"""The plan of printing: kept in the store, changed by few, read by both windows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.printing import changing, plan
from stationkiosk.casework.printing.shown import OTHERS, PaperRule
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import PrinterSpec, Trouble
from stationkiosk.devices.printing.around import Nowhere, Seen
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ledger.canonical import parse
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.printing.floor import Floor

NEW = PrinterSpec("", "ipp", "ipp://127.0.0.1:1/queue", Text("三楼", "Third floor"), "a4", public=False)


class Office:
    """A network with one printer, whose device may be changed."""

    def __init__(self) -> None:
        self.uuid = "urn:one"

    def find(self) -> tuple[Seen, ...]:
        return ((replace(NEW, id="one", uuid=self.uuid), "Sample 9"),)

    def at(self, spec: PrinterSpec) -> Seen:
        return replace(spec, uuid=self.uuid), "Sample 9"


@pytest.fixture
def station(floor: Floor) -> Station:
    return floor.world.station


@pytest.fixture
def head(station: Station) -> Desk:
    return desk(station, Role.SUPERVISOR)


def test_a_change_is_journaled_and_seen_by_the_other_window(floor: Floor, head: Desk) -> None:
    given = head.keep_printer(replace(NEW, kind="escpos", address="socket://127.0.0.1:1"))
    assert [one.spec.id for one in head.printers()] == ["one", "two", given, "folder"]
    floor.start()
    assert [spec.id for spec in plan.read_plan(floor.world.station).printers][-2:] == [given, "folder"]
    head = desk(floor.world.station, Role.SUPERVISOR)
    head.keep_rule("receipt", PaperRule(given))
    (planned,) = (one for one in head.printing_plan() if one.kind == "receipt")
    assert (planned.own, planned.rule.printer) == (True, given)
    head.drop_printer(given)
    assert not any(one.own for one in head.printing_plan())
    told = [row for row in rows(floor.world.station, tables.Journal) if row.action == changing.CHANGED]
    assert [set(parse(row.body)["detail"]) for row in told[-3:]] == [{"kept"}, {"rule"}, {"dropped"}]
    found = verify(floor.world.station.store, floor.world.station.keys)
    assert found.ok, found.findings


def test_a_station_with_no_plan_prints_into_its_folder(floor: Floor, station: Station) -> None:
    empty = plan.with_folder(station, plan.Plan())
    assert [(spec.id, spec.public) for spec in empty.printers] == [("folder", True)]
    ours = plan.read_plan(station)
    assert [(spec.id, spec.public) for spec in ours.printers][-1] == ("folder", False)


def test_the_folder_is_named_and_lent_but_never_goes(station: Station, head: Desk) -> None:
    with pytest.raises(Closed, match="printer_is_folder"):
        head.drop_printer("folder")
    own = plan.read_plan(station).printers[-1]
    head.keep_printer(replace(own, public=True, name=Text("存档", "Archive"), address="/elsewhere"))
    kept = plan.read_plan(station).printers[-1]
    assert (kept.name.en, kept.public, kept.address) == ("Archive", True, own.address)
    head.keep_printer(own)


def test_printers_that_are_found_are_kept_with_their_name(floor: Floor, station: Station) -> None:
    office = Office()
    head = desk(replace(station, around=office), Role.SYSTEM_ADMIN)
    (found,) = head.find_printers()
    assert (found.spec.id, found.model, found.known) == ("", "Sample 9", False)
    given = head.keep_printer(replace(found.spec, uuid=""))
    assert head.find_printers()[0].known
    (shown,) = (one for one in head.printers() if one.spec.id == given)
    assert shown.spec.uuid == "urn:one"
    office.uuid = "urn:two"
    head.accept_printer(given)
    (shown,) = (one for one in head.printers() if one.spec.id == given)
    assert shown.spec.uuid == "urn:two"
    head.drop_printer(given)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"name": Text(" ", "x")}, "printer_no_name"),
        ({"address": "http://printer/"}, "printer_address"),
        ({"kind": "escpos", "address": "usb:04b8"}, "printer_address"),
        ({"kind": "folder", "address": "beside"}, "printer_address"),
        ({"kind": "escpos", "address": "file:/dev/one"}, "printer_there"),
    ],
)
def test_what_is_no_printer_is_not_kept(head: Desk, change: dict[str, str], key: str) -> None:
    with pytest.raises(Closed, match=key):
        head.keep_printer(replace(NEW, **change))  # type: ignore[arg-type]


def test_what_is_no_rule_is_not_kept(head: Desk) -> None:
    with pytest.raises(Closed, match="rule_of_nothing"):
        head.keep_rule("newspaper", PaperRule())
    with pytest.raises(Closed, match="copies_range"):
        head.keep_rule(OTHERS, PaperRule(copies=0))
    with pytest.raises(KnownError, match="no_such_printer"):
        head.keep_rule(OTHERS, PaperRule("gone"))


def test_a_paper_of_the_bureau_goes_to_no_roll(head: Desk) -> None:
    roll = head.keep_printer(replace(NEW, kind="escpos", address="socket://127.0.0.1:1", format="roll80"))
    with pytest.raises(Closed, match="rule_wrong_size"):
        head.keep_rule("agreement", PaperRule(roll))
    for kind in ("receipt", OTHERS):
        head.keep_rule(kind, PaperRule(roll))
    head.drop_rule("receipt")
    head.drop_rule(OTHERS)
    head.drop_printer(roll)


def test_who_may_not_change_the_plan_reads_why(station: Station) -> None:
    shown = desk(station, Role.CLERK).printers()
    assert all(one.refused for one in shown)
    assert not any(one.refused for one in desk(station, Role.SYSTEM_ADMIN).printers())


def test_a_queue_is_looked_at_cancelled_and_resumed(floor: Floor, station: Station) -> None:
    clerk, device = desk(station, Role.CLERK), floor.devices["one"]
    device.trouble = Trouble.PAUSED
    job = clerk.print_trial("one")
    assert Front(station).face().printers_stuck == 1
    (queued,) = clerk.printers()[0].queue
    assert queued.job == job
    clerk.resume_printer("one")
    assert device.trouble is Trouble.NONE
    assert Front(station).face().printers_stuck == 0
    clerk.cancel_job("one", job)
    assert clerk.trial("one", job).stage == "cancelled"
    assert clerk.printers()[0].queue == ()


def test_a_plan_of_a_newer_program_stops_no_window(floor: Floor, station: Station) -> None:
    setting = tables.Setting.__table__
    of_plan = setting.c.name == plan.PRINTING
    with station.store.read() as connection:
        before = connection.execute(select(setting.c.value).where(of_plan)).scalar_one()
    with station.store.write() as unit:
        unit.connection.execute(update(setting).where(of_plan).values(value={"printers": "all"}))
    face = Front(station).face()
    assert (face.printer_ready, face.printer_trouble) == (False, "printer_error")
    with pytest.raises(KnownError, match="printing_plan_unreadable"):
        plan.read_plan(station)
    with station.store.write() as unit:
        unit.connection.execute(update(setting).where(of_plan).values(value=before))


def test_a_station_with_nothing_around_finds_nothing(station: Station) -> None:
    assert Nowhere().find() == ()
    with pytest.raises(KnownError, match="printer_missing"):
        Nowhere().at(NEW)
    assert station.around.find() == ()

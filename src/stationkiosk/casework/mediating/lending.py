"""The public screens as a desk uses them: shown to the parties, blanked, lent to a signer, given back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.desk.agreeing import to_sign
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.mediating import stages
from stationkiosk.casework.mediating.attendants import attendants
from stationkiosk.casework.mediating.scene import Scene, Signer, close_box
from stationkiosk.casework.mediating.shown import HELD, Screening, ScreenShown
from stationkiosk.casework.mediating.stages import STAGE, Ending
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn, check_present
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

PARTY = tables.Party.__table__

SHOWERS = frozenset({Role.CLERK, Role.MEDIATOR, Role.SUPERVISOR})
"""Who shows pages to the parties."""

_SIGNING = frozenset({Screening.SIGNS})
_GIVEN = frozenset({Screening.SHOWS, Screening.SIGNS})

ASKED = "mediation.signature_asked"
"""What the case's journal calls it when a side is asked to sign at a screen."""


def screens(station: Station, who: SignedIn) -> tuple[ScreenShown, ...]:
    """Return the public screens; of a case that is not this person's nothing is told but that it is one."""
    with station.store.read() as connection:
        _check_shows(connection, who)
        rows = connection.execute(select(STAGE).order_by(STAGE.c.device)).all()
        return tuple(_shown(station, connection, who, row) for row in rows)


def show(station: Station, who: SignedIn, device: str, case_id: UUID, scene: Scene) -> None:
    """Put a scene on a public screen, in place of this desk's own that is there.

    Closed ``screen_away``, ``screen_busy`` (the public is at it), ``screen_taken`` (a colleague has it).
    """
    station.feed.enter(stages.desk_name(who.login))
    with station.store.write() as unit:
        acting(unit.connection, who, SHOWERS, station.device, case_id)
        row = _lendable(station, unit.connection, who, device)
        if row.state == Screening.BUSY:
            raise Closed("screen_busy")
        box = close_box(row.screen_key, device, row.seq + 1, case_id, scene)
        signer = scene.signer
        if signer is not None:
            _note_asked(station, unit, who, case_id, signer)
        stages.move(
            unit,
            row,
            station.clock.now(),
            state=Screening.SIGNS if signer else Screening.SHOWS,
            case_id=case_id,
            by=who.login,
            box=box,
            answer=stages.answer(None, signer.party_n) if signer else None,
        )
    stages.tell(station)


def blank(station: Station, who: SignedIn, device: str) -> None:
    """Have a public screen show nothing; one that the public is at, as soon as they have left it.

    A signing under way ends and nothing is signed. Closed ``screen_away``, ``screen_taken``.
    """
    station.feed.enter(stages.desk_name(who.login))
    with station.store.write() as unit:
        _check_shows(unit.connection, who)
        row = _lendable(station, unit.connection, who, device)
        state = Screening.BUSY if row.state == Screening.BUSY else Screening.BLANK
        case_id = row.case_id if row.state in HELD else None
        stages.move(
            unit,
            row,
            station.clock.now(),
            state=state,
            case_id=case_id,
            by=who.login,
            box=None,
            answer=None,
        )
    stages.tell(station)


def take_back(station: Station, who: SignedIn, device: str) -> None:
    """Give a public screen back to the public. Closed ``screen_taken`` where a colleague has it."""
    with station.store.write() as unit:
        _check_shows(unit.connection, who)
        row = _lendable(station, unit.connection, who, device, away=True)
        _release(station, unit, row)
    stages.tell(station)


def ask_signature(
    station: Station, who: SignedIn, device: str, case_id: UUID, matter_n: int, party_n: int
) -> None:
    """Hand a public screen to one signer of the text that is fixed: its exact bytes, nothing else.

    Closed ``not_the_mediator``, ``no_such_version``, ``no_such_party``, ``signer_no_authority``; else as
    ``show``.
    """
    with station.store.read() as connection:
        acting(connection, who, frozenset({Role.MEDIATOR}), station.device, case_id)
        signer = _signer(station, connection, who, case_id, matter_n, party_n)
    text = to_sign(station, who, case_id, matter_n)
    show(station, who, device, case_id, Scene(text, (), signer))


def hide(station: Station, who: SignedIn) -> None:
    """Blank what this person shows: their desk is locked. Whoever is signing goes on, and is told of it.

    The text before a signer is their own: nothing on it is hidden from them while the desk is away.
    """
    with station.store.read() as connection:
        if not _of(connection, who, _GIVEN):
            return
    with station.store.write() as unit:
        for row in _of(unit.connection, who, frozenset({Screening.SHOWS})):
            stages.move(unit, row, station.clock.now(), state=Screening.BLANK, box=None, answer=None)
        for row in _of(unit.connection, who, _SIGNING):
            stages.leave_alone(unit, row, alone=True)
    stages.tell(station)


def come_back(station: Station, who: SignedIn) -> None:
    """Tell whoever signs for this person that their desk is open again."""
    with station.store.read() as connection:
        if not any(map(stages.is_alone, _of(connection, who, _SIGNING))):
            return
    with station.store.write() as unit:
        for row in _of(unit.connection, who, _SIGNING):
            stages.leave_alone(unit, row, alone=False)
    stages.tell(station)


def let_go(station: Station, who: SignedIn) -> None:
    """Give back every screen this person has: they leave the desk."""
    mine = HELD | {Screening.BUSY}
    with station.store.read() as connection:
        if not _of(connection, who, mine):
            return
    with station.store.write() as unit:
        for row in _of(unit.connection, who, mine):
            _release(station, unit, row)
    stages.tell(station)


def _check_shows(connection: Connection, who: SignedIn) -> None:
    if not check_present(connection, who) & SHOWERS:
        raise Closed("not_your_role")


def _of(connection: Connection, who: SignedIn, states: frozenset[Screening]) -> list[Record]:
    query = select(STAGE).where(STAGE.c.by == who.login, STAGE.c.state.in_(states))
    return list(connection.execute(query))


def _release(station: Station, unit: Unit, row: Record) -> None:
    state = Screening.FREE if row.state in HELD else row.state
    stages.move(unit, row, station.clock.now(), state=state, case_id=None, by="", box=None, answer=None)


def _lendable(
    station: Station, connection: Connection, who: SignedIn, device: str, *, away: bool = False
) -> Record:
    row = stages.row_of(connection, device)
    if row is None or not (away or station.feed.present(stages.kiosk_name(device))):
        raise Closed("screen_away")
    others = row.by not in ("", who.login) and stages.desk_there(station.feed, row)
    if others and (row.state in HELD or row.state == Screening.BUSY):
        raise Closed("screen_taken")
    return row


def _signer(
    station: Station, connection: Connection, who: SignedIn, case_id: UUID, matter_n: int, party_n: int
) -> Signer:
    parties = _parties(connection, case_id)
    found = next((a for a in attendants(station.reference.words, parties) if a.n == party_n), None)
    if found is None:
        raise Closed("no_such_party")
    if not found.may_settle:
        raise Closed("signer_no_authority", name=found.name)
    side = next(party for party in parties if party.n == found.side_n)
    role = Role.RESPONDENT if side.role == PartyRole.RESPONDENT else Role.APPLICANT
    return Signer(matter_n, party_n, found.name, role, who.name)


def _note_asked(station: Station, unit: Unit, who: SignedIn, case_id: UUID, signer: Signer) -> None:
    actor = acting(unit.connection, who, frozenset({Role.MEDIATOR}), station.device, case_id)
    detail = {"matter": signer.matter_n, "party": signer.party_n}
    unit.journal(case_id, actor, ASKED, station.clock.now(), detail)


def _parties(connection: Connection, case_id: UUID) -> list[Record]:
    return list(connection.execute(select(PARTY).where(PARTY.c.case_id == case_id).order_by(PARTY.c.n)))


def _shown(station: Station, connection: Connection, who: SignedIn, row: Record) -> ScreenShown:
    there = station.feed.present(stages.kiosk_name(row.device))
    state = Screening(row.state) if there else Screening.AWAY
    ending, party_n = stages.answered(row)
    if not there and row.state in HELD:
        ending = Ending.RESTARTED
    if row.case_id is None or not _may_see(connection, who, row.case_id):
        return ScreenShown(row.device, state, since=row.at, by=row.by)
    known = attendants(station.reference.words, _parties(connection, row.case_id))
    name = next((one.name for one in known if one.n == party_n), "")
    return ScreenShown(row.device, state, row.case_id, name, row.at, row.by, ending)


def _may_see(connection: Connection, who: SignedIn, case_id: UUID) -> bool:
    try:
        return Part.CASES in sees(connection, who, case_id).parts
    except Closed:
        return False

"""Proof brought later: what a receipt's code lets its holder add, in one transaction.

The filer's proof goes through the preservation of evidence and ends the wait for it; that of
the other side, once they answered, goes through the mediation they answered in. Neither moves
the matter. What one side brings, no code of the other side opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select

from stationkiosk.casework import papers, proof_receipt, rows
from stationkiosk.casework.codes import Purpose, find_code, new_code, read_code, record_code
from stationkiosk.casework.door import Act, carry_out, read_matter
from stationkiosk.casework.drafts import end_draft
from stationkiosk.casework.record import Record
from stationkiosk.casework.startup import check_clock
from stationkiosk.casework.station import Station
from stationkiosk.casework.tracking import MATTER, cases_of
from stationkiosk.casework.views import Filed, PaperRef, Viewer
from stationkiosk.devices.evidence.limits import MIB
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.store import tables
from stationkiosk.store.evidence import copy, drop_all, keep_only
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

ADD = "add_proof"
ACTED = tables.Acted.__table__
CASE = tables.Case.__table__
EXHIBIT = tables.Exhibit.__table__
RESPONSE = tables.Response.__table__


@dataclass(frozen=True, slots=True)
class _Side:
    """Who brings proof: under which matter, as which party of the case (None: who filed)."""

    case_id: UUID
    matter_n: int
    party_n: int | None
    viewer: Viewer
    actor: Actor


def add_proof(station: Station, addition: Addition) -> Filed:
    """Enter proof for good: one transaction, one effect however often its draft is handed in.

    What the same side brought before is told and not entered again. Raises Closed as
    ``tracking.progress`` does, ``proof_over`` where the case takes no more, ``draft_filed`` when
    the draft came in already with another text; KnownError
    ``proof_there_already``, ``file_one_too_many``, ``file_over_total``, ``proof_not_kept``,
    ``disk_full``: then nothing was entered.
    """
    with station.store.read() as connection:
        known = _known(connection, addition)
    if known:
        return _added(station, known)
    addition = replace(addition, code=read_code(station, Purpose.RECEIPT, addition.code))
    code = find_code(station, Purpose.RECEIPT, addition.code)
    opened = cases_of(station, code)
    with station.store.write() as unit:
        one = station.at_one_moment()
        ref = _known(unit.connection, addition) or _enter(
            one, unit, _side(one, unit, code, opened, addition.number), addition
        )
    return _added(station, ref)


def _added(station: Station, ref: PaperRef) -> Filed:
    data = papers.read_paper(station, ref).data
    return Filed(
        case_id=ref.case_id,
        number=data["number"],
        receipt_code=data["receipt_code"],
        filed_at=datetime.fromisoformat(data["filed_at"]),
        receipt=ref,
        steps=proof_receipt.steps_of(station.reference.words, data),
    )


def _known(connection: Connection, addition: Addition) -> PaperRef | None:
    """Return the receipt of what is in; Closed ``draft_filed`` when it was declared with another text."""
    row = connection.execute(
        select(ACTED.c.case_id, ACTED.c.inputs).where(
            ACTED.c.client_key == str(addition.id), ACTED.c.action == ADD
        )
    ).first()
    if row is None:
        return None
    if row.inputs["declared"] != addition.signature.text_sha256:
        number = connection.execute(select(CASE.c.number).where(CASE.c.id == row.case_id)).scalar_one()
        raise Closed("draft_filed", number=str(number))
    return PaperRef(row.case_id, int(row.inputs["paper"]))


def _side(station: Station, unit: Unit, code: Record, opened: tuple[UUID, ...], number: str) -> _Side:
    """Return as whom the code's holder adds to the case; Closed where the code does not open it."""
    connection = unit.connection
    case_id = connection.execute(
        select(CASE.c.id).where(CASE.c.number == number, CASE.c.id.in_(opened))
    ).scalar()
    if case_id is None:
        raise Closed("code_unknown")
    if code.holder == Viewer.APPLICANT:
        track, party_n, viewer, actor = "preservation", None, Viewer.APPLICANT, station.public()
    else:
        party_n = connection.execute(
            select(RESPONSE.c.party_n).where(
                RESPONSE.c.case_id == case_id, RESPONSE.c.paper_n == code.paper_n
            )
        ).scalar_one()
        track, viewer, actor = "mediation", Viewer.RESPONDENT, station.respondent()
    matter_n = connection.execute(
        select(MATTER.c.n).where(MATTER.c.case_id == case_id, MATTER.c.track == track)
    ).scalar_one()
    return _Side(case_id, matter_n, party_n, viewer, actor)


def _enter(station: Station, unit: Unit, side: _Side, addition: Addition) -> PaperRef:
    now, case_id = station.clock.now(), side.case_id
    check_clock(station, unit.connection)
    matter, case_version = read_matter(unit.connection, case_id, side.matter_n)
    there = _brought(unit, side)
    fresh = tuple(exhibit for exhibit in addition.exhibits if exhibit.sha256 not in there)
    again = tuple(exhibit for exhibit in addition.exhibits if exhibit.sha256 in there)
    if not fresh:
        raise KnownError("proof_there_already")
    _check_room(station, there, fresh)
    rows.check_exhibits(station, unit.connection, addition.id, fresh)
    ref = papers.next_paper(unit, case_id)
    _insert(unit, side, addition, fresh, now)
    act = Act(
        action=ADD,
        case_id=case_id,
        matter=side.matter_n,
        case_version=case_version,
        matter_version=matter.version,
        actor=side.actor,
        client_key=str(addition.id),
        inputs={"paper": str(ref.n), "declared": addition.signature.text_sha256},
    )
    try:
        entry = carry_out(station, unit, act)
    except Closed as closed:
        raise Closed("proof_over") from closed
    brought = proof_receipt.Brought(fresh, again, side.viewer)
    proof = {"algorithm": entry.algorithm, "journal_hash": entry.hash}
    _issue(station, unit, ref, addition, brought, proof)
    _queue(station, unit, case_id, addition.number, now)
    return ref


def _insert(unit: Unit, side: _Side, addition: Addition, fresh: tuple[Exhibit, ...], now: datetime) -> None:
    keep_only(unit.connection, addition.id, (exhibit.sha256 for exhibit in fresh))
    copy(unit.connection, addition.id, side.case_id)
    drop_all(unit.connection, addition.id)
    rows.insert_exhibits(unit, side.case_id, fresh, side.party_n)
    rows.insert_signature(unit, side.case_id, addition.signature, now, side.party_n)
    end_draft(unit, addition.id, side.case_id, side.viewer.value, now)


def _issue(
    station: Station,
    unit: Unit,
    ref: PaperRef,
    addition: Addition,
    brought: proof_receipt.Brought,
    proof: Mapping[str, str],
) -> None:
    now, verification = station.clock.now(), new_code(station, Purpose.VERIFICATION)
    filed = unit.connection.execute(
        select(papers.PAPER.c.data).where(papers.PAPER.c.case_id == ref.case_id, papers.PAPER.c.n == 1)
    ).scalar_one()
    papers.issue(
        unit,
        ref,
        proof_receipt.KIND,
        proof_receipt.data(station, filed, addition, brought, verification, proof),
        number=addition.number,
        language=addition.language,
        verification_code=verification,
        issued_at=now,
    )
    record_code(
        station,
        unit,
        Purpose.VERIFICATION,
        verification,
        case_id=ref.case_id,
        paper_n=ref.n,
        holder=brought.viewer.value,
        opens_at=now,
    )
    unit.journal(ref.case_id, station.itself(), "issue_paper", now, {"paper": ref.n})


def _brought(unit: Unit, side: _Side) -> dict[str, int]:
    """Return what this side has brought so far: bytes by SHA-256."""
    query = select(EXHIBIT.c.sha256, EXHIBIT.c.size).where(
        EXHIBIT.c.case_id == side.case_id, EXHIBIT.c.party_n.is_not_distinct_from(side.party_n)
    )
    return dict(unit.connection.execute(query).all())


def _check_room(station: Station, there: Mapping[str, int], fresh: tuple[Exhibit, ...]) -> None:
    terms = station.terms
    if len(there) + len(fresh) > terms.max_exhibits:
        raise KnownError("file_one_too_many", most=str(terms.max_exhibits))
    if sum(there.values()) + sum(exhibit.size for exhibit in fresh) > terms.max_evidence:
        raise KnownError("file_over_total", most=str(terms.max_evidence // MIB))


def _queue(station: Station, unit: Unit, case_id: UUID, number: str, now: datetime) -> None:
    unit.connection.execute(
        insert(tables.Outbox).values(
            id=uuid7(station.clock, station.random),
            case_id=case_id,
            topic="proof_added",
            body={"number": number},
            queued_at=now,
            tries=0,
            sent_at=None,
        )
    )

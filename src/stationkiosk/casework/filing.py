"""Filing: in one transaction one press makes the case, opens its matters and issues the receipt.

A filing against several makes a case for each of them, in the same transaction: all or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Select, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from stationkiosk.casework import papers, rows
from stationkiosk.casework.batch import BATCH, Entered, issue_batch_receipt, others_of
from stationkiosk.casework.clocks import start_clocks
from stationkiosk.casework.codes import Purpose, new_code, record_code
from stationkiosk.casework.drafts import end_draft
from stationkiosk.casework.matters import open_matter
from stationkiosk.casework.receipt import PROOF_LATER, Registration, receipt_data, receipt_kind, steps_of
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.startup import check_clock
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import Filed, PaperRef
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.application import Application, PartyRole
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.filed import dispute_filed
from stationkiosk.domain.forms import FormPaper
from stationkiosk.domain.intake import refused_as_complaint
from stationkiosk.domain.numbering import case_number
from stationkiosk.domain.routes import at_the_kiosk, opened
from stationkiosk.domain.tracks.complaint import COMPLAINT
from stationkiosk.domain.tracks.preservation import PRESERVATION
from stationkiosk.domain.tracks.referral import REFERRAL
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.report import REPORT
from stationkiosk.store import tables
from stationkiosk.store.evidence import copy, drop_orphans, keep_only
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

log = structlog.get_logger()

CASE = tables.Case.__table__
RECEIPT = 1
"""The receipt is the first paper of every case."""


@dataclass(frozen=True, slots=True)
class _Press:
    """The press that files: its key, and who pressed."""

    client_key: str
    actor: Actor

    def nth(self, n: int) -> _Press:
        """Return the press as it stands for the ``n``-th case of a filing."""
        return self if n == 1 else replace(self, client_key=f"{self.client_key}/{n}")


def file_application(
    station: Station, application: Application, client_key: str, actor: Actor | None = None
) -> Filed:
    """File a dispute for good and return its number; ``actor`` is who helps its filer, if anybody does.

    Idempotent: the same client key, or the same draft, gives the same case, whether the
    finger tapped twice or the program was restarted in between. Raises Closed ``draft_filed``
    when the draft was filed elsewhere with another text; KnownError when evidence named is
    not in the store (``proof_not_kept``), is more than is taken (``file_one_too_many``,
    ``batch_too_large``), when it is against too many (``sides_too_many``), or when the disk
    is full; then nothing has been filed.
    """
    known = select(CASE.c.id, CASE.c.number).where(
        (CASE.c.client_key == client_key) | (CASE.c.id == application.id)
    )
    each = tuple(_for_each(station, application))
    if len(each) > station.terms.max_respondents:
        raise KnownError("sides_too_many", most=str(station.terms.max_respondents))
    try:
        if len(each) > 1:
            _copy_ahead(station, application, each, known)
        with station.store.write() as unit:
            case = unit.connection.execute(known).first()
            if case is None:
                by = actor or station.public()
                _file(station.at_one_moment(), unit, application, each, _Press(client_key, by))
            elif not _same_text(unit, case.id, application):
                raise Closed("draft_filed", number=case.number)
    finally:
        if len(each) > 1:
            _sweep(station, each)
    return filed(station, application.id if case is None else case.id)


def _sweep(station: Station, each: tuple[Application, ...]) -> None:
    """Drop copies that no case came of. A sweep that fails says nothing of the filing; start-up sweeps."""
    try:
        drop_orphans(station.store, {part.id for part in each[1:]})
    except KnownError as fault:
        log.warning("copies_not_swept", fault=str(fault))


def _copy_ahead(
    station: Station, application: Application, each: tuple[Application, ...], known: Select[Any]
) -> None:
    """Copy evidence for the further cases ahead, so that the filing holds the writer but briefly."""
    with station.store.read() as connection:
        if connection.execute(known).first() is not None:
            return
        size = rows.check_exhibits(station, connection, application.id, application.exhibits)
    if size * len(each) > station.terms.max_batch_bytes:
        raise KnownError("batch_too_large", most=str(station.terms.max_batch_bytes >> 20))
    for part in each[1:]:
        with station.store.write() as unit:
            copy(unit.connection, application.id, part.id)


def _same_text(unit: Unit, case_id: UUID, application: Application) -> bool:
    signature = tables.Signature
    query = select(signature.text_sha256).where(signature.case_id == case_id, signature.n == 1)
    return unit.connection.execute(query).scalar() == application.signature.text_sha256


def filed(station: Station, case_id: UUID) -> Filed:
    """Return what a filing answered, read back from the record."""
    issued = {paper.n: paper for paper in papers.papers_of(station, case_id)}
    data = issued[RECEIPT].data
    several = BATCH in issued and issued[BATCH].kind == "batch_receipt"
    return Filed(
        case_id=case_id,
        number=data["number"],
        receipt_code=data["receipt_code"],
        filed_at=datetime.fromisoformat(data["filed_at"]),
        receipt=PaperRef(case_id, BATCH if several else RECEIPT),
        steps=steps_of(data),
        others=others_of(issued[BATCH].data) if several else (),
    )


def _file(
    station: Station,
    unit: Unit,
    application: Application,
    each: tuple[Application, ...],
    press: _Press,
) -> None:
    now = station.clock.now()
    check_clock(station, unit.connection)
    check_member(unit.connection, press.actor)
    routes = _routes(station, application)
    rows.check_exhibits(station, unit.connection, application.id, application.exhibits)
    _check_printable(station, application)
    named = tuple(exhibit.sha256 for exhibit in application.exhibits)
    entered = []
    for n, part in enumerate(each, 1):
        if part.id != application.id:
            copy(unit.connection, application.id, part.id)
        keep_only(unit.connection, part.id, named)
        entered.append(_enter(station, unit, replace(part, routes=routes), press.nth(n)))
    if len(entered) > 1:
        issue_batch_receipt(station, unit, application, tuple(entered), now)


def _routes(station: Station, application: Application) -> tuple[str, ...]:
    """Return the tracks that open: for a report its check or its referral, else what fits the dispute."""
    paper = station.reference.forms[application.form].paper
    if paper is FormPaper.COMPLAINT:
        _check_consumer(application)
        return (COMPLAINT.id, PRESERVATION.id)
    if paper is FormPaper.REPORT:
        told = {fact.question: fact.value for fact in application.facts}
        breach = station.reference.elsewhere(str(told.get("breach") or ""), station.today())
        return (REFERRAL.id if breach else REPORT.id, PRESERVATION.id)
    dispute = dispute_filed(station.reference.forms[application.form], application)
    return opened(at_the_kiosk(station.reference.ways(dispute, station.today())), application.routes)


def _check_consumer(application: Application) -> None:
    """Let nothing in as a complaint that is no consumer dispute. Closed ``no_consumer_dispute``."""
    answers = {fact.question: fact.value for fact in application.facts}
    if told := refused_as_complaint(answers):
        raise Closed("no_consumer_dispute", why_zh=told.why.zh, why_en=told.why.en)


def _for_each(station: Station, application: Application) -> Iterator[Application]:
    """Yield the application once for each of the other sides it names, the first under its own id."""
    rest = tuple(party for party in application.parties if party.role is not PartyRole.RESPONDENT)
    against = [party for party in application.parties if party.role is PartyRole.RESPONDENT]
    if len(against) < 2:
        yield application
        return
    for n, respondent in enumerate(against):
        case_id = application.id if n == 0 else uuid7(station.clock, station.random)
        yield replace(application, id=case_id, parties=(*rest, respondent))


def _enter(station: Station, unit: Unit, application: Application, press: _Press) -> Entered:
    now = station.clock.now()
    form = station.reference.forms[application.form]
    number = _next_number(station, unit, now)
    rows.insert_case(unit, application, press.client_key, number, now)
    rows.insert_story(unit, application, now)
    rows.insert_sealed(station, unit, application.id, application.sealed, rows.readers_of(form))
    clocks = _open_matters(station, unit, application, number)
    end_draft(unit, application.id, application.id, "applicant", now)
    entry = unit.journal(application.id, press.actor, "file", now, {"number": number})
    registration = Registration(
        number=number,
        receipt_code=new_code(station, Purpose.RECEIPT),
        verification_code=new_code(station, Purpose.VERIFICATION),
        filed_at=now,
        journal_algorithm=entry.algorithm,
        journal_hash=entry.hash,
        clocks=clocks,
    )
    data = _issue_receipt(station, unit, application, registration)
    _queue(station, unit, application.id, number, now)
    return Entered(application.id, data)


def _check_printable(station: Station, application: Application) -> None:
    """Refuse what the receipt could not print. It spells out the names of files, and tells no story."""
    rows.check_printable(station, asdict(replace(application, exhibits=(), facts=())))


def _next_number(station: Station, unit: Unit, now: datetime) -> str:
    counter, day = tables.Counter, station_day(now)
    block = unit.connection.execute(select(tables.StationRow.block)).scalar_one()
    last = unit.connection.execute(
        upsert(counter)
        .values(day=day, block=block, first=1, last=1)
        .on_conflict_do_update(index_elements=["day", "block"], set_={"last": counter.last + 1})
        .returning(counter.last)
    ).scalar_one()
    site = station.site
    return case_number(station=site.code, machine=site.machine, day=day, block=block, serial=last)


def _open_matters(
    station: Station, unit: Unit, application: Application, number: str
) -> tuple[Deadline, ...]:
    clocks: list[Deadline] = []
    for n, track in enumerate(application.routes, 1):
        clocks += open_matter(station, unit, application.id, number, n, TRACKS[track])
        if track == PRESERVATION.id and application.proof_later:
            clocks += start_clocks(station, unit, application.id, n, (PROOF_LATER,))
    return tuple(clocks)


def _issue_receipt(
    station: Station, unit: Unit, application: Application, registration: Registration
) -> dict[str, object]:
    ref = PaperRef(application.id, RECEIPT)
    data = receipt_data(station, application, registration)
    papers.issue(
        unit,
        ref,
        receipt_kind(station, application),
        data,
        number=registration.number,
        language=application.language,
        verification_code=registration.verification_code,
        issued_at=registration.filed_at,
    )
    for purpose, code in (
        (Purpose.RECEIPT, registration.receipt_code),
        (Purpose.VERIFICATION, registration.verification_code),
    ):
        record_code(
            station,
            unit,
            purpose,
            code,
            case_id=application.id,
            paper_n=RECEIPT,
            holder="applicant",
            opens_at=registration.filed_at,
        )
    unit.journal(application.id, station.itself(), "issue_paper", registration.filed_at, {"paper": RECEIPT})
    return data


def _queue(station: Station, unit: Unit, case_id: UUID, number: str, now: datetime) -> None:
    unit.connection.execute(
        insert(tables.Outbox).values(
            id=uuid7(station.clock, station.random),
            case_id=case_id,
            topic="case_filed",
            body={"number": number},
            queued_at=now,
            tries=0,
            sent_at=None,
        )
    )

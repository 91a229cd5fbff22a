"""Filing: in one transaction one press makes the case, opens its matters and issues the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from stationkiosk.casework import papers
from stationkiosk.casework.codes import Purpose, new_code, record_code
from stationkiosk.casework.drafts import end_draft
from stationkiosk.casework.matters import open_matter, start_clocks
from stationkiosk.casework.receipt import PROOF_LATER, Registration, receipt_data, steps_of
from stationkiosk.casework.startup import check_clock
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import Filed, PaperRef
from stationkiosk.domain.application import Application
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.forms import Answer
from stationkiosk.domain.money import to_fen
from stationkiosk.domain.numbering import case_number
from stationkiosk.domain.routes import opened
from stationkiosk.domain.tracks.preservation import PRESERVATION
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.ledger.keys import key_id
from stationkiosk.ledger.seal import ALGORITHM as SEAL_ALGORITHM
from stationkiosk.store import tables
from stationkiosk.store.evidence import keep_only
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

CASE = tables.Case.__table__
CHUNK = tables.EvidenceChunk.__table__
RECEIPT = 1
"""The receipt is the first paper of every case."""


def file_application(station: Station, application: Application, client_key: str) -> Filed:
    """File a dispute for good and return its number.

    Idempotent: the same client key, or the same draft, gives the same case, whether the
    finger tapped twice or the program was restarted in between. Raises Closed ``draft_filed``
    when the draft was filed elsewhere with another text; KnownError when the evidence named is
    not in the store, or when the disk is full; then nothing has been filed.
    """
    known = (CASE.c.client_key == client_key) | (CASE.c.id == application.id)
    with station.store.write() as unit:
        case = unit.connection.execute(select(CASE.c.id, CASE.c.number).where(known)).first()
        if case is None:
            _file(station.at_one_moment(), unit, application, client_key)
        elif not _same_text(unit, case.id, application):
            raise Closed("draft_filed", number=case.number)
    return filed(station, application.id if case is None else case.id)


def _same_text(unit: Unit, case_id: UUID, application: Application) -> bool:
    query = select(tables.Signature.text_sha256).where(tables.Signature.case_id == case_id)
    return unit.connection.execute(query).scalar() == application.signature.text_sha256


def filed(station: Station, case_id: UUID) -> Filed:
    """Return what a filing answered, read back from the record."""
    ref = PaperRef(case_id, RECEIPT)
    data = papers.read_paper(station, ref).data
    return Filed(
        case_id=case_id,
        number=data["number"],
        receipt_code=data["receipt_code"],
        filed_at=datetime.fromisoformat(data["filed_at"]),
        receipt=ref,
        steps=steps_of(data),
    )


def _file(station: Station, unit: Unit, application: Application, client_key: str) -> None:
    now = station.clock.now()
    check_clock(station, unit.connection)
    offers = station.reference.routes_for(application.form, station.today())
    application = replace(application, routes=opened(offers, application.routes))
    _check_exhibits(unit, application)
    _check_printable(station, application)
    keep_only(unit.connection, application.id, (exhibit.sha256 for exhibit in application.exhibits))
    _drop_unnamed(unit, application)
    number = _next_number(station, unit, now)
    _insert_case(unit, application, client_key, number, now)
    _insert_story(unit, application, now)
    _insert_sealed(station, unit, application)
    clocks = _open_matters(station, unit, application, number)
    end_draft(unit, application.id, now)
    entry = unit.journal(application.id, station.public(), "file", now, {"number": number})
    registration = Registration(
        number=number,
        receipt_code=new_code(station, Purpose.RECEIPT),
        verification_code=new_code(station, Purpose.VERIFICATION),
        filed_at=now,
        journal_algorithm=entry.algorithm,
        journal_hash=entry.hash,
        clocks=clocks,
    )
    _issue_receipt(station, unit, application, registration)
    _queue(station, unit, application.id, number, now)


def _check_exhibits(unit: Unit, application: Application) -> None:
    sizes = dict(
        unit.connection.execute(
            select(CHUNK.c.sha256, func.sum(func.length(CHUNK.c.bytes)))
            .where(CHUNK.c.case_id == application.id)
            .group_by(CHUNK.c.sha256)
        ).all()
    )
    for exhibit in application.exhibits:
        if sizes.get(exhibit.sha256) != exhibit.size:
            raise KnownError("proof_not_kept", name=exhibit.name)


def _drop_unnamed(unit: Unit, application: Application) -> None:
    """Drop the files that were brought and taken back again: once there is a case, they would stay."""
    named = {exhibit.sha256 for exhibit in application.exhibits}
    unit.connection.execute(
        delete(tables.EvidenceChunk).where(CHUNK.c.case_id == application.id, CHUNK.c.sha256.not_in(named))
    )


def _check_printable(station: Station, application: Application) -> None:
    """Refuse what the receipt could not print. It spells out the names of files, and tells no story."""
    printed = asdict(replace(application, exhibits=(), facts=()))
    if strange := station.press.missing("".join(_texts(printed))):
        raise KnownError("glyph_missing", chars=strange)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


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


def _insert_case(unit: Unit, application: Application, client_key: str, number: str, now: datetime) -> None:
    unit.insert(
        tables.Case,
        id=application.id,
        number=number,
        form=application.form,
        language=application.language.value,
        filed_at=now,
        version=1,
        client_key=client_key,
        proof_later=application.proof_later,
    )
    unit.insert_all(
        tables.Party,
        (
            {
                "case_id": application.id,
                "n": n,
                "role": party.role.value,
                "kind": party.kind.value,
                "name": party.name,
                "id_number": party.id_number,
                "phone": party.phone,
                "address": party.address,
                "representative": party.representative,
                "authority": party.authority,
                "by_card": party.by_card,
            }
            for n, party in enumerate(application.parties, 1)
        ),
    )
    right = application.right
    unit.insert(
        tables.Right,
        case_id=application.id,
        n=1,
        kind=right.kind,
        number=right.number,
        name=right.name,
        standing=right.standing,
        classes=list(right.classes),
        goods=right.goods,
        expires=right.expires,
    )


def _insert_story(unit: Unit, application: Application, now: datetime) -> None:
    key = {"case_id": application.id}
    unit.insert_all(
        tables.Fact,
        (
            key | {"n": n, "question": fact.question, "value": _plain(fact.value)}
            for n, fact in enumerate(application.facts, 1)
        ),
    )
    unit.insert_all(
        tables.Claim,
        (
            key | {"n": n, "claim": claim.id, "amount_fen": _fen(claim.amount)}
            for n, claim in enumerate(application.claims, 1)
        ),
    )
    unit.insert_all(
        tables.Consent,
        (
            key | {"n": n, "consent": consent.id, "given": consent.given, "given_at": now}
            for n, consent in enumerate(application.consents, 1)
        ),
    )
    unit.insert_all(
        tables.Exhibit,
        (key | {"n": n, **asdict(exhibit)} for n, exhibit in enumerate(application.exhibits, 1)),
    )
    signature = application.signature
    unit.insert(
        tables.Signature,
        case_id=application.id,
        n=1,
        kind=signature.kind.value,
        signer=signature.signer,
        text_sha256=signature.text_sha256,
        strokes=[[list(point) for point in stroke] for stroke in signature.strokes],
        witness=signature.witness,
        signed_at=now,
    )


def _plain(answer: Answer) -> str | list[str] | None:
    return list(answer) if isinstance(answer, tuple) else answer


def _fen(amount: Decimal | None) -> int | None:
    return None if amount is None else to_fen(amount)


def _insert_sealed(station: Station, unit: Unit, application: Application) -> None:
    for n, (field, box) in enumerate(sorted(application.sealed.items()), 1):
        unit.insert(
            tables.Sealed,
            case_id=application.id,
            n=n,
            field=field,
            reader="mediator",
            algorithm=SEAL_ALGORITHM,
            key_id=key_id(station.keys.seal_public),
            box=box,
        )


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
) -> None:
    ref = PaperRef(application.id, RECEIPT)
    papers.issue(
        unit,
        ref,
        "receipt",
        receipt_data(station, application, registration),
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

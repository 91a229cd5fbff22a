"""The rows that a filing or an answer brings into a case, within one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, func, select

from stationkiosk.casework.station import Station
from stationkiosk.domain.application import Application, Consent, Exhibit, Party, Signature
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.forms import Answer, Form
from stationkiosk.domain.money import to_fen
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.ledger.keys import key_id
from stationkiosk.ledger.seal import PADDED
from stationkiosk.store import tables
from stationkiosk.store.base import Base
from stationkiosk.store.evidence import sizes
from stationkiosk.store.unit import Unit


def insert_case(unit: Unit, application: Application, client_key: str, number: str, now: datetime) -> None:
    """Enter the case, its parties and the right relied on."""
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
    insert_parties(unit, application.id, application.parties)
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


def insert_story(unit: Unit, application: Application, now: datetime) -> None:
    """Enter what the filer told, asked for, agreed to, brought and signed."""
    key = {"case_id": application.id}
    unit.insert_all(
        tables.Fact,
        (
            key | {"n": n, "question": fact.question, "value": plain(fact.value)}
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
    insert_consents(unit, application.id, application.consents, now)
    insert_exhibits(unit, application.id, application.exhibits)
    insert_signature(unit, application.id, application.signature, now)


def insert_parties(
    unit: Unit, case_id: UUID, parties: tuple[Party, ...], answers_for: int | None = None
) -> None:
    """Enter parties behind those that are there; ``answers_for`` is whom they speak for in an answer."""
    unit.insert_all(
        tables.Party,
        (
            {
                "case_id": case_id,
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
                "answers_for": answers_for,
            }
            for n, party in enumerate(parties, next_n(unit, tables.Party, case_id))
        ),
    )


def insert_consents(
    unit: Unit, case_id: UUID, consents: tuple[Consent, ...], now: datetime, party_n: int | None = None
) -> None:
    """Enter consents given or refused, behind those that are there."""
    first = next_n(unit, tables.Consent, case_id)
    unit.insert_all(
        tables.Consent,
        (
            {
                "case_id": case_id,
                "n": n,
                "consent": consent.id,
                "given": consent.given,
                "given_at": now,
                "party_n": party_n,
            }
            for n, consent in enumerate(consents, first)
        ),
    )


def insert_exhibits(
    unit: Unit, case_id: UUID, exhibits: tuple[Exhibit, ...], party_n: int | None = None
) -> None:
    """Enter pieces of evidence, behind those that are there."""
    first = next_n(unit, tables.Exhibit, case_id)
    unit.insert_all(
        tables.Exhibit,
        (
            {"case_id": case_id, "n": n, "party_n": party_n, **asdict(exhibit)}
            for n, exhibit in enumerate(exhibits, first)
        ),
    )


def insert_signature(
    unit: Unit,
    case_id: UUID,
    signature: Signature,
    now: datetime,
    party_n: int | None = None,
    agreement_n: int | None = None,
) -> None:
    """Enter a signature, behind those that are there; ``agreement_n`` is the version it stands under."""
    unit.insert(
        tables.Signature,
        case_id=case_id,
        n=next_n(unit, tables.Signature, case_id),
        kind=signature.kind.value,
        signer=signature.signer,
        text_sha256=signature.text_sha256,
        strokes=[[list(point) for point in stroke] for stroke in signature.strokes],
        witness=signature.witness,
        signed_at=now,
        party_n=party_n,
        agreement_n=agreement_n,
    )


def insert_sealed(
    station: Station,
    unit: Unit,
    case_id: UUID,
    sealed: Mapping[str, bytes],
    readers: Mapping[str, str],
    party_n: int | None = None,
) -> None:
    """Enter ciphertexts with who may read each: ``readers``, by the field; else the mediator."""
    for n, (field, box) in enumerate(sorted(sealed.items()), next_n(unit, tables.Sealed, case_id)):
        reader = readers.get(field, MEDIATOR)
        unit.insert(
            tables.Sealed,
            case_id=case_id,
            n=n,
            field=field,
            reader=reader,
            algorithm=PADDED,
            key_id=key_id(station.keys.public_of(reader)),
            box=box,
            party_n=party_n,
        )


def readers_of(form: Form) -> dict[str, str]:
    """Return who reads each sealed question of a form."""
    return {question.id: question.reader for question in form.questions() if question.sealed}


def check_exhibits(
    station: Station, connection: Connection, kept_under: UUID, exhibits: tuple[Exhibit, ...]
) -> int:
    """Return how many bytes the evidence has.

    Raises KnownError ``proof_not_kept`` for one not in the store, ``file_one_too_many`` above the
    station's most.
    """
    if len(exhibits) > station.terms.max_exhibits:
        raise KnownError("file_one_too_many", most=str(station.terms.max_exhibits))
    kept = sizes(connection, kept_under)
    for exhibit in exhibits:
        if kept.get(exhibit.sha256) != exhibit.size:
            raise KnownError("proof_not_kept", name=exhibit.name)
    return sum(exhibit.size for exhibit in exhibits)


def check_printable(station: Station, printed: object) -> None:
    """Refuse what a paper could not print: KnownError ``glyph_missing`` names the signs."""
    if strange := station.press.missing("".join(_texts(printed))):
        raise KnownError("glyph_missing", chars=strange)


def next_n(unit: Unit, table: type[Base], case_id: UUID) -> int:
    """Return the next number of a case's rows in a table."""
    rows = table.__table__
    last = unit.connection.execute(select(func.max(rows.c.n)).where(rows.c.case_id == case_id)).scalar()
    return (last or 0) + 1


def plain(answer: Answer) -> str | list[str] | None:
    """Return an answer as JSON takes it."""
    return list(answer) if isinstance(answer, tuple) else answer


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _fen(amount: Decimal | None) -> int | None:
    return None if amount is None else to_fen(amount)

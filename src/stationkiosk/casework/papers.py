"""Papers: issued with their number and frozen data in one transaction, rendered and stored in a second.

The bytes are made once and never again: what is stored is what is printed, shown and proved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from stationkiosk.casework.mediating.sealed_papers import (
    SEALED_KINDS,
    closed_bytes,
    open_bytes,
    open_data,
)
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.documents import official
from stationkiosk.documents.theme import Format
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.list_tables import OwedPaper
from stationkiosk.store.unit import Unit

FORM_CODES = {
    "receipt": "SK-101",
    "batch_receipt": "SK-102",
    "report_receipt": "SK-103",
    "proof_receipt": "SK-104",
    "inquiry_notice": "SK-111",
    "answer_receipt": "SK-112",
    "complaint_registration": "SK-201",
    "report_registration": "SK-202",
    "distribution_notice": "SK-203",
    "identity_request": "SK-204",
    "complaint_acceptance": "SK-205",
    "complaint_refusal": "SK-206",
    "complaint_mediation_notice": "SK-207",
    "complaint_termination": "SK-208",
    "complaint_mediation": "SK-209",
    "report_result": "SK-210",
    "acceptance_notice": "SK-121",
    "refusal_notice": "SK-122",
    "evidence_list": "SK-131",
    "service_address": "SK-132",
    "power_of_attorney": "SK-133",
    "referral_letter": "SK-221",
    "mediation_notice": "SK-141",
    "rights_duties": "SK-142",
    "mediation_record": "SK-143",
    "undisputed_facts": "SK-144",
    "agreement": "SK-145",
    "mediation_summary": "SK-146",
    "termination_notice": "SK-147",
    "follow_up_record": "SK-148",
    "agreement_to_sign": "SK-149",
}
"""The station's own form code of each kind of paper."""

AS_SIGNED = frozenset({"agreement_to_sign"})
"""Kinds whose bytes were there before the paper: nothing renders them again."""

PAPER = tables.Paper.__table__
FILE = tables.PaperFile.__table__
OWED = OwedPaper.__table__


def issue(
    unit: Unit,
    ref: PaperRef,
    kind: str,
    data: Mapping[str, Any],
    *,
    number: str,
    language: Language,
    verification_code: str,
    issued_at: datetime,
) -> None:
    """Issue a paper within ``unit``: from here its data are frozen."""
    unit.insert(
        tables.Paper,
        case_id=ref.case_id,
        n=ref.n,
        kind=kind,
        form_code=FORM_CODES[kind],
        number=number,
        version=1,
        language=language.value,
        data=data,
        issued_at=issued_at,
        verification_code=verification_code,
        effective_at=None,
    )


def format_of(kind: str, fmt: Format) -> Format:
    """Return the format a paper is made in where ``fmt`` is asked: the bureau's papers are always A4."""
    return "a4" if of_bureau(kind) else fmt


def sizes_of(kind: str, fmt: Format) -> tuple[Format, ...]:
    """Return the sizes a paper may be printed in where ``fmt`` is the station's, the best first."""
    others: tuple[Format, ...] = ("a4", "roll80")
    return ("a4",) if of_bureau(kind) else tuple(dict.fromkeys((fmt, *others)))


def of_bureau(kind: str) -> bool:
    """Tell whether a kind is set as the bureau's papers are: A4, and bilingual where it is in English."""
    return kind in official.KINDS or kind in AS_SIGNED


def paper_bytes(station: Station, ref: PaperRef, fmt: Format) -> bytes:
    """Return the paper's stored PDF in a format, rendering and storing it the first time."""
    kept = _stored(station, ref, fmt)
    return kept if kept is not None else _render(station, ref, fmt)


def render_owed(station: Station, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Render every issued paper that has no bytes yet (a crash came between); return how many.

    Sealed papers wait for a desk that can open them.
    """
    query = select(OWED.c.case_id, OWED.c.n).order_by(OWED.c.case_id, OWED.c.n)
    if station.keys.seal_private is None:
        paper = (PAPER.c.case_id == OWED.c.case_id) & (PAPER.c.n == OWED.c.n)
        query = query.join(PAPER, paper).where(PAPER.c.kind.not_in(SEALED_KINDS))
    with station.store.read() as connection:
        owed = [PaperRef(row.case_id, row.n) for row in connection.execute(query)]
    for done, ref in enumerate(owed, 1):
        _render(station, ref, station.terms.receipt_format)
        progress(done, len(owed))
    return len(owed)


def _stored(station: Station, ref: PaperRef, fmt: Format) -> bytes | None:
    with station.store.read() as connection:
        kept: bytes | None = connection.execute(_bytes_of(ref, fmt)).scalar_one_or_none()
    return kept if kept is None else open_bytes(station, read_paper(station, ref), kept)


def _bytes_of(ref: PaperRef, fmt: Format) -> Select[Any]:
    return select(FILE.c.bytes).where(
        FILE.c.case_id == ref.case_id, FILE.c.paper_n == ref.n, FILE.c.format == fmt
    )


def _render(station: Station, ref: PaperRef, fmt: Format) -> bytes:
    paper = read_paper(station, ref)
    if fmt != (own := format_of(paper.kind, fmt)):
        return paper_bytes(station, ref, own)
    pdf = station.press.render(paper.kind, open_data(station, paper), fmt, Language(paper.language))
    closed, now = closed_bytes(station, paper, pdf), station.clock.now()
    with station.store.write() as unit:
        kept: bytes | None = unit.connection.execute(_bytes_of(ref, fmt)).scalar_one_or_none()
        if kept is not None:
            return open_bytes(station, paper, kept)
        unit.insert(
            tables.PaperFile,
            case_id=ref.case_id,
            paper_n=ref.n,
            format=fmt,
            bytes=closed,
            sha256=hashlib.sha256(closed).hexdigest(),
            rendered_at=now,
        )
        unit.journal(ref.case_id, station.itself(), "render_paper", now, {"paper": ref.n, "format": fmt})
    return pdf


def read_paper(station: Station, ref: PaperRef) -> Record:
    """Return the paper's row: its kind, number and frozen data."""
    with station.store.read() as connection:
        return paper_row(connection, ref)


def paper_row(connection: Connection, ref: PaperRef) -> Record:
    """Return the paper's row as a transaction sees it."""
    return connection.execute(select(PAPER).where(PAPER.c.case_id == ref.case_id, PAPER.c.n == ref.n)).one()


def next_paper(unit: Unit, case_id: UUID) -> PaperRef:
    """Return the place of a case's next paper."""
    last = unit.connection.execute(select(func.max(PAPER.c.n)).where(PAPER.c.case_id == case_id)).scalar()
    return PaperRef(case_id, (last or 0) + 1)


def papers_of(station: Station, case_id: UUID) -> tuple[Record, ...]:
    """Return the papers of a case in the order they were issued."""
    with station.store.read() as connection:
        return tuple(
            connection.execute(select(PAPER).where(PAPER.c.case_id == case_id).order_by(PAPER.c.n))
        )

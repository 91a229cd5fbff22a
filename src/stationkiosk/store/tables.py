"""The tables of a station's store.

A case is keyed by its UUIDv7 and everything below it by ``(case_id, n)``, so that a case
can be moved whole. Moments are aware UTC, money is whole fen. Columns marked ``Private``
enter the journal as salted digests; tables with a ``Chain`` are journaled: they change
only through ``Unit.insert`` and ``Unit.update``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from stationkiosk.store.base import (
    AnyJson,
    Base,
    CaseKey,
    Chain,
    Key,
    Name,
    Number,
    Private,
    PrivateJson,
    Version,
    table_args,
)
from stationkiosk.store.mediation_tables import Agreement as Agreement
from stationkiosk.store.mediation_tables import Duty as Duty
from stationkiosk.store.mediation_tables import Informed as Informed
from stationkiosk.store.mediation_tables import Mediation as Mediation
from stationkiosk.store.mediation_tables import Session as Session
from stationkiosk.store.mediation_tables import Stage as Stage
from stationkiosk.store.mediation_tables import Talk as Talk
from stationkiosk.store.mediation_tables import Undisputed as Undisputed
from stationkiosk.store.station_tables import Checkpoint as Checkpoint
from stationkiosk.store.station_tables import Counter as Counter
from stationkiosk.store.station_tables import Journal as Journal
from stationkiosk.store.station_tables import JournalSalt as JournalSalt
from stationkiosk.store.station_tables import Message as Message
from stationkiosk.store.station_tables import OfficialCounter as OfficialCounter
from stationkiosk.store.station_tables import PublicScreen as PublicScreen
from stationkiosk.store.station_tables import Rating as Rating
from stationkiosk.store.station_tables import Setting as Setting
from stationkiosk.store.station_tables import Staff as Staff
from stationkiosk.store.station_tables import StaffCall as StaffCall
from stationkiosk.store.station_tables import StationRow as StationRow
from stationkiosk.store.types import Json


class Case(Base):
    """纠纷案件: one dispute as filed. ``client_key`` makes filing idempotent."""

    __tablename__ = "cases"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    form: Mapped[str]
    language: Mapped[str]
    filed_at: Mapped[datetime]
    version: Mapped[Version]
    client_key: Mapped[str] = mapped_column(unique=True)
    proof_later: Mapped[bool]


class Party(Base):
    """当事人: a person or body on one side of a case.

    Whoever answers a complaint names themselves: ``answers_for`` is then the number of the party
    they speak for as the filing named it, None for the parties of the filing.
    """

    __tablename__ = "parties"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    role: Mapped[str]
    kind: Mapped[str]
    name: Mapped[Private]
    id_number: Mapped[Private]
    phone: Mapped[Private]
    address: Mapped[Private]
    representative: Mapped[Private]
    authority: Mapped[str]
    by_card: Mapped[bool]
    answers_for: Mapped[int | None]


class Right(Base):
    """The right relied on; ``classes`` is a list of Nice classes."""

    __tablename__ = "rights"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    kind: Mapped[str]
    number: Mapped[str]
    name: Mapped[str]
    standing: Mapped[str]
    classes: Mapped[AnyJson]
    goods: Mapped[str]
    expires: Mapped[date | None]


class Fact(Base):
    """An answer that is part of the story, under the id of its question."""

    __tablename__ = "facts"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    question: Mapped[str]
    value: Mapped[PrivateJson]


class Claim(Base):
    """Something asked for."""

    __tablename__ = "claims"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    claim: Mapped[str]
    amount_fen: Mapped[int | None]


class Consent(Base):
    """One separate consent, given or refused; ``party_n`` is who gave it, None the filer."""

    __tablename__ = "consents"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    consent: Mapped[str]
    given: Mapped[bool]
    given_at: Mapped[datetime]
    party_n: Mapped[int | None]


class Exhibit(Base):
    """A piece of evidence; its bytes are the chunks under ``(case_id, sha256)``.

    ``party_n`` is who brought it, None the filer.
    """

    __tablename__ = "exhibits"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    name: Mapped[Private]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    sm3: Mapped[str]
    source: Mapped[str]
    device: Mapped[str]
    received_at: Mapped[datetime]
    purpose: Mapped[Private]
    pages: Mapped[int]
    party_n: Mapped[int | None]


class EvidenceChunk(Base):
    """Bytes of evidence in pieces, written under the id of a draft before its case exists."""

    __tablename__ = "evidence_chunks"
    __table_args__ = table_args()

    case_id: Mapped[Key]
    sha256: Mapped[Name]
    n: Mapped[Number]
    bytes: Mapped[bytes]


class Signature(Base):
    """A signature on the application, or with ``party_n`` on that party's answer.

    With ``agreement_n`` it stands on that version of the agreement. ``text_sha256`` is the hash of
    the text that was signed; of an answer it is keyed, since the text tells what is sealed, and the
    hash itself lies sealed beside it.
    """

    __tablename__ = "signatures"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    kind: Mapped[str]
    signer: Mapped[Private]
    text_sha256: Mapped[Private]
    strokes: Mapped[PrivateJson]
    witness: Mapped[Private]
    signed_at: Mapped[datetime]
    party_n: Mapped[int | None]
    agreement_n: Mapped[int | None]


class Sealed(Base):
    """A sealed value: readable only by the holder of ``key_id``'s private key.

    ``party_n`` is whose it is, None the filer's; ``reader`` says who may open it.
    """

    __tablename__ = "sealed"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    field: Mapped[str]
    reader: Mapped[str]
    algorithm: Mapped[str]
    key_id: Mapped[str]
    box: Mapped[bytes]
    party_n: Mapped[int | None]


class Matter(Base):
    """事项: one track of a case. ``owner`` is the login of whoever took it, None while nobody has."""

    __tablename__ = "matters"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    track: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime]
    since: Mapped[datetime]
    owner_role: Mapped[str]
    version: Mapped[Version]
    number: Mapped[str]
    owner: Mapped[str | None]


class Deadline(Base):
    """期限: a clock of a matter, with the trace that says why this date.

    ``pauses`` and ``longer`` are kept as they were entered, and ``due`` is reckoned anew from them;
    ``still_since`` is the day from which it stands still, None while it runs.
    """

    __tablename__ = "deadlines"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    rule: Mapped[str]
    start: Mapped[date]
    due: Mapped[date]
    provisional: Mapped[bool]
    stopped_at: Mapped[datetime | None]
    trace: Mapped[AnyJson]
    pauses: Mapped[Any] = mapped_column(Json, nullable=True)
    longer: Mapped[Any] = mapped_column(Json, nullable=True)
    still_since: Mapped[date | None]


class Paper(Base):
    """文书: an issued document, its data frozen."""

    __tablename__ = "papers"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    kind: Mapped[str]
    form_code: Mapped[str]
    number: Mapped[str]
    version: Mapped[int]
    language: Mapped[str]
    data: Mapped[PrivateJson]
    issued_at: Mapped[datetime]
    verification_code: Mapped[Private]
    effective_at: Mapped[datetime | None]


class PaperFile(Base):
    """The bytes of a paper in one format, stored once and never changed."""

    __tablename__ = "paper_files"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    paper_n: Mapped[Number]
    format: Mapped[Name]
    bytes: Mapped[bytes]
    sha256: Mapped[str]
    rendered_at: Mapped[datetime]


class Copy(Base):
    """份: one printing of a paper, with its own fate.

    ``asked_name`` is the sign-in name at the desk, "" for the public; ``device`` the machine that
    prints; ``replaces`` the torn copy in whose place this one came. NULL in copies of long ago.
    """

    __tablename__ = "copies"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    paper_n: Mapped[int]
    format: Mapped[str]
    copy_no: Mapped[int]
    reason: Mapped[str]
    printer: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    state: Mapped[str]
    sha256: Mapped[str | None]
    job: Mapped[str]
    asked_name: Mapped[str | None]
    device: Mapped[str | None]
    replaces: Mapped[int | None]


class CopyEvent(Base):
    """A turn in the fate of a copy."""

    __tablename__ = "copy_events"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    copy_n: Mapped[Number]
    n: Mapped[Number]
    state: Mapped[str]
    at: Mapped[datetime]
    detail: Mapped[str]


class Code(Base):
    """A code a person can type or scan: it is found by its keyed digest."""

    __tablename__ = "codes"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    digest: Mapped[str] = mapped_column(primary_key=True, unique=True)
    purpose: Mapped[str]
    paper_n: Mapped[int | None]
    holder: Mapped[str]
    bits: Mapped[int]
    opens_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]


class Response(Base):
    """An answer of party ``party_n``, who was asked by paper; what is sealed of it stands in ``sealed``.

    ``draft_id`` and ``client_key`` make answering idempotent. ``grounds`` are option
    ids, ``facts`` pairs of question and value; ``until`` is the day asked for.
    """

    __tablename__ = "responses"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    party_n: Mapped[int]
    matter_n: Mapped[int]
    paper_n: Mapped[int]
    draft_id: Mapped[UUID] = mapped_column(unique=True)
    client_key: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]
    mediate: Mapped[str]
    grounds: Mapped[PrivateJson]
    supplier: Mapped[Private]
    supplied_on: Mapped[Private]
    facts: Mapped[PrivateJson]
    until: Mapped[date | None]
    answered_at: Mapped[datetime]


class Contact(Base):
    """An attempt to reach party ``party_n``: which way, with which paper, by whom, with what result.

    ``served_on`` is the day a paper counts as served by it, None where it was not.
    """

    __tablename__ = "contacts"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    party_n: Mapped[int]
    paper_n: Mapped[int | None]
    way: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    result: Mapped[str | None]
    served_on: Mapped[date | None]


class Guess(Base):
    """How often a device guessed wrong, to slow it down."""

    __tablename__ = "guesses"
    __table_args__ = table_args(clustered=True)

    device: Mapped[Name]
    failures: Mapped[int]
    last_at: Mapped[datetime]


class Acted(Base):
    """An act that was carried out, with what was said for it; asked again, it is not done twice.

    ``seq`` is the entry of the case's journal that tells of it, ``before`` how the matter and its
    clocks stood; ``undone_at`` is when it was taken back.
    """

    __tablename__ = "acted"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    client_key: Mapped[str] = mapped_column(unique=True)
    matter_n: Mapped[int]
    action: Mapped[str]
    inputs: Mapped[PrivateJson]
    seq: Mapped[int | None]
    before: Mapped[Any] = mapped_column(Json, nullable=True)
    undone_at: Mapped[datetime | None]


class Draft(Base):
    """A filing not yet finished, enciphered before it comes here."""

    __tablename__ = "drafts"
    __table_args__ = table_args()

    id: Mapped[Key]
    journey: Mapped[str]
    code_digest: Mapped[str] = mapped_column(unique=True)
    id_digest: Mapped[str | None] = mapped_column(index=True)
    box_by_code: Mapped[bytes]
    box_by_id: Mapped[bytes | None]
    body: Mapped[bytes]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Outbox(Base):
    """What waits to go out; ``sent_at`` is None until it went."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_sent_at", "sent_at", "queued_at"), table_args())

    id: Mapped[Key]
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    topic: Mapped[str]
    body: Mapped[AnyJson]
    queued_at: Mapped[datetime]
    tries: Mapped[int]
    sent_at: Mapped[datetime | None]

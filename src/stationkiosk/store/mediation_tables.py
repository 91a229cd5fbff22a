"""The tables of a mediation, and of the public screens that show it.

What is said to reach a settlement, and the terms while they are written, are boxes that the
mediator of the matter alone can open: ``algorithm`` and ``key_id`` say how.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from stationkiosk.store.base import (
    AnyJson,
    Base,
    CaseKey,
    Chain,
    Name,
    Number,
    Private,
    table_args,
)


class Mediation(Base):
    """调解: how matter ``n`` of a case is mediated, by whom, and the ties the mediator disclosed.

    ``entrusted`` is the court's number where a court entrusted it, "" where none did.
    """

    __tablename__ = "mediations"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    way: Mapped[str]
    mediator: Mapped[str]
    disclosed: Mapped[Private]
    entrusted: Mapped[str]
    appointed_at: Mapped[datetime]


class Session(Base):
    """A meeting; ``private_with`` is the party of a private one. ``present`` are numbers of parties."""

    __tablename__ = "sessions"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    private_with: Mapped[int | None]
    mediator: Mapped[str]
    room: Mapped[str]
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str]
    present: Mapped[AnyJson]


class Informed(Base):
    """Rights and duties were made known to a party, which way; ``signature_n`` where it signed for it."""

    __tablename__ = "informed"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    party_n: Mapped[int]
    way: Mapped[str]
    at: Mapped[datetime]
    signature_n: Mapped[int | None]


class Talk(Base):
    """Something said to reach a settlement: what it is, whose and who may be told of it lies in the box."""

    __tablename__ = "talks"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    by: Mapped[str]
    at: Mapped[datetime]
    algorithm: Mapped[str]
    key_id: Mapped[str]
    box: Mapped[bytes]


class Undisputed(Base):
    """A fact that no side disputes."""

    __tablename__ = "undisputed"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    text: Mapped[Private]
    at: Mapped[datetime]


class Agreement(Base):
    """A version of the agreement: ``state`` is open, fixed, void or effective.

    ``text_box`` holds the exact bytes that are signed, ``text_sha256`` is their hash; both are empty
    while it is open.
    """

    __tablename__ = "agreements"
    __table_args__ = table_args(Chain.CASE)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    version: Mapped[int]
    state: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    fixed_at: Mapped[datetime | None]
    effective_at: Mapped[datetime | None]
    text_sha256: Mapped[Private]
    algorithm: Mapped[str]
    key_id: Mapped[str]
    terms_box: Mapped[bytes]
    text_box: Mapped[bytes | None]


class Duty(Base):
    """What a side has to do under an agreement; ``term`` is its place there, ``due`` None: no day."""

    __tablename__ = "duties"
    __table_args__ = table_args(Chain.CASE, clustered=True)

    case_id: Mapped[CaseKey]
    n: Mapped[Number]
    matter_n: Mapped[int]
    agreement_n: Mapped[int]
    term: Mapped[int]
    party_n: Mapped[int]
    what_zh: Mapped[Private]
    what_en: Mapped[Private]
    due: Mapped[date | None]
    amount_fen: Mapped[int | None]
    state: Mapped[str]
    done_on: Mapped[date | None]
    exhibit_n: Mapped[int | None]
    note: Mapped[Private]


class Stage(Base):
    """What the desk has a public screen do: ``box`` opens to the screen alone, while its program runs.

    ``screen_key`` is the public half of the key it made when it started, ``answer`` what came of a
    signing, enciphered to the desk. Nothing of it is kept once it is taken back.
    """

    __tablename__ = "stages"
    __table_args__ = table_args()

    device: Mapped[Name]
    screen_key: Mapped[bytes]
    state: Mapped[str]
    case_id: Mapped[UUID | None]
    by: Mapped[str]
    seq: Mapped[int]
    box: Mapped[bytes | None]
    answer: Mapped[bytes | None]
    at: Mapped[datetime]

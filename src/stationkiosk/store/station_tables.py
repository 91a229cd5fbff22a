"""The tables of the station itself: its settings and counters, and the journal of everything."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from stationkiosk.store.base import AnyJson, Base, Chain, Name, Number, Private, PrivateJson, table_args


class PublicScreen(Base):
    """What a public screen or the kiosk's home page shows."""

    __tablename__ = "public_screen"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    screen: Mapped[Name]
    n: Mapped[Number]
    kind: Mapped[str]
    body: Mapped[AnyJson]
    shown_at: Mapped[datetime]


class StaffCall(Base):
    """A call for help from a kiosk; ``ended`` is came, taken_back or left, "" while it is open."""

    __tablename__ = "staff_calls"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    n: Mapped[Number]
    device: Mapped[str]
    page: Mapped[str]
    called_at: Mapped[datetime]
    ended: Mapped[str]
    ended_at: Mapped[datetime | None]


class Message(Base):
    """A message left for the station; ``case_number`` is "" where it is about no case.

    ``answer`` is what was answered in words, by the member ``answered_by``; None while it waits, and
    where it was answered by telephone before the desk kept it.
    """

    __tablename__ = "messages"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    n: Mapped[Number]
    device: Mapped[str]
    language: Mapped[str]
    text: Mapped[Private]
    phone: Mapped[Private]
    case_number: Mapped[str]
    left_at: Mapped[datetime]
    answer_by: Mapped[date]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(info={"private": True})
    answered_by: Mapped[str | None]


class Rating(Base):
    """How often a question was given a mark on a day: totals alone, so that they lead to nobody."""

    __tablename__ = "ratings"
    __table_args__ = table_args(clustered=True)

    day: Mapped[date] = mapped_column(primary_key=True)
    device: Mapped[Name]
    question: Mapped[Name]
    mark: Mapped[Number]
    times: Mapped[int]


class StationRow(Base):
    """The station itself, one row. ``block`` is the block its numbers come from now."""

    __tablename__ = "station"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    code: Mapped[Name]
    machine: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    created_at: Mapped[datetime]
    block: Mapped[int]


class Staff(Base):
    """A member of staff; ``password`` is an Argon2id hash, and nothing else of it is kept.

    ``roles`` is a list of posts. Who is not ``active`` may not sign in; who ``must_change`` may do
    nothing before they have a password of their own. ``password_at`` is when it was set: whoever
    signed in before then signs in again.
    """

    __tablename__ = "staff"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    login: Mapped[Name]
    name: Mapped[Private]
    password: Mapped[Private]
    roles: Mapped[AnyJson]
    active: Mapped[bool]
    must_change: Mapped[bool]
    password_at: Mapped[datetime]
    signed_in_at: Mapped[datetime | None]


class Setting(Base):
    """A setting kept in the store; its value enters the journal as a digest."""

    __tablename__ = "settings"
    __table_args__ = table_args(Chain.STATION, clustered=True)

    name: Mapped[Name]
    value: Mapped[PrivateJson]


class Counter(Base):
    """The first and the last serial number given out on a day, in a block."""

    __tablename__ = "counters"
    __table_args__ = table_args(clustered=True)

    day: Mapped[date] = mapped_column(primary_key=True)
    block: Mapped[Number]
    first: Mapped[int]
    last: Mapped[int]


class OfficialCounter(Base):
    """The last count given in a series of official numbers (bureau, kind, station) and a year."""

    __tablename__ = "official_counters"
    __table_args__ = table_args(clustered=True)

    series: Mapped[Name]
    year: Mapped[Number]
    last: Mapped[int]


AUDITED = text(
    "(role NOT IN ('applicant', 'respondent', 'station') OR action IN ('sign_in_wrong', 'sign_in_locked'))"
)
"""The entries an auditor reads: what staff did, and what was tried in their names."""

_AUDITED_ONLY: Any = {"sqlite_where": AUDITED, "postgresql_where": AUDITED}


class Journal(Base):
    """流程记录: the append-only, hash-chained list of what was done (``ledger.journal``).

    What staff did is found by its time and by who did it; what the public did costs no index.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index(
            "ix_journal_audited_at", "at", "chain", "seq", sqlite_where=AUDITED, postgresql_where=AUDITED
        ),
        Index(
            *("ix_journal_audited_actor", "actor", "at", "chain", "seq"),
            sqlite_where=AUDITED,
            postgresql_where=AUDITED,
        ),
        table_args(),
    )

    chain: Mapped[Name]
    seq: Mapped[Number]
    at: Mapped[datetime]
    role: Mapped[str]
    actor: Mapped[str]
    device: Mapped[str]
    action: Mapped[str]
    body: Mapped[str]
    prev: Mapped[str]
    hash: Mapped[str]
    algorithm: Mapped[str]


class JournalSalt(Base):
    """The salt of one private value in the journal; without it the digest says nothing."""

    __tablename__ = "journal_salts"
    __table_args__ = table_args(clustered=True)

    chain: Mapped[Name]
    seq: Mapped[Number]
    name: Mapped[Name]
    salt: Mapped[bytes]


class Checkpoint(Base):
    """A signed statement of all chain heads; ``heads`` holds those changed since the one before."""

    __tablename__ = "checkpoints"
    __table_args__ = table_args()

    n: Mapped[Number]
    at: Mapped[datetime]
    size: Mapped[int]
    root: Mapped[str]
    heads: Mapped[AnyJson]
    signature: Mapped[str]
    key_id: Mapped[str]
    algorithm: Mapped[str]

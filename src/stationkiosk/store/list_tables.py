"""The tables of the lists: derived from the record, kept in its transactions, made anew at will.

Nothing here is journaled and nothing here is believed: ``lists.rebuild`` makes it all from the
record, and verification holds it against that. No migration touches these tables; after one they
are made anew.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from stationkiosk.store.base import Base, Key, Name, Number, table_args


class QueueCase(Base):
    """One line a case: what a list shows of it, and of the matter that has to be done next.

    ``n`` counts the cases in the order they were filed. ``due`` is that matter's nearest running
    last day. ``behind`` are the other matters in the order they have to be done (read by
    ``list_rows.next_on``), ``tracks`` the tracks of all matters, each once, in order, blanks between;
    ``asked`` is the sum asked for in fen, ``small`` whether the other side is a person or a small
    shop. ``hay`` and ``tags`` are what the search finds it by (``store.search``).
    """

    __tablename__ = "queue_cases"
    __table_args__ = (
        Index("ix_queue_cases_due", "due", "n", sqlite_where=text("due IS NOT NULL")),
        table_args(),
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(unique=True)
    number: Mapped[str]
    form: Mapped[str]
    claimant: Mapped[str]
    respondent: Mapped[str]
    right: Mapped[str]
    filed_at: Mapped[datetime]
    matter_n: Mapped[int]
    track: Mapped[str]
    state: Mapped[str]
    owner_role: Mapped[str]
    owner: Mapped[str]
    since: Mapped[datetime]
    due: Mapped[date | None]
    provisional: Mapped[bool]
    ended: Mapped[bool]
    behind: Mapped[str]
    tracks: Mapped[str]
    asked: Mapped[int]
    small: Mapped[bool]
    hay: Mapped[str]
    tags: Mapped[str]


class QueueWaiting(Base):
    """One line a matter that waits for staff.

    ``holder`` is ``@`` and the sign-in name of whoever took it, else the role it waits for;
    ``due`` its nearest running last day as ``YYYY-MM-DD``, ``9999`` where it has none.
    """

    __tablename__ = "queue_waiting"
    __table_args__ = (Index("ix_queue_waiting_n", "n"), table_args(clustered=True))

    holder: Mapped[Name]
    due: Mapped[Name]
    n: Mapped[Number]
    matter_n: Mapped[Number]
    form: Mapped[str]
    track: Mapped[str]
    state: Mapped[str]
    owner_role: Mapped[str]
    since: Mapped[datetime]
    provisional: Mapped[bool]


class QueueCount(Base):
    """How many lines there are: of ``tracks`` by the tracks of a case, of a holder by last day."""

    __tablename__ = "queue_counts"
    __table_args__ = table_args(clustered=True)

    list: Mapped[Name]
    key: Mapped[Name]
    lines: Mapped[int]


class QueueDay(Base):
    """The first and the last case filed on a day of the station, as ``queue_cases`` counts them."""

    __tablename__ = "queue_days"
    __table_args__ = table_args(clustered=True)

    day: Mapped[date] = mapped_column(primary_key=True)
    first: Mapped[int]
    last: Mapped[int]


class QueueTie(Base):
    """What ties a case to others: ``kind`` is a side or the right, ``key`` a digest of who or which."""

    __tablename__ = "queue_ties"
    __table_args__ = (Index("ix_queue_ties_n", "n"), table_args(clustered=True))

    kind: Mapped[Name]
    key: Mapped[Number]
    n: Mapped[Number]


class OwedPaper(Base):
    """A paper that was issued and has no bytes yet."""

    __tablename__ = "owed_papers"
    __table_args__ = table_args(clustered=True)

    case_id: Mapped[Key]
    n: Mapped[Number]


class LooseEvidence(Base):
    """An id that evidence was kept under and that is no case: a draft's, or nobody's any more."""

    __tablename__ = "loose_evidence"
    __table_args__ = table_args(clustered=True)

    case_id: Mapped[Key]


class ChainHead(Base):
    """The last entry of each chain; ``stated`` is the entry that the last checkpoint states, 0 for none."""

    __tablename__ = "chain_heads"
    __table_args__ = (
        Index("ix_chain_heads_moved", "chain", sqlite_where=text("stated <> seq")),
        table_args(clustered=True),
    )

    chain: Mapped[Name]
    seq: Mapped[int]
    hash: Mapped[str]
    stated: Mapped[int]


class HeadBlock(Base):
    """A block of the last checkpoint's tree: the name of its first chain, its leaves and its root."""

    __tablename__ = "head_blocks"
    __table_args__ = table_args(clustered=True)

    n: Mapped[Number]
    first: Mapped[str]
    size: Mapped[int]
    root: Mapped[str]


LISTS = (QueueCase, QueueWaiting, QueueCount, QueueDay, QueueTie, OwedPaper)
"""What the lists are made of."""
DERIVED = (*LISTS, LooseEvidence, ChainHead, HeadBlock)
"""Every table of this module."""

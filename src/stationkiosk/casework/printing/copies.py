"""Copies: a print is a process, and the ledger keeps what became of each one.

rendered → spooled → printing → settled, failed, cancelled or unknown → in hand or abandoned.
"Sent to the printer" is never "printed": a copy counts when its person says it is in hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework import papers
from stationkiosk.casework.contacts import AT_ONCE
from stationkiosk.casework.mediating.by_hand import check_to_sign
from stationkiosk.casework.mediating.sealed_papers import check_reader
from stationkiosk.casework.record import Record
from stationkiosk.casework.saying import keep_said
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station, local
from stationkiosk.casework.views import CopyState, CopyView, PaperRef
from stationkiosk.devices.printing import Ticket
from stationkiosk.documents.copies import strip
from stationkiosk.documents.theme import OFFICIAL, THEMES, Format
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

ACTED = tables.Acted.__table__
COPY = tables.Copy.__table__
EVENT = tables.CopyEvent.__table__
PRINTED = "print_copy"
"""What the journal calls it."""
MOVING = (CopyState.RENDERED, CopyState.SPOOLED, CopyState.PRINTING)
"""States a copy does not stay in: someone has to find out what became of it."""
REPRINT = "reprint"
"""Why a copy was printed that somebody came back for."""
AGAIN = "again"
"""Why a further copy was printed for whoever had just filed."""
DESK = "desk"
"""Why a copy was printed at the desk: what its clerk wrote stands beside it."""
MOST_AGAIN = 3
"""How often that is, at the least, whatever the station settled for coming back."""
UNPRINTED = (CopyState.FAILED, CopyState.CANCELLED)
"""States in which no paper came out, so that the copy does not count against a limit."""
ENDED = (CopyState.IN_HAND, CopyState.ABANDONED)
"""States in which a person has had the last word on a copy."""


def print_copy(station: Station, ref: PaperRef, actor: Actor, reason: str, why: str = "") -> CopyView:
    """Enter a copy into the ledger, hand it to the printer and return where it stands.

    ``why`` is what somebody at the desk wrote for it; it is kept beside the copy, private. A paper
    printed at the desk twice within ``AT_ONCE`` for the same words is one copy: the key was pressed
    twice. Closed as ``by_hand.check_to_sign``.
    """
    paper = papers.read_paper(station, ref)
    fmt = papers.format_of(paper.kind, station.terms.receipt_format)
    with station.store.read() as connection:
        check_reader(connection, paper, actor.name)
    plain = papers.paper_bytes(station, ref, fmt)
    n, copy_no, again = _enter(station, paper, fmt, actor, reason, why)
    if again:
        return copy_now(station, ref, n)
    theme = OFFICIAL if papers.of_bureau(paper.kind) else THEMES[fmt]
    words = _strip_words(station, paper.kind, copy_no, reason)
    pdf = strip(plain, words, Language(paper.language), theme)
    digest = hashlib.sha256(pdf).hexdigest()
    job = ""
    try:
        job = station.printer.begin(Ticket(f"{paper.number} {n}"))
        _settle(station, ref.case_id, n, CopyState.SPOOLED, spooled={"sha256": digest, "job": job})
        station.printer.send(job, pdf)
    except KnownError as fault:
        spooled = {"sha256": digest, "job": job}
        _settle(station, ref.case_id, n, CopyState.FAILED, trouble=fault.key, spooled=spooled)
    return copy_now(station, ref, n)


def reprint(station: Station, ref: PaperRef, actor: Actor) -> CopyView:
    """Print a paper once more for its holder.

    Raises Closed ``reprints_used_up`` beyond the day's limit, ``reprints_off`` where the station
    prints nothing again at its kiosks, or nothing of the paper's size.
    """
    fmt = station.terms.receipt_format
    if papers.format_of(papers.read_paper(station, ref).kind, fmt) != fmt:
        raise Closed("reprints_off")
    return print_copy(station, ref, actor, REPRINT)


def copy_now(station: Station, ref: PaperRef, n: int) -> CopyView:
    """Ask the printer what became of a copy, keep the answer and return it."""
    row = _row(station, ref.case_id, n)
    if CopyState(row.state) in MOVING:
        state, trouble = _ask(station, row)
        if (state, trouble) != (row.state, _last_trouble(station, ref.case_id, n)):
            _settle(station, ref.case_id, n, state, trouble=trouble)
            row = _row(station, ref.case_id, n)
    trouble = _last_trouble(station, ref.case_id, n)
    return CopyView(ref, n, CopyState(row.state), row.printer, trouble, row.copy_no)


def in_hand(station: Station, ref: PaperRef, n: int, yes: bool) -> CopyView:
    """Keep the person's own word for whether the paper is in their hand: the first one stands."""
    if _row(station, ref.case_id, n).state not in ENDED:
        state = CopyState.IN_HAND if yes else CopyState.ABANDONED
        _settle(station, ref.case_id, n, state, actor=station.public())
    return copy_now(station, ref, n)


def call_back(station: Station, ref: PaperRef, n: int) -> None:
    """Take a copy back that still waits in a queue when its session ends: nobody is there to take it."""
    row = _row(station, ref.case_id, n)
    if row.state == CopyState.SPOOLED:
        station.printer.cancel(row.job)
        _settle(station, ref.case_id, n, CopyState.CANCELLED, trouble="session_ended")


def settle_left_over(station: Station, askers: Collection[Role] = tuple(Role)) -> int:
    """Find out, at start-up, what became of copies a crash left moving; return how many.

    Only those that ``askers`` had printed: another window may be printing for others right now.
    """
    left = COPY.c.state.in_([state.value for state in MOVING])
    moving = select(COPY).where(left, COPY.c.asked_by.in_([role.value for role in askers]))
    with station.store.read() as connection:
        rows = connection.execute(moving).all()
    for row in rows:
        state, trouble = _ask(station, row)
        final = CopyState.UNKNOWN if state in MOVING else state
        _settle(station, row.case_id, row.n, final, trouble=trouble)
    return len(rows)


def _enter(
    station: Station, paper: Record, fmt: Format, actor: Actor, reason: str, why: str
) -> tuple[int, int, bool]:
    ref, now = PaperRef(paper.case_id, paper.n), station.clock.now()
    with station.store.write() as unit:
        check_member(unit.connection, actor)
        check_to_sign(unit.connection, paper)
        there = unit.connection.execute(select(COPY).where(COPY.c.case_id == ref.case_id)).all()
        if reason in (REPRINT, AGAIN):
            _check_limit(station, ref, reason, there)
        same_words = reason == DESK and _last_why(unit, ref.case_id) == why
        for row in there if same_words else ():
            if _just_printed(row, ref, actor, now):
                return row.n, row.copy_no, True
        n = max((row.n for row in there), default=0) + 1
        copy_no = sum(row.paper_n == ref.n for row in there) + 1
        unit.insert(
            tables.Copy,
            case_id=ref.case_id,
            n=n,
            paper_n=ref.n,
            format=fmt,
            copy_no=copy_no,
            reason=reason,
            printer=station.printer.name,
            asked_by=actor.role.value,
            asked_at=now,
            state=CopyState.RENDERED.value,
            sha256=None,
            job="",
        )
        if why:
            key = str(uuid7(station.clock, station.random))
            keep_said(unit, ref.case_id, PRINTED, {"reason": why}, key)
        detail = {"copy": n, "paper": ref.n, "reason": reason}
        unit.journal(ref.case_id, actor, PRINTED, now, detail)
    return n, copy_no, False


def _last_why(unit: Unit, case_id: UUID) -> str:
    """Return what was written for the last copy of a case that somebody gave a reason for."""
    said = select(ACTED.c.inputs).where(ACTED.c.case_id == case_id, ACTED.c.action == PRINTED)
    last = unit.connection.execute(said.order_by(ACTED.c.n.desc()).limit(1)).scalar()
    return str(last["reason"]) if last else ""


def _just_printed(row: Record, ref: PaperRef, actor: Actor, now: datetime) -> bool:
    same = (row.paper_n, row.reason, row.asked_by) == (ref.n, DESK, actor.role.value)
    return same and row.state not in UNPRINTED and abs(now - row.asked_at) <= AT_ONCE


def _check_limit(station: Station, ref: PaperRef, reason: str, copies: Sequence[Record]) -> None:
    today, most = station.today(), station.terms.reprints_a_day
    if reason == AGAIN:
        most = max(most, MOST_AGAIN)
    again = [
        row
        for row in copies
        if (row.paper_n, row.reason) == (ref.n, reason)
        and station_day(row.asked_at) == today
        and row.state not in UNPRINTED
    ]
    if not most:
        raise Closed("reprints_off")
    if len(again) >= most:
        raise Closed("reprints_used_up", most=str(most))


def _strip_words(station: Station, kind: str, copy_no: int, reason: str) -> Text:
    """Return which copy it is; on a bureau's paper from a kiosk, that it bears no seal.

    A bureau's paper in English is bilingual, and so is what stands under it.
    """
    words = station.reference.words
    at = f"{local(station.clock.now()):%Y-%m-%d %H:%M}"
    said = [words.text("copies.strip").put(n=copy_no, at=at, device=station.device)]
    if not papers.of_bureau(kind):
        return said[0]
    if reason == REPRINT:
        said.append(words.text("copies.unsealed"))
    zh, en = " · ".join(text.zh for text in said), said[-1].en
    return Text(zh, f"{zh}  {en}")


def _ask(station: Station, row: Record) -> tuple[CopyState, str]:
    if not row.job:
        return CopyState.FAILED, "never_spooled"
    answer = station.printer.poll(row.job)
    if answer.stage == "pending":
        return CopyState.SPOOLED, answer.trouble
    return CopyState(answer.stage), answer.trouble


def _settle(
    station: Station,
    case_id: UUID,
    n: int,
    state: CopyState,
    *,
    trouble: str = "",
    actor: Actor | None = None,
    spooled: Mapping[str, str] | None = None,
) -> None:
    now = station.clock.now()
    with station.store.write() as unit:
        changes: dict[str, Any] = {"state": state.value, **(spooled or {})}
        unit.update(tables.Copy, {"case_id": case_id, "n": n}, **changes)
        unit.insert(
            tables.CopyEvent,
            case_id=case_id,
            copy_n=n,
            n=_next_event(unit, case_id, n),
            state=state.value,
            at=now,
            detail=trouble,
        )
        unit.journal(case_id, actor or station.itself(), "copy", now, {"copy": n, "state": state.value})


def _next_event(unit: Unit, case_id: UUID, n: int) -> int:
    known = unit.connection.execute(
        select(EVENT.c.n).where(EVENT.c.case_id == case_id, EVENT.c.copy_n == n)
    )
    return max(known.scalars(), default=0) + 1


def _row(station: Station, case_id: UUID, n: int) -> Record:
    with station.store.read() as connection:
        return connection.execute(select(COPY).where(COPY.c.case_id == case_id, COPY.c.n == n)).one()


def _last_trouble(station: Station, case_id: UUID, n: int) -> str:
    query = select(EVENT.c.detail).where(EVENT.c.case_id == case_id, EVENT.c.copy_n == n)
    with station.store.read() as connection:
        return connection.execute(query.order_by(EVENT.c.n.desc()).limit(1)).scalar() or ""

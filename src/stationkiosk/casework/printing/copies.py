"""Copies: a print is a process, and the ledger keeps what became of each one.

A copy is entered before any printer hears of it, and its job is entered before any paper moves.
"Sent to the printer" is never "printed": a copy counts when its person says it is in hand.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from stationkiosk.casework import papers
from stationkiosk.casework.mediating.sealed_papers import check_reader
from stationkiosk.casework.printing.entering import (
    REPRINT,
    TORN,
    Wish,
    enter,
    keep_turn,
    keep_why,
    line,
    line_of,
    read_line,
    turn,
    view,
    was_taken_back,
)
from stationkiosk.casework.printing.plan import Routed, fitting, known, printer_of, read_plan, route
from stationkiosk.casework.printing.shown import FOLDER
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station, local
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.documents.copies import strip
from stationkiosk.documents.theme import OFFICIAL, THEMES
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.copies import (
    MOVING,
    NEVER_SPOOLED,
    CopyState,
    Word,
    after_word,
    trouble_kept,
)
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.domain.text import Language, Text

MOST_TORN = 2
"""How many torn copies of a paper in a row are printed again by themselves."""
HANDING_OVER = timedelta(seconds=60)
"""After how long a copy that no printer was given never will be: whoever printed it is gone."""


def print_copy(
    station: Station, ref: PaperRef, actor: Actor, reason: str, why: str = "", *, printer: str = ""
) -> CopyView:
    """Enter a copy into the ledger, hand it to a printer and return where it stands.

    ``why`` is what somebody at the desk wrote for it; it is kept beside the copy, private. Where no
    printer fits the copy has failed. At the desk as many are printed as the plan says, and the last
    is returned. Closed as ``entering.enter``; KnownError ``printer_none_fits`` for a ``printer``
    chosen that does not take it.
    """
    wish = _wish(station, ref, actor, reason)
    return _print(station, replace(wish, why=why), printer)


def reprint(station: Station, ref: PaperRef, actor: Actor, printer: str = "") -> CopyView:
    """Print a paper once more for its holder.

    Raises Closed ``reprints_used_up`` beyond the day's limit, ``reprints_off`` where the station
    prints nothing again at its kiosks, or nothing of the paper's size.
    """
    fmt = papers.format_of(papers.read_paper(station, ref).kind, station.terms.receipt_format)
    if fmt != station.terms.receipt_format:
        fit = fitting(station, read_plan(station), fmt, public=True)
        if all(spec.id == FOLDER for spec in fit):
            raise Closed("reprints_off")
    return print_copy(station, ref, actor, REPRINT, printer=printer)


def copy_now(station: Station, ref: PaperRef, n: int) -> CopyView:
    """Ask the printer what became of a copy, keep the answer and return it."""
    row = line_of(station, ref, n)
    return view(follow(station, row) if CopyState(row.state) in MOVING else row)


def copy_or_instead(station: Station, ref: PaperRef, n: int, actor: Actor) -> CopyView:
    """Return what became of a copy; one that was torn is printed again whole, and that one is returned.

    Not where it was being taken back: nobody waits for it any more.
    """
    now = copy_now(station, ref, n)
    torn = now.state is CopyState.FAILED and now.trouble == Trouble.TORN
    if not torn or was_taken_back(station, ref.case_id, n) or _torn_in_a_row(station, now) > MOST_TORN:
        return now
    row = line(station, ref.case_id, n)
    wish = replace(_wish(station, now.paper, actor, TORN), replaces=n)
    return _print(station, wish, row.printer)


def say(
    station: Station, ref: PaperRef, n: int, word: Word, actor: Actor, why: str = "", act: str = ""
) -> CopyView:
    """Keep a person's word on a copy where it counts; the printer is asked first.

    ``why`` is what somebody at the desk wrote for it, kept under the name of ``act``.
    """
    copy_now(station, ref, n)
    with station.store.write() as unit:
        row = read_line(unit.connection, ref.case_id, n)
        state = after_word(CopyState(row.state), row.said, word)
        if state is not None:
            said = "" if state is CopyState.IN_HAND else word.value
            if why:
                keep_why(station, unit, ref.case_id, act, why)
            keep_turn(station, unit, row, state, said, actor)
    return view(line(station, ref.case_id, n))


def in_hand(station: Station, ref: PaperRef, n: int, yes: bool) -> CopyView:
    """Keep the public's word for whether the paper is in their hand."""
    return say(station, ref, n, Word.IN_HAND if yes else Word.NOT_TAKEN, station.public())


def follow(station: Station, row: Record, *, gone: bool = False) -> Record:
    """Ask about a copy under way, keep what is new, and return its line.

    ``gone``: whoever was handing it over is gone for certain.
    """
    state, trouble = ask(station, row, gone)
    said = trouble_kept(state, row.said, trouble)
    if (state, said) != (row.state, row.said):
        turn(station, row.case_id, row.n, state, said)
    return line(station, row.case_id, row.n)


def ask(station: Station, row: Record, gone: bool = False) -> tuple[CopyState, str]:
    """Return what a copy's printer says of it, and the trouble it names; nothing is kept."""
    if not row.job:
        fresh = abs(station.clock.now() - row.asked_at) < HANDING_OVER and not gone
        return (CopyState.RENDERED, "") if fresh else (CopyState.FAILED, NEVER_SPOOLED)
    try:
        answer = printer_of(station, row.printer).poll(row.job)
    except KnownError as fault:
        dropped = fault.key == Trouble.MISSING and row.printer not in known(station)
        return CopyState.UNKNOWN if dropped else CopyState(row.state), fault.key
    return _meant(answer), answer.trouble.value


def _wish(station: Station, ref: PaperRef, actor: Actor, reason: str) -> Wish:
    paper = papers.read_paper(station, ref)
    fmt = papers.format_of(paper.kind, station.terms.receipt_format)
    with station.store.read() as connection:
        check_reader(connection, paper, actor.name)
    return Wish(paper, fmt, "", actor, reason)


def _print(station: Station, wish: Wish, chosen: str) -> CopyView:
    ref = PaperRef(wish.paper.case_id, wish.paper.n)
    at_desk = wish.actor.role in CASE_ROLES
    kind, sizes = wish.paper.kind, papers.sizes_of(wish.paper.kind, wish.fmt)
    try:
        to = route(station, kind, *sizes, public=not at_desk, chosen=chosen)
    except KnownError as fault:
        if chosen and not wish.replaces:
            raise
        return _nowhere(station, wish, fault.key)
    wish = replace(wish, fmt=to.fmt, printer=to.spec.id)
    plain = papers.paper_bytes(station, ref, to.fmt)
    copies = to.rule.copies if at_desk and not wish.replaces else 1
    entered = enter(station, replace(wish, copies=copies))
    for n, copy_no in () if entered.again else entered.places:
        _hand_over(station, wish, n, _stripped(station, wish, plain, copy_no), to)
    return copy_now(station, ref, entered.places[-1][0])


def _nowhere(station: Station, wish: Wish, trouble: str) -> CopyView:
    entered = enter(station, wish)
    n, _copy_no = entered.places[-1]
    if not entered.again:
        turn(station, wish.paper.case_id, n, CopyState.FAILED, trouble)
    return view(line(station, wish.paper.case_id, n))


def _hand_over(station: Station, wish: Wish, n: int, pdf: bytes, to: Routed) -> None:
    """Give a copy to its printer: its job is in the ledger before the document is sent."""
    case_id = wish.paper.case_id
    ticket = Ticket(f"{wish.paper.number} {n}", to.rule.tray, to.rule.sides)
    digest = hashlib.sha256(pdf).hexdigest()
    try:
        job = to.printer.begin(ticket)
    except KnownError as fault:
        turn(station, case_id, n, CopyState.FAILED, fault.key, {"sha256": digest})
        return
    if not _noted(station, wish, n, {"sha256": digest, "job": job}, to):
        return
    try:
        to.printer.send(job, pdf)
    except KnownError as fault:
        trouble = Trouble.of(fault)
        in_doubt = trouble.silent or trouble is Trouble.OTHER  # nobody knows how much it got
        state = CopyState.SPOOLED if in_doubt else CopyState.FAILED
        turn(station, case_id, n, state, fault.key)


def _noted(station: Station, wish: Wish, n: int, spooled: Mapping[str, str], to: Routed) -> bool:
    """Enter the job of a copy; one that cannot be entered is given back, and nothing is sent."""
    noted = False
    try:
        noted = turn(station, wish.paper.case_id, n, CopyState.SPOOLED, "", spooled)
    finally:
        if not noted:
            with contextlib.suppress(KnownError):
                to.printer.cancel(spooled["job"])
    return noted


def _stripped(station: Station, wish: Wish, plain: bytes, copy_no: int) -> bytes:
    kind = wish.paper.kind
    theme = OFFICIAL if papers.of_bureau(kind) else THEMES[wish.fmt]
    instead = line(station, wish.paper.case_id, wish.replaces).copy_no if wish.replaces else 0
    words = _strip_words(station, wish, copy_no, instead)
    return strip(plain, words, Language(wish.paper.language), theme)


def _strip_words(station: Station, wish: Wish, copy_no: int, instead: int) -> Text:
    """Return which copy it is, and of which torn one it takes the place.

    On a bureau's paper from a kiosk, that it bears no seal. A bureau's paper in English is
    bilingual, and so is what stands under it.
    """
    words, bureau = station.reference.words, papers.of_bureau(wish.paper.kind)
    at = f"{local(station.clock.now()):%Y-%m-%d %H:%M}"
    said = [words.text("copies.strip").put(n=copy_no, at=at, device=station.device)]
    if instead:
        said.append(words.text("copies.instead").put(n=instead))
    if bureau and wish.actor.role not in CASE_ROLES:
        said.append(words.text("copies.unsealed"))
    zh = " · ".join(text.zh for text in said)
    return Text(zh, f"{zh}  {said[-1].en}" if bureau else " · ".join(text.en for text in said))


def _torn_in_a_row(station: Station, copy: CopyView) -> int:
    count, row = 1, line(station, copy.paper.case_id, copy.n)
    while row.replaces:
        count, row = count + 1, line(station, copy.paper.case_id, row.replaces)
    return count


def _meant(answer: JobState) -> CopyState:
    """Return what a printer's answer means; of a job given up because no answer came nobody can tell."""
    if answer.stage is Stage.PENDING:
        return CopyState.SPOOLED
    if answer.stage is Stage.FAILED and answer.trouble.silent:
        return CopyState.UNKNOWN
    return CopyState(answer.stage.value)

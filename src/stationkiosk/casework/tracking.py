"""Where a case stands, for whoever holds a receipt or knows its number. It names no person."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import or_, select

from stationkiosk.casework.codes import Purpose, find_code
from stationkiosk.casework.guessing import NUMBER_DOOR, check_patience, check_rest, note_wrong_tail
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.receipt import kind_of_dispute
from stationkiosk.casework.record import Record
from stationkiosk.casework.scanning import purpose_of
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import mediation_waits, step_of
from stationkiosk.casework.views import MatterProgress, PaperIssued, PaperRef, Progress, Step, Viewer
from stationkiosk.domain.application import PartyKind, PartyRole
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import parse_case_number
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.preservation import PRESERVATION
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.typed import mark
from stationkiosk.store import tables

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__
CONSENT = tables.Consent.__table__
DEADLINE = tables.Deadline.__table__
PARTY = tables.Party.__table__

TAIL = 4
"""Signs of a person's ID number or of a telephone number that go with a case number."""

BATCH_RECEIPT = "batch_receipt"

PROOF_RECEIPT = "proof_receipt"
"""Shown to the side that brought the proof."""

TAKES_PROOF = {Viewer.APPLICANT: "preservation", Viewer.RESPONDENT: "mediation"}
"""The track through which each side may bring proof as long as it is open."""

OF_MEDIATION = frozenset(
    {
        *("mediation_notice", "rights_duties", "undisputed_facts", "agreement", "mediation_summary"),
        *("termination_notice", "follow_up_record"),
    }
)
"""What both sides of a mediation have: each its own copy, and what both signed. Its record is sealed."""

SHOWN = {
    Viewer.APPLICANT: frozenset(
        {
            "receipt",
            BATCH_RECEIPT,
            "report_receipt",
            "identity_request",
            "complaint_acceptance",
            "complaint_refusal",
            "complaint_mediation_notice",
            "complaint_termination",
            "report_result",
            "acceptance_notice",
            "refusal_notice",
            *OF_MEDIATION,
        }
    ),
    Viewer.RESPONDENT: frozenset({"answer_receipt", "inquiry_notice", *OF_MEDIATION}),
}
"""The kinds of paper each may read and have printed; any other stays with the counter.

Of a kind that goes to both sides, each sees the copies that are for its side, or for both. What
is for the file, for another office or still to be signed by hand stays with the counter.
"""

KEPT_FROM_RESPONDENT = frozenset({"report", "referral", "preservation"})
"""Tracks of which the other side hears from the officers or at the hearing, not from a screen."""

YOURS = {
    "proof.later": Viewer.APPLICANT,
    "complaint.identity": Viewer.APPLICANT,
    "mediation.answer": Viewer.RESPONDENT,
}
"""Clocks that run for what somebody outside the station still has to bring."""


def progress(station: Station, typed: str) -> Progress:
    """Return what the holder of a receipt code may see; Closed when the code opens nothing.

    Closed ``code_of_notice`` leads whoever types the code of a notice to where it is answered.
    """
    check_patience(station, Purpose.RECEIPT)
    if purpose_of(station, typed) == Purpose.NOTICE:
        raise Closed("code_of_notice")
    code = find_code(station, Purpose.RECEIPT, typed)
    viewer = Viewer.APPLICANT if code.holder == Viewer.APPLICANT else Viewer.RESPONDENT
    return _with_others(station, code.case_id, viewer)


def cases_of(station: Station, code: Record) -> tuple[UUID, ...]:
    """Return the cases that a receipt's code opens: its own, and those filed together with it."""
    others = _batch(station, code.case_id) if code.holder == Viewer.APPLICANT else ()
    return (code.case_id, *others)


def progress_by_number(station: Station, number: str, tail: str) -> Progress:
    """Return where a case stands to whoever knows its number and the end of a number of their own.

    No paper goes with it: papers carry the codes that open more, so they need such a code.
    ``tail`` is the last four signs of a person's ID number or of the telephone number given by
    an applicant, an agent or a respondent who has answered; the credit code of an organisation
    is public and opens nothing. A telephone number may be known to the other side, so it shows
    what both sides may see and no other case of the filing.

    Closed ``number_unknown`` whether there is no such case or no such end, ``number_mistyped``
    and ``tail_short`` for slips, which cost no try, ``slow_down`` while the device has to wait,
    ``number_rests`` while the number does.
    """
    check_patience(station, NUMBER_DOOR)
    read, end = parse_case_number(number), mark(tail).replace("-", "")
    if read is None:
        raise Closed("number_mistyped")
    if len(end) != TAIL:
        raise Closed("tail_short")
    check_rest(station, str(read))
    with station.store.read() as connection:
        parties = connection.execute(
            select(PARTY).join(CASE, CASE.c.id == PARTY.c.case_id).where(CASE.c.number == str(read))
        ).all()
    known = [one for party in parties for one in _known_by(party, end)]
    if not known:
        note_wrong_tail(station, str(read))
        raise Closed("number_unknown")
    # Where several end alike, it shows what each of them may see.
    viewer = max(known, key=lambda one: one.viewer is Viewer.RESPONDENT).viewer
    if all(one.by_id for one in known):
        return _without_papers(_with_others(station, known[0].case_id, viewer))
    return _without_papers(_progress(station, known[0].case_id, viewer, KEPT_FROM_RESPONDENT))


def _without_papers(seen: Progress) -> Progress:
    others = tuple(_without_papers(other) for other in seen.others)
    return replace(seen, papers=(), others=others, by_number=True, takes_proof=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody a tail may be of; ``by_id`` where it is of their ID number."""

    case_id: UUID
    viewer: Viewer
    by_id: bool


def _known_by(party: Record, end: str) -> Iterator[_Known]:
    """Yield who a tail leads to by an ID number, and who by a telephone number."""
    viewer = _viewer(party)
    if viewer is None:
        return
    own = party.id_number if party.kind == PartyKind.PERSON else ""
    for by_id, number in ((True, own), (False, party.phone)):
        if hmac.compare_digest(number[-TAIL:].upper().encode(), end.encode()):
            yield _Known(party.case_id, viewer, by_id)


def _viewer(party: Record) -> Viewer | None:
    if party.answers_for is not None:
        return Viewer.RESPONDENT
    if PartyRole(party.role) in (PartyRole.APPLICANT, PartyRole.AGENT):
        return Viewer.APPLICANT
    return None


def _with_others(station: Station, case_id: UUID, viewer: Viewer) -> Progress:
    first = _progress(station, case_id, viewer)
    if viewer is not Viewer.APPLICANT:
        return first
    others = tuple(_progress(station, other, viewer) for other in _batch(station, case_id))
    return replace(first, others=others)


def _batch(station: Station, case_id: UUID) -> tuple[UUID, ...]:
    """Return the further cases of the filing whose first case this is, in the order of its receipt."""
    listed = next((p.data["cases"] for p in papers_of(station, case_id) if p.kind == BATCH_RECEIPT), ())
    numbers = [case["number"] for case in listed]
    with station.store.read() as connection:
        query = select(CASE.c.number, CASE.c.id).where(CASE.c.number.in_(numbers))
        ids = {row.number: row.id for row in connection.execute(query)}
    return tuple(ids[number] for number in numbers if ids[number] != case_id)


def _progress(
    station: Station, case_id: UUID, viewer: Viewer, kept: frozenset[str] = frozenset()
) -> Progress:
    with station.store.read() as connection:
        case = connection.execute(select(CASE).where(CASE.c.id == case_id)).one()
        matters = connection.execute(
            select(MATTER).where(MATTER.c.case_id == case_id).order_by(MATTER.c.n)
        ).all()
        running = connection.execute(
            select(DEADLINE)
            .where(DEADLINE.c.case_id == case_id, DEADLINE.c.stopped_at.is_(None))
            .order_by(DEADLINE.c.due)
        ).all()
        of_other = or_(PARTY.c.role == PartyRole.RESPONDENT.value, PARTY.c.answers_for.is_not(None))
        others = frozenset(
            connection.execute(select(PARTY.c.n).where(PARTY.c.case_id == case_id, of_other)).scalars()
        )
        consents = dict(
            connection.execute(
                select(CONSENT.c.consent, CONSENT.c.given).where(
                    CONSENT.c.case_id == case_id, CONSENT.c.party_n.is_(None)
                )
            ).all()
        )
    waits = mediation_waits((matter.track for matter in matters), consents)
    hidden = KEPT_FROM_RESPONDENT if viewer is Viewer.RESPONDENT else kept
    return Progress(
        number=case.number,
        title=kind_of_dispute(station.reference.words, station.reference.forms[case.form]),
        filed_at=case.filed_at,
        matters=tuple(
            _matter(station, matter, running, waits, viewer)
            for matter in matters
            if matter.track not in hidden
        ),
        papers=_papers(station, case_id, viewer, others),
        viewer=viewer,
        takes_proof=any(_takes_proof(matter, viewer) for matter in matters),
    )


def _takes_proof(matter: Record, viewer: Viewer) -> bool:
    return matter.track == TAKES_PROOF[viewer] and not TRACKS[matter.track].state(matter.state).end


def _papers(
    station: Station, case_id: UUID, viewer: Viewer, others: frozenset[int]
) -> tuple[PaperIssued, ...]:
    """Return the papers a viewer may read; ``others`` are the parties of the other side."""
    titled = station.reference.words.text
    return tuple(
        PaperIssued(PaperRef(case_id, paper.n), titled(f"paper.{paper.kind}.title"), paper.issued_at)
        for paper in papers_of(station, case_id)
        if (paper.kind in SHOWN[viewer] or (paper.kind, paper.data.get("by")) == (PROOF_RECEIPT, viewer))
        and _is_theirs(paper.data.get("party_n"), viewer, others)
    )


def _is_theirs(party_n: int | None, viewer: Viewer, others: frozenset[int]) -> bool:
    """Tell whether a copy is for a viewer's side, or for no one side."""
    return party_n is None or (party_n in others) == (viewer is Viewer.RESPONDENT)


def _matter(
    station: Station, matter: Record, running: Sequence[Record], waits: bool, viewer: Viewer
) -> MatterProgress:
    track = TRACKS[matter.track]
    state = track.state(matter.state)
    clock = next((row for row in running if row.matter_n == matter.n), None)
    live = clock if not state.end else None
    yours = live is not None and YOURS.get(live.rule) is viewer
    return MatterProgress(
        track=track.label,
        state=(state.asked if viewer is Viewer.RESPONDENT else None) or state.label,
        holder=_holder(station, matter.owner_role, viewer),
        since=matter.since,
        ended=state.end,
        next=_step(station, live, waits, yours) if live is not None else None,
        why=tuple(Text(**line) for line in live.trace) if live is not None else (),
        yours=yours,
        kept=matter.track == PRESERVATION.id and live is None,
    )


def _holder(station: Station, role: str, viewer: Viewer) -> Text:
    """Return who has a matter, as it stands within a sentence: "the clerk at the counter"."""
    who = station.reference.words.text("tracking.you" if role == viewer else f"roles.{role or 'station'}")
    return Text(who.zh, who.en[:1].lower() + who.en[1:])


def _step(station: Station, clock: Record, waits: bool, yours: bool) -> Step:
    period = station.reference.periods.on(clock.rule, clock.start)
    label = period.label if period else Text("", "")
    trace = tuple(Text(**line) for line in clock.trace)
    deadline = Deadline(clock.rule, label, clock.start, clock.due, clock.provisional, trace)
    step, how = step_of(station.reference.words, deadline, waits=waits), f"steps.yours.{clock.rule}"
    if yours and station.reference.words.has(how):
        return replace(step, detail=station.reference.words.text(how).put(detail=step.detail))
    return step

"""Which papers each act of a mediation issues, made from the record as it then stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating import (
    follow_up,
    notice,
    reading,
    summary,
    telling,
    undisputed,
)
from stationkiosk.casework.issuing.mediating.facts import Mediated, Terms
from stationkiosk.casework.mediating.effect import signed_text
from stationkiosk.casework.mediating.ground import ground
from stationkiosk.casework.mediating.known import confirming_court
from stationkiosk.casework.mediating.pages import agreement_content
from stationkiosk.casework.record import Record
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables

BREACH = frozenset({"acceleration", "breach_sum", "late_payment"})
"""The clauses that say what follows a breach."""

SAID_ELSEWHERE = frozenset(
    {"liability_stays", "confirmation", "no_confirmation", "effect", "effect_online", "facts", "no_fee"}
)
"""The clauses whose words a summary says in its own."""

UNTOLD = frozenset({"applied", "accepted"})
"""The states of a mediation in which the other side does not know of it yet (PIPL 23)."""


def mediation_notice(brief: Brief) -> Iterator[Content]:
    """调解通知书, one to each party that the session calls."""
    mediated, row = _mediated(brief), reading.session(brief)
    meeting = reading.meeting(brief, row)
    for party in (*brief.filers, *brief.others):
        if row.private_with in (None, party.n):
            yield notice.called(brief, party, mediated, meeting)


def rights_duties(brief: Brief) -> Iterator[Content]:
    """权利义务告知书, to whoever was told."""
    party = next((one for one in brief.parties if str(one.n) == brief.given("party")), None)
    if party is None:
        raise Closed("party_unknown")
    yield telling.rights_duties(brief, party, _mediated(brief), reading.informed(brief))


def undisputed_facts(brief: Brief) -> Iterator[Content]:
    """无争议事实记载, one for both sides."""
    yield undisputed.undisputed(brief, reading.undisputed(brief), _mediated(brief))


def agreement(brief: Brief) -> Iterator[Content]:
    """调解协议书: the text that was signed, with the hands in their places and its hash named.

    KnownError ``mediator_key_missing`` where this machine opens no seals.
    """
    fixed, made = signed_text(ground(brief.station, brief.unit, brief.matter))
    yield agreement_content(brief.station.reference.words, fixed.text, fixed.sha256, made)


def mediation_summary(brief: Brief) -> Iterator[Content]:
    """调解结案小结, one to each party; a mediation that never began has none."""
    mediated = reading.mediated(brief)
    if mediated is None:
        return
    course, settled = reading.course(brief), reading.settled(brief)
    if settled is not None:
        settled = replace(settled, terms=_terms(brief, mediated))
    for party in (*brief.filers, *brief.others):
        if settled is not None:
            yield summary.agreed(brief, party, mediated, course, settled)
        else:
            yield summary.ended(brief, party, mediated, course)


def termination_notice(brief: Brief) -> Iterator[Content]:
    """终止调解告知书, one to each party that knows of the mediation."""
    mediated = reading.mediated(brief)
    body = mediated.body if mediated is not None else brief.station.site.name
    for party in _knowing(brief):
        yield telling.ended(brief, party, body, mediated)


def follow_up_record(brief: Brief) -> Iterator[Content]:
    """履行回访记录, for the file and both sides."""
    settled = reading.settled(brief)
    if settled is None:
        raise Closed("no_such_version")
    yield follow_up.follow_up(brief, _mediated(brief), settled, brief.given("text"))


def _mediated(brief: Brief) -> Mediated:
    """Return how the matter is mediated. Closed ``no_mediator`` while nobody was named."""
    found = reading.mediated(brief)
    if found is None:
        raise Closed("no_mediator")
    return found


def _terms(brief: Brief, mediated: Mediated) -> Terms:
    """Return what the agreement says besides its duties. KnownError as ``agreement``."""
    known = ground(brief.station, brief.unit, brief.matter)
    text = signed_text(known)[0].text
    done = {row.term for row in reading.of_matter(brief, tables.Duty)}
    rest = [
        (clause, words)
        for n, (clause, words) in enumerate(zip(text.clauses, text.terms, strict=False), 1)
        if n not in done
    ]
    return Terms(
        broken=tuple(words for clause, words in rest if clause in BREACH),
        also=tuple(words for clause, words in rest if clause not in BREACH | SAID_ELSEWHERE),
        court=brief.say("mediated.that_court") if mediated.entrusted else confirming_court(known),
    )


def _knowing(brief: Brief) -> tuple[Record, ...]:
    """Return the parties that may hear of the mediation: the other side once it was asked."""
    return brief.filers if brief.matter.state in UNTOLD else (*brief.filers, *brief.others)

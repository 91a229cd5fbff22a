"""Who may see what: one table from posts to the parts of the record, the tracks and the kinds of paper.

The lists, the case page and the search build their queries from here; the screens ask nothing.
What is not listed is not seen. What is said to reach a settlement is in no part at all: it is
sealed to the mediator. Someone with several posts sees what any of them sees, but on one case
nobody is both mediator and officer (``on_case``).
"""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from stationkiosk.domain.actors import Role
from stationkiosk.domain.staff import APART


class Part(StrEnum):
    """A part of the station's record that a post sees or does not."""

    CASES = "cases"
    """The lists of cases: number, parties' names, right, state, days."""
    PARTIES = "parties"
    """Names and posts of the parties, ID numbers masked."""
    REACH = "reach"
    """Telephone numbers and addresses of the parties."""
    REPORTER = "reporter"
    """Who reported a breach: sealed, opened with a reason, journaled."""
    RIGHT = "right"
    FACTS = "facts"
    CLAIMS = "claims"
    CONSENTS = "consents"
    ANSWERS = "answers"
    """What the other side answered in the open."""
    EVIDENCE = "evidence"
    CLOCKS = "clocks"
    PAPERS = "papers"
    """Papers at all; which kinds stands in ``may_see_paper``."""
    CONTACTS = "contacts"
    """Attempts to reach a party."""
    JOURNAL = "journal"
    """What was done on a case, with the reasons given."""
    LIKENESS = "likeness"
    PATTERN = "pattern"
    CALLS = "calls"
    MESSAGES = "messages"
    INTAKE = "intake"
    """Filing for somebody, filing many at once, correcting an entry."""
    STAFF = "staff"
    """Who is a member and in which posts, and changing it."""
    MEMBERS = "members"
    """The names of colleagues, so that work can be handed to them."""
    AUDIT = "audit"
    """Everything staff and the station did: who, what, when and why, with no party's name."""
    PRINTING = "printing"
    """The printers, what waits in them, and what became of the copies of papers this post sees."""
    SETTINGS = "settings"


_EVERY_CASE = frozenset(
    {
        *(Part.CASES, Part.PARTIES, Part.RIGHT, Part.FACTS, Part.CLAIMS, Part.EVIDENCE),
        *(Part.CLOCKS, Part.PAPERS, Part.JOURNAL, Part.MEMBERS, Part.PRINTING),
    }
)
_AT_THE_COUNTER = frozenset({Part.CALLS, Part.MESSAGES, Part.INTAKE, Part.LIKENESS, Part.PATTERN})
_WITH_THE_SIDES = frozenset({Part.REACH, Part.CONSENTS, Part.ANSWERS, Part.CONTACTS})

PARTS: dict[Role, frozenset[Part]] = {
    Role.CLERK: _EVERY_CASE | _AT_THE_COUNTER | _WITH_THE_SIDES,
    Role.MEDIATOR: _EVERY_CASE | _WITH_THE_SIDES | {Part.LIKENESS, Part.PATTERN},
    Role.OFFICER: _EVERY_CASE | {Part.REACH, Part.REPORTER, Part.CONTACTS, Part.LIKENESS, Part.PATTERN},
    Role.COURT_LIAISON: _EVERY_CASE | {Part.REACH, Part.CONSENTS},
    Role.SUPERVISOR: _EVERY_CASE | _AT_THE_COUNTER | _WITH_THE_SIDES,
    Role.SYSTEM_ADMIN: frozenset({Part.SETTINGS, Part.PRINTING}),
    Role.SECURITY_ADMIN: frozenset({Part.STAFF, Part.MEMBERS}),
    Role.AUDITOR: frozenset({Part.AUDIT, Part.MEMBERS}),
}
"""What each post sees."""

_COUNTER_TRACKS = frozenset({"mediation", "complaint", "report", "referral", "preservation"})
TRACKS_SEEN: dict[Role, frozenset[str]] = {
    Role.CLERK: _COUNTER_TRACKS,
    Role.MEDIATOR: frozenset({"mediation", "complaint", "preservation"}),
    Role.OFFICER: frozenset({"complaint", "report", "referral", "preservation"}),
    Role.COURT_LIAISON: frozenset({"mediation", "preservation"}),
    Role.SUPERVISOR: _COUNTER_TRACKS,
}
"""The tracks whose matters, clocks and papers each post sees; the other posts see none."""

_WITH_EVERY_CASE = frozenset({"preservation"})
_OF_EVERYBODY = frozenset({"receipt", "proof_receipt", "batch_receipt", "evidence_list"})
_OF_MEDIATION = frozenset(
    {
        *("inquiry_notice", "answer_receipt", "acceptance_notice", "refusal_notice"),
        *("mediation_notice", "rights_duties", "undisputed_facts", "mediation_record", "agreement"),
        "agreement_to_sign",
        *("mediation_summary", "termination_notice", "follow_up_record"),
        *("service_address", "power_of_attorney"),
    }
)
_OF_COMPLAINT = frozenset(
    {
        *("complaint_registration", "distribution_notice", "identity_request", "complaint_acceptance"),
        *("complaint_refusal", "complaint_mediation_notice", "complaint_termination"),
        *("complaint_mediation", "service_address", "power_of_attorney"),
    }
)
_OF_REPORT = frozenset(
    {
        "report_receipt",
        "report_registration",
        "referral_letter",
        "report_result",
        "distribution_notice",
        "identity_request",
    }
)
PAPERS_SEEN: dict[str, frozenset[str]] = {
    "mediation": _OF_MEDIATION,
    "complaint": _OF_COMPLAINT,
    "report": _OF_REPORT,
    "referral": _OF_REPORT,
    "preservation": _OF_EVERYBODY,
}
"""The kinds of paper that go with a track."""

SEALED_PAPERS: dict[str, frozenset[Role]] = dict.fromkeys(
    ("mediation_record", "agreement_to_sign"), frozenset({Role.MEDIATOR})
)
"""Kinds that tell what was said to settle, or is not signed yet, with the posts that see there is one;
its mediator reads it."""


def may_see(roles: Set[Role], part: Part) -> bool:
    """Tell whether someone in these posts sees a part of the record."""
    return any(part in PARTS.get(role, ()) for role in roles)


def parts_seen(roles: Set[Role]) -> frozenset[Part]:
    """Return every part that someone in these posts sees."""
    return frozenset().union(*(PARTS.get(role, frozenset()) for role in roles))


def tracks_seen(roles: Set[Role]) -> frozenset[str]:
    """Return the tracks whose matters someone in these posts sees."""
    return frozenset().union(*(TRACKS_SEEN.get(role, frozenset()) for role in roles))


def lists_case(roles: Set[Role], tracks: Set[str]) -> bool:
    """Tell whether a case with matters on ``tracks`` stands in the lists of someone in these posts.

    Every filing keeps its evidence safe, so that track alone leads nobody to a case of others.
    """
    return bool((tracks - _WITH_EVERY_CASE or tracks) & tracks_seen(roles))


def may_see_paper(roles: Set[Role], kind: str) -> bool:
    """Tell whether someone in these posts sees papers of a kind; an unknown kind nobody sees."""
    if not roles & SEALED_PAPERS.get(kind, roles):
        return False
    return any(kind in PAPERS_SEEN[track] for track in tracks_seen(roles))


def on_case(roles: Set[Role], acted: Set[Role]) -> frozenset[Role]:
    """Return the posts that count on a case where the same person has ``acted`` before.

    Who mediated there is no officer there, and the other way round; opening a seal is an act.
    """
    return frozenset(role for role in roles if APART.get(role) not in acted)

"""What the lists hold of one case, worked out from its record alone."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row

from stationkiosk.domain.actors import Role
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.reference.spelling import fold
from stationkiosk.store.search_words import hay_of, tags_of

NEVER = "9999"
"""What stands for the last day of a matter that has none: it sorts behind every day."""

STAFF = frozenset(Role) - {Role.APPLICANT, Role.RESPONDENT, Role.STATION}
"""The roles whose matters wait in a list."""

_SMALL = re.compile("店|铺|摊|档|坊|馆|商行|超市|经营部|个体|便利|小吃|网店|士多")
"""What the names of shops kept by one person hold; only counted, never judged."""

_LARGE = re.compile("公司|集团|厂|合作社|银行|医院|学校|大学")


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of one case that the lists are made from."""

    case: Row[Any]
    parties: Sequence[Row[Any]]
    right: Row[Any] | None
    asked: int
    matters: Sequence[Row[Any]]
    deadlines: Sequence[Row[Any]]


Waits = tuple[str, str, int, str, str, str, str, Any, bool]
"""holder, due, matter, form, track, state, role, since, provisional."""


@dataclass(frozen=True, slots=True)
class Made:
    """The lines of one case: of ``queue_cases`` without ``n``, of ``queue_waiting``, of ``queue_ties``."""

    line: dict[str, Any]
    waiting: frozenset[Waits]
    ties: frozenset[tuple[str, int]]


def made(source: Source) -> Made:
    """Return what the lists hold of a case."""
    dues = _dues(source.deadlines)
    waiting = frozenset(filter(None, (_waits(source.case.form, matter, dues) for matter in source.matters)))
    line = _line(source)
    names = [party.name for party in source.parties] + ([source.right.name] if source.right else [])
    marks = [source.right.number] if source.right else []
    line["hay"] = hay_of(source.case.number, marks, names, [party.phone for party in source.parties])
    stages = [(matter.track, matter.state) for matter in source.matters]
    line["tags"] = tags_of(source.case.form, stages, (wait[:2] for wait in waiting))
    return Made(line, waiting, frozenset(_ties(source)))


def tie(kind: str, *words: str) -> tuple[str, int]:
    """Return the kind and the digest under which who or what is the same is found."""
    text = "\x1f".join(fold(word) for word in words)
    return kind, int.from_bytes(sha256(text.encode()).digest()[:8], "big", signed=True)


def named(parties: Sequence[Row[Any]], role: str) -> list[Row[Any]]:
    """Return the parties of the filing on a side; who answered for one is no further party."""
    return [party for party in parties if party.role == role and party.answers_for is None]


def small(party: Row[Any]) -> bool:
    """Tell whether a party is a person or, by its name, a shop kept by one."""
    return party.kind == "person" or bool(_SMALL.search(party.name) and not _LARGE.search(party.name))


def _ties(source: Source) -> list[tuple[str, int]]:
    found = []
    for role in ("applicant", "agent", "respondent"):
        for party in named(source.parties, role):
            found += [tie(role, one) for one in (party.name, party.id_number) if fold(one)]
    if source.right is not None and fold(source.right.number):
        found.append(tie("right", source.right.kind, source.right.number))
    return found


def _dues(deadlines: Sequence[Row[Any]]) -> dict[int, Row[Any]]:
    """Return the nearest running deadline of each matter."""
    nearest: dict[int, Row[Any]] = {}
    for deadline in deadlines:
        known = nearest.get(deadline.matter_n)
        if known is None or deadline.due < known.due:
            nearest[deadline.matter_n] = deadline
    return nearest


def ended(matter: Row[Any]) -> bool:
    """Tell whether nothing more can happen to a matter."""
    track = TRACKS.get(matter.track)
    return track is not None and any(state.id == matter.state and state.end for state in track.states)


def _waits(form: str, matter: Row[Any], dues: dict[int, Row[Any]]) -> Waits | None:
    if ended(matter) or not (matter.owner or matter.owner_role in STAFF):
        return None
    due = dues.get(matter.n)
    return (
        f"@{matter.owner}" if matter.owner else matter.owner_role,
        due.due.isoformat() if due else NEVER,
        matter.n,
        form,
        matter.track,
        matter.state,
        matter.owner_role,
        matter.since,
        bool(due and due.provisional),
    )


def _stages(matters: Sequence[Row[Any]], deadlines: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    """Return what a line may say of each matter, in the order they have to be done.

    Open before ended, staff's before others', the nearest due first.
    """
    dues = _dues(deadlines)

    def order(matter: Row[Any]) -> tuple[bool, bool, str, int]:
        due = dues.get(matter.n)
        waits = bool(matter.owner) or matter.owner_role in STAFF
        return ended(matter), not waits, due.due.isoformat() if due else NEVER, matter.n

    return [_stage(matter, dues.get(matter.n)) for matter in sorted(matters, key=order)]


def _stage(matter: Row[Any], due: Row[Any] | None) -> dict[str, Any]:
    return {
        "matter_n": matter.n,
        "track": matter.track,
        "state": matter.state,
        "owner_role": matter.owner_role,
        "owner": matter.owner,
        "since": matter.since,
        "due": due.due if due and not ended(matter) else None,
        "provisional": bool(due and due.provisional),
        "ended": ended(matter),
    }


def _written(stage: dict[str, Any]) -> list[Any]:
    due = stage["due"]
    return list((stage | {"since": stage["since"].isoformat(), "due": due and due.isoformat()}).values())


def next_on(behind: str, tracks: Collection[str]) -> dict[str, Any]:
    """Return what a line says of the matter to be done next on some tracks, out of those ``behind``."""
    for values in json.loads(behind):
        stage = dict(zip(_NO_MATTER, values, strict=True))
        if stage["track"] in tracks:
            due = stage["due"]
            since = datetime.fromisoformat(stage["since"])
            return stage | {"since": since, "due": due and date.fromisoformat(due)}
    return dict(_NO_MATTER)


_NO_MATTER = {
    "matter_n": 0,
    "track": "",
    "state": "",
    "owner_role": "",
    "owner": "",
    "since": None,
    "due": None,
    "provisional": False,
    "ended": True,
}


def _called(parties: Sequence[Row[Any]]) -> str:
    """Return the names of a side, or its place where its name is not known."""
    return "、".join(party.name or party.address for party in parties)


def _line(source: Source) -> dict[str, Any]:
    case, right = source.case, source.right
    claimants, respondents = (named(source.parties, role) for role in ("applicant", "respondent"))
    next_, *behind = _stages(source.matters, source.deadlines) or [_NO_MATTER]
    return next_ | {
        "since": next_["since"] or case.filed_at,
        "case_id": case.id,
        "number": case.number,
        "form": case.form,
        "claimant": _called(claimants),
        "respondent": _called(respondents),
        "right": right.name or right.number if right else "",
        "filed_at": case.filed_at,
        "behind": json.dumps(list(map(_written, behind)), separators=(",", ":")),
        "tracks": " ".join(sorted({matter.track for matter in source.matters})),
        "asked": source.asked,
        "small": bool(respondents) and all(small(party) for party in respondents),
    }

"""The journal of a case in words: who did what, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.views import EntryShown
from stationkiosk.casework.record import Record
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.ledger.canonical import parse
from stationkiosk.reference.words import Words

SHORT = 12
"""Signs of a hash that are shown."""


def journal(words: Words, rows: CaseRows) -> tuple[EntryShown, ...]:
    """Return every entry, the newest first."""
    return tuple(_entry(words, rows, entry) for entry in reversed(rows.journal))


def _entry(words: Words, rows: CaseRows, entry: Record) -> EntryShown:
    acted = rows.acted_in(entry)
    detail = parse(entry.body)["detail"]
    return EntryShown(
        seq=entry.seq,
        at=entry.at,
        role=words.text(f"roles.{entry.role}"),
        actor=entry.actor,
        what=_what(words, rows, entry.action, detail),
        reason=str(acted.inputs.get("reason", "")) if acted is not None else "",
        hash=entry.hash[:SHORT],
    )


def _what(words: Words, rows: CaseRows, action: str, detail: Mapping[str, Any]) -> Text:
    track, _, act = action.partition(".")
    if act and track in TRACKS:
        label = next((row.label for row in TRACKS[track].actions if row.id == act), None)
        if label is not None:
            return words.text("casefile.journal.acted").put(track=TRACKS[track].label, action=label)
    key = f"casefile.journal.{action}"
    if not words.has(key):
        return words.text("casefile.journal.other").put(action=action)
    return words.text(key).put(paper=_paper(words, rows, detail), line=_line(words, detail))


def _paper(words: Words, rows: CaseRows, detail: Mapping[str, Any]) -> Text:
    kind = next((paper.kind for paper in rows.papers if paper.n == detail.get("paper")), "")
    return words.text(f"paper.{kind}.title") if kind else words.text("casefile.journal.a_paper")


def _line(words: Words, detail: Mapping[str, Any]) -> Text:
    """Return which line of the record a correction was of."""
    kind, _, rest = str(detail.get("field", "")).partition(".")
    column = rest.partition(".")[2]
    place = {"party": "party", "right": "right_line"}.get(kind, "")
    return words.text(f"casefile.{place}.{column}" if place else "casefile.journal.a_fact")

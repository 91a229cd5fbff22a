"""What became of a case between two readings of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stationkiosk.casework.desk.views import CaseFile, EntryShown, MatterShown
from stationkiosk.domain.text import Text
from stationkiosk.ui.desk.plans import Plan, line_of

NONE = Text("—", "—")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing as it was read and as it is now."""

    label: Text
    before: Text
    now: Text


def differences(plan: Plan, newer: CaseFile) -> tuple[Difference, ...]:
    """Return what differs: the line to be corrected, each matter's state and owner, the counts."""
    return tuple(one for one in _compared(plan, newer) if one.before != one.now)


def entries_since(older: CaseFile, newer: CaseFile) -> tuple[EntryShown, ...]:
    """Return what the journal gained, oldest first."""
    known = max((entry.seq for entry in older.journal), default=-1)
    return tuple(sorted((e for e in newer.journal if e.seq > known), key=lambda entry: entry.seq))


def _compared(plan: Plan, newer: CaseFile) -> Iterator[Difference]:
    older = plan.file
    if plan.line:
        was, is_ = line_of(older, plan.line), line_of(newer, plan.line)
        label = was.label if was else NONE
        yield Difference(label, was.value if was else NONE, is_.value if is_ else NONE)
    before = {matter.n: matter for matter in older.matters}
    for matter in newer.matters:
        was_there = before.get(matter.n)
        yield Difference(matter.track, _state(was_there), _state(matter))


def _state(matter: MatterShown | None) -> Text:
    """Say a matter's state and who has it."""
    if matter is None:
        return NONE
    holder = Text(matter.owner, matter.owner) if matter.owner else matter.holder
    return Text(f"{matter.state.zh} · {holder.zh}", f"{matter.state.en} · {holder.en}")

"""Filings that may be the same as the case that shows, and what is counted around it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, Likeness, Pattern
from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.money import show
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved
from stationkiosk.ui.desk.comparing import NONE, Pair, pairs

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell

SAME = "same"
TOLD = {None: "likeness.took_back", True: "likeness.told_same", False: "likeness.told_different"}
PARTS = ("parties", "right", "facts", "claims")
COUNTED = ("by_claimant", "by_agent", "by_right", "respondents", "small_shops")


class Alike(DeskBridge):
    """Bridge of the line over a case, of the two filings side by side, and of the card of counts.

    Signals:
        opened: two filings stand side by side.
    """

    page = "cases"
    changed = Signal()
    opened = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._clear()
        shell.caseAsked.connect(self.look)

    def _clear(self) -> None:
        self._case: UUID | None = None
        self._found: tuple[Likeness, ...] = ()
        self._pattern: Pattern | None = None
        self._other: Likeness | None = None
        self._pairs: tuple[Pair, ...] = ()
        self._here = ""
        self._choice = ""
        self._reason = ""
        self._problem = ""
        self._busy = False

    def forget(self) -> None:
        """Hold no case."""
        self._clear()
        self.changed.emit()

    def moved(self, change: Moved) -> None:
        """The case that shows may be like another one now."""
        if self._case is not None and change.case_id in (None, self._case):
            self._ask(self._case)

    def commands(self) -> tuple[Command, ...]:
        """Offer to compare from anywhere."""
        waits = self._undecided()
        if not waits:
            return ()
        label = self.say("likeness.compare_with", number=waits[0].number)
        return (Command("alike.compare", label, self.compare, keys="Ctrl+D", icon="look"),)

    @Slot(object)
    def look(self, case_id: UUID) -> None:
        """Look for filings like a case."""
        self._clear()
        self._case = case_id
        self.changed.emit()
        self._ask(case_id)

    def _ask(self, case_id: UUID) -> None:
        roles = self.shell.roles
        if may_see(roles, Part.LIKENESS):
            self.asking.ask(
                lambda desk: desk.alike(case_id), lambda found: self._saw(case_id, found), _quiet
            )
        if may_see(roles, Part.PATTERN):
            self.asking.ask(
                lambda desk: desk.pattern(case_id), lambda told: self._counted(case_id, told), _quiet
            )

    def _saw(self, case_id: UUID, found: tuple[Likeness, ...]) -> None:
        if case_id == self._case:
            self._found = found
            self.changed.emit()

    def _counted(self, case_id: UUID, pattern: Pattern | None) -> None:
        if case_id == self._case:
            self._pattern = pattern
            self.changed.emit()

    # side by side

    @Slot()
    def compare(self) -> None:
        """Put the case beside the first that nobody decided on, or beside the first."""
        waits = self._undecided() or self._found
        if waits:
            self._compare(waits[0])

    @Slot(str)
    def compareWith(self, number: str) -> None:  # noqa: N802
        """Put the case beside the one with this number."""
        other = next((one for one in self._found if one.number == number), None)
        if other is not None:
            self._compare(other)

    @Slot()
    def close(self) -> None:
        """Put the two filings away; nothing is decided."""
        self._other, self._pairs, self._choice, self._reason, self._problem = None, (), "", "", ""
        self.changed.emit()

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Say that both are the same, or different."""
        self._choice, self._problem = choice, ""
        self.changed.emit()

    @Slot(str)
    def tell(self, reason: str) -> None:
        """Take what stands in the field of the reason."""
        self._reason = reason
        if self._problem:
            self._problem = ""
            self.changed.emit()

    @Slot()
    def decide(self) -> None:
        """Keep the decision with its reason."""
        if not self._choice:
            self._blame("likeness.choose")
        elif not self._reason.strip():
            self._blame("likeness.reason_none")
        else:
            self._decide(self._choice == SAME)

    @Slot()
    def takeBack(self) -> None:  # noqa: N802
        """Take the decision back: nobody decided any more."""
        if not self._reason.strip():
            self._blame("likeness.reason_none")
        else:
            self._decide(None)

    @Slot()
    def openOther(self) -> None:  # noqa: N802
        """Show the other case in place of this one."""
        if self._other is not None:
            self.shell.open_case(self._other.case_id)

    def _compare(self, other: Likeness) -> None:
        case_id = self._case

        def both(files: tuple[CaseFile, CaseFile]) -> None:
            if case_id == self._case:
                self._other, self._pairs = other, pairs(*files)
                self._here = files[0].number
                self._choice, self._reason, self._problem = other.decided, "", ""
                self.changed.emit()
                self.opened.emit()

        if case_id is not None:
            self.asking.ask(lambda desk: (desk.open(case_id), desk.open(other.case_id)), both)

    def _decide(self, same: bool | None) -> None:
        case_id, other, reason = self._case, self._other, self._reason.strip()
        if case_id is None or other is None or self._busy:
            return
        self._busy = True

        def decided(_none: None) -> None:
            self._busy = False
            self.close()
            self.shell.tell(self.words.text(TOLD[same]).put(number=other.number))
            self._ask(case_id)

        self.asking.ask(
            lambda desk: desk.decide_alike(case_id, other.case_id, same, reason), decided, self._refused
        )

    def _refused(self, fault: Exception) -> bool:
        self._busy = False
        if not isinstance(fault, KnownError):
            return False
        _title, what, do = self.words.fault(fault)
        self._problem = self.words.join(what, do)
        self.changed.emit()
        return True

    def _blame(self, key: str) -> None:
        self._problem = self.say(key)
        self.changed.emit()

    # what QML shows

    def _undecided(self) -> tuple[Likeness, ...]:
        return tuple(one for one in self._found if not one.decided)

    def _get_line(self) -> str:
        waits = self._undecided()
        if not waits:
            return ""
        if len(waits) == 1:
            why = (
                self.words.join(*waits[0].alike[:3]) if len(waits[0].alike) == 1 else self._listed(waits[0])
            )
            return self.say("likeness.may_be", number=waits[0].number, why=why)
        return self.say("likeness.may_be_many", n=len(waits))

    def _listed(self, one: Likeness) -> str:
        mark = "、" if self.words.chosen.value == "zh" else ", "
        return mark.join(self.speak(text) for text in one.alike)

    def _get_rows(self) -> list[dict[str, str]]:
        return [
            {
                "number": one.number,
                "sides": self.say("likeness.against", claimant=one.claimant, respondent=one.respondent),
                "alike": self._listed(one),
                "state": self.speak(one.state),
                "decided": one.decided,
                "told": self.say(f"likeness.{one.decided}") if one.decided else "",
            }
            for one in self._found
        ]

    def _get_pairs(self) -> list[dict[str, object]]:
        told: list[dict[str, object]] = []
        before = ""
        for pair in sorted(self._pairs, key=lambda one: PARTS.index(one.part)):
            label = self.speak(pair.label) if pair.label != NONE else self.say("likeness.kind")
            told.append(
                {
                    "part": self.say(f"likeness.part_{pair.part}") if pair.part != before else "",
                    "label": label,
                    "here": self.speak(pair.here) or "—",
                    "there": self.speak(pair.there) or "—",
                    "same": pair.same,
                }
            )
            before = pair.part
        return told

    def _get_summary(self) -> str:
        same = sum(pair.same for pair in self._pairs)
        return self.say("likeness.summary", same=same, different=len(self._pairs) - same)

    def _get_counts(self) -> list[dict[str, str]]:
        told = self._pattern
        if told is None:
            return []
        rows = [
            {"label": self.say(f"pattern.{name}"), "value": str(getattr(told, name))} for name in COUNTED
        ]
        return [
            *rows,
            {"label": self.say("pattern.asked"), "value": self.say("pattern.yuan", sum=show(told.asked))},
        ]

    def _get_since(self) -> str:
        return self.say("pattern.since", day=day_text(self._pattern.since)) if self._pattern else ""

    line = Property(str, _get_line, notify=changed)
    rows = Property(ROWS, _get_rows, notify=changed)
    up = Property(bool, lambda self: self._other is not None, notify=changed)
    here = Property(str, lambda self: self._here, notify=changed)
    there = Property(str, lambda self: self._other.number if self._other else "", notify=changed)
    pairs = Property(ROWS, _get_pairs, notify=changed)
    summary = Property(str, _get_summary, notify=changed)
    choice = Property(str, lambda self: self._choice, notify=changed)
    decided = Property(str, lambda self: self._other.decided if self._other else "", notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    counts = Property(ROWS, _get_counts, notify=changed)
    since = Property(str, _get_since, notify=changed)


def _quiet(fault: Exception) -> bool:
    """A case that may not be seen has been told of on its own page already."""
    return isinstance(fault, KnownError)

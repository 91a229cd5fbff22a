"""The terms of an agreement while they are written: added, filled in, put in order, left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from PySide6.QtCore import Property, QObject, Signal

from stationkiosk.casework.mediating.shown import DraftShown, TermShown, TermsWritten
from stationkiosk.domain.agreement import Term
from stationkiosk.domain.clauses import Clause, Facet, Role, SlotKind, Value, Values, say_slot
from stationkiosk.domain.confirmability import Finding, Severity
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.desk.drafting_slots import Around, SlotField

CARRIED = (SlotKind.ACCOUNT, SlotKind.LIST, SlotKind.PLACE, SlotKind.TEXT, SlotKind.PARTY)
"""The kinds whose value is taken over from another term that has the same blank."""

FACETS = {f"{facet}_missing": facet for facet in Facet}
KINDS = {
    "past_day": (SlotKind.DAY,),
    "unclear_time": (SlotKind.DAY, SlotKind.TEXT),
    "unclear_sum": (SlotKind.SUM, SlotKind.TEXT),
    "instalments_sum": (SlotKind.INSTALMENTS,),
    "instalments_order": (SlotKind.INSTALMENTS,),
    "account_of_another": (SlotKind.ACCOUNT,),
    "above_claim": (SlotKind.SUM,),
    "stranger_bound": (SlotKind.PARTY,),
    "one_on_both_sides": (SlotKind.PARTY,),
    "licensor_no_holder": (SlotKind.PARTY,),
    "beyond_right": (SlotKind.DAY,),
    "licence_backwards": (SlotKind.DAY,),
}
"""Where a finding of a rule is mended: the first blank of these kinds."""


class TermField(QObject):
    """Bridge of one term.

    Signals:
        changed: it reads otherwise, or other things are found in it.
        edited: a person changed it.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, clause: Clause, around: Around) -> None:
        super().__init__()
        self.clause = clause
        self._around = around
        self.slots = tuple(SlotField(blank, around, self._total) for blank in clause.slots)
        self._before: Text | None = None
        self._new = True
        self._found: tuple[Finding, ...] = ()
        for slot in self.slots:
            slot.edited.connect(self._edited)
        around.words.changed.connect(self.changed)

    # what Python asks

    @property
    def values(self) -> Values:
        """What was filled in so far."""
        return {slot.blank.id: value for slot in self.slots if (value := slot.value) is not None}

    @property
    def reads(self) -> Text:
        """How it reads as far as it is filled."""
        return Term(self.clause, self.values).words()

    @property
    def begins(self) -> int:
        """The place of the first open blank, -1 where there is none."""
        return next((n for n, slot in enumerate(self.slots) if not slot.filled), -1)

    def take(self, values: Mapping[str, Value], *, ready: bool = False) -> None:
        """Show these values; of what is not named nothing changes."""
        for slot in self.slots:
            if slot.blank.id in values:
                slot.take(values[slot.blank.id], ready=ready)
        self.changed.emit()

    def compare(self, before: Text | None) -> None:
        """Take how it read in the version that was kept last; None where it was not in it."""
        self._before, self._new = before, before is None
        self.changed.emit()

    def blame(self, found: tuple[Finding, ...]) -> None:
        """Take what is found in it."""
        if found != self._found:
            self._found = found
            self.changed.emit()

    def place_of(self, finding: Finding) -> int:
        """Return the place of the blank in which a finding is mended."""
        wanted = self.clause.duty.get(FACETS[finding.rule], "") if finding.rule in FACETS else ""
        kinds = KINDS.get(finding.rule, ())
        for n, slot in enumerate(self.slots):
            if slot.blank.id == wanted or slot.blank.kind in kinds:
                return n
        quoted = (
            n for n, s in enumerate(self.slots) if finding.quote and finding.quote in str(s.value or "")
        )
        return next(quoted, max(self.begins, 0))

    def _edited(self) -> None:
        for slot in self.slots:
            slot.changed.emit()
        self.changed.emit()
        self.edited.emit()

    def _total(self) -> Decimal | None:
        """Return the sum that instalments of this term come to."""
        sums = [slot for slot in self.slots if slot.blank.kind is SlotKind.SUM]
        sums.sort(key=lambda slot: slot.blank.role is not Role.TOTAL)
        value = sums[0].value if sums else None
        return value if isinstance(value, Decimal) else None

    # what QML shows

    def _get_change(self) -> str:
        if self._new:
            return "new"
        return "same" if self._before == self.reads else "changed"

    def _get_other(self) -> str:
        """How it reads in the other language."""
        spoken = self._around.words.chosen
        return self.reads.say(Language.EN if spoken is Language.ZH else Language.ZH)

    def _get_before(self) -> str:
        return self._around.words.speak(self._before) if self._get_change() == "changed" else ""

    def _get_tone(self) -> str:
        if any(finding.severity is Severity.BLOCK for finding in self._found):
            return "seal"
        return "amber" if self._found else "jade" if self.begins < 0 else "sand"

    label = Property(str, lambda self: self._around.words.speak(self.clause.label), notify=changed)
    needs = Property(str, lambda self: self._around.words.speak(self.clause.needs), notify=changed)
    article = Property(str, lambda self: self._around.words.speak(self.clause.article), notify=changed)
    said = Property(str, lambda self: self._around.words.speak(self.reads), notify=changed)
    other = Property(str, _get_other, notify=changed)
    blanks = Property(ROWS, lambda self: list(self.slots), constant=True)
    openBlanks = Property(  # noqa: N815
        int, lambda self: sum(not slot.filled for slot in self.slots), notify=changed
    )
    change = Property(str, _get_change, notify=changed)
    before = Property(str, _get_before, notify=changed)
    found = Property(int, lambda self: len(self._found), notify=changed)
    tone = Property(str, _get_tone, notify=changed)


class Draft(QObject):
    """The terms in their order, and whether confirmation is wished.

    Signals:
        laid: other terms, or in another order.
        edited: a person changed something.
    """

    laid = Signal()
    edited = Signal()

    def __init__(self, around: Around, clauses: Iterable[Clause], ready: Mapping[str, Values]) -> None:
        super().__init__()
        self._around = around
        self._clauses = {clause.id: clause for clause in clauses}
        self._ready = ready
        self._left_out: tuple[int, TermField] | None = None
        self._kept: tuple[TermsWritten, bool] = ((), False)
        self._before: list[TermShown] = []
        self._gone: tuple[Text, ...] = ()
        self.terms: list[TermField] = []
        self.wishes = False
        self.version = 0

    @property
    def written(self) -> TermsWritten:
        """The terms as they go to the desk."""
        return tuple((term.clause.id, term.values) for term in self.terms)

    @property
    def dirty(self) -> bool:
        """Whether something was changed since the last version that was kept."""
        return (self.written, self.wishes) != self._kept

    @property
    def can_restore(self) -> bool:
        """Whether a term was just left out."""
        return self._left_out is not None

    def take(self, shown: DraftShown | None) -> None:
        """Show the version that was kept last."""
        self._left_out = None
        self.terms = [self._field(term) for term in (shown.terms if shown else ())]
        self.wishes = bool(shown and shown.wishes_confirmation)
        self.kept(shown, self.written, self.wishes)
        self.laid.emit()

    def kept(self, shown: DraftShown | None, written: TermsWritten, wishes: bool) -> None:
        """What was written then was kept as this version: changes count from it."""
        self.version = shown.version if shown else 0
        self._kept = written, wishes
        self._compare(list(shown.terms if shown else ()))

    def add(self, clause_id: str, at: int) -> int:
        """Add a term after the one at ``at``, filled with what is known; return its place."""
        clause = self._clauses[clause_id]
        term = self._new(clause)
        term.take(self._known(clause), ready=True)
        place = at + 1 if 0 <= at < len(self.terms) else len(self.terms)
        self.terms.insert(place, term)
        self._changed()
        return place

    def move(self, at: int, by: int) -> int:
        """Move a term up or down; return where it is then."""
        to = max(0, min(len(self.terms) - 1, at + by))
        if to != at and 0 <= at < len(self.terms):
            self.terms.insert(to, self.terms.pop(at))
            self._changed()
        return to

    def leave_out(self, at: int) -> None:
        """Leave a term out; it can be put back until the next is left out."""
        self._left_out = (at, self.terms.pop(at))
        self._changed()

    def restore(self) -> int:
        """Put the term back that was left out last; return its place, -1 where there is none."""
        if self._left_out is None:
            return -1
        (at, term), self._left_out = self._left_out, None
        self.terms.insert(min(at, len(self.terms)), term)
        self._changed()
        return self.terms.index(term)

    def wipe(self) -> None:
        """Hold nothing that was typed."""
        left_out = (self._left_out[1],) if self._left_out else ()
        for term in (*self.terms, *left_out):
            for slot in term.slots:
                slot.take(None)

    def wish(self, wishes: bool) -> None:
        """Take whether the sides wish to have it confirmed."""
        self.wishes = wishes
        self.edited.emit()

    def blame(self, found: Iterable[Finding]) -> None:
        """Hand each term what is found in it."""
        found = tuple(found)
        for n, term in enumerate(self.terms, 1):
            term.blame(tuple(finding for finding in found if finding.term == n))

    @property
    def gone(self) -> tuple[Text, ...]:
        """How the terms of the last version that stand here no more read."""
        return self._gone

    def _compare(self, before: list[TermShown]) -> None:
        """Pair each term with its like of the version before: by its words, else by its clause."""
        rest, waiting = list(before), list(self.terms)
        for by_words in (True, False):
            for term in list(waiting):
                old = next((one for one in rest if _alike(term, one, by_words=by_words)), None)
                if old is not None:
                    term.compare(old.reads)
                    rest.remove(old)
                    waiting.remove(term)
        for term in waiting:
            term.compare(None)
        self._before = before
        self._gone = tuple(old.reads for old in rest)

    def _changed(self) -> None:
        self._compare(self._before)
        self.laid.emit()
        self.edited.emit()

    def _field(self, shown: TermShown) -> TermField:
        term = self._new(shown.clause)
        term.take(shown.values)
        return term

    def _new(self, clause: Clause) -> TermField:
        term = TermField(clause, self._around)
        term.edited.connect(self.edited)
        return term

    def _known(self, clause: Clause) -> Values:
        """Return what the record holds for a clause; where that is not whole, what another term holds."""
        held = {
            (slot.blank.id, slot.blank.kind): slot.value
            for term in self.terms
            for slot in term.slots
            if slot.filled and slot.blank.kind in CARRIED
        }
        ready = self._ready.get(clause.id, {})
        known: dict[str, Value] = {}
        for blank in clause.slots:
            own, other = ready.get(blank.id), held.get((blank.id, blank.kind))
            found = other if other and isinstance(say_slot(blank, own), Problem) else own
            if found:
                known[blank.id] = found
        return known


def _alike(term: TermField, old: TermShown, *, by_words: bool) -> bool:
    return term.clause.id == old.clause.id and (not by_words or term.reads == old.reads)

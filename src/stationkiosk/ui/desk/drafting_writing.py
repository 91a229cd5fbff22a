"""The sheet on which an agreement is written: clauses searched and added, blanks, order, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.domain.clauses import Clause
from stationkiosk.domain.confirmability import Finding
from stationkiosk.ui.common.bridge import LINES, MAP, ROWS, Bridge
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk import drafting_shown as say_of
from stationkiosk.ui.desk.drafting_library import MOST, found
from stationkiosk.ui.desk.drafting_mirror import Mirror
from stationkiosk.ui.desk.drafting_preview import Drawn, Preview
from stationkiosk.ui.desk.drafting_record import Record
from stationkiosk.ui.desk.drafting_terms import Draft

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking


class Writing(Bridge):
    """Bridge of the sheet. The terms stand in a ``Draft`` that is handed in and outlives it.

    Signals:
        laid: other terms, or in another order; apart, so that typing rebuilds no row.
        sought: other clauses are offered.
        weighed: other things were found.
        opened: the sheet came up, or went.
        jumped(int, int): the keys go to this blank of this term; -1 for the blank: to the term;
            -1 for both: to the search.
        edited: a person changed something.
    """

    changed = Signal()
    laid = Signal()
    sought = Signal()
    weighed = Signal()
    opened = Signal()
    jumped = Signal(int, int)
    edited = Signal()

    def __init__(self, words: Words, asking: Asking, thumbnails: Thumbnails, record: Record) -> None:
        super().__init__(words)
        for told in (self.laid, self.sought, self.weighed):
            words.changed.connect(told)
        self._record = record
        self._preview = Preview(words, asking, thumbnails)
        self._mirror = Mirror(words, asking, record)
        for part in (self._preview, self._mirror):
            part.setParent(self)
        self._preview.drawn.connect(self._drawn)
        self._draft: Draft | None = None
        self._retired: Draft | None = None
        """What QML drew last; it lets go of it a moment later."""
        self._found: tuple[Finding, ...] = ()
        self._text = ""
        self._up = False
        self._at = -1

    # what Python may do

    @property
    def draft(self) -> Draft | None:
        """What is written on."""
        return self._draft

    @property
    def pages(self) -> Preview:
        """The pages that are shown."""
        return self._preview

    def take(self, draft: Draft | None, found: tuple[Finding, ...] = ()) -> None:
        """Write on this draft from now on; ``found`` is what the checks found in it."""
        if self._draft is not None:
            self._draft.laid.disconnect(self.laid)
            self._draft.edited.disconnect(self._edited)
            self._retired = self._draft
        self._draft, self._at = draft, -1
        if draft is not None:
            draft.laid.connect(self.laid)
            draft.edited.connect(self._edited)
        self.weigh(found)
        self._want(at_once=True)
        self._tell_all()

    def weigh(self, found: tuple[Finding, ...]) -> None:
        """Take what the checks find in the terms as they stand."""
        self._found = found
        if self._draft is not None:
            self._draft.blame(found)
        self.weighed.emit()

    def open(self, at: int) -> None:
        """Bring the sheet up where it is not, with this term unfolded."""
        first, self._up, self._at = not self._up, True, at
        if first:
            self._mirror.look()
            self._want(at_once=True)
            self.opened.emit()
        self.changed.emit()

    def shut(self) -> None:
        """Put the sheet away."""
        if self._up:
            self._up, self._text, self._at = False, "", -1
            self._preview.forget()
            self._tell_all()

    def look_at_screens(self) -> None:
        """See what the public screens do now."""
        if self._up:
            self._mirror.look()

    def read(self) -> None:
        """Draw the exact text that is signed."""
        at = self._record.at
        if at is not None:
            self._preview.want(lambda desk: ((), desk.text_to_sign(*at)), at_once=True)

    def put_away(self) -> None:
        """Show no page any more."""
        self._preview.forget()

    def begin(self) -> None:
        """Send the keys to the first open blank, or to the search."""
        terms = self._draft.terms if self._draft is not None else []
        first = next((n for n, term in enumerate(terms) if term.begins >= 0), -1)
        self._go(first, terms[first].begins if first >= 0 else -1)

    def forget(self) -> None:
        """Hold nothing."""
        self.shut()
        self._mirror.forget()
        self.take(None)
        if self._retired is not None:
            self._retired.wipe()

    # the terms

    @Slot(str)
    def search(self, text: str) -> None:
        """Offer the clauses in which this occurs."""
        self._text = text
        self.sought.emit()

    @Slot(str)
    def add(self, clause_id: str) -> None:
        """Add a clause; the keys go to what is still open in it."""
        draft = self._draft
        if draft is not None and any(clause.id == clause_id for clause in self._clauses):
            self._text = ""
            place = draft.add(clause_id, self._at)
            self.sought.emit()
            begins = draft.terms[place].begins
            self._go(place if begins >= 0 else -1, begins)

    @Slot(int)
    def unfold(self, at: int) -> None:
        """Unfold a term, or fold it."""
        at = -1 if at == self._at else at
        self._go(at, 0) if at >= 0 else self._rest(at)

    @Slot(int, int)
    def next(self, at: int, slot: int) -> None:
        """Go on from a blank: to the next open one of the term, else to the search."""
        terms = self._draft.terms if self._draft is not None else []
        slots = terms[at].slots if 0 <= at < len(terms) else ()
        after = next((n for n in range(slot + 1, len(slots)) if not slots[n].filled), -1)
        self._go(at if after >= 0 else -1, after)

    @Slot(int, int)
    def move(self, at: int, by: int) -> None:
        """Move a term up or down."""
        if self._draft is not None:
            to = self._draft.move(at, by)
            self._at = to if self._at == at else -1
            self.changed.emit()
            self.jumped.emit(to, -1)

    @Slot(int)
    def leaveOut(self, at: int) -> None:  # noqa: N802
        """Leave a term out."""
        if self._draft is not None and 0 <= at < len(self._draft.terms):
            self._at = -1
            self._draft.leave_out(at)
            self._go(-1, -1)

    @Slot()
    def restore(self) -> None:
        """Put back the term that was left out last."""
        at = self._draft.restore() if self._draft is not None else -1
        if at >= 0:
            self.jumped.emit(at, -1)

    @Slot(bool)
    def wish(self, wishes: bool) -> None:
        """Take whether the sides wish to have it confirmed."""
        if self._draft is not None:
            self._draft.wish(wishes)

    @Slot(int)
    def mend(self, finding: int) -> None:
        """Go to where a finding is mended."""
        one = self._found[finding] if 0 <= finding < len(self._found) else None
        terms = self._draft.terms if self._draft is not None else []
        if one is not None and one.term is not None and 0 < one.term <= len(terms):
            self.open(one.term - 1)
            self._go(one.term - 1, terms[one.term - 1].place_of(one))

    @Slot()
    def mendNext(self) -> None:  # noqa: N802
        """Go to the finding after the term that is unfolded, round and round."""
        placed = [n for n, one in enumerate(self._found) if one.term is not None]
        later = [n for n in placed if (self._found[n].term or 0) > self._at + 1]
        if placed:
            self.mend((later or placed)[0])

    def _go(self, at: int, slot: int) -> None:
        self._rest(at)
        self.jumped.emit(at, slot)

    def _rest(self, at: int) -> None:
        self._at = at
        self.changed.emit()

    # the pages

    @Slot()
    def _edited(self) -> None:
        self._want()
        self.changed.emit()
        self.edited.emit()

    def _want(self, *, at_once: bool = False) -> None:
        draft, at = self._draft, self._record.at
        if draft is None or at is None or not self._up:
            return
        (case_id, matter_n), written, wishes = at, draft.written, draft.wishes
        self._preview.want(
            lambda desk: (
                desk.weigh_agreement(case_id, matter_n, written, wishes),
                desk.agreement_pages(case_id, matter_n, written, wishes),
            ),
            at_once=at_once,
        )

    @Slot(object)
    def _drawn(self, drawn: Drawn) -> None:
        draft = self._draft
        if draft is not None and self._up:
            self.weigh(drawn.found)
            self.changed.emit()
            self._mirror.show(drawn.pdf, draft)

    # what QML shows

    @property
    def _clauses(self) -> tuple[Clause, ...]:
        return self._record.shown.clauses if self._record.shown else ()

    def _get_offered(self) -> list[dict[str, object]]:
        used = {term.clause.id for term in self._draft.terms} if self._draft else set()
        return say_of.clauses(self.words, found(self._clauses, self._text)[:MOST], used)

    def _get_gone(self) -> list[str]:
        return [self.speak(text) for text in (self._draft.gone if self._draft else ())]

    def _tell_all(self) -> None:
        for told in (self.laid, self.sought, self.weighed, self.opened, self.changed):
            told.emit()

    preview = Property(QObject, lambda self: self._preview, constant=True)
    mirror = Property(QObject, lambda self: self._mirror, constant=True)
    up = Property(bool, lambda self: self._up, notify=opened)
    terms = Property(ROWS, lambda self: list(self._draft.terms) if self._draft else [], notify=laid)
    gone = Property(LINES, _get_gone, notify=laid)
    restores = Property(bool, lambda self: bool(self._draft and self._draft.can_restore), notify=laid)
    wishes = Property(bool, lambda self: bool(self._draft and self._draft.wishes), notify=changed)
    at = Property(int, lambda self: self._at, notify=changed)
    searched = Property(str, lambda self: self._text, notify=sought)
    offered = Property(ROWS, _get_offered, notify=sought)
    library = Property(int, lambda self: len(self._clauses), notify=sought)
    findings = Property(ROWS, lambda self: say_of.findings(self.words, self._found), notify=weighed)
    counts = Property(MAP, lambda self: say_of.counts(self.words, self._found), notify=weighed)

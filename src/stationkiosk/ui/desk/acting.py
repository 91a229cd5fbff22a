"""The dialog in which something is done to a case: what it asks, what it will issue, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, Choice, Member
from stationkiosk.domain.errors import Changed, KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.differing import differences, entries_since
from stationkiosk.ui.desk.field import FieldAsked, Kept, Surroundings
from stationkiosk.ui.desk.plans import Plan
from stationkiosk.ui.desk.sheets import Page, Sheets, drawn
from stationkiosk.ui.desk.times import clock_text

MOST_OFFERED = 4
"""How many earlier texts are offered for a field."""


class Acting(Bridge):
    """Bridge of the dialog.

    ``stage`` is ``""`` (shut), ``form`` or ``conflict`` (the record moved on meanwhile).

    Signals:
        refreshed: the pages of the preview are others; apart, so that typing redraws none.
        sharpened: the pages that are seen were drawn as finely as they are shown.
        posed: other fields are asked.
        opened: the dialog came up, or its stage changed; focus goes to where work goes on.
        blamed(at): a field holds something to mend; -1 where it is said at the top alone.
        done(file, told): it was done; the case as it is now, and what to say.
        newer(file): the case turned out to be another than it was.
        left: the dialog went without anything done.
    """

    changed = Signal()
    refreshed = Signal()
    sharpened = Signal()
    posed = Signal()
    opened = Signal()
    blamed = Signal(int)
    done = Signal(object, object)
    newer = Signal(object)
    left = Signal()

    def __init__(
        self,
        words: Words,
        asking: Asking,
        thumbnails: Thumbnails,
        clock: Clock,
        make_key: Callable[[], str],
    ) -> None:
        super().__init__(words)
        words.changed.connect(self.posed)
        self.refreshed.connect(self.sharpened)
        self._asking = asking
        self._clock = clock
        self._make_key = make_key
        self._sheets = Sheets("preview", thumbnails)
        self._earlier: dict[tuple[str, str], tuple[str, ...]] = {}
        self._left: dict[tuple[UUID, str, str], dict[str, Kept]] = {}
        self._turn = 0
        self._fields: list[FieldAsked] = []
        self._clear()

    def _clear(self) -> None:
        self._plan: Plan | None = None
        self._retired = self._fields
        """What QML drew last; it lets go of it a moment later."""
        self._fields = []
        self._key = ""
        self._busy = False
        self._trouble: KnownError | None = None
        self._now: CaseFile | None = None
        self._closed: Text | None = None
        self._previewing = self._stale = False
        self._preview_trouble: KnownError | None = None
        self._sheets.clear()
        self._turn += 1

    # what Python may do

    def open(self, plan: Plan) -> None:
        """Bring the dialog up."""
        self._clear()
        self._plan, self._key = plan, self._make_key()
        self._pose(plan)
        self._fill(self._left.pop(_named(plan), {}))
        if any(field.kind == "staff" and not field.choices for field in plan.fields):
            self._asking.ask(lambda desk: desk.members(), self._know_members, _known)
        self._tell_all()
        self.opened.emit()
        if all(field.value or not field.asked.required for field in self._fields):
            self.preview()

    def forget(self) -> None:
        """Hold nothing, not even what was typed for earlier acts."""
        self._earlier.clear()
        self._left.clear()
        self._clear()
        for field in self._retired:
            field.take(("", ()))
        self._tell_all()

    @property
    def is_open(self) -> bool:
        """Whether the dialog is up."""
        return self._plan is not None

    def _pose(self, plan: Plan) -> None:
        self._retired = self._fields or self._retired
        self._fields = [
            FieldAsked(asked, Surroundings(self.words, self._moment, self._offered(plan, asked.id)))
            for asked in plan.fields
        ]
        for field in self._fields:
            field.edited.connect(self._edited)

    def _moment(self) -> datetime:
        return self._clock.now()

    def _offered(self, plan: Plan, field: str) -> tuple[str, ...]:
        """Return what was typed here before, and for a reason those the case's journal knows."""
        earlier = self._earlier.get((plan.id, field), ())
        known = (entry.reason for entry in reversed(plan.file.journal)) if field == "reason" else ()
        return tuple(dict.fromkeys(filter(None, (*earlier, *known))))[:MOST_OFFERED]

    def _know_members(self, members: tuple[Member, ...]) -> None:
        plan = self._plan
        if plan is None:
            return
        choices = tuple(
            Choice(member.login, Text(member.name, member.name), Text(member.login, member.login))
            for member in members
            if member.active
        )
        fields = tuple(
            replace(field, choices=choices) if field.kind == "staff" and not field.choices else field
            for field in plan.fields
        )
        self._swap(replace(plan, fields=fields))

    def _swap(self, plan: Plan) -> None:
        """Take another plan for the same thing; what was typed stays."""
        kept = self._typed_so_far()
        self._plan = plan
        self._pose(plan)
        self._fill(kept)
        self._tell_all()

    def _typed_so_far(self) -> dict[str, Kept]:
        return {field.asked.id: field.kept for field in self._fields}

    def _fill(self, kept: Mapping[str, Kept]) -> None:
        for field in self._fields:
            if field.asked.id in kept:
                field.take(kept[field.asked.id])

    # what QML may do

    @Slot()
    def submit(self) -> None:
        """Do it. What is missing is said first; what is under way is not done twice."""
        plan = self._plan
        if plan is None or self._busy or not self._well():
            return
        inputs, key, turn = self._inputs(), self._key, self._turn
        self._busy, self._trouble = True, None
        self.changed.emit()
        self._asking.ask(
            lambda desk: plan.do(desk, inputs, key),
            lambda file: self._did(turn, plan, file),
            lambda trouble: self._cannot(turn, trouble),
        )

    @Slot()
    def leave(self) -> None:
        """Go without doing anything; an act under way is waited for. What was typed is kept."""
        if self._plan is None or self._busy:
            return
        self._left[_named(self._plan)] = self._typed_so_far()
        self._clear()
        self._tell_all()
        self.left.emit()

    @Slot()
    def again(self) -> None:
        """Do it on the case as it now is."""
        if self._plan is None or self._now is None or self._closed is not None:
            return
        plan = self._plan.again(self._now)
        if isinstance(plan, Plan):
            self._now = None
            self._key = self._make_key()
            self._swap(plan)
            self.opened.emit()
            self.submit()

    @Slot()
    def preview(self) -> None:
        """Draw the papers as they would be issued."""
        plan, job = self._plan, self._plan.preview if self._plan else None
        if plan is None or job is None or self._previewing or self._busy:
            return
        inputs, turn = self._inputs(), self._turn
        self._previewing, self._stale, self._preview_trouble = True, False, None
        self.changed.emit()
        self._asking.ask(
            lambda desk: drawn(job(desk, inputs)),
            lambda pages: self._drew(turn, pages),
            lambda trouble: self._cannot_draw(turn, trouble),
        )

    @Slot(int, int, float)
    def sharpen(self, first: int, last: int, zoom: float) -> None:
        """Draw the pages that are seen as finely as they are shown."""
        self._sheets.sharpen(self._asking, range(first, last + 1), zoom, self.sharpened.emit)

    @Slot(int)
    def mend(self, at: int) -> None:
        """Go to a field."""
        self.blamed.emit(at)

    # what the desk answers

    def _inputs(self) -> dict[str, str]:
        return {field.asked.id: value for field in self._fields if (value := field.value)}

    def _well(self) -> bool:
        wrong = [n for n, field in enumerate(self._fields) if not field.check()]
        self._trouble = None
        self.changed.emit()
        if wrong:
            self.blamed.emit(wrong[0])
        return not wrong

    def _did(self, turn: int, plan: Plan, file: CaseFile) -> None:
        if turn != self._turn:
            return
        for field in self._fields:
            if field.asked.kind == "text" and field.value:
                at = (plan.id, field.asked.id)
                self._earlier[at] = tuple(dict.fromkeys((field.value, *self._earlier.get(at, ()))))[
                    :MOST_OFFERED
                ]
        self._clear()
        self._tell_all()
        self.done.emit(file, plan.told)

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        if turn != self._turn or self._plan is None:
            return isinstance(trouble, KnownError)
        if isinstance(trouble, Changed):
            case_id = self._plan.file.case_id
            self._asking.ask(
                lambda desk: desk.open(case_id),
                lambda file: self._meet(turn, file),
                lambda fault: self._cannot(turn, fault),
            )
            return True
        self._busy = False
        if not isinstance(trouble, KnownError):
            self.changed.emit()
            return False
        self._blame(trouble)
        return True

    def _blame(self, trouble: KnownError) -> None:
        _title, what, do = self.words.fault(trouble)
        named = trouble.values.get("input", "")
        at = next((n for n, field in enumerate(self._fields) if field.asked.id == named), -1)
        if at >= 0:
            self._fields[at].blame(self.words.join(what, do))
        else:
            self._trouble = trouble
        self.changed.emit()
        self.blamed.emit(at)

    def _meet(self, turn: int, file: CaseFile) -> None:
        if turn != self._turn or self._plan is None:
            return
        self._busy, self._now = False, file
        plan = self._plan.again(file)
        self._closed = None if isinstance(plan, Plan) else plan
        self._tell_all()
        self.newer.emit(file)
        self.opened.emit()

    def _drew(self, turn: int, pages: tuple[Page, ...]) -> None:
        if turn == self._turn:
            self._previewing = False
            self._sheets.put(pages)
            self._tell_all(fields=False)

    def _cannot_draw(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._previewing = False
            self._preview_trouble = (
                trouble if isinstance(trouble, KnownError) else KnownError("preview_failed")
            )
            self.changed.emit()
        return known is not None

    @Slot()
    def _edited(self) -> None:
        self._trouble, self._stale = None, bool(self._sheets.sources)
        self.changed.emit()

    def _tell_all(self, *, fields: bool = True) -> None:
        if fields:
            self.posed.emit()
        self.refreshed.emit()
        self.changed.emit()

    # what QML shows

    def _get_stage(self) -> str:
        if self._plan is None:
            return ""
        return "conflict" if self._now is not None else "form"

    def _get_problems(self) -> list[dict[str, object]]:
        wrong = [
            {"at": n, "words": str(field.property("problem")), "label": self.speak(field.asked.label)}
            for n, field in enumerate(self._fields)
            if field.property("problem")
        ]
        if self._trouble is not None:
            _title, what, do = self.words.fault(self._trouble)
            wrong.insert(0, {"at": -1, "words": self.words.join(what, do), "label": ""})
        return wrong

    def _get_missing(self) -> int:
        """Return the place of the field that the keys go to first; -1 where nothing is missing."""
        begins = self._plan.begins if self._plan else ""
        for n, field in enumerate(self._fields):
            if field.asked.id == begins or (not begins and field.asked.required and not field.value):
                return n
        return -1

    def _get_differences(self) -> list[dict[str, str]]:
        if self._plan is None or self._now is None:
            return []
        return [
            {"label": self.speak(d.label), "before": self.speak(d.before), "now": self.speak(d.now)}
            for d in differences(self._plan, self._now)
        ]

    def _get_between(self) -> list[dict[str, str]]:
        if self._plan is None or self._now is None:
            return []
        return [
            {
                "at": clock_text(entry.at, self._clock.now()),
                "who": entry.actor,
                "what": self.speak(entry.what),
                "reason": entry.reason,
            }
            for entry in entries_since(self._plan.file, self._now)
        ]

    def _get_typed(self) -> list[dict[str, str]]:
        """Return what was typed, to be seen beside both states."""
        return [
            {"label": self.speak(field.asked.label), "value": value}
            for field in self._fields
            if (value := _shown(field, self.words))
        ]

    def _get_preview_trouble(self) -> str:
        if self._preview_trouble is None:
            return ""
        _title, what, do = self.words.fault(self._preview_trouble)
        return self.words.join(what, do)

    def _of_plan(self, part: str) -> str:
        return self.speak(getattr(self._plan, part)) if self._plan else ""

    stage = Property(str, _get_stage, notify=changed)
    action = Property(str, lambda self: self._plan.id if self._plan else "", notify=changed)
    title = Property(str, lambda self: self._of_plan("title"), notify=changed)
    lead = Property(str, lambda self: self._of_plan("lead"), notify=changed)
    button = Property(str, lambda self: self._of_plan("button"), notify=changed)
    article = Property(str, lambda self: self._of_plan("article"), notify=changed)
    papers = Property(
        LINES, lambda self: [self.speak(p) for p in self._plan.papers] if self._plan else [], notify=posed
    )
    starts = Property(
        LINES, lambda self: [self.speak(s) for s in self._plan.starts] if self._plan else [], notify=posed
    )
    fields = Property(ROWS, lambda self: self._fields, notify=posed)
    problems = Property(ROWS, _get_problems, notify=changed)
    begins = Property(int, _get_missing, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    previews = Property(bool, lambda self: bool(self._plan and self._plan.preview), notify=changed)
    previewing = Property(bool, lambda self: self._previewing, notify=changed)
    stale = Property(bool, lambda self: self._stale, notify=changed)
    previewTrouble = Property(str, _get_preview_trouble, notify=changed)  # noqa: N815
    pages = Property(LINES, lambda self: self._sheets.sources, notify=sharpened)
    differences = Property(ROWS, _get_differences, notify=posed)
    between = Property(ROWS, _get_between, notify=posed)
    typed = Property(ROWS, _get_typed, notify=posed)
    closed = Property(str, lambda self: self.speak(self._closed), notify=changed)


def _named(plan: Plan) -> tuple[UUID, str, str]:
    """Return what tells one thing to be done from every other: the case, the act, the line or session."""
    return plan.file.case_id, f"{plan.matter_n} {plan.id}", plan.line or plan.about


def _known(trouble: Exception) -> bool:
    """Tell whether a fault is of the world: without the staff's names the dialog goes on."""
    return isinstance(trouble, KnownError)


def _shown(field: FieldAsked, words: Words) -> str:
    """Return what stands in a field as it is read."""
    chosen = [words.speak(c.label) for c in field.asked.choices if c.id in field.kept[1]]
    return "、".join(chosen) if chosen else field.kept[0]

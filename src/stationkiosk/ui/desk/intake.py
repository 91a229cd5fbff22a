"""Intake on behalf: a clerk takes down what somebody says, with the forms and checks of the kiosk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.views import Filed
from stationkiosk.journeys import first
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.course import FILED, CaseCourse, Dispute
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import Command, DeskBridge
from stationkiosk.ui.desk.finished import Finished
from stationkiosk.ui.desk.taking import TakingDown

if TYPE_CHECKING:
    from stationkiosk.reference.load import Reference
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow

FIRST, KIND, SHEET, DONE = "first", "kind", "sheet", "done"


class Intake(DeskBridge):
    """Bridge of the page of intake: first question, kind of right, the sheet, what was filed.

    Signals:
        staged: another part of the page shows.
    """

    page = "intake"
    changed = Signal()
    staged = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._stage = FIRST
        self._why = ""
        self._unfinished: tuple[UUID, dict[str, Any]] | None = None
        self.finished = Finished(words, asking)
        self.finished.openAsked.connect(shell.open_case)

    def furnish(self, window: DeskWindow) -> None:
        """Take the rules, the clock and the pictures from the window."""
        self._reference: Reference = window.reference
        self.taking = TakingDown(
            self.words, self.asking, self.shell, window.reference, window.clock, window.thumbnails
        )
        self.taking.filed.connect(self._filed)
        self.shell.covered.connect(self.taking.save_at_once)

    def arrive(self) -> None:
        """Look for what this person began and did not finish."""
        if self._stage == FIRST:
            self.asking.ask(lambda desk: desk.own_draft(), self._learn)

    def forget(self) -> None:
        """Let go of everything; what was typed is kept as the draft of whoever typed it."""
        self.taking.forget()
        self.finished.forget()
        self._unfinished, self._why = None, ""
        self._go(FIRST)

    def commands(self) -> tuple[Command, ...]:
        """Offer to begin one of each way, from anywhere."""
        return tuple(
            Command(
                f"intake.{one.id}",
                self.say(f"intake.way_{one.way}"),
                partial(self._from_anywhere, one.id),
                self.say(f"intake.{one.id}"),
                icon="plus",
            )
            for one in first.WHY
            if self._may(one)
        )

    @Slot(str)
    def begin(self, why: str) -> None:
        """Answer the first question."""
        one = first.comes(why)
        if self._stage not in (FIRST, KIND) or not self._may(one):
            return
        self._why = why
        if one.form:
            self._start(one.form)
        else:
            self._go(KIND)

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Choose which right the dispute is about."""
        form = next((known.form for known in self._reference.kinds if known.id == kind), "")
        if form and self._stage == KIND:
            self._start(form)

    @Slot()
    def resume(self) -> None:
        """Go on with what was begun."""
        if self._unfinished is not None:
            case, body = self._unfinished
            self._why = str(body.get("why", ""))
            self.taking.resume(self._course(str(body["form"])), case, body)
            self._go(SHEET)

    @Slot()
    def back(self) -> None:
        """Go from the kinds back to the first question; a sheet stays as a draft."""
        if self._stage == KIND:
            self._go(FIRST)
        elif self._stage == SHEET:
            self.taking.save()
            self.again()

    @Slot()
    def reportInstead(self) -> None:  # noqa: N802
        """Go on with a report where what was said is no complaint; nothing is typed twice."""
        if self._stage == SHEET:
            one = first.comes("saw")
            self._why = one.id
            self.taking.turn(self._course(one.form), one.id)
            self._go(SHEET)

    @Slot()
    def discard(self) -> None:
        """Drop what was begun, for good."""
        if self._stage == SHEET:
            self.taking.discard()
        elif self._unfinished is not None:
            case = self._unfinished[0]
            self.asking.ask(lambda desk: desk.discard_draft(case))
        self.forget()

    @Slot()
    def again(self) -> None:
        """Begin with the next person."""
        self.forget()
        self.arrive()

    def _from_anywhere(self, why: str) -> None:
        self.shell.show("intake")
        if self._stage == DONE:
            self.again()
        self.begin(why)

    def _start(self, form: str) -> None:
        self.taking.begin(self._course(form), self._why)
        self._go(SHEET)

    def _course(self, form: str) -> CaseCourse:
        return FILED.get(form, Dispute)(self._reference, self._reference.forms[form])

    def _filed(self, filed: Filed) -> None:
        self._unfinished = None
        self.finished.open(filed)
        self._go(DONE)

    def _learn(self, found: tuple[UUID, dict[str, Any]] | None) -> None:
        known = found is not None and found[1].get("form") in self._reference.forms
        self._unfinished = found if known else None
        self.changed.emit()

    def _may(self, one: first.Comes) -> bool:
        return first.taken_here(one, self._reference.forms)

    def _go(self, stage: str) -> None:
        self._stage = stage
        self.staged.emit()
        self.changed.emit()

    def _get_reasons(self) -> list[dict[str, object]]:
        return [
            {
                "id": one.id,
                "key": str(n),
                "title": self.say(f"intake.{one.id}"),
                "sub": self.say(f"intake.{one.id}_sub"),
                "way": self.say(f"intake.way_{one.way}"),
                "why": self.say(f"intake.why_{one.way}"),
                "closed": "" if self._may(one) else self.say("intake.no_form"),
            }
            for n, one in enumerate(first.WHY, 1)
        ]

    def _get_kinds(self) -> list[dict[str, str]]:
        kinds = [kind for kind in self._reference.kinds if kind.form and kind.id not in first.NOT_A_KIND]
        say = self.speak
        return [
            {"id": kind.id, "key": str(n), "title": say(kind.label), "sub": say(kind.hint)}
            for n, kind in enumerate(kinds, 1)
        ]

    def _get_unfinished(self) -> str:
        if self._unfinished is None:
            return ""
        form = self._reference.forms[str(self._unfinished[1]["form"])]
        return self.say("intake.unfinished", form=form.title)

    def _get_way(self, part: str) -> str:
        if self._stage not in (KIND, SHEET) or not self._why:
            return ""
        return self.say(f"intake.{part}_{first.comes(self._why).way}")

    stage = Property(str, lambda self: self._stage, notify=staged)
    reasons = Property(ROWS, _get_reasons, notify=changed)
    kinds = Property(ROWS, _get_kinds, notify=changed)
    unfinished = Property(str, _get_unfinished, notify=changed)
    way = Property(str, lambda self: self._get_way("way"), notify=changed)
    wayWhy = Property(str, lambda self: self._get_way("why"), notify=changed)  # noqa: N815
    sheet = Property(QObject, lambda self: self.taking, constant=True)
    done = Property(QObject, lambda self: self.finished, constant=True)

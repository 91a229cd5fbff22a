"""The sheet in hand at the desk: its sections, proof, ways and signature, its draft, its one press."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.casework.views import Filed
from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import Exhibit, Signature
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.forms import Answer
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text
from stationkiosk.journeys import rows
from stationkiosk.journeys.sheet import PROOF, Sheet, side_page
from stationkiosk.journeys.sides import NAME, PAGE
from stationkiosk.journeys.walk import Problems
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.course import CaseCourse
from stationkiosk.ui.common.draft import Draft
from stationkiosk.ui.common.proof import Proof
from stationkiosk.ui.common.routes import CONSENT, WAYS, YES, Routes
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.batch import Batch
from stationkiosk.ui.desk.copying import Copying
from stationkiosk.ui.desk.outline import SIGNATURE, outline_of
from stationkiosk.ui.desk.sections import Sections
from stationkiosk.ui.desk.signing import Signing
from stationkiosk.ui.desk.worker import DeskWorker

if TYPE_CHECKING:
    from stationkiosk.devices.readers import Card
    from stationkiosk.domain.routes import RouteOffer
    from stationkiosk.reference.load import Reference
    from stationkiosk.ui.common.thumbnails import Thumbnails
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell

SAVE_MS = 400
"""How long after the last key the draft is kept."""

OF_WAYS = ("routes_none", "consent_none")
"""The problems that are told beside the ways."""


class TakingDown(Bridge):
    """Bridge of one application under way; everything stands on one page and is checked together.

    Signals:
        laid: other sections stand there.
        jumpAsked(str): the question, or part, of this name is to have the keys.
        filed(Filed): it was filed for good.
    """

    changed = Signal()
    laid = Signal()
    jumpAsked = Signal(str)  # noqa: N815
    filed = Signal(object)

    def __init__(
        self,
        words: Words,
        asking: Asking,
        shell: Shell,
        reference: Reference,
        clock: Clock,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__(words)
        self._asking = asking
        self._shell = shell
        self._reference = reference
        self._clock = clock
        worker = DeskWorker(asking)
        self.draft = Draft(worker)
        self.sections = Sections(words, reference)
        self.batch = Batch(words, asking)
        self.copying = Copying(words, asking)
        self.signing = Signing(words)
        self.proof = Proof(words, worker, thumbnails)
        self.routes = Routes(words, reference.consents)
        self._saves = QTimer(self)
        self._saves.setInterval(SAVE_MS)
        self._saves.setSingleShot(True)
        self._clear()
        self._listen()

    def _clear(self) -> None:
        self._course: CaseCourse | None = None
        self._sheet: Sheet | None = None
        self._problems: Problems = ()
        self._why = ""
        self._busy = False

    def _listen(self) -> None:
        self._saves.timeout.connect(self.save)
        self.sections.edited.connect(self._edited)
        self.batch.edited.connect(self._edited_batch)
        self.routes.changed.connect(self._chosen)
        self.proof.kept.connect(self._keep)
        self.proof.described.connect(self._describe)
        self.proof.dropped.connect(self._drop)
        self.copying.copied.connect(self._copy)
        self.signing.signed.connect(self._sign)
        self.draft.saved.connect(self.changed)
        self.draft.opened.connect(self._open_proof)
        self.words.changed.connect(self._reworded)

    @property
    def course(self) -> CaseCourse | None:
        """The course of the application, None while there is none."""
        return self._course

    @property
    def sheet(self) -> Sheet:
        """The sheet in hand. ValueError where there is none."""
        if self._sheet is None:
            raise ValueError("no sheet is in hand")
        return self._sheet

    def begin(self, course: CaseCourse, why: str) -> None:
        """Put an empty sheet up; ``why`` is what was answered to the first question."""
        self.draft.open(course.name)
        self._put_up(course, why, Sheet(course.journey(), self._clock), None)

    def resume(self, course: CaseCourse, case: UUID, body: Mapping[str, Any]) -> None:
        """Go on with a draft."""
        self.draft.resume(case, "")
        sheet = Sheet.from_json(course.journey(), self._clock, body)
        self._put_up(course, str(body.get("why", "")), sheet, body.get("cells"))

    def turn(self, course: CaseCourse, why: str) -> None:
        """Go on with another form; what both ask word for word goes along, and the proof."""
        self._saves.stop()
        state = self.sheet.walk.turned(course.journey()).state
        self._put_up(course, why, Sheet(course.journey(), self._clock, state), None)
        self._saves.start()

    def discard(self) -> None:
        """Drop the application for good."""
        self.draft.discard()
        self.forget()

    def forget(self) -> None:
        """Let go of everything that was typed; the draft keeps it."""
        self._saves.stop()
        self._clear()
        for part in (self.sections, self.batch, self.copying, self.signing):
            part.forget()
        for shared in (self.proof, self.routes, self.draft):
            shared.forget()
        self.laid.emit()
        self.changed.emit()

    def _put_up(self, course: CaseCourse, why: str, sheet: Sheet, cells: list[list[str]] | None) -> None:
        self._course, self._why, self._sheet, self._problems = course, why, sheet, ()
        self._lay(cells)
        self._open_proof()
        given = {consent.id: consent.given for consent in sheet.state.consents}
        self.routes.open(self._offers(), sheet.state.routes, given, {})
        self._ask_signature()
        self.laid.emit()

    def _lay(self, cells: list[list[str]] | None) -> None:
        """Put the sections up, the table of other sides in the place of their page where it is wanted."""
        page = side_page(self.sheet)
        if cells is not None and page is not None:
            self.batch.open(rows.columns(page), cells)
            self.sections.open(self.sheet, frozenset({PAGE}))
        else:
            self.batch.forget()
            self.sections.open(self.sheet)

    # what QML may do

    @Slot()
    def several(self) -> None:
        """Name several other sides in a table, or only one again."""
        page = side_page(self.sheet) if self._sheet is not None and not self._busy else None
        if page is None:
            return
        if self.batch.on:
            self.sheet.name_others(self.batch.sides[:1])
            self._lay(None)
        else:
            typed = self.sheet.state.typed
            one = [str(typed.get(question.id) or "") for question in rows.columns(page)]
            self._lay([one] if any(one) else [])
            self.sheet.name_others(self.batch.sides)
        self.laid.emit()
        self._changed()

    @Slot(int)
    def readCard(self, section: int) -> None:  # noqa: N802
        """Fill the person of a section from the card on the reader."""
        page = self.sections.forms[section].page_id

        def got(card: Card | None) -> None:
            if card is None:
                self._shell.tell(self.words.text("intake.no_card"), "amber")
            elif self._sheet is not None:
                self._sheet.card(page, card.name, card.id_number)
                self._refilled()

        self._asking.ask(lambda desk: desk.read_card(asked=True), got)

    @Slot(bool)
    def proofLater(self, later: bool) -> None:  # noqa: N802
        """Note that the proof comes later."""
        self.sheet.bring_later(later)
        self._changed()

    @Slot(str)
    def jump(self, question: str) -> None:
        """Bring what is wrong to the clerk."""
        self.jumpAsked.emit(question)

    @Slot()
    def file(self) -> None:
        """Check everything; where nothing is wrong, seal what is sealed and file."""
        if self._sheet is None or self._busy:
            return
        secrets = self.sections.secrets
        self._work(True)
        self._asking.ask(
            lambda desk: {s.field: desk.seal(s.field, s.text, s.reader) for s in secrets},
            self._sealed,
            self._stopped,
        )

    @Slot()
    def save_at_once(self) -> None:
        """Keep what was typed since the draft was last kept, without waiting for the keys to rest."""
        if self._saves.isActive():
            self.save()

    @Slot()
    def save(self) -> None:
        """Keep the draft now."""
        self._saves.stop()
        if self._sheet is not None and self._course is not None:
            course = self._course
            body = {"journey": course.name, "form": course.form.id, "why": self._why}
            cells = {"cells": self.batch.cells} if self.batch.on else {}
            self.draft.save({**body, **self._sheet.to_json(), **cells}, None)

    # the one press

    def _sealed(self, boxes: Mapping[str, bytes]) -> None:
        self._work(False)
        if self._sheet is None:
            return
        self._sheet.seal(boxes)
        asked = self.routes.consents_asked if self._sheet.asks_ways else ()
        problems = self._of_table(self._sheet.amiss(self.sections.amiss, asked))
        if self._barred() is not None:
            problems = (Problem(self._sheet.pages[0].questions[0].id, "no_complaint"), *problems)
        if lacking := self.signing.lacking():
            problems = (*problems, Problem(SIGNATURE, lacking))
        self._blame(problems)
        if problems:
            self.jumpAsked.emit(problems[0].question)
        else:
            self._ask_signature()
            self.signing.next()

    def _of_table(self, problems: Problems) -> Problems:
        """Return the problems with those of the table in place of those of the page it stands for."""
        page = side_page(self.sheet)
        if not self.batch.on or page is None:
            return problems
        of_side = {question.id for question in page.questions}
        return (*(one for one in problems if one.question not in of_side), *self.batch.amiss())

    def _barred(self) -> Text | None:
        if self._course is None or self._sheet is None:
            return None
        return self._course.barred(self._sheet.walk)

    def _blame(self, problems: Problems) -> None:
        self._problems = problems
        self.sections.blame(problems)
        self.routes.blame(tuple(problem for problem in problems if problem.key in OF_WAYS))
        lacks = next((problem for problem in problems if problem.question == PROOF), None)
        self.proof.blame(self.words.problem(lacks) if lacks else "")
        self.changed.emit()

    def _sign(self, signature: Signature) -> None:
        course, case = self._course, self.draft.case
        if course is None or self._busy or self.sheet.walk.sign(signature):
            return
        if case is None:
            self.draft.open(course.name, lambda: self._sign(signature))
            return
        self._saves.stop()
        self._work(True)
        press = course.press(self.sheet.walk, case, self.words.chosen)
        self._asking.ask(press, self._filed, self._stopped)

    def _filed(self, filed: Filed) -> None:
        self.forget()
        self.filed.emit(filed)

    def _stopped(self, fault: Exception) -> bool:
        self._work(False)
        if isinstance(fault, KnownError):
            self._shell.raise_fault(fault)
        return isinstance(fault, KnownError)

    def _ask_signature(self) -> None:
        who = self._shell.signed_in
        if self._course is not None and self._sheet is not None:
            name = who.name if who is not None else ""
            self.signing.open(self._course, self._sheet.walk, self.words.chosen, name)

    # what the parts tell

    def _edited(self) -> None:
        self._problems = tuple(problem for problem in self._problems if self._stands(problem))
        self._changed()

    def _stands(self, problem: Problem) -> bool:
        of_form = [form for form in self.sections.forms if problem.question in form.question_ids]
        return not of_form or problem.question in of_form[0].wrong

    def _edited_batch(self) -> None:
        self.sheet.name_others(self.batch.sides)
        self._problems = tuple(problem for problem in self._problems if problem.question != NAME)
        self._changed()

    def _changed(self) -> None:
        """The sheet is another one: the ways may be too, and the draft is to be kept."""
        state = self.sheet.state
        self.routes.renew(self._offers())
        if state.exhibits or state.proof_later:
            self._problems = tuple(problem for problem in self._problems if problem.question != PROOF)
            self.proof.blame("")
        if not self.signing.lacking():
            self._problems = tuple(problem for problem in self._problems if problem.question != SIGNATURE)
        self._ask_signature()
        self._saves.start()
        self.changed.emit()

    def _chosen(self) -> None:
        if self._sheet is None:
            return
        raw = self.routes.raw
        ways = raw.pop(WAYS)
        asked = self.routes.consents_asked
        said = {key.removeprefix(CONSENT): value == YES for key, value in raw.items()}
        self._sheet.choose(
            ways if isinstance(ways, tuple) else (), {key: yes for key, yes in said.items() if key in asked}
        )
        lacking = self.routes.lacking
        self._problems = tuple(p for p in self._problems if p.key not in OF_WAYS or p.question in lacking)
        self._saves.start()
        self.changed.emit()

    def _keep(self, exhibit: Exhibit) -> None:
        self.sheet.walk.keep(exhibit)
        self._proved()

    def _describe(self, sha256: str, purpose: str) -> None:
        self.sheet.walk.describe(sha256, purpose)
        self._proved()

    def _drop(self, sha256: str) -> None:
        case = self.draft.case
        self.sheet.walk.drop(sha256)
        self._proved()
        if case is not None:
            self._asking.ask(lambda desk: desk.drop_evidence(case, sha256))

    def _proved(self) -> None:
        self.proof.take(self.sheet.state.exhibits)
        self._changed()

    def _open_proof(self) -> None:
        if self._sheet is not None and self._course is not None:
            course, sheet = self._course, self._sheet
            self.proof.open(
                self.draft.case, sheet.state.exhibits, lambda: course.no_proof(sheet.walk.today)
            )

    def _copy(self, answers: Mapping[str, Answer], number: str) -> None:
        filled: dict[str, Raw] = {key: answer for key, answer in answers.items() if answer is not None}
        self.sheet.put(filled)
        self._refilled()
        self._shell.tell(self.words.text("intake.copied").put(number=number))

    def _refilled(self) -> None:
        """Fields were filled from elsewhere: what was told to be wrong and is mended is told no longer."""
        wrong = {problem.question for problem in self.sheet.amiss(self.sections.amiss)}
        told = {form_id for form in self.sections.forms for form_id in form.question_ids}
        self.sections.refill()
        self._blame(tuple(p for p in self._problems if p.question not in told or p.question in wrong))
        self._changed()

    def _reworded(self) -> None:
        """The text that is signed is another one in another language."""
        self._ask_signature()

    def _offers(self) -> tuple[RouteOffer, ...]:
        if self._course is None or not self.sheet.asks_ways:
            return ()
        return self._course.offers(self.sheet.walk)

    def _work(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()

    # what QML shows

    def _get_outline(self) -> list[dict[str, object]]:
        if self._sheet is None:
            return []
        table = self.batch if self.batch.on else None
        return outline_of(self._sheet, self.sections, table, self._problems, self.say)

    def _get_problems(self) -> list[dict[str, str]]:
        return [{"question": p.question, "words": self._said(p)} for p in self._problems]

    def _said(self, problem: Problem) -> str:
        said = self.words.problem(problem)
        label = next((c.label for c in self._reference.consents if c.id == problem.question), None)
        return self.say("ways.problem", label=label, problem=said) if label else said

    def _get_title(self) -> str:
        return self.speak(self._course.form.title) if self._course is not None else ""

    def _may_several(self) -> bool:
        return self._sheet is not None and self._sheet.asks_ways and side_page(self._sheet) is not None

    def _asks_ways(self) -> bool:
        return self._sheet is not None and self._sheet.asks_ways

    def _later(self) -> bool:
        return self._sheet is not None and self._sheet.state.proof_later

    def _handed_on(self) -> bool:
        if self._sheet is None:
            return False
        walk = self._sheet.walk
        return any(page.kind == "handed_on" for page in walk.journey.path(walk.state))

    def _get_later_label(self) -> str:
        if self._sheet is None or self._course is None:
            return ""
        return self.speak(self._course.no_proof(self._sheet.walk.today))

    handedOn = Property(bool, _handed_on, notify=changed)  # noqa: N815
    barred = Property(str, lambda self: self.speak(self._barred()), notify=changed)
    title = Property(str, _get_title, notify=changed)
    forms = Property(ROWS, lambda self: list(self.sections.forms), notify=laid)
    asksWays = Property(bool, _asks_ways, notify=laid)  # noqa: N815
    maySeveral = Property(bool, _may_several, notify=laid)  # noqa: N815
    severalOn = Property(bool, lambda self: self.batch.on, notify=laid)  # noqa: N815
    outline = Property(ROWS, _get_outline, notify=changed)
    problems = Property(ROWS, _get_problems, notify=changed)
    later = Property(bool, _later, notify=changed)
    laterLabel = Property(str, _get_later_label, notify=changed)  # noqa: N815
    saved = Property(bool, lambda self: self.draft.kept, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    table = Property(QObject, lambda self: self.batch, constant=True)
    search = Property(QObject, lambda self: self.copying, constant=True)
    signature = Property(QObject, lambda self: self.signing, constant=True)
    evidence = Property(QObject, lambda self: self.proof, constant=True)
    ways = Property(QObject, lambda self: self.routes, constant=True)

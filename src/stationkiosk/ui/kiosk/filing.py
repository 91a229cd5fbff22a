"""What the pages of every journey share on the screen: the rail, Next and Back, the draft's code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.forms import Kind
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.trace import day_text
from stationkiosk.domain.triage import Landing
from stationkiosk.journeys.adding import ID as ADDING
from stationkiosk.journeys.adding import number_of
from stationkiosk.journeys.triage import UNSURE
from stationkiosk.journeys.walk import TRIAGE, Walk
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.courses import Courses
from stationkiosk.ui.kiosk.stages import Pages
from stationkiosk.ui.kiosk.walking import Walking

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter


BESIDE = ("claim", "handed_on")
"""Pages that only tell something: the draft's code is not told on them but on the one after."""

BOUGHT, SAW = "bought", "saw"
"""The pictures of a buyer who wants the money back, and of somebody who saw fakes and reports them."""


class Filing(Bridge):
    """Bridge of the frame around the pages of a journey; ``Walking`` drives the journey itself.

    Signals:
        reworded: the words are other ones; apart from ``changed``, so that a step rebuilds no tile.
        showed(page, idle): another page is to show; ``idle`` is how patient the kiosk is there.
        left: go back home from the first page.
        returned: go back from the first page to the case that proof was to be added to.
    """

    changed = Signal()
    reworded = Signal()
    showed = Signal(str, str)
    left = Signal()
    returned = Signal()

    def __init__(
        self, words: Words, executor: Executor[Counter], reference: Reference, clock: Clock, pages: Pages
    ) -> None:
        super().__init__(words)
        self._reference = reference
        self._courses = Courses(reference)
        self._code_seen = self._code_told = False
        self._before = ""
        self.walking = Walking(words, executor, clock, pages)
        self.walking.changed.connect(self.changed)
        self.walking.left.connect(self._leave)
        self.walking.showed.connect(self._show)
        words.changed.connect(self.reworded)
        pages.pictures.picked.connect(self._pick)

    # the session's side

    @property
    def under_way(self) -> bool:
        """Whether somebody is on a journey."""
        return self.walking.walk is not None

    @property
    def page_id(self) -> str:
        """The page of the journey that is in hand, "" where nobody is on one."""
        walk = self.walking.walk
        return walk.page.id if walk is not None else ""

    @property
    def kept(self) -> bool:
        """Whether something was saved that can be resumed or dropped."""
        return self.walking.draft.kept

    def begin(self) -> None:
        """Begin to file: what is it about?"""
        if not self.under_way:
            self.walking.begin(self._courses.first())

    def report(self) -> None:
        """Begin to report what somebody saw."""
        if not self.under_way:
            self.walking.begin(self._courses.of("report"))

    def answer(self) -> None:
        """Begin to answer a complaint: by which code?"""
        if not self.under_way:
            self.walking.begin(self._courses.of("answer"))

    def add(self, code: str, number: str) -> None:
        """Begin to add proof to a case by the code on its receipt, or go on with that."""
        walk, course = self.walking.walk, self.walking.course
        adds = walk is not None and course is not None and course.name == ADDING
        if walk is not None and adds and number_of(walk) == number:
            self.walking.show_again()
            return
        self.keep()
        self.forget()
        self.walking.begin(self._courses.adding(code, number))

    def resume(self, case: UUID, body: dict[str, Any], code: str) -> None:
        """Go on with a draft."""
        self._code_seen = True
        self.walking.resume(self._courses.resumed(body), case, body, code)

    def keep(self) -> None:
        """Save what stands on the page as it is, for good: the session is about to end."""
        self.walking.keep()

    def discard(self) -> None:
        """Have the draft dropped for good."""
        self.walking.draft.discard()

    def forget(self) -> None:
        """Hold nothing of the person."""
        self.walking.forget()
        self._code_seen = self._code_told = False
        self._before = ""
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Choose what the dispute is about."""
        if kind == UNSURE:
            self.walking.along(self._courses.unsure(), {TRIAGE: kind})
            return
        course = self._courses.of_kind(kind)
        if course is not None:
            self.walking.turn(course, {TRIAGE: kind})
        else:
            self.walking.go(lambda walk: walk.accept({TRIAGE: kind}))

    @Slot()
    def next(self) -> None:
        """Go on from a page of questions."""
        self.walking.next()

    @Slot()
    def back(self) -> None:
        """Go a page back; from the first one, home."""
        self.walking.back()

    @Slot()
    def onward(self) -> None:
        """Go on from a page that only tells something."""
        self.walking.go(Walk.accept_check)

    @Slot()
    def again(self) -> None:
        """Show the page in hand again."""
        self.walking.show_again()

    def _leave(self) -> None:
        course = self.walking.course
        if course is not None and course.name == ADDING:
            self.returned.emit()
        else:
            self.left.emit()

    def _pick(self, option: str) -> None:
        walk = self.walking.walk
        if walk is not None:
            picked = {walk.page.id: option}
            self.walking.along(self._courses.landed({**walk.state.answers, **picked}), picked)

    @Slot()
    def reportInstead(self) -> None:  # noqa: N802
        """Report what the pictures led elsewhere with: the picture before is chosen anew."""
        if self._may_report():
            self.walking.back()
            self._pick(SAW)

    @Slot()
    def codeSeen(self) -> None:  # noqa: N802
        """Put the strip with the draft's code away."""
        self._code_seen = True
        self.changed.emit()

    # what QML shows

    @Slot(str, str)
    def _show(self, page: str, idle: str) -> None:
        self._code_told = self._shows_code() and self._before not in BESIDE
        self._before = page
        self.changed.emit()
        self.showed.emit(page, idle)

    def _elsewhere(self) -> Kind | Landing | None:
        walk = self.walking.walk
        answers = walk.state.answers if walk is not None else {}
        if landing := self._courses.landing(answers):
            return landing
        chosen = answers.get(TRIAGE)
        return next((kind for kind in self._reference.kinds if kind.id == chosen), None)

    def _get_kinds(self) -> list[dict[str, object]]:
        say = self.speak
        return [
            {"id": k.id, "title": say(k.label), "sub": say(k.hint), "open": bool(k.form)}
            for k in self._reference.kinds
        ]

    def _get_steps(self) -> list[str]:
        walk = self.walking.walk
        if walk is None or not walk.page.section:
            return []
        return [self.say(f"section.{section}") for section in walk.journey.sections()]

    def _get_step(self) -> int:
        walk = self.walking.walk
        if walk is None or not walk.page.section:
            return 0
        return walk.journey.sections().index(walk.page.section)

    def _get_next(self) -> str:
        walk = self.walking.walk
        if walk is None:
            return ""
        if walk.changing:
            return self.say("common.back_to_check")
        page = walk.page.form
        return self.speak(page.next_label) if page and page.next_label else self.say("common.next")

    def _may_report(self) -> bool:
        landed = self._elsewhere()
        return isinstance(landed, Landing) and landed.id == BOUGHT

    def _get_elsewhere_title(self) -> str:
        return self.say(
            "pictures.elsewhere" if isinstance(self._elsewhere(), Landing) else "page.elsewhere"
        )

    def _get_proof_lead(self) -> str:
        course = self.walking.course
        return self.speak(course.proof_lead()) if course is not None else ""

    def _get_last(self) -> str:
        course = self.walking.course
        return self.say(course.last) if course is not None else ""

    def _get_until(self) -> str:
        new = self.walking.draft.new
        return self.say("common.draft_until", day=day_text(new.until)) if new else ""

    def _get_card_trouble(self) -> str:
        key = self.walking.cards.trouble
        if not key:
            return ""
        _title, what, do = self.words.fault(KnownError(key))
        return self.words.join(what, do)

    def _shows_code(self) -> bool:
        return self.kept and not self._code_seen

    def _get_elsewhere(self, part: str) -> str:
        kind = self._elsewhere()
        return self.speak(getattr(kind, part)) if kind else ""

    kinds = Property(ROWS, _get_kinds, notify=reworded)
    steps = Property(LINES, _get_steps, notify=changed)
    step = Property(int, _get_step, notify=changed)
    nextLabel = Property(str, _get_next, notify=changed)  # noqa: N815
    lastLabel = Property(str, _get_last, notify=changed)  # noqa: N815
    cardRead = Property(bool, lambda self: self.walking.card_read, notify=changed)  # noqa: N815
    cardTrouble = Property(str, _get_card_trouble, notify=changed)  # noqa: N815
    code = Property(str, lambda self: self.walking.draft.code, notify=changed)
    until = Property(str, _get_until, notify=changed)
    showsCode = Property(bool, _shows_code, notify=changed)  # noqa: N815
    codeTold = Property(bool, lambda self: self._code_told, notify=changed)  # noqa: N815
    saved = Property(bool, lambda self: self.kept, notify=changed)
    busy = Property(bool, lambda self: self.walking.busy, notify=changed)
    elsewhereTitle = Property(str, _get_elsewhere_title, notify=changed)  # noqa: N815
    proofLead = Property(str, _get_proof_lead, notify=changed)  # noqa: N815
    mayReport = Property(bool, _may_report, notify=changed)  # noqa: N815
    why = Property(str, lambda self: self._get_elsewhere("why"), notify=changed)
    forward = Property(str, lambda self: self._get_elsewhere("forward"), notify=changed)

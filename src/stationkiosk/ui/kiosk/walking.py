"""The walk under way, whichever journey it is: from page to page, its draft, its last press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from stationkiosk.casework.views import Filed
from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import Exhibit, Signature
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text
from stationkiosk.journeys.answering import found
from stationkiosk.journeys.sides import PAGE, another, before_next, change, remove
from stationkiosk.journeys.walk import Problems, Walk
from stationkiosk.ui.common.cards import CardWatch
from stationkiosk.ui.common.course import Course, Press
from stationkiosk.ui.common.draft import Draft
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.form import Secret
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.stages import Pages, Way, stages

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.taking import Taking
    from stationkiosk.devices.readers import Card

Act = Callable[[Walk], Problems | None]
"""What a page does to the walk: go on, or say what is lacking."""


class Walking(QObject):
    """Drives one person along one course. Without a walk everything it is asked is nothing.

    Signals:
        changed: something that the frame around the pages shows is new.
        showed(page, idle): another page is to show; ``idle`` is how patient the kiosk is there.
        left: go back home from the first page.
    """

    changed = Signal()
    showed = Signal(str, str)
    left = Signal()

    def __init__(self, words: Words, executor: Executor[Counter], clock: Clock, pages: Pages) -> None:
        super().__init__()
        self._words = words
        self._executor = executor
        self._clock = clock
        self._pages = pages
        self._stages = stages(pages)
        self._course: Course | None = None
        self._walk: Walk | None = None
        self._busy = False
        self.card_read = False
        """Whether a card was read on the page that shows."""
        self.draft = Draft(executor)
        self.cards = CardWatch(executor, self._takes_card)
        self._listen()

    def _listen(self) -> None:
        pages = self._pages
        self.draft.opened.connect(self._opened)
        self.draft.saved.connect(self.changed)
        self.cards.read.connect(self._read)
        self.cards.changed.connect(self.changed)
        self._words.changed.connect(self._reworded)
        pages.proof.kept.connect(self._keep)
        pages.proof.described.connect(self._describe)
        pages.proof.dropped.connect(self._drop)
        pages.proof.onward.connect(self._proved)
        pages.routes.onward.connect(self._routed)
        pages.check.changeAsked.connect(self.change)
        pages.check.sideAsked.connect(self.change_side)
        pages.sides.anotherAsked.connect(lambda: self._name(lambda walk: another(walk, pages.sides.most)))
        pages.sides.changeAsked.connect(lambda n: self._name(lambda walk: change(walk, n)))
        pages.sides.removeAsked.connect(lambda n: self._name(lambda walk: remove(walk, n)))
        pages.sign.signed.connect(self._signed)
        pages.confirm.declared.connect(self._signed)
        pages.claim.found.connect(self._found)

    @property
    def walk(self) -> Walk | None:
        """The walk under way, None where nobody walks."""
        return self._walk

    @property
    def course(self) -> Course | None:
        """The course it goes along."""
        return self._course

    @property
    def busy(self) -> bool:
        """Whether something is done that has to end first."""
        return self._busy

    # a session's beginning and end

    def begin(self, course: Course) -> None:
        """Begin at the first page; the draft's number and code are made meanwhile."""
        self._course, self._walk = course, course.begin(self._clock)
        self.draft.open(course.name)
        self._enter()

    def resume(self, course: Course, case: UUID, body: dict[str, Any], code: str) -> None:
        """Go on with a draft."""
        self.draft.resume(case, code)
        self._course, self._walk = course, course.resume(self._clock, body)
        self._enter()

    def turn(self, course: Course, answers: Mapping[str, Raw]) -> None:
        """Go on along another course, with what was said so far that it asks too.

        ``answers`` are given on its first page.
        """
        if self._walk is not None and not self._busy:
            self._course, self._walk = course, self._walk.turned(course.table())
            self.go(lambda walk: walk.accept(answers))

    def along(self, course: Course, picked: Mapping[str, Raw]) -> None:
        """Go on along a course that begins with the same pages; ``picked`` is given on this one."""
        if self._walk is None or self._course is None or self._busy:
            return
        if (course.form, course.unsure) != (self._course.form, self._course.unsure):
            self._course, self._walk = course, self._walk.along(course.table())
        self.go(lambda walk: walk.accept(picked))

    def show_again(self) -> None:
        """Show the page in hand again, after one that stands beside the journey."""
        self._enter()

    def keep(self) -> None:
        """Save what stands on the page as it is, for good: the session is about to end.

        Where nothing was saved before, no code was shown that could open it. The walk goes with
        the job; ``forget`` comes next.
        """
        walk, course = self._walk, self._course
        if walk is None or course is None or not self.draft.kept:
            return
        self._hold(walk)
        secrets = self._secrets(walk)

        def body(counter: Taking) -> dict[str, object]:
            walk.put_sealed(_sealed(counter, secrets))
            return course.body(walk)

        self.draft.keep(body, self.cards.card)

    def forget(self) -> None:
        """Hold nothing of the person."""
        self.cards.forget()
        self.draft.forget()
        self._walk = self._course = None
        self._busy = False

    # from page to page

    def next(self) -> None:
        """Go on from a page of questions; what is for one reader alone is sealed first."""
        if self._walk is not None and not self._busy:
            self._seal_and(self._accept)

    def back(self) -> None:
        """Go a page back; from the first one, home."""
        walk = self._walk
        if walk is None or self._busy:
            return
        if walk.first:
            self.left.emit()
        elif walk.page.kind == "form":
            self._seal_and(self._back_from_form)
        else:
            self._back(walk)

    def go(self, act: Act, blame: Callable[[Problems], None] | None = None) -> None:
        """Let a page act on the walk, and show where that leads; ``blame`` is told what is lacking.

        A tile alone is nothing to keep: it is saved with the first answers.
        """
        walk = self._walk
        if walk is None or self._busy:
            return
        tile = walk.page.kind == "tiles"
        problems = act(walk) or ()
        if blame is not None:
            blame(problems)
        if not problems:
            self._enter()
        if not tile:
            self._save()

    def change(self, page: str) -> None:
        """Go to a page to change what it asked."""
        if self._walk is not None and not self._busy:
            self._pages.sign.forget()
            self._walk.change(page)
            self._enter()

    def change_side(self, n: int) -> None:
        """Go to the page of other sides with this one of the list on it."""
        walk = self._walk
        if walk is not None and not self._busy:
            walk.change(PAGE)
            change(walk, n)
            self.change(PAGE)

    def _seal_and(self, then: Callable[[dict[str, bytes]], None]) -> None:
        """Have the counter seal what is not for everybody, then go on with the ciphertexts."""
        secrets = self._pages.form.secrets
        if not secrets:
            then({})
            return
        self._work(True)
        self._executor.ask(
            lambda counter: _sealed(counter, secrets),
            then,
            self._stopped,
        )

    def _secrets(self, walk: Walk) -> tuple[Secret, ...]:
        return self._pages.form.secrets if walk.page.kind == "form" else ()

    def _back_from_form(self, sealed: dict[str, bytes]) -> None:
        walk = self._walk
        if walk is not None:
            self._work(False)
            walk.put_sealed(sealed)
            self._back(walk)

    def _hold(self, walk: Walk) -> None:
        """Take what stands on the page, checked or not."""
        stage = self._stages.get(walk.page.kind)
        held = stage.raw() if stage is not None else {}
        if held:
            walk.hold(held)

    def _back(self, walk: Walk) -> None:
        self._hold(walk)
        walk.back()
        self._enter()
        self._save()

    def _accept(self, sealed: dict[str, bytes]) -> None:
        walk = self._walk
        if walk is None:
            return
        self._work(False)
        page = walk.page
        self._hold(walk)
        problems = before_next(walk) or walk.accept({}, sealed, self._pages.form.amiss)
        self._pages.form.blame(problems)
        if walk.page is not page:
            self._enter()
        self._save()

    def _enter(self) -> None:
        walk = self._walk
        if walk is None:
            return
        self._put_up()
        self.cards.look(walk.page.kind == "form")
        self.card_read = False
        self.changed.emit()
        self.showed.emit(walk.page.kind, walk.page.idle)

    def _put_up(self) -> None:
        walk, course = self._walk, self._course
        if walk is None or course is None:
            return
        stage = self._stages.get(walk.page.kind)
        if stage is not None:
            stage.open(Way(course, walk, self.draft.case, self._words.chosen, self._proof_day))

    # what single pages tell

    def _keep(self, exhibit: Exhibit) -> None:
        if self._walk is not None:
            self._walk.keep(exhibit)
            self._pages.proof.take(self._walk.state.exhibits)
            self._save()

    def _describe(self, sha256: str, purpose: str) -> None:
        if self._walk is not None:
            self._walk.describe(sha256, purpose)
            self._pages.proof.take(self._walk.state.exhibits)
            self._save()

    def _drop(self, sha256: str) -> None:
        case = self.draft.case
        if self._walk is not None and case is not None:
            self._walk.drop(sha256)
            self._pages.proof.take(self._walk.state.exhibits)
            self._save()
            self._executor.ask(lambda counter: counter.drop_evidence(case, sha256))

    def _name(self, act: Act) -> None:
        """Let the list of other sides act on what stands on the page."""

        def held(walk: Walk) -> Problems | None:
            self._hold(walk)
            return act(walk)

        self.go(held, self._pages.form.blame)

    def _proved(self, later: bool) -> None:
        def blame(problems: Problems) -> None:
            lacking = self._course.lacks_proof if self._course is not None else ""
            self._pages.proof.blame(self._told(tuple(replace(one, key=lacking) for one in problems)))

        self.go(lambda walk: walk.accept_proof(later=later), blame)

    def _routed(self, chosen: tuple[str, ...], consents: dict[str, bool | None]) -> None:
        def act(walk: Walk) -> Problems:
            self._hold(walk)
            return walk.accept_routes(chosen, consents)

        self.go(act, self._pages.routes.blame)

    def _found(self, code: str) -> None:
        claim = self._pages.claim
        self.go(lambda walk: found(walk, code, claim.whom, claim.said))

    def _told(self, problems: tuple[Problem, ...]) -> str:
        return self._words.problem(problems[0]) if problems else ""

    def _proof_day(self) -> Text:
        course = self._course
        if course is None:
            return Text("", "")
        return course.no_proof(station_day(self._clock.now()))

    # the draft

    def _opened(self) -> None:
        if self._walk is not None and self._walk.page.kind == "proof":
            self._put_up()
        self.changed.emit()

    def _save(self) -> None:
        if self._walk is not None and self._course is not None:
            self.draft.save(self._course.body(self._walk), self.cards.card)

    def _reworded(self) -> None:
        """The text to be signed is another one now: what was signed before does not stand under it."""
        walk = self._walk
        if walk is not None and walk.page.kind in ("check", "confirm") and not self._busy:
            self._put_up()

    # the card

    def _takes_card(self) -> bool:
        walk = self._walk
        asks = walk is not None and walk.page.kind == "form"
        return asks and bool(self._pages.form.takesCard)

    def _read(self, card: Card) -> None:
        walk = self._walk
        if walk is not None:
            walk.hold(self._pages.form.raw)
            walk.card(card.name, card.id_number)
            self._pages.form.fill(walk.state.typed)
            self.card_read = True
            self.changed.emit()

    # the one press

    def _signed(self, signature: Signature) -> None:
        walk, case, course = self._walk, self.draft.case, self._course
        if walk is None or course is None or self._busy:
            return
        problems = walk.sign(signature)
        self._pages.sign.blame(self._told(problems))
        if problems:
            return
        if case is None:
            self.draft.open(course.name, lambda: self._signed(signature))
            return
        self._press(course.press(walk, case, self._words.chosen))

    def _press(self, press: Press) -> None:
        self._work(True)
        self.showed.emit("filing", "signature")
        self._executor.ask(press, self._filed, self._not_filed, lasting=False)

    def _filed(self, filed: Filed) -> None:
        course = self._course
        self._pages.done.open(filed, course.name if course is not None else "")
        self.forget()
        self.changed.emit()
        self.showed.emit("done", "personal")

    def _not_filed(self, _trouble: Exception) -> bool:
        self._work(False)
        self._enter()
        return False

    def _stopped(self, _trouble: Exception) -> bool:
        self._work(False)
        return False

    def _work(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()


def _sealed(counter: Taking, secrets: tuple[Secret, ...]) -> dict[str, bytes]:
    return {secret.field: counter.seal(secret.field, secret.text, secret.reader) for secret in secrets}

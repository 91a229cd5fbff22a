"""One filing from the first tile to the receipt: the walk, its draft and its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.views import Filed
from stationkiosk.domain.application import Application, Exhibit, Signature
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.forms import Form as DomainForm
from stationkiosk.domain.forms import Kind
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.routes import RouteOffer
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.journeys import filing as journeys
from stationkiosk.journeys.check import check_rows, signed_text, text_hash
from stationkiosk.journeys.walk import TRIAGE, Walk
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.check import Check
from stationkiosk.ui.kiosk.done import Done
from stationkiosk.ui.kiosk.draft import Draft
from stationkiosk.ui.kiosk.form import Form
from stationkiosk.ui.kiosk.proof import Proof
from stationkiosk.ui.kiosk.routes import Routes
from stationkiosk.ui.kiosk.sign import Sign

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.devices.readers import Card

CARD_MS = 800


@dataclass(frozen=True, slots=True)
class Pages:
    """The bridges of the pages a filing leads through."""

    form: Form
    proof: Proof
    routes: Routes
    check: Check
    sign: Sign
    done: Done


class Filing(Bridge):
    """Bridge of whatever the pages of a filing share: the rail, Next and Back, the draft's code.

    Signals:
        reworded: the words are other ones; apart from ``changed``, so that a step rebuilds no tile.
        showed(page, idle): another page is to show; ``idle`` is how patient the kiosk is there.
        left: go back home from the first page.
    """

    changed = Signal()
    reworded = Signal()
    showed = Signal(str, str)
    left = Signal()

    def __init__(
        self, words: Words, executor: Executor[Counter], reference: Reference, clock: Clock, pages: Pages
    ) -> None:
        super().__init__(words)
        self._executor = executor
        self._reference = reference
        self._clock = clock
        self._pages = pages
        self._walk: Walk | None = None
        self._draft = Draft(executor)
        self._card: Card | None = None
        self._code_seen = self._code_told = False
        self._busy = False
        self._cards = QTimer(self)
        self._cards.setInterval(CARD_MS)
        self._cards.timeout.connect(self._look_for_card)
        self._listen()

    def _listen(self) -> None:
        pages = self._pages
        self._draft.opened.connect(self._opened)
        self._draft.saved.connect(self.changed)
        self.words.changed.connect(self.reworded)
        self.words.changed.connect(self._reworded)
        pages.proof.kept.connect(self._keep)
        pages.proof.dropped.connect(self._drop)
        pages.proof.onward.connect(self._proved)
        pages.routes.onward.connect(self._routed)
        pages.check.changeAsked.connect(self._change)
        pages.check.onward.connect(self._checked)
        pages.sign.signed.connect(self._signed)

    # the session's side

    @property
    def under_way(self) -> bool:
        """Whether somebody is filing."""
        return self._walk is not None

    @property
    def page_id(self) -> str:
        """The page of the journey that is in hand, "" where nothing is filed."""
        return self._walk.page.id if self._walk is not None else ""

    @property
    def kept(self) -> bool:
        """Whether something was saved that can be resumed or dropped."""
        return self._draft.kept

    def begin(self) -> None:
        """Begin at the first page; the draft's number and code are made meanwhile."""
        if self._walk is not None:
            return
        self._walk = journeys.start(self._first_form(), self._clock)
        self._draft.open()
        self._enter()

    def resume(self, case: UUID, body: dict[str, Any], code: str) -> None:
        """Go on with a draft."""
        form = self._reference.forms[body["form"]]
        self._draft.resume(case, code)
        self._code_seen = True
        self._walk = journeys.resume(form, self._clock, body)
        self._enter()

    def keep(self) -> None:
        """Save what stands on the page as it is, for good: the session is about to end.

        Where nothing was saved before, no code was shown that could open it. The walk goes with
        the job; ``forget`` comes next.
        """
        walk = self._walk
        if walk is None or not self._draft.kept or walk.page.kind == "sign":
            return
        self._hold(walk)
        secrets = self._pages.form.secrets if walk.page.kind == "form" else {}

        def body(counter: Counter) -> dict[str, object]:
            walk.put_sealed({field: counter.seal(field, text) for field, text in secrets.items()})
            return _body(walk)

        self._draft.keep(body, self._card)

    def discard(self) -> None:
        """Have the draft dropped for good."""
        self._draft.discard()

    def forget(self) -> None:
        """Hold nothing of the person."""
        self._cards.stop()
        self._draft.forget()
        self._walk = self._card = None
        self._code_seen = self._code_told = self._busy = False
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Choose what the dispute is about."""
        if self._walk is None:
            return
        self._walk.accept({TRIAGE: kind})
        self._enter()

    @Slot()
    def next(self) -> None:
        """Go on from a page of questions; what is for the mediator alone is sealed first."""
        if self._walk is not None and not self._busy:
            self._seal_and(self._accept)

    @Slot()
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

    @Slot()
    def codeSeen(self) -> None:  # noqa: N802
        """Put the strip with the draft's code away."""
        self._code_seen = True
        self.changed.emit()

    # from page to page

    def _seal_and(self, then: Callable[[dict[str, bytes]], None]) -> None:
        """Have the counter seal what is for the mediator alone, then go on with the ciphertexts."""
        secrets = self._pages.form.secrets
        if not secrets:
            then({})
            return
        self._work(True)
        self._executor.ask(
            lambda counter: {field: counter.seal(field, text) for field, text in secrets.items()},
            then,
            self._stopped,
        )

    def _back_from_form(self, sealed: dict[str, bytes]) -> None:
        walk = self._walk
        if walk is None:
            return
        self._work(False)
        walk.put_sealed(sealed)
        self._back(walk)

    def _hold(self, walk: Walk) -> None:
        """Take what stands on the page, checked or not."""
        if walk.page.kind == "form":
            walk.hold(self._pages.form.raw)
        elif walk.page.kind == "routes":
            walk.hold(self._pages.routes.raw)

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
        problems = walk.accept(self._pages.form.raw, sealed)
        self._pages.form.blame(problems)
        if walk.page is not page:
            self._enter()
        self._save()

    def _enter(self) -> None:
        walk = self._walk
        if walk is None:
            return
        kind = walk.page.kind
        opening = {
            "form": self._open_form,
            "proof": self._open_proof,
            "routes": self._open_routes,
            "check": self._open_check,
            "sign": self._open_sign,
        }.get(kind)
        if opening:
            opening(walk)
        self._code_told = self._shows_code()
        self._cards.start() if kind == "form" else self._cards.stop()
        self.changed.emit()
        self.showed.emit(kind, walk.page.idle)

    def _open_form(self, walk: Walk) -> None:
        if walk.page.form is not None:
            self._pages.form.open(walk.page.form, walk.state.typed, walk.state.sealed, walk.questions)

    def _open_proof(self, walk: Walk) -> None:
        self._pages.proof.open(self._draft.case, walk.state.exhibits, self._proof_day)

    def _open_routes(self, walk: Walk) -> None:
        given = {consent.id: consent.given for consent in walk.state.consents}
        self._pages.routes.open(self._offers(walk), walk.state.routes, given, walk.state.typed)

    def _open_check(self, walk: Walk) -> None:
        self._pages.check.open(check_rows(walk, self._reference, self._offers(walk)))

    def _open_sign(self, walk: Walk) -> None:
        rows = check_rows(walk, self._reference, self._offers(walk))
        text = signed_text(rows, self.words.text("check.declaration"), self.words.chosen)
        self._pages.sign.open(_signer(walk), text_hash(text))

    def _keep(self, exhibit: Exhibit) -> None:
        if self._walk is not None:
            self._walk.keep(exhibit)
            self._pages.proof.take(self._walk.state.exhibits)
            self._save()

    def _drop(self, sha256: str) -> None:
        case = self._draft.case
        if self._walk is not None and case is not None:
            self._walk.drop(sha256)
            self._pages.proof.take(self._walk.state.exhibits)
            self._save()
            self._executor.ask(lambda counter: counter.drop_evidence(case, sha256))

    def _proved(self, later: bool) -> None:
        if self._walk is not None:
            problems = self._walk.accept_proof(later=later)
            self._pages.proof.blame(self.words.problem(problems[0]) if problems else "")
            self._went(problems)

    def _routed(self, chosen: tuple[str, ...], consents: dict[str, bool | None]) -> None:
        if self._walk is not None:
            self._hold(self._walk)
            problems = self._walk.accept_routes(chosen, consents)
            self._pages.routes.blame(problems)
            self._went(problems)

    def _went(self, problems: tuple[Problem, ...]) -> None:
        if not problems:
            self._enter()
        self._save()

    def _checked(self) -> None:
        if self._walk is not None:
            self._walk.accept_check()
            self._went(())

    def _change(self, page: str) -> None:
        if self._walk is not None:
            self._walk.change(page)
            self._enter()

    # the draft

    def _opened(self) -> None:
        if self._walk is not None and self._walk.page.kind == "proof":
            self._open_proof(self._walk)
        self.changed.emit()

    def _save(self) -> None:
        walk = self._walk
        if walk is not None:
            self._draft.save(_body(walk), self._card)

    def _reworded(self) -> None:
        """The text to be signed is another one now: what was signed before does not stand under it."""
        walk = self._walk
        if walk is not None and walk.page.kind == "sign" and not self._busy:
            self._open_sign(walk)

    # the card

    @Slot()
    def _look_for_card(self) -> None:
        if self._pages.form.takesCard and self._executor.idle:
            self._executor.ask(lambda counter: counter.read_card(), self._read, _never_mind)

    def _read(self, card: Card | None) -> None:
        walk = self._walk
        if card is None or walk is None or walk.page.kind != "form" or card == self._card:
            return
        self._card = card
        walk.hold(self._pages.form.raw)
        walk.card(card.name, card.id_number)
        self._pages.form.fill(walk.state.typed)
        self.changed.emit()

    # the one press

    def _signed(self, signature: Signature) -> None:
        walk, case = self._walk, self._draft.case
        if walk is None or self._busy:
            return
        problems = walk.sign(signature)
        self._pages.sign.blame(self.words.problem(problems[0]) if problems else "")
        if problems:
            return
        if case is None:
            self._draft.open(lambda: self._signed(signature))
            return
        self._file(journeys.application(walk, case, self.words.chosen), str(case))

    def _file(self, application: Application, client_key: str) -> None:
        self._work(True)
        self.showed.emit("filing", "signature")
        self._executor.ask(
            lambda counter: counter.file(application, client_key),
            self._filed,
            self._not_filed,
            lasting=False,
        )

    def _filed(self, filed: Filed) -> None:
        self._pages.done.open(filed)
        self.forget()
        self.showed.emit("done", "personal")

    def _not_filed(self, _trouble: Exception) -> bool:
        self._work(False)
        if self._walk is not None:
            self._enter()
        return False

    def _stopped(self, _trouble: Exception) -> bool:
        self._work(False)
        return False

    def _work(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()

    # what the walk says

    def _first_form(self) -> DomainForm:
        first = next(kind for kind in self._reference.kinds if kind.form)
        return self._reference.forms[first.form]

    def _offers(self, walk: Walk) -> tuple[RouteOffer, ...]:
        return self._reference.routes_for(walk.journey.form.id, walk.today, journeys.claimed(walk))

    def _proof_day(self) -> Text:
        deadline = self._reference.deadline("proof.later", station_day(self._clock.now()))
        return self.words.text("proof.later").put(day=day_text(deadline.due))

    def _elsewhere(self) -> Kind | None:
        if self._walk is None:
            return None
        chosen = self._walk.state.answers.get(TRIAGE)
        return next((kind for kind in self._reference.kinds if kind.id == chosen), None)

    def _get_kinds(self) -> list[dict[str, object]]:
        say = self.speak
        return [
            {"id": k.id, "title": say(k.label), "sub": say(k.hint), "open": bool(k.form)}
            for k in self._reference.kinds
        ]

    def _get_steps(self) -> list[str]:
        if self._walk is None or not self._walk.page.section:
            return []
        return [self.say(f"section.{section}") for section in self._walk.journey.sections()]

    def _get_step(self) -> int:
        if self._walk is None or not self._walk.page.section:
            return 0
        return self._walk.journey.sections().index(self._walk.page.section)

    def _get_next(self) -> str:
        if self._walk is None:
            return ""
        if self._walk.changing:
            return self.say("common.back_to_check")
        page = self._walk.page.form
        return self.speak(page.next_label) if page and page.next_label else self.say("common.next")

    def _get_until(self) -> str:
        new = self._draft.new
        return self.say("common.draft_until", day=day_text(new.until)) if new else ""

    def _shows_code(self) -> bool:
        return self._draft.kept and not self._code_seen

    def _get_elsewhere(self, part: str) -> str:
        kind = self._elsewhere()
        return self.speak(getattr(kind, part)) if kind else ""

    kinds = Property(ROWS, _get_kinds, notify=reworded)
    steps = Property(LINES, _get_steps, notify=changed)
    step = Property(int, _get_step, notify=changed)
    nextLabel = Property(str, _get_next, notify=changed)  # noqa: N815
    code = Property(str, lambda self: self._draft.code, notify=changed)
    until = Property(str, _get_until, notify=changed)
    showsCode = Property(bool, _shows_code, notify=changed)  # noqa: N815
    codeTold = Property(bool, lambda self: self._code_told, notify=changed)  # noqa: N815
    saved = Property(bool, lambda self: self.kept, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    why = Property(str, lambda self: self._get_elsewhere("why"), notify=changed)
    forward = Property(str, lambda self: self._get_elsewhere("forward"), notify=changed)


def _body(walk: Walk) -> dict[str, object]:
    """Return a walk as a draft keeps it."""
    return {"form": walk.journey.form.id, **walk.to_json()}


def _never_mind(trouble: Exception) -> bool:
    return isinstance(trouble, KnownError)


def _signer(walk: Walk) -> str:
    """Return the name of whoever stands at the kiosk: the agent, the head of the body, the person."""
    answers = walk.answers()
    by_field = {q.fills: answers[q.id] for q in walk.journey.form.questions() if q.id in answers}
    names = (by_field.get(f) for f in ("agent.name", "applicant.representative", "applicant.name"))
    return next((name for name in names if isinstance(name, str) and name), "")

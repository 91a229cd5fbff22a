"""The public screen as the desk steers it: what it does in words, what it is given, taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import HELD, MediationShown, Screening, ScreenShown
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import MAP, ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import SCREENS, Moved
from stationkiosk.ui.desk.mediation_told import read_large
from stationkiosk.ui.desk.saying import told_in_full

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk
    from stationkiosk.ui.desk.asking import Asking

DRAFT = "draft"
FOR_BOTH = frozenset(
    {
        *("rights_duties", "undisputed_facts", "agreement", "mediation_summary", "termination_notice"),
        *("follow_up_record",),
    }
)
"""The papers that both sides may see: no code of either is on them, and nothing that was said to settle."""

TONES = {
    Screening.FREE: "sand",
    Screening.BUSY: "amber",
    Screening.AWAY: "amber",
    Screening.SHOWS: "jade",
    Screening.BLANK: "ink",
    Screening.SIGNS: "jade",
}
SIGNED = "signed"
ENDINGS = (SIGNED, "declined", "paper", "idle", "changed", "restarted", "busy")
"""What may become of what was put on a screen, where it is worth a line."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that may be put on the screen, and how its pages are got."""

    id: str
    label: str


class PublicScreen(Bridge):
    """Bridge of the strip that steers a public screen.

    Signals:
        turned: a screen does something else.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, words: Words, asking: Asking) -> None:
        super().__init__(words)
        words.changed.connect(self.turned)
        self._asking = asking
        self._file: CaseFile | None = None
        self._shown: MediationShown | None = None
        self._clear()

    def _clear(self) -> None:
        self._screens: tuple[ScreenShown, ...] = ()
        self._device = ""
        self._page = ""
        self._busy = False
        self._looked = False
        self._trouble: KnownError | None = None

    # what Python may do

    def take(self, file: CaseFile | None, shown: MediationShown | None) -> None:
        """Take the case that may be shown; what another case was told is gone."""
        if file is None or self._file is None or file.case_id != self._file.case_id:
            self._clear()
        self._file, self._shown = file, shown
        self.changed.emit()
        self.turned.emit()

    def look(self, change: Moved | None = None) -> None:
        """See what the screens do, after a change that may be one of theirs."""
        if change is None or change.topic in (SCREENS, "station", "all"):
            self._ask(lambda desk: desk.screens())

    # what QML may do

    @Slot(str)
    def choose(self, page: str) -> None:
        """Choose what to show; where something shows, it changes at once."""
        if page in {one.id for one in self._offered}:
            self._page = page
            self.changed.emit()
            if self._state is Screening.SHOWS and self._ours:
                self.show()

    @Slot(str)
    def pick(self, device: str) -> None:
        """Steer another public screen."""
        if any(one.device == device for one in self._screens):
            self._device = device
            self.turned.emit()

    @Slot()
    def show(self) -> None:
        """Put the chosen page on the screen."""
        screen, file, shown = self._screen, self._file, self._shown
        offered = self._chosen
        if not self._may_show or screen is None or file is None or shown is None or offered is None:
            return
        draft = shown.draft if offered.id == DRAFT else None

        def put(desk: Desk) -> tuple[ScreenShown, ...]:
            if draft is not None:
                terms = tuple((term.clause.id, term.values) for term in draft.terms)
                wish = draft.wishes_confirmation
                pdf = desk.agreement_pages(shown.case_id, shown.matter_n, terms, wish)
                lines = read_large((term.clause, term.values) for term in draft.terms)
            else:
                pdf, lines = desk.paper(file.papers[int(offered.id)].ref), ()
            desk.show(screen.device, shown.case_id, pdf, lines)
            return desk.screens()

        self._ask(put, works=True)

    @Slot()
    def blank(self) -> None:
        """Blank the screen at once; one that somebody of the public uses, as soon as they leave."""
        self._turn(lambda desk, device: desk.blank(device))

    @Slot()
    def takeBack(self) -> None:  # noqa: N802
        """Give the screen back to the public."""
        self._turn(lambda desk, device: desk.take_back(device))

    def _turn(self, does: Callable[[Desk, str], None]) -> None:
        screen = self._screen
        if screen is None:
            return

        def turn(desk: Desk) -> tuple[ScreenShown, ...]:
            does(desk, screen.device)
            return desk.screens()

        self._ask(turn, works=True)

    # what the desk answers

    def _ask(self, job: Callable[[Desk], tuple[ScreenShown, ...]], *, works: bool = False) -> None:
        if works:
            self._busy, self._trouble = True, None
            self.turned.emit()
        case_id = self._file.case_id if self._file else None
        self._asking.ask(
            job,
            lambda screens: self._know(case_id, screens, works=works),
            lambda trouble: self._cannot(trouble, works=works),
        )

    def _know(self, case_id: object, screens: tuple[ScreenShown, ...], *, works: bool) -> None:
        if self._file is None or case_id != self._file.case_id:
            return
        self._screens, self._looked = screens, True
        if works:
            self._busy = False
        self.turned.emit()

    def _cannot(self, trouble: Exception, *, works: bool) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if works:
            self._busy, self._trouble = False, known
            self.look()
        else:
            self._looked = True
        self.turned.emit()
        return known is not None

    # what it comes to

    @property
    def _screen(self) -> ScreenShown | None:
        """The screen that is steered: as chosen; else the one this case has, one that is free, any."""
        case_id = self._file.case_id if self._file else None

        def rank(one: ScreenShown) -> tuple[bool, ...]:
            ours = one.case_id is not None and one.case_id == case_id
            return one.device != self._device, not ours, one.state is Screening.AWAY, one.state not in HELD

        return min(self._screens, key=rank, default=None)

    @property
    def _state(self) -> Screening | None:
        return self._screen.state if self._screen else None

    @property
    def _by_me(self) -> bool:
        """Whether this person has the screen, or waits for it."""
        screen, shown = self._screen, self._shown
        return bool(screen and shown and shown.mine and screen.by == shown.mediator)

    @property
    def _ours(self) -> bool:
        """Whether it does something for this case; blank and kept for its mediator, it does."""
        screen = self._screen
        blank = self._by_me and self._state is Screening.BLANK
        return blank or bool(screen and self._file and screen.case_id == self._file.case_id)

    @property
    def _taken(self) -> bool:
        """Whether the screen does something for another case."""
        return self._state in HELD and not self._ours

    @property
    def _may_show(self) -> bool:
        free = self._state in (Screening.FREE, Screening.SHOWS, Screening.BLANK)
        lent = not self._taken or self._by_me
        return free and lent and self._chosen is not None and not self._busy

    @property
    def _offered(self) -> tuple[Offered, ...]:
        found, draft = [], self._shown.draft if self._shown else None
        if draft is not None and draft.state == "open" and draft.terms:
            found.append(Offered(DRAFT, self.say("mediate.show_draft")))
        for at, paper in reversed(list(enumerate(self._file.papers if self._file else ()))):
            if self._shown is not None and paper.ref in self._shown.papers and paper.kind in FOR_BOTH:
                found.append(Offered(str(at), self.speak(paper.title)))
        return tuple(found)

    @property
    def _chosen(self) -> Offered | None:
        offered = self._offered
        return next((one for one in offered if one.id == self._page), next(iter(offered), None))

    def _get_told(self) -> str:
        screen = self._screen
        if screen is None:
            return self.say("mediate.screen_none" if self._looked else "mediate.screen_looking")
        if self._taken:
            return self.say("mediate.screen_taken")
        if self._waiting:
            return self.say("mediate.screen_waiting")
        what = self._chosen.label if self._chosen else ""
        return self.say(f"mediate.screen_{screen.state}", what=what, who=screen.signer)

    @property
    def _waiting(self) -> bool:
        """Whether it comes to this person once the public has left it."""
        return self._by_me and self._state is Screening.BUSY

    def _get_after(self) -> str:
        """Say what became of what was put there last."""
        screen = self._screen
        if screen is None or screen.ending not in ENDINGS or (self._taken and not self._by_me):
            return ""
        return self.say(f"mediate.end_{screen.ending}", who=screen.signer)

    def _get_tone(self) -> str:
        return "amber" if self._taken or self._state is None else TONES[self._state]

    device = Property(str, lambda self: self._screen.device if self._screen else "", notify=turned)
    devices = Property(
        ROWS, lambda self: [{"id": s.device, "label": s.device} for s in self._screens], notify=turned
    )
    state = Property(str, lambda self: str(self._state or ""), notify=turned)
    told = Property(str, _get_told, notify=turned)
    tone = Property(str, _get_tone, notify=turned)
    busy = Property(bool, lambda self: self._busy, notify=turned)
    trouble = Property(MAP, lambda self: told_in_full(self.words, self._trouble), notify=turned)
    pages = Property(
        ROWS, lambda self: [{"id": one.id, "label": one.label} for one in self._offered], notify=changed
    )
    page = Property(str, lambda self: self._chosen.id if self._chosen else "", notify=changed)
    shows = Property(bool, lambda self: self._may_show, notify=turned)
    blanks = Property(
        bool,
        lambda self: self._state is Screening.SHOWS and self._ours,
        notify=turned,
    )
    waits = Property(bool, lambda self: self._state is Screening.BUSY and not self._waiting, notify=turned)
    waiting = Property(bool, lambda self: self._waiting, notify=turned)
    after = Property(str, _get_after, notify=turned)
    signed = Property(
        bool, lambda self: bool(self._screen and self._screen.ending == SIGNED), notify=turned
    )
    blanked = Property(bool, lambda self: self._state is Screening.BLANK and self._ours, notify=turned)
    held = Property(bool, lambda self: self._state in HELD and (self._ours or self._by_me), notify=turned)

"""The mediation tab of a case: how the mediation stands, and the way from there into every act of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, InputAsked, MatterShown, NextAction
from stationkiosk.casework.mediating.shown import MediationShown, SessionShown
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import LINES, MAP, ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking, new_key
from stationkiosk.ui.desk.mediation_inputs import known_inputs
from stationkiosk.ui.desk.mediation_rooms import Rooms
from stationkiosk.ui.desk.mediation_rows import TALKED, MediationRows, Row, state_of
from stationkiosk.ui.desk.mediation_screen import PublicScreen
from stationkiosk.ui.desk.mediation_talk import Talk
from stationkiosk.ui.desk.saying import told_in_full

if TYPE_CHECKING:
    from stationkiosk.ui.desk.bridge import Moved

R = TypeVar("R")
TRACK = "mediation"
BANNERS = {
    "recusal": "amber",
    "suspended": "amber",
    "signing": "jade",
    "agreed": "jade",
    "performed": "jade",
}
"""Stages that are told above everything else, and in which colour."""

LIVE = frozenset({"mediating", "recusal", "suspended", "signing", "agreed"})
"""Stages in which the mediation is read along with its case: its acts ask for what it knows."""


class Around(Protocol):
    """The window, as far as this tab needs it."""

    @property
    def clock(self) -> Clock:
        """Return the clock."""


class Mediation(Bridge):
    """Bridge of the mediation tab.

    ``stage`` is ``none`` (the case has no mediation), ``loading``, ``open``, ``fault`` or
    ``withheld``. ``talk``, ``rooms`` and ``screen`` are its parts.

    Signals:
        read: it was read anew.
        begun(matter, action, given): an act is to begin, with what is known of its inputs.
        newer(file): the case became another by what was kept here.
    """

    changed = Signal()
    read = Signal()
    begun = Signal(int, str, object)
    newer = Signal(object)

    def __init__(self, words: Words, asking: Asking, around: Around) -> None:
        super().__init__(words)
        words.changed.connect(self.read)
        self._asking = asking
        self._clock = around.clock
        self._talk = Talk(words, asking, new_key)
        self._rooms = Rooms(words, asking, around.clock)
        self._screen = PublicScreen(words, asking)
        self._talk.kept.connect(self.newer)
        self._rooms.chosen.connect(self._plan)
        self._rooms.changed.connect(self.changed)
        for part in (self._talk, self._rooms, self._screen):
            part.setParent(self)
        self._file: CaseFile | None = None
        self._turn = 0
        self._wanted = False
        self._clear()

    def _clear(self) -> None:
        self._shown: MediationShown | None = None
        self._trouble: KnownError | None = None
        self._withheld = False
        self._uncovered = False
        self._turn += 1

    # what Python may do

    def take(self, file: CaseFile | None) -> None:
        """Take the case whose mediation is shown; None for none."""
        same = file is not None and self._file is not None and file.case_id == self._file.case_id
        self._file = file
        if not same:
            self._wanted = False
            self._clear()
        self._pass_on()
        if self._wanted or (self.matter is not None and self.matter.stage in LIVE):
            self._wanted = True
            self._load()

    def forget(self) -> None:
        """Hold nothing that was said or typed: somebody else sits down."""
        self._file = None
        self._wanted = False
        self._clear()
        self._pass_on()

    def moved(self, change: Moved) -> None:
        """See what the public screens do now."""
        if self._wanted:
            self._screen.look(change)

    @property
    def shown(self) -> MediationShown | None:
        """The mediation as it was last read."""
        return self._shown

    @property
    def matter(self) -> MatterShown | None:
        """The case's newest mediation that this person sees."""
        matters = self._file.matters if self._file else ()
        return next((matter for matter in reversed(matters) if matter.track_id == TRACK), None)

    def prepare(
        self,
        matter: MatterShown,
        action: NextAction,
        given: Mapping[str, str],
        inputs: tuple[InputAsked, ...],
    ) -> tuple[InputAsked, ...]:
        """Return an act's inputs with what is given, and with what the mediation knows as choices."""
        begun = tuple(replace(one, value=given.get(one.id, one.value)) for one in inputs)
        if matter.track_id != TRACK or self._shown is None or self._file is None:
            return begun
        return known_inputs(self.words, self._shown, self._file, action.id, begun, self._clock.now())

    def leads(self, matter_n: int, action: str) -> bool:
        """Bring the calendar up for a session that is planned from elsewhere; tell whether it was that."""
        matter = self.matter
        ours = matter is not None and matter.n == matter_n and self._shown is not None
        if not ours or action != "plan_session" or action not in self._may:
            return False
        self._rooms.open(action, {})
        return True

    @property
    def is_open(self) -> bool:
        """Whether something of it lies over the page."""
        return self._rooms.is_open

    def close(self) -> None:
        """Put away what lies over the page."""
        self._rooms.close()

    # what QML may do

    @Slot()
    def draw(self) -> None:
        """Ask for the mediation, and the public screens with it: the tab shows."""
        if not self._wanted and self._file is not None:
            self._wanted = True
            self._load()

    @Slot()
    def again(self) -> None:
        """Ask once more."""
        self._load()

    @Slot(str)
    @Slot(str, "QVariantMap")
    def begin(self, action: str, given: dict[str, str] | None = None) -> None:
        """Begin an act; a session is planned and moved on the calendar of rooms."""
        known = dict(given or {})
        if action in ("plan_session", "move_session"):
            self._rooms.open(action, known)
        elif self.matter is not None:
            self.begun.emit(self.matter.n, action, known)

    @Slot()
    def turnSession(self) -> None:  # noqa: N802
        """End the session that is under way; where there is none, begin the next one that was planned."""
        action, session = self._next_turn
        if action in self._may:
            self.begin(action, {"session": str(session.n)} if session else {})

    @Slot()
    def cover(self) -> None:
        """Cover what is not for both sides, or lay it open."""
        self._uncovered = not self._uncovered
        self.read.emit()

    @Slot(object)
    def _plan(self, chosen: tuple[str, dict[str, str]]) -> None:
        if self.matter is not None:
            self.begun.emit(self.matter.n, *chosen)

    # what the desk answers

    def _load(self) -> None:
        file, matter = self._file, self.matter
        if file is None or matter is None:
            return
        self._turn += 1
        turn = self._turn
        self._asking.ask(
            lambda desk: desk.mediation(file.case_id, matter.n),
            lambda shown: self._read(turn, shown),
            lambda trouble: self._cannot(turn, trouble),
        )

    def _read(self, turn: int, shown: MediationShown) -> None:
        if turn == self._turn:
            self._shown, self._trouble, self._withheld = shown, None, False
            self._pass_on()
            if shown.mine:
                self._screen.look()

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._clear()
            self._withheld = isinstance(trouble, Closed)
            self._trouble = known or KnownError("case_unread")
            self._pass_on()
        return known is not None

    def _pass_on(self) -> None:
        self._talk.take(self._file, self._shown)
        self._rooms.take(self._shown)
        self._screen.take(self._file, self._shown)
        self.read.emit()
        self.changed.emit()

    # what QML shows

    @property
    def _actions(self) -> tuple[NextAction, ...]:
        return self.matter.actions if self.matter else ()

    @property
    def _may(self) -> frozenset[str]:
        return frozenset(action.id for action in self._actions if action.closed is None)

    @property
    def _under_way(self) -> SessionShown | None:
        sessions = self._shown.sessions if self._shown else ()
        return next((one for one in sessions if state_of(one) == "open"), None)

    @property
    def _next_turn(self) -> tuple[str, SessionShown | None]:
        """Return what the key for the session does now, and to which."""
        sessions = self._shown.sessions if self._shown else ()
        planned = sorted((s for s in sessions if state_of(s) == "planned"), key=lambda s: s.starts_at)
        if self._under_way is not None:
            return "close_session", self._under_way
        return ("open_session", planned[0]) if planned else ("plan_session", None)

    @property
    def _covered(self) -> bool:
        """What is not for both is covered while both sides are in the room, until it is laid open."""
        session = self._under_way
        return session is not None and not session.private and not self._uncovered

    def _say(self, part: Callable[[MediationRows], R], empty: R) -> R:
        if self._shown is None:
            return empty
        return part(MediationRows(self.words, self._shown, self._may, self._clock.now()))

    def _rows(self, part: Callable[[MediationRows], list[Row]]) -> list[Row]:
        return self._say(part, [])

    def _get_stage(self) -> str:
        if self.matter is None:
            return "none"
        if self._trouble is not None:
            return "withheld" if self._withheld else "fault"
        return "open" if self._shown is not None else "loading"

    def _get_banner(self) -> Row:
        stage = self._shown.stage if self._shown else ""
        if stage not in BANNERS:
            return {"text": "", "tone": "jade"}
        return {"text": self.say(f"mediate.stage_{stage}"), "tone": BANNERS[stage]}

    def _get_whose(self) -> Row:
        """Say to others whose the mediation is, and to a new mediator what stays closed."""
        shown = self._shown
        if shown is None or not shown.mediator:
            return {"text": "", "tone": "jade"}
        if shown.mediator_gone:
            return {"text": self.say("mediate.gone", name=shown.mediator_name), "tone": "amber"}
        if not shown.mine:
            return {"text": self.say("mediate.not_yours", name=shown.mediator_name), "tone": "jade"}
        kept = self.say("mediate.kept_back", n=shown.kept_back) if shown.kept_back else ""
        return {"text": kept, "tone": "jade"}

    def _get_acts(self) -> Row:
        """Return the open acts, each with its words; what cannot be done now is not there."""
        return {a.id: self.speak(a.label) for a in self._actions if a.closed is None}

    def _get_key(self) -> str:
        """Say what the key for the session does now."""
        return self.say(f"mediate.do_{self._next_turn[0].removesuffix('_session')}")

    talk = Property(QObject, lambda self: self._talk, constant=True)
    rooms = Property(QObject, lambda self: self._rooms, constant=True)
    screen = Property(QObject, lambda self: self._screen, constant=True)
    stage = Property(str, _get_stage, notify=read)
    trouble = Property(MAP, lambda self: told_in_full(self.words, self._trouble), notify=read)
    mine = Property(bool, lambda self: bool(self._shown and self._shown.mine), notify=read)
    appointed = Property(bool, lambda self: bool(self._shown and self._shown.mediator), notify=read)
    sealed = Property(bool, lambda self: bool(self._shown and self._shown.talks is None), notify=read)
    banner = Property(MAP, _get_banner, notify=read)
    whose = Property(MAP, _get_whose, notify=read)
    acts = Property(MAP, _get_acts, notify=read)
    way = Property(ROWS, lambda self: self._rows(MediationRows.way), notify=read)
    untold = Property(
        bool, lambda self: any(not one["informed"] for one in self._rows(MediationRows.people)), notify=read
    )
    people = Property(ROWS, lambda self: self._rows(MediationRows.people), notify=read)
    sessions = Property(ROWS, lambda self: self._rows(MediationRows.sessions), notify=read)
    turns = Property(bool, lambda self: self._next_turn[0] in self._may, notify=read)
    takesTalk = Property(  # noqa: N815
        bool, lambda self: bool(self._shown and self._shown.stage in TALKED), notify=read
    )
    inSession = Property(bool, lambda self: self._under_way is not None, notify=read)  # noqa: N815
    sessionKey = Property(str, _get_key, notify=read)  # noqa: N815
    covered = Property(bool, lambda self: self._covered, notify=read)
    covers = Property(bool, lambda self: bool(self._under_way and not self._under_way.private), notify=read)
    talks = Property(ROWS, lambda self: self._rows(lambda r: r.talks(covered=self._covered)), notify=read)
    between = Property(
        str, lambda self: self._say(lambda r: r.between(covered=self._covered), ""), notify=read
    )
    facts = Property(LINES, lambda self: list(self._shown.undisputed) if self._shown else [], notify=read)
    duties = Property(ROWS, lambda self: self._rows(MediationRows.duties), notify=read)
    tally = Property(str, lambda self: self._say(MediationRows.tally, ""), notify=read)

"""The case page: one case as the person may see it, what may come next, and what was just done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, Line
from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.views import CopyView
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import MAP
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.acting import Acting
from stationkiosk.ui.desk.asking import Asking, new_key
from stationkiosk.ui.desk.bridge import SCREENS, Command, Moved
from stationkiosk.ui.desk.case_commands import commands_of
from stationkiosk.ui.desk.case_shown import FIRST_TAB, TABS, CaseShown
from stationkiosk.ui.desk.differing import entries_since
from stationkiosk.ui.desk.evidence import Evidence
from stationkiosk.ui.desk.leading import leads_to
from stationkiosk.ui.desk.mediation import Mediation
from stationkiosk.ui.desk.papers import Papers
from stationkiosk.ui.desk.plans import (
    ON_A_TAB,
    acting,
    contacting,
    correcting,
    find,
    line_of,
    making,
    printing,
    revealing,
)
from stationkiosk.ui.desk.printing_words import offered_choices
from stationkiosk.ui.desk.saying import told_in_full
from stationkiosk.ui.desk.shown import Row, first_matter
from stationkiosk.ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow

ROOMY = ("mediation",)
"""Tabs that may have the whole window: what else there is gives way, so that nobody else reads it."""


class CasePage(CaseShown):
    """Bridge of the case page: opens a case, and begins and tells what is done to it.

    ``acting``, ``evidence`` and ``papers`` are what opens over it; ``mediation`` is one of its tabs.
    ``roomy``: the tab that shows has the whole window.
    ``stage`` is ``none`` (no case is chosen), ``loading``, ``open``, ``fault`` (of the world, may be
    tried again) or ``withheld`` (this person may not see it).

    Signals:
        turned: another tab shows.
        arrived: a case came up; focus goes to what is to be done.
        acted: something was done to the case, by this person.
        covered: something came up over the page, or went.
        laidBare: the dialog went with nothing done; focus goes back to what comes next.
        led: it may go on on another page than before.
        wayAsked(str): an act was begun that no dialog can ask for: the tab that does it takes over.
    """

    changed = Signal()
    turned = Signal()
    arrived = Signal()
    acted = Signal()
    covered = Signal()
    laidBare = Signal()  # noqa: N815
    led = Signal()
    wayAsked = Signal(str)  # noqa: N815

    page = "cases"
    follows_screens = True

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._undoing = Undoing(asking)
        self._undoing.setParent(self)
        self._undoing.undone.connect(self._undone)
        self._undoing.failed.connect(self._fail)
        self._tab = FIRST_TAB
        self._turn = 0
        self._over = False
        self._copied: tuple[int, CopyView] | None = None
        self._clear()
        shell.caseAsked.connect(self.open)
        shell.backAsked.connect(self.back, Qt.ConnectionType.QueuedConnection)

    def furnish(self, window: DeskWindow) -> None:
        """Make what opens over the page."""
        self._clock = window.clock
        self._dialog = Acting(self.words, self.asking, window.thumbnails, window.clock, new_key)
        self._evidence = Evidence(self.words, self.asking, window.thumbnails)
        self._papers = Papers(self.words, self.asking, window.thumbnails)
        self._dialog.done.connect(self._done)
        self._dialog.newer.connect(self.renew)
        self._dialog.left.connect(self.laidBare)
        self._papers.chosen.connect(self._choose_printer)
        self._mediation = Mediation(self.words, self.asking, window)
        self._mediation.begun.connect(self._begin)
        self._mediation.newer.connect(self.renew)
        for moved in (self._mediation.read, self.filed, self.turned):
            moved.connect(self.led)
        self._shelves = (self._evidence, self._papers, self._mediation)
        for above in (self._dialog, *self._shelves):
            above.setParent(self)
            above.changed.connect(self._cover)

    def _clear(self) -> None:
        self._stage = "none"
        self._wide = False
        self._id: UUID | None = None
        self._file = None
        self._newer: CaseFile | None = None
        self._matter = 0
        self._told: Text | None = None
        self._trouble: KnownError | None = None
        self._undoing.drop()
        self._reporter = ()
        self._issued = -1

    # what Python may do

    @Slot(object)
    def open(self, case_id: UUID) -> None:
        """Open a case; the one that is open already is only looked at again."""
        if case_id == self._id and self._stage == "open":
            self.look_again()
            return
        self._dialog.leave()
        self._clear()
        self.turned.emit()
        self._id = case_id
        self._load()

    def forget(self) -> None:
        """Hold no case, nothing typed and no picture: somebody else sits down."""
        self._turn += 1
        self._ticks.stop()
        self._dialog.forget()
        self._clear()
        self._tab = FIRST_TAB
        self._mediation.forget()
        self._pass_on(None)

    def moved(self, change: Moved) -> None:
        """Look again where the case that shows may be the one that changed."""
        if change.topic != SCREENS and change.case_id in (None, self._id):
            self.look_again()
        self._mediation.moved(change)

    def commands(self) -> tuple[Command, ...]:
        """Return the case's actions, and what else can be done to it."""
        return commands_of(self)

    @Slot()
    def back(self) -> None:
        """Put away what lies on top."""
        if self._dialog.is_open:
            self._dialog.leave()
            return
        shelf = next((shelf for shelf in self._shelves if shelf.is_open), None)
        if shelf is not None:
            shelf.close()
        elif self._wide and self._tab in ROOMY:
            self.spread()

    @Slot()
    def _cover(self) -> None:
        over = self._dialog.is_open or any(shelf.is_open for shelf in self._shelves)
        if over is not self._over:
            self._over = over
            self.covered.emit()

    def look_again(self) -> None:
        """See whether the case became another elsewhere, and say so quietly."""
        case_id, turn = self._id, self._turn
        if case_id is not None and self._stage == "open":
            self.asking.ask(
                lambda desk: desk.open(case_id),
                lambda file: self._look(turn, file),
                lambda trouble: isinstance(trouble, KnownError),
            )

    def _load(self) -> None:
        case_id = self._id
        if case_id is None:
            return
        self._turn += 1
        turn, self._stage, self._trouble = self._turn, "loading", None
        self._pass_on(None)
        self.asking.ask(
            lambda desk: desk.open(case_id),
            lambda file: self._opened(turn, file),
            lambda trouble: self._cannot_open(turn, trouble),
        )

    def _opened(self, turn: int, file: CaseFile) -> None:
        if turn != self._turn:
            return
        self._stage = "open"
        self._matter = first_matter(file)
        self._ticks.start()
        self.renew(file)
        self.arrived.emit()

    def _cannot_open(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._stage = "withheld" if isinstance(trouble, Closed) else "fault"
            self._trouble = known or KnownError("case_unread")
            self._pass_on(None)
        return known is not None

    @Slot(object)
    def renew(self, file: CaseFile) -> None:
        """Show the case as it now is, if it is still the one that shows."""
        if file.case_id != self._id:
            return
        self._newer = None
        if self._file is not None and not any(m.n == self._matter for m in file.matters):
            self._matter = first_matter(file)
        self._pass_on(file)

    def _pass_on(self, file: CaseFile | None) -> None:
        self._file = file
        for shelf in self._shelves:
            shelf.take(file)
        self.filed.emit()
        self.ticked.emit()
        self.changed.emit()

    def _look(self, turn: int, file: CaseFile) -> None:
        if turn != self._turn or self._file is None or file == self._file:
            return
        if file.version == self._file.version and not self._dialog.is_open:
            self.renew(file)
        elif file.version != self._file.version:
            self._newer = file
            self.changed.emit()

    @Slot(object, object)
    def _done(self, file: CaseFile, told: Text) -> None:
        if file.case_id != self._id:
            self._told = Text(f"{file.number}  {told.zh}", f"{file.number}  {told.en}")
            self.changed.emit()
            return
        self._told = told
        known = {paper.ref for paper in self._file.papers} if self._file else set()
        issued = [at for at, paper in enumerate(file.papers) if paper.ref not in known]
        self._issued = issued[0] if issued else -1
        self.renew(file)
        if self._copied is not None:
            (at, copy), self._copied = self._copied, None
            self._papers.watch(at, copy)
        open_matter = next((m for m in file.matters if m.n == self._matter and not m.ended), None)
        if open_matter is None:
            self._matter = first_matter(file)
            self.filed.emit()
        self.acted.emit()

    @Slot(int, object)
    def _choose_printer(self, at: int, offered: tuple[PrinterOffered, ...]) -> None:
        """Ask where a paper is printed, and why where it is printed once more."""
        if self._file is not None and at < len(self._file.papers):
            paper, choices = self._file.papers[at], offered_choices(offered, self.words)
            self._dialog.open(printing(self._file, paper, choices, self._remember(at), self.words.text))

    def _remember(self, at: int) -> Callable[[CopyView], None]:
        def copied(copy: CopyView) -> None:
            self._copied = at, copy

        return copied

    # what QML may do

    @Slot(str)
    def turn(self, tab: str) -> None:
        """Show a tab."""
        if tab in TABS and tab != self._tab:
            self._tab = tab
            self.turned.emit()

    @Slot(int)
    def choose(self, matter_n: int) -> None:
        """Show the actions and clocks of another matter."""
        if matter_n != self._matter:
            self._matter = matter_n
            self.filed.emit()

    @Slot()
    def spread(self) -> None:
        """Give the tab the whole window, or take it back."""
        self._wide = not self._wide
        self.turned.emit()

    @Slot(int, str)
    def act(self, matter_n: int, action_id: str) -> None:
        """Begin an action."""
        if self._mediation.leads(matter_n, action_id):
            self.turn("mediation")
        else:
            self._begin(matter_n, action_id, {})

    @Slot(int, str, object)
    def _begin(self, matter_n: int, action_id: str, given: Mapping[str, str]) -> None:
        found = find(self._file, matter_n, action_id) if self._file else None
        if action_id in ON_A_TAB:
            self.turn(ON_A_TAB[action_id])
            self.wayAsked.emit(action_id)
        elif found is not None and self._file is not None and found[1].closed is None:
            prepare = partial(self._mediation.prepare, *found, given)
            about = " ".join(given.values())
            self._dialog.open(acting(self._file, *found, self.words.text, prepare, about))

    @Slot(str)
    def correct(self, field: str) -> None:
        """Begin to correct a line."""
        line = line_of(self._file, field) if self._file and field else None
        if line is not None and self._file is not None:
            self._dialog.open(correcting(self._file, line, self.words.text))

    @Slot()
    def contact(self) -> None:
        """Begin to enter an attempt to reach a party."""
        if self._file is not None and self._file.contact_ways:
            self._dialog.open(contacting(self._file, self.words.text))

    @Slot()
    def openReporter(self) -> None:  # noqa: N802
        """Begin to open who reported a breach."""
        if self._file is not None and self._file.opens_reporter:
            self._dialog.open(revealing(self._file, self._reveal, self.words.text))

    def _reveal(self, lines: tuple[Line, ...]) -> None:
        self._reporter = lines

    @Slot(str)
    def make(self, kind: str) -> None:
        """Begin to make a paper."""
        paper = next((p for p in self._file.makes if p.id == kind), None) if self._file else None
        if paper is not None and self._file is not None and paper.closed is None:
            self._dialog.open(making(self._file, paper, self.words.text))

    @Slot()
    def undo(self) -> None:
        """Take back what this person did last."""
        file = self._file
        if file is not None and file.undoable is not None and not self._undoing.busy:
            self._trouble = None
            self._undoing.begin(file, file.undoable.label)
            self.changed.emit()

    @Slot(object, object)
    def _undone(self, file: CaseFile, label: Text) -> None:
        self._told = self.words.text("case.undone").put(action=label)
        self.renew(file)
        self.acted.emit()

    @Slot(object)
    def _fail(self, trouble: KnownError | None) -> None:
        self._trouble = trouble
        self.changed.emit()

    @Slot()
    def printIssued(self) -> None:  # noqa: N802
        """Print the paper that was just issued."""
        self._papers.print(self._issued)
        self._issued = -1
        self.turn("papers")
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Try once more to open the case."""
        self._load()

    @Slot()
    def showNewer(self) -> None:  # noqa: N802
        """Show what the case became elsewhere."""
        if self._newer is not None:
            self._told = None
            self.renew(self._newer)

    @Slot()
    def hush(self) -> None:
        """Put the line about what was done away."""
        self._told = self._trouble = None
        self._issued = -1
        self.changed.emit()

    # what QML shows

    def _get_newer(self) -> str:
        if self._newer is None or self._file is None:
            return ""
        return self._shown.moved(entries_since(self._file, self._newer))

    def _get_told(self) -> str:
        undoable = self._file.undoable if self._file else None
        if self._told is None and undoable is not None:
            return self.say("case.last_act", action=self.speak(undoable.label))
        return self.speak(self._told)

    def _get_trouble(self) -> Row:
        return told_in_full(self.words, self._trouble)

    def _get_leads(self) -> Row:
        return leads_to(self.words, self._file, self._chosen, self._mediation.shown, self._tab)

    leads = Property(MAP, _get_leads, notify=led)
    over = Property(bool, lambda self: self._over, notify=covered)
    roomy = Property(bool, lambda self: self._wide and self._tab in ROOMY, notify=turned)
    spreads = Property(bool, lambda self: self._tab in ROOMY, notify=turned)
    acting = Property(QObject, lambda self: self._dialog, constant=True)
    evidence = Property(QObject, lambda self: self._evidence, constant=True)
    papers = Property(QObject, lambda self: self._papers, constant=True)
    mediation = Property(QObject, lambda self: self._mediation, constant=True)
    stage = Property(str, lambda self: self._stage, notify=changed)
    trouble = Property(MAP, _get_trouble, notify=changed)
    newer = Property(str, _get_newer, notify=changed)
    told = Property(str, _get_told, notify=changed)
    issued = Property(bool, lambda self: self._issued >= 0, notify=changed)
    undoable = Property(bool, lambda self: bool(self._file and self._file.undoable), notify=changed)
    undoing = Property(bool, lambda self: self._undoing.busy, notify=changed)
    tab = Property(str, lambda self: self._tab, notify=turned)

"""A paper on its way out of the printer, watched until the person says that it is in their hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.views import CopyView, PaperIssued, PaperRef
from stationkiosk.domain.copies import MOVING, CopyState
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.paper_told import OnItsWay, said, stage, title

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.printing.shown import PrinterOffered

POLL_MS = 700
LOOK_SECONDS = 3
"""How often the other printers are looked at while a paper does not come."""

SLOW_SECONDS = 45
"""How long a paper may be on its way before other ways are offered."""

BACK_SECONDS = 8
"""How long a new copy waits for the one before it to be called back."""

STUCK = ("trouble", "missing", "later")
"""Where a paper stands that is not in hand and does not come by itself, or not soon."""

ON_PAPER = ("printing", "ask", "taken")
"""Where a paper stands that is there, or is coming."""

Printed = Callable[["Counter"], CopyView]
PrintedOn = Callable[["Counter", str], CopyView]


class Paper(Bridge):
    """Bridge of whatever page prints a paper: the last page of a filing, and printing again.

    ``stage`` is where the copy stands, as ``paper_told.stage`` says. A copy that waits with a
    trouble is looked after further: it goes on by itself. A new copy is only printed when the one
    before it has ended or was called back, so that taps never pile up paper. ``reprints``: papers
    are printed again at this kiosk.

    Signals:
        begun: a copy is on its way.
        taken: the person has the paper in their hand.
        readAsked(paper): a paper printed again is to be read on the screen.
    """

    changed = Signal()
    begun = Signal()
    taken = Signal()
    readAsked = Signal(object)  # noqa: N815

    def __init__(self, words: Words, executor: Executor[Counter], clock: Clock) -> None:
        super().__init__(words)
        self._executor = executor
        self._clock = clock
        self.reprints = True
        self._now = OnItsWay()
        self._again: PrintedOn | None = None
        self._then: Printed | None = None
        self._offered: tuple[PrinterOffered, ...] = ()
        self._turn = 0
        self._asking = self._acting = False
        self._began = self._looked = 0.0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.poll)

    def first(self, ref: PaperRef) -> None:
        """Print the first copy of a paper just issued."""
        self._now = OnItsWay(ref, "filed", reprints=self.reprints)
        self._again = lambda counter, printer: counter.print_receipt(ref, "again", printer)
        self._print(lambda counter: counter.print_receipt(ref, "first"))

    def once_more(self, paper: PaperIssued) -> None:
        """Print a paper again for somebody who came back for it."""
        ref = paper.ref
        self._now = OnItsWay(ref, "reprint", paper, reprints=self.reprints)
        self._again = lambda counter, printer: counter.reprint(ref, printer)
        self._print(lambda counter: counter.reprint(ref))

    def forget(self) -> None:
        """Hold no paper."""
        self._poll.stop()
        self._now = OnItsWay()
        self._again = self._then = None
        self._offered = ()
        self._turn += 1
        self._asking = self._acting = False
        self.changed.emit()

    @property
    def rests(self) -> bool:
        """Whether a further copy may be asked for: none is coming by itself."""
        return self._get_stage() in ("taken", *STUCK)

    @property
    def comes(self) -> bool:
        """Whether a copy is on its way, with nothing that keeps it."""
        return self._get_stage() == "printing" and not self._now.slow

    # what QML may do

    @Slot()
    def poll(self) -> None:
        """Look how far the copy is, and whether another printer could take it."""
        ref, copy = self._now.ref, self._now.copy
        if ref is None or self._asking:
            return
        self._note_time()
        if copy is not None and copy.state in MOVING:
            self._ask(lambda counter: counter.copy(ref, copy.n))
        if self._get_stage() in STUCK and self._clock.monotonic() - self._looked >= LOOK_SECONDS:
            self._look_round()

    @Slot()
    def again(self) -> None:
        """Print another copy; one that still waits is called back first."""
        again, ref, copy = self._again, self._now.ref, self._now.copy
        if again is None or ref is None or self._acting or self._then is not None:
            return
        if copy is None or copy.state not in MOVING:
            self._print(lambda counter: again(counter, ""))
            return
        self._then, self._began = lambda counter: again(counter, ""), self._clock.monotonic()
        self._now.later, self._now.waits_for_back = False, True
        self._act(lambda counter: counter.print_later(ref, copy.n))

    @Slot(str)
    def on(self, printer: str) -> None:
        """Print on another printer; the station calls back what still waits at this one."""
        again = self._again
        if again is not None and not self._acting:
            self._print(lambda counter: again(counter, printer))

    @Slot()
    def later(self) -> None:
        """Print nothing now: a copy that still waits is called back."""
        ref, copy = self._now.ref, self._now.copy
        if ref is None or self._acting:
            return
        self._now.later = True
        if copy is not None and copy.state in MOVING:
            self._act(lambda counter: counter.print_later(ref, copy.n))
        else:
            self.changed.emit()

    @Slot()
    def read(self) -> None:
        """Read the paper on the screen."""
        if self._now.issued is not None:
            self.readAsked.emit(self._now.issued)

    @Slot(bool)
    def inHand(self, yes: bool) -> None:  # noqa: N802
        """Take the person's word whether the paper is in their hand."""
        ref, copy = self._now.ref, self._now.copy
        if ref is not None and copy is not None and not self._acting:
            self._act(lambda counter: counter.in_hand(ref, copy.n, yes))

    # what is asked of the station

    def _print(self, printed: Printed) -> None:
        self._now.begin()
        self._then, self._began = None, self._clock.monotonic()
        self.begun.emit()
        self._act(printed)
        self._look_round()

    def _act(self, job: Printed) -> None:
        self._acting = True
        self.changed.emit()
        self._ask(job)

    def _ask(self, job: Printed) -> None:
        self._turn += 1
        turn, self._asking = self._turn, True
        self._executor.ask(
            job, lambda copy: self._take(turn, copy), lambda trouble: self._cannot(turn, trouble)
        )

    def _take(self, turn: int, copy: CopyView) -> None:
        if turn != self._turn:
            return
        before = self._get_stage()
        news = self._now.take(copy)
        self._asking = self._acting = False
        self._poll.start()
        if self._then is not None and copy.state not in MOVING:
            self._called_back(copy)
            return
        if self._get_stage() == "trouble" != before:
            self._look_round()
        if copy.state is CopyState.IN_HAND:
            self._poll.stop()
            self.taken.emit()
        if news:
            self.changed.emit()

    def _called_back(self, copy: CopyView) -> None:
        """Print what was to follow, unless the copy came out after all."""
        then, self._then = self._then, None
        self._now.waits_for_back = False
        if then is not None and copy.state is not CopyState.SETTLED:
            self._print(then)
        else:
            self.changed.emit()

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        if turn == self._turn:
            self._asking = self._acting = False
            known = isinstance(trouble, KnownError)
            self._now.trouble = trouble if isinstance(trouble, KnownError) else KnownError("printer_error")
            if known:
                self._poll.start()
            else:
                self._poll.stop()
            self.changed.emit()
        return True

    def _note_time(self) -> None:
        """Note what only time brings: a paper that is slow, a copy that is not called back."""
        waited = self._clock.monotonic() - self._began
        if self._then is not None and waited > BACK_SECONDS:
            self._then, self._now.waits_for_back = None, False
            self.changed.emit()
        slow = waited > SLOW_SECONDS and self._get_stage() == "printing"
        if slow != self._now.slow:
            self._now.slow = slow
            self.changed.emit()

    def _look_round(self) -> None:
        ref, self._looked = self._now.ref, self._clock.monotonic()
        if ref is not None:
            self._executor.ask(
                lambda counter: counter.printers_for(ref),
                lambda offered: self._offer(ref, offered),
                lambda trouble: isinstance(trouble, KnownError),
            )

    def _offer(self, ref: PaperRef, offered: tuple[PrinterOffered, ...]) -> None:
        if ref == self._now.ref and offered != self._offered:
            self._offered = offered
            self._now.works_again = self._works_again()
            self.changed.emit()

    # what QML shows

    @property
    def _own(self) -> str:
        return self._now.copy.printer if self._now.copy else ""

    def _works_again(self) -> bool:
        return any(one.id == self._own and one.ready for one in self._offered)

    def _get_stage(self) -> str:
        return stage(self._now)

    def _get_name(self) -> str:
        return self.speak(self._now.issued.title) if self._now.issued else ""

    def _get_copy(self) -> str:
        copy, at = self._now.copy, self._get_stage()
        told = copy is None or copy.copy_no < 2 or (at == "printing" and copy.replaces)
        return self.say("reprint.copy", n=copy.copy_no) if copy and not told and at in ON_PAPER else ""

    def _get_at(self) -> str:
        if self._get_stage() not in (*ON_PAPER, "trouble"):
            return ""
        names = [one.name for one in self._offered if one.id == self._own]
        several = len(self._offered) > 1 and names
        return self.say("your_paper.at", printer=names[0]) if several else ""

    def _get_ways(self) -> list[dict[str, str]]:
        if self._get_stage() not in ("trouble", "missing") and not self._now.slow:
            return []
        others = [one for one in self._offered if one.ready and one.id != self._own]
        return [{"id": one.id, "words": self.say("your_paper.other", printer=one.name)} for one in others]

    def _get_waits(self) -> bool:
        copy = self._now.copy
        coming = copy is not None and copy.state is CopyState.PRINTING and not copy.trouble
        return copy is not None and copy.state in MOVING and not coming

    stage = Property(str, _get_stage, notify=changed)
    title = Property(str, lambda self: title(self.words, self._now), notify=changed)
    said = Property(str, lambda self: said(self.words, self._now), notify=changed)
    name = Property(str, _get_name, notify=changed)
    copyNo = Property(str, _get_copy, notify=changed)  # noqa: N815
    at = Property(str, _get_at, notify=changed)
    ways = Property(ROWS, _get_ways, notify=changed)
    waits = Property(bool, _get_waits, notify=changed)
    slow = Property(bool, lambda self: self._now.slow, notify=changed)

"""A paper on its way out of the printer, watched until the person says that it is in their hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.views import CopyState, CopyView, PaperIssued, PaperRef
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

POLL_MS = 700
UNDER_WAY = (CopyState.RENDERED, CopyState.SPOOLED, CopyState.PRINTING)
TROUBLED = (CopyState.FAILED, CopyState.CANCELLED, CopyState.UNKNOWN)
AWAY = ("printer_missing", "printer_read_only", "printer_full_folder")
"""What only staff can mend; the public is told that nothing prints now, and what to keep."""

REFUSED = ("reprints_used_up", "reprints_off")

Printed = Callable[["Counter"], CopyView]


class Paper(Bridge):
    """Bridge of whatever page prints a paper: the last page of a filing, and printing again.

    ``stage`` is where the copy stands: ``printing``, ``ask`` (is it in your hand?), ``taken``,
    ``trouble``, ``missing`` (the person says that it is not in their hand), or ``refused`` (no
    more copies today); "" while there is none. A copy that waits with a trouble is looked after
    further: it may come out yet.

    Signals:
        begun: a copy is on its way.
        taken: the person has the paper in their hand.
    """

    changed = Signal()
    begun = Signal()
    taken = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._ref: PaperRef | None = None
        self._copy: CopyView | None = None
        self._trouble: KnownError | None = None
        self._asking = False
        self._again: Printed | None = None
        self._told = ""
        self._name: Text | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.poll)

    def first(self, ref: PaperRef) -> None:
        """Print the first copy of a paper just issued."""
        self._ref, self._told, self._name = ref, "filed", None
        self._again = lambda counter: counter.print_receipt(ref, "again")
        self._print(lambda counter: counter.print_receipt(ref, "first"))

    def once_more(self, paper: PaperIssued) -> None:
        """Print a paper again for somebody who came back for it."""
        ref = paper.ref
        self._ref, self._told, self._name = ref, "reprint", paper.title
        self._again = lambda counter: counter.reprint(ref)
        self._print(self._again)

    def forget(self) -> None:
        """Hold no paper."""
        self._poll.stop()
        self._ref = self._copy = self._trouble = self._again = self._name = None
        self._asking, self._told = False, ""
        self.changed.emit()

    @Slot()
    def poll(self) -> None:
        """Look how far the copy is."""
        ref, copy = self._ref, self._copy
        if ref is None or copy is None or self._asking or copy.state not in UNDER_WAY:
            return
        self._ask(lambda counter: counter.copy(ref, copy.n))

    @Slot()
    def again(self) -> None:
        """Print another copy."""
        if not self._asking and self._again is not None:
            self._print(self._again)

    @Slot(bool)
    def inHand(self, yes: bool) -> None:  # noqa: N802
        """Take the person's word whether the paper is in their hand."""
        ref, copy = self._ref, self._copy
        if ref is None or copy is None or self._asking:
            return
        self._ask(lambda counter: counter.in_hand(ref, copy.n, yes))

    def _print(self, printed: Printed) -> None:
        self._copy = self._trouble = None
        self.begun.emit()
        self.changed.emit()
        self._ask(printed)

    def _ask(self, printed: Printed) -> None:
        self._asking = True
        self._executor.ask(printed, self._take, self._cannot)

    def _take(self, copy: CopyView) -> None:
        if copy.paper != self._ref:
            return
        news = copy != self._copy or self._trouble is not None
        self._asking, self._copy, self._trouble = False, copy, None
        if copy.state in UNDER_WAY:
            self._poll.start()
        else:
            self._poll.stop()
        if copy.state is CopyState.IN_HAND:
            self.taken.emit()
        if news:
            self.changed.emit()

    def _cannot(self, trouble: Exception) -> bool:
        self._asking = False
        if not isinstance(trouble, KnownError):
            self._poll.stop()
        self._trouble = trouble if isinstance(trouble, KnownError) else KnownError("printer_unknown")
        self.changed.emit()
        return True

    def _get_stage(self) -> str:
        copy = self._copy
        if self._ref is None:
            return ""
        if self._trouble is not None and self._trouble.key in REFUSED:
            return "refused"
        if copy is not None and copy.state is CopyState.ABANDONED:
            return "missing"
        if self._trouble is not None or (copy and (copy.trouble or copy.state in TROUBLED)):
            return "trouble"
        if copy is None or copy.state in UNDER_WAY:
            return "printing"
        return "taken" if copy.state is CopyState.IN_HAND else "ask"

    def _get_said(self) -> str:
        stage = self._get_stage()
        if not stage:
            return ""
        if stage not in ("trouble", "refused"):
            return self.say(f"{self._told}.{stage}")
        told = KnownError(self._copy.trouble) if self._copy and self._copy.trouble else None
        trouble = self._trouble or told or KnownError("printer_unknown")
        shown = KnownError("printer_away") if trouble.key in AWAY else trouble
        _title, what, do = self.words.fault(shown)
        return self.words.join(what, do)

    def _get_copy(self) -> str:
        copy = self._copy
        return self.say("reprint.copy", n=copy.copy_no) if copy and copy.copy_no > 1 else ""

    stage = Property(str, _get_stage, notify=changed)
    said = Property(str, _get_said, notify=changed)
    name = Property(str, lambda self: self.speak(self._name), notify=changed)
    copyNo = Property(str, _get_copy, notify=changed)  # noqa: N815

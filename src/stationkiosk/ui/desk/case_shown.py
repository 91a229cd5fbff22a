"""What a case page shows of its case: every line, button, deadline and entry, in words for QML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal

from stationkiosk.casework.desk.views import CaseFile, Line, MatterShown
from stationkiosk.ui.common.bridge import LINES, MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import DeskBridge
from stationkiosk.ui.desk.shown import Shown
from stationkiosk.ui.desk.times import moment_text

if TYPE_CHECKING:
    from stationkiosk.domain.ports import Clock
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell

TICK_MS = 15_000
"""How often the elapsed time is said anew."""

TABS = ("parties", "facts", "evidence", "answers", "mediation", "agreement", "papers", "contacts", "record")
FIRST_TAB = TABS[0]


class CaseShown(DeskBridge):
    """The case that lies open, and which of its matters is looked at. It reads; ``CasePage`` does.

    Signals:
        filed: the case shown is another, or newer; apart from ``changed``, so that little redraws.
        ticked: the elapsed time is said anew.
    """

    filed = Signal()
    ticked = Signal()

    _clock: Clock

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        words.changed.connect(self.filed)
        self._shown = Shown(words)
        self._file: CaseFile | None = None
        self._matter = 0
        self._reporter: tuple[Line, ...] = ()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.ticked)

    @property
    def file(self) -> CaseFile | None:
        """The case as it was last read."""
        return self._file

    def _of(self, say: Callable[[CaseFile], object], empty: object) -> object:
        return say(self._file) if self._file else empty

    @property
    def _chosen(self) -> MatterShown | None:
        matters = self._file.matters if self._file else ()
        return next((matter for matter in matters if matter.n == self._matter), None)

    tabs = Property(ROWS, lambda self: self._shown.tabs(TABS, self._file), notify=filed)
    title = Property(str, lambda self: self._of(self._shown.title, ""), notify=filed)
    ended = Property(str, lambda self: self._of(self._shown.ended, ""), notify=filed)
    under = Property(LINES, lambda self: self._of(self._shown.under_title, []), notify=filed)
    number = Property(str, lambda self: self._of(lambda f: f.number, ""), notify=filed)
    elapsed = Property(
        MAP, lambda self: self._of(lambda f: self._shown.elapsed(f, self._clock.now()), {}), notify=ticked
    )
    matters = Property(
        ROWS, lambda self: self._of(lambda f: [self._shown.matter(m) for m in f.matters], []), notify=filed
    )
    filedAt = Property(  # noqa: N815
        str, lambda self: self._of(lambda f: moment_text(f.filed_at), ""), notify=filed
    )
    matterEnded = Property(  # noqa: N815
        bool, lambda self: bool(self._chosen and self._chosen.ended), notify=filed
    )
    matter = Property(int, lambda self: self._matter, notify=filed)
    actions = Property(ROWS, lambda self: self._shown.actions(self._chosen), notify=filed)
    clocks = Property(
        ROWS,
        lambda self: self._of(lambda f: self._shown.clocks(f, self._matter, self._clock.now()), []),
        notify=filed,
    )
    chain = Property(MAP, lambda self: self._of(self._shown.journal_head, {}), notify=filed)
    parties = Property(ROWS, lambda self: self._of(self._shown.parties, []), notify=filed)
    groups = Property(ROWS, lambda self: self._of(self._shown.groups, []), notify=filed)
    answers = Property(
        ROWS, lambda self: self._of(lambda f: self._shown.lines(f.answers), []), notify=filed
    )
    contacts = Property(
        ROWS,
        lambda self: self._of(lambda f: [self._shown.contact(c) for c in f.contacts], []),
        notify=filed,
    )
    takesContacts = Property(  # noqa: N815
        bool, lambda self: bool(self._file and self._file.contact_ways), notify=filed
    )
    journal = Property(ROWS, lambda self: self._of(self._shown.journal, []), notify=filed)
    makes = Property(ROWS, lambda self: self._of(self._shown.makes, []), notify=filed)
    opensReporter = Property(  # noqa: N815
        bool, lambda self: bool(self._file and self._file.opens_reporter), notify=filed
    )
    reporter = Property(ROWS, lambda self: self._shown.lines(self._reporter), notify=filed)
    withheld = Property(ROWS, lambda self: self._of(self._shown.withheld, []), notify=filed)

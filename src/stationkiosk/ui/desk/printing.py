"""The page of printing: its parts, which one shows, and the beat by which it renews itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.domain.actors import Role
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved
from stationkiosk.ui.desk.printing_copies import Copies
from stationkiosk.ui.desk.printing_keeping import Keeping
from stationkiosk.ui.desk.printing_printers import Printers
from stationkiosk.ui.desk.printing_rules import Rules
from stationkiosk.ui.desk.printing_selftest import SelfTest
from stationkiosk.ui.desk.printing_tab import Tab
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.ui.desk.window import DeskWindow

PRINTERS, RULES, COPIES, CHECKS = "printers", "papers", "copies", "checks"
TABS = (PRINTERS, RULES, COPIES, CHECKS)
BEAT_MS = 2000
"""How often the page looks again at what it shows."""
PLANNERS = frozenset({Role.SYSTEM_ADMIN, Role.SUPERVISOR})
"""Who may change which printers there are and what prints where."""


class Printing(DeskBridge):
    """Bridge of the page; each tab has a bridge of its own."""

    changed = Signal()
    turned = Signal()
    page = "printing"

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._tab = PRINTERS
        self._printers = Printers(words, asking, shell)
        self._keeping = Keeping(words, asking, shell)
        self._rules = Rules(words, asking, shell)
        self._copies = Copies(words, asking, shell)
        self._checks = SelfTest(words, asking, shell)
        self._parts: dict[str, Tab] = {
            PRINTERS: self._printers,
            RULES: self._rules,
            COPIES: self._copies,
            CHECKS: self._checks,
        }
        for part in (*self._parts.values(), self._keeping):
            part.setParent(self)
        self._keeping.kept.connect(self._printers.meet)
        self._printers.saw.connect(self._keeping.know)
        self._copies.counted.connect(self.turned)
        words.changed.connect(self.turned)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beat)

    def furnish(self, window: DeskWindow) -> None:
        """Take the clock."""
        self._copies.start(window.clock)

    def arrive(self) -> None:
        """Look at the tab that shows, and keep looking."""
        may = bool(self.shell.roles & PLANNERS)
        self._keeping.allow(may)
        self._rules.allow(may)
        self._parts[self._tab].look()
        self._beat.start()
        self.turned.emit()

    def forget(self) -> None:
        """Hold nothing."""
        self._beat.stop()
        self._tab = PRINTERS
        for part in self._parts.values():
            part.forget()
        self._keeping.forget()
        self.turned.emit()

    def moved(self, change: Moved) -> None:  # noqa: ARG002
        """A copy or a printer may be another: look at once."""
        if self._shows:
            self._parts[self._tab].look()

    def commands(self) -> tuple[Command, ...]:
        """Offer to look at what waits, to add a printer, to run the self-test."""
        found = [Command("self_test", self.say("printing_page.run"), self.check, icon="check")]
        if self.shell.showing == self.page:
            closed, label = self._keeping.refused, self.say("printing_page.add")
            found.append(Command("add_printer", label, self.add, keys="Alt+N", icon="plus", closed=closed))
        return tuple(found)

    def add(self) -> None:
        """Begin to add a printer."""
        self.turn(PRINTERS)
        self._keeping.add()

    def check(self) -> None:
        """Show the self-test and run it."""
        self.shell.go(self.page)
        self.turn(CHECKS)
        self._checks.run()

    @Slot(str)
    def turn(self, tab: str) -> None:
        """Show a tab."""
        if tab in TABS and tab != self._tab:
            self._tab = tab
            self._parts[tab].look()
            self.turned.emit()

    @Slot()
    def beat(self) -> None:
        """Look again while the page shows; what is under way is waited for."""
        if not self._shows:
            self._beat.stop()
        elif self._tab in (PRINTERS, COPIES) and self.asking.idle:
            self._parts[self._tab].look()

    @property
    def _shows(self) -> bool:
        return self.shell.showing == self.page and self.shell.at_work and not self.shell.is_locked

    def _get_tabs(self) -> list[dict[str, Any]]:
        tabs = TABS if self.shell.roles & CASE_ROLES else tuple(tab for tab in TABS if tab != COPIES)
        counts = {COPIES: self._copies.waiting}
        return [
            {"id": tab, "label": self.say(f"printing_page.tab.{tab}"), "count": counts.get(tab, 0)}
            for tab in tabs
        ]

    tab = Property(str, lambda self: self._tab, notify=turned)
    tabs = Property(ROWS, _get_tabs, notify=turned)
    printers = Property(QObject, lambda self: self._printers, constant=True)
    keeping = Property(QObject, lambda self: self._keeping, constant=True)
    rules = Property(QObject, lambda self: self._rules, constant=True)
    copies = Property(QObject, lambda self: self._copies, constant=True)
    checks = Property(QObject, lambda self: self._checks, constant=True)

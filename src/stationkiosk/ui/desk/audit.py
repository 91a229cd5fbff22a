"""What staff did, as an auditor reads it: who, what, when and why, by day and by person."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Audited, AuditPage, Member
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import DeskBridge
from stationkiosk.ui.desk.shell import Shell
from stationkiosk.ui.desk.times import moment_text

EVERYBODY = "*"


class Audit(DeskBridge):
    """Bridge of the auditor's page."""

    changed = Signal()
    page = "audit"

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._members: tuple[Member, ...] = ()
        self._clear()

    def _clear(self) -> None:
        self._lines: tuple[Audited, ...] = ()
        self._after = self._who = self._open = ""
        self._days: dict[str, date | None] = {"since": None, "until": None}

    def arrive(self) -> None:
        """Ask for what was done last, and by whom it may have been."""
        self.asking.ask(lambda desk: desk.members(), self._known)
        self._ask()

    def forget(self) -> None:
        """Hold nothing that was read."""
        self._members = ()
        self._clear()
        self.changed.emit()

    @Slot(str)
    def choose(self, login: str) -> None:
        """Read what one person did; ``*`` for everybody."""
        self._who = "" if login == EVERYBODY else login
        self._ask()

    @Slot(str, str)
    def setDay(self, which: str, iso: str) -> None:  # noqa: N802
        """Read from a day on, or until one; "" for any."""
        self._days[which] = date.fromisoformat(iso) if iso else None
        self._ask()

    @Slot()
    def more(self) -> None:
        """Read on."""
        self._ask(self._after)

    @Slot(str)
    def open(self, key: str) -> None:
        """Show all that the journal says of one act."""
        self._open = key
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Take the one act away again."""
        self.open("")

    def _ask(self, after: str = "") -> None:
        since, until, who = self._days["since"], self._days["until"], self._who
        before = self._lines if after else ()
        self.asking.ask(
            lambda desk: desk.audit(since, until, who, after),
            lambda page: self._read(before, page),
        )

    def _read(self, before: tuple[Audited, ...], page: AuditPage) -> None:
        self._lines, self._after = (*before, *page.lines), page.after
        self.changed.emit()

    def _known(self, members: tuple[Member, ...]) -> None:
        self._members = members
        self.changed.emit()

    def _row(self, line: Audited) -> dict[str, Any]:
        return {
            "key": f"{line.chain}/{line.seq}",
            "at": moment_text(line.at),
            "who": line.name or line.login,
            "role": self.speak(line.role),
            "what": self.speak(line.what),
            "about": line.about,
            "why": line.reason,
        }

    def _get_rows(self) -> list[dict[str, Any]]:
        return [self._row(line) for line in self._lines]

    def _get_people(self) -> list[dict[str, str]]:
        everybody = {"id": EVERYBODY, "label": self.say("audit.everybody"), "detail": ""}
        people = [{"id": one.login, "label": one.name, "detail": one.login} for one in self._members]
        return [everybody, *people]

    def _get_one(self) -> dict[str, Any]:
        for line in self._lines:
            row = self._row(line)
            if row["key"] == self._open:
                return {
                    **row,
                    "login": line.login,
                    "device": line.device,
                    "seq": line.seq,
                    "hash": line.hash,
                }
        return {}

    rows = Property(ROWS, _get_rows, notify=changed)
    people = Property(ROWS, _get_people, notify=changed)
    who = Property(str, lambda self: self._who or EVERYBODY, notify=changed)
    hasMore = Property(bool, lambda self: bool(self._after), notify=changed)  # noqa: N815
    opened = Property(bool, lambda self: bool(self._get_one()), notify=changed)
    one = Property(MAP, _get_one, notify=changed)
    since = Property(
        str, lambda self: self._days["since"].isoformat() if self._days["since"] else "", notify=changed
    )
    until = Property(
        str, lambda self: self._days["until"].isoformat() if self._days["until"] else "", notify=changed
    )

"""The command palette: what can be done here, pages, cases by search, people; found by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Listed, ListPage, Shelf, Wanted
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge
from stationkiosk.ui.desk.keys import shown
from stationkiosk.ui.desk.newest import Newest
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.ui.desk.window import DeskWindow

MOST_CASES = 8
MOST = 40


class Palette(DeskBridge):
    """Bridge of the palette."""

    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._window: DeskWindow | None = None
        self._typed = ""
        self._place = 0
        self._cases: tuple[Listed, ...] = ()
        self._up = False
        self._search = Newest(self._ask)
        shell.changed.connect(self._stand)

    def furnish(self, window: DeskWindow) -> None:
        """Offer what the other bridges can do."""
        self._window = window

    def forget(self) -> None:
        """Keep nothing of what was found."""
        self._search.forget()
        self._typed, self._place, self._cases = "", 0, ()
        self.changed.emit()

    @Slot()
    def _stand(self) -> None:
        up = self.shell.sheet_up == "palette"
        if up and not self._up:
            self.forget()
        self._up = up

    @Slot(str)
    def type(self, text: str) -> None:
        """Look for what was typed so far."""
        if text != self._typed:
            self._typed, self._place = text, 0
            self._search.want()
            self.changed.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Choose the next offer or the one before."""
        count = len(self._offers())
        if count:
            self._place = (self._place + by) % count
            self.changed.emit()

    @Slot(int)
    def take(self, place: int) -> None:
        """Do what is offered at this place; -1 is the one chosen."""
        offers = self._offers()
        place = self._place if place < 0 else place
        if place < len(offers) and not offers[place].closed:
            self.shell.close_sheet()
            offers[place].do()

    def _ask(self) -> None:
        typed = self._typed.strip()
        if not typed:
            self._cases = ()
            self.changed.emit()
            self._search.done()
            return
        wanted = Wanted(shelf=Shelf.ALL, text=typed)
        self.asking.ask(
            lambda desk: desk.page(wanted), lambda page: self._found(typed, page), self._search.failed
        )

    def _found(self, typed: str, page: ListPage) -> None:
        if typed == self._typed.strip():
            self._cases = page.rows[:MOST_CASES]
            self.changed.emit()
        self._search.done()

    def _offers(self) -> list[Command]:
        typed = self._typed.strip().casefold()
        own = [command for command in self._commands() if _fits(command, typed)]
        return [*own, *map(self._of_case, self._cases)][:MOST]

    def _commands(self) -> list[Command]:
        found: list[Command] = []
        if self._window is not None:
            for bridge in self._window.bridges.values():
                if bridge.page in ("", self.shell.showing) or bridge.page == "cases":
                    found += bridge.commands()
        return [*found, *self._of_window(), *self._people()]

    def _of_window(self) -> list[Command]:
        shell = self.shell
        pages = [
            Command(
                f"page_{page['id']}",
                str(page["label"]),
                _going(shell, str(page["id"])),
                self.say("desk.a_page"),
                str(page["keys"]),
                str(page["icon"]),
            )
            for page in shell.pages_told()
        ]
        return [
            *pages,
            Command("lock", self.say("desk.key.lock"), shell.lock, keys=shown("lock"), icon="lock"),
            Command("leave", self.say("desk.sign_out"), shell.signOut, icon="leave"),
            Command("larger", self.say("desk.key.larger"), shell.changeSize, keys="Ctrl++", icon="large"),
            Command("contrast", self.say("desk.contrast"), shell.changeContrast, icon="contrast"),
            Command(
                "language",
                self.say("desk.key.language"),
                shell.changeLanguage,
                keys=shown("language"),
                icon="globe",
            ),
            Command(
                "help", self.say("desk.key.help"), lambda: shell.open("keys"), keys="F1", icon="keyboard"
            ),
        ]

    def _people(self) -> list[Command]:
        if self._window is None:
            return []
        shell, here = self.shell, self.shell.signed_in
        people = [p for p in self._window.memory.known_people() if here is None or p["login"] != here.login]
        others = [
            Command(
                f"person_{person['login']}",
                self.say("desk.change_to", name=person["name"]),
                _changing(shell, person["login"]),
                person["login"],
                icon="card",
            )
            for person in people
        ]
        change = Command(
            "change_user",
            self.say("desk.key.change_user"),
            shell.changeUser,
            keys=shown("change_user"),
            icon="card",
        )
        return [change, *others]

    def _of_case(self, row: Listed) -> Command:
        title = (
            f"{row.claimant} {self.say('desk.versus', name=row.respondent)}"
            if row.respondent
            else row.claimant
        )
        return Command(
            f"case_{row.case_id}",
            title,
            _opening(self.shell, row.case_id),
            f"{row.number} · {self.speak(row.state)}",
            icon="box",
        )

    def _get_rows(self) -> list[dict[str, Any]]:
        return [
            {
                "id": offer.id,
                "label": offer.label,
                "detail": offer.closed or offer.detail,
                "keys": offer.keys,
                "icon": offer.icon or "right",
                "closed": bool(offer.closed),
            }
            for offer in self._offers()
        ]

    rows = Property(ROWS, _get_rows, notify=changed)
    place = Property(int, lambda self: self._place, notify=changed)
    typed = Property(str, lambda self: self._typed, notify=changed)


def _fits(command: Command, typed: str) -> bool:
    said = f"{command.label} {command.detail}".casefold()
    return all(part in said for part in typed.split())


def _going(shell: Shell, page: str) -> Callable[[], None]:
    return lambda: shell.go(page)


def _changing(shell: Shell, login: str) -> Callable[[], None]:
    return lambda: shell.change_to(login)


def _opening(shell: Shell, case_id: UUID) -> Callable[[], None]:
    return lambda: shell.open_case(case_id)

"""The members of staff at the desk: listed, added, given posts and passwords, closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Member
from stationkiosk.casework.members import NewMember
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.staff import STAFF_ROLES, check_roles
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved
from stationkiosk.ui.desk.saying import told
from stationkiosk.ui.desk.shell import Shell
from stationkiosk.ui.desk.times import moment_text

ADD, EDIT, GIVEN = "add", "edit", "given"


class Members(DeskBridge):
    """Bridge of the page of members and its sheets: add or change somebody, the password given."""

    changed = Signal()
    page = "staff"

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._members: tuple[Member, ...] = ()
        self._clear()

    def _clear(self) -> None:
        self._sheet = self._login = self._name = self._problem = self._given = ""
        self._roles: frozenset[Role] = frozenset()

    def arrive(self) -> None:
        """Ask who is a member."""
        self.asking.ask(lambda desk: desk.members(), self._listed)

    def forget(self) -> None:
        """Hold nobody, and no password that was given."""
        self._members = ()
        self._clear()
        self.changed.emit()

    def moved(self, change: Moved) -> None:
        """Ask again: somebody was changed elsewhere, or signed in."""
        if (
            change.topic in ("station", "all")
            and self.shell.showing == self.page
            and self.shell.signed_in is not None
        ):
            self.arrive()

    def commands(self) -> tuple[Command, ...]:
        """Offer to add somebody."""
        if self.shell.showing != self.page:
            return ()
        return (Command("add_member", self.say("staff.add"), self.add, keys="Alt+N", icon="plus"),)

    @Slot()
    def add(self) -> None:
        """Put the sheet up in which somebody new is entered."""
        self._clear()
        self._sheet = ADD
        self.changed.emit()

    @Slot(str)
    def open(self, login: str) -> None:
        """Put the sheet up in which a member is changed."""
        self._clear()
        member = next(one for one in self._members if one.login == login)
        self._sheet, self._login, self._name, self._roles = EDIT, login, member.name, member.roles
        self.changed.emit()

    @Slot(str)
    def setLogin(self, login: str) -> None:  # noqa: N802
        """Take the sign-in name that was typed."""
        self._login = login

    @Slot(str)
    def setName(self, name: str) -> None:  # noqa: N802
        """Take the name that was typed."""
        self._name = name

    @Slot(str)
    def toggle(self, role: str) -> None:
        """Give a post, or take it."""
        self._roles = self._roles ^ {Role(role)}
        self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Do what the sheet asks."""
        if self._sheet == ADD:
            new = NewMember(self._login, self._name, self._roles)
            self.asking.ask(lambda desk: desk.add_member(new), self._gave, self._refuse)
        elif self._sheet == EDIT:
            login, roles = self._login, self._roles
            self._change(lambda desk: desk.set_roles(login, roles), "staff.roles_set")
        else:
            self.leave()

    @Slot()
    def reset(self) -> None:
        """Give the member another password."""
        login = self._login
        self.asking.ask(lambda desk: desk.reset_password(login), self._gave, self._refuse)

    @Slot()
    def unlock(self) -> None:
        """Forget the wrong passwords tried with the member's name."""
        login = self._login
        self._change(lambda desk: desk.unlock_member(login), "staff.unlocked")

    @Slot()
    def setActive(self) -> None:  # noqa: N802
        """Close the member's account, or open it again."""
        login, active = self._login, not self._chosen().active
        key = "staff.opened" if active else "staff.closed_now"
        self._change(lambda desk: desk.set_active(login, active), key)

    @Slot()
    def leave(self) -> None:
        """Take the sheet away; a password that was given is held no more."""
        self._clear()
        self.changed.emit()

    def _change(self, job: Callable[[Any], object], key: str) -> None:
        said = self.words.text(key).put(name=self._name)
        self.asking.ask(job, lambda _none: self._done(said), self._refuse)

    def _done(self, said: Text) -> None:
        self.leave()
        self.shell.tell(said)
        self.arrive()

    def _gave(self, password: str) -> None:
        self._sheet, self._given, self._problem = GIVEN, password, ""
        self.changed.emit()
        self.arrive()

    def _refuse(self, fault: Exception) -> bool:
        if not isinstance(fault, KnownError):
            return False
        self._problem = told(self.words, fault)
        self.changed.emit()
        return True

    def _listed(self, members: tuple[Member, ...]) -> None:
        self._members = members
        self.changed.emit()

    def _chosen(self) -> Member:
        return next(one for one in self._members if one.login == self._login)

    def _get_rows(self) -> list[dict[str, Any]]:
        return [
            {
                "key": one.login,
                "login": one.login,
                "name": one.name,
                "posts": self._posts(one.roles),
                "state": self.say(f"member.{_state(one)}"),
                "seen": _moment(one.last_sign_in),
                "tone": {"active": "", "locked": "amber", "closed": "off"}[_state(one)],
            }
            for one in self._members
        ]

    def _posts(self, roles: frozenset[Role]) -> str:
        said = [self.say(f"role.{role}") for role in STAFF_ROLES if role in roles]
        return self.say("staff.between").join(said)

    def _get_posts(self) -> list[dict[str, Any]]:
        return [
            {
                "id": role.value,
                "label": self.say(f"role.{role}"),
                "detail": self.say(f"role_does.{role}"),
                "on": role in self._roles,
                "closed": "" if role in self._roles else self._why_closed(role),
            }
            for role in STAFF_ROLES
        ]

    def _why_closed(self, role: Role) -> str:
        try:
            check_roles(self._roles | {role})
        except Closed as fault:
            return self.speak(self.words.fault(fault)[0])
        return ""

    def _get_one(self) -> dict[str, Any]:
        own = self.shell.signed_in is not None and self.shell.signed_in.login == self._login
        found = next((one for one in self._members if one.login == self._login), None)
        return {
            "login": self._login,
            "name": self._name,
            "active": bool(found and found.active),
            "locked": bool(found and found.locked),
            "own": self.speak(self.words.fault(KnownError("not_yourself"))[0]) if own else "",
        }

    rows = Property(ROWS, _get_rows, notify=changed)
    sheet = Property(str, lambda self: self._sheet, notify=changed)
    posts = Property(ROWS, _get_posts, notify=changed)
    one = Property(MAP, _get_one, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    given = Property(str, lambda self: self._given, notify=changed)


def _state(one: Member) -> str:
    return "closed" if not one.active else "locked" if one.locked else "active"


def _moment(at: datetime | None) -> str:
    return moment_text(at) if at is not None else "–"

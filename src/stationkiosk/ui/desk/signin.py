"""A password of one's own: asked for before anything else where others know the present one."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.staff import SignedIn
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge
from stationkiosk.ui.desk.saying import told
from stationkiosk.ui.desk.shell import Shell


class OwnPassword(DeskBridge):
    """Bridge of the page on which one sets one's own password. It keeps none."""

    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._problem = ""
        shell.changed.connect(self.changed)

    def forget(self) -> None:
        """Say nothing of what was wrong."""
        self._tell("")

    def commands(self) -> tuple[Command, ...]:
        """Offer it at any time."""
        return (Command("own_password", self.say("staff.own_password"), self._open, icon="key"),)

    @Slot(str, str, str)
    def change(self, old: str, new: str, again: str) -> None:
        """Set the new password, typed twice; the page says what is wrong in ``problem``."""
        if new != again:
            self._tell(self.say("staff.passwords_differ"))
            return
        self._tell("")
        self.asking.ask(lambda desk: desk.change_password(old, new), self._done, self._refuse)

    @Slot()
    def leave(self) -> None:
        """Keep the password as it is; whoever must change it leaves the desk."""
        if self._must():
            self.shell.signOut()
        else:
            self.shell.close()

    def _open(self) -> None:
        self._tell("")
        self.shell.renew_password()

    def _done(self, who: SignedIn) -> None:
        self.shell.renewed(who)
        self.shell.tell(self.words.text("staff.password_set"))

    def _refuse(self, fault: Exception) -> bool:
        if not isinstance(fault, KnownError):
            return False
        self._tell(told(self.words, fault))
        return True

    def _must(self) -> bool:
        return bool(self.shell.signed_in and self.shell.signed_in.must_change)

    def _tell(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()

    problem = Property(str, lambda self: self._problem, notify=changed)
    must = Property(bool, _must, notify=changed)

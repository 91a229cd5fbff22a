"""The page for staff over whatever a person was doing, and the way back or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from stationkiosk.ui.kiosk.admin import Admin
from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk

if TYPE_CHECKING:
    from stationkiosk.ui.kiosk.session import Session

PAGE = "maintenance"


class Upkeep(QObject):
    """Brings staff who typed the PIN to their page; what showed before waits meanwhile.

    Signals:
        home: nobody was doing anything: back to the start.
        left(int): the kiosk is to end with this exit code; what stood on the page was kept.
    """

    home = Signal()
    left = Signal(int)

    def __init__(self, kiosk: Kiosk, admin: Admin, session: Session) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._admin = admin
        self._session = session
        self._before = HOME
        admin.passed.connect(self._open)
        session.maintenance.closed.connect(self._closed)
        session.maintenance.left.connect(self._leave)

    @Slot()
    def _open(self) -> None:
        if self._kiosk.showing != PAGE:
            self._before = self._kiosk.showing
        self._kiosk.cover("admin", False)
        self._admin.forget()
        self._kiosk.show(PAGE)
        self._session.maintenance.open()

    @Slot()
    def _closed(self) -> None:
        if self._before == HOME:
            self.home.emit()
        else:
            self._kiosk.show(self._before)

    @Slot(int)
    def _leave(self, code: int) -> None:
        self._session.filing.keep()
        self.left.emit(code)

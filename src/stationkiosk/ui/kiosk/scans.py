"""What follows a scanned code: it is looked up where it was scanned, or leads from home to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from stationkiosk.domain.errors import Closed
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk
from stationkiosk.ui.kiosk.scanner import Scanner

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.ui.kiosk.session import Session

LEADS_TO = {"draft": "resume", "notice": "notice"}
"""The page a code scanned on the home page belongs to; any other is one to track with."""


class Scans(QObject):
    """Follows the scanner of one window."""

    def __init__(
        self, kiosk: Kiosk, executor: Executor[Counter], scanner: Scanner, session: Session
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._executor = executor
        self._session = session
        scanner.scanned.connect(self._scanned)

    @Slot(str, str)
    def _scanned(self, page: str, code: str) -> None:
        if page == HOME:
            self._executor.ask(
                lambda counter: counter.what_opens(code),
                lambda opens: self._lead(opens, code),
                lambda trouble: self._refuse(code, trouble),
            )
        else:
            self._session.scan(page, code)

    def _lead(self, opens: str, code: str) -> None:
        if self._kiosk.showing != HOME:
            return
        page = LEADS_TO.get(opens, "track")
        if page == "notice":
            self._session.filing.answer()
        else:
            self._kiosk.show(page)
        self._session.scan(page, code)

    def _refuse(self, code: str, trouble: Exception) -> bool:
        if not isinstance(trouble, Closed) or self._kiosk.showing != HOME:
            return isinstance(trouble, Closed)
        self._session.track.open("")
        self._kiosk.show("track")
        return self._session.track.refuse(code, trouble)

"""What leads from page to page where no journey does: tracking, reading, printing again, writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk

if TYPE_CHECKING:
    from stationkiosk.casework.views import PaperIssued
    from stationkiosk.ui.kiosk.session import Session

PERSONAL = frozenset({"done", "progress", "reader", "reprint", "message"})
"""The pages outside a journey that show what is somebody's own."""

Show = Callable[[str, str], None]


class Visits:
    """Puts the pages of whoever comes back in their order."""

    def __init__(self, kiosk: Kiosk, session: Session, show: Show) -> None:
        self._kiosk = kiosk
        self._session = session
        self._show = show

    def listen(self) -> None:
        """Follow what home and the pages ask for."""
        kiosk, session = self._kiosk, self._session
        kiosk.trackAsked.connect(lambda: self._track("track"))
        kiosk.reprintAsked.connect(lambda: self._track("reprint"))
        kiosk.messageAsked.connect(lambda: self._write(""))
        session.track.messageAsked.connect(self._write)
        session.track.addAsked.connect(session.filing.add)
        session.filing.returned.connect(self._to_case)
        session.track.found.connect(lambda: self._show("progress", "personal"))
        session.track.codeAsked.connect(lambda: kiosk.show("track"))
        session.track.readAsked.connect(self._read)
        session.track.printAsked.connect(self._print)
        session.pages.done.readAsked.connect(self._read)
        session.paper.readAsked.connect(self._read)
        session.rating.rated.connect(session.pages.done.stay)
        session.reader.left.connect(self._back)
        session.reader.printAsked.connect(self._print_read)
        session.message.left.connect(self._back)
        session.message.kept.connect(lambda: self._show("message", "personal"))

    def _track(self, purpose: str) -> None:
        self._session.track.open(purpose)
        self._kiosk.show("track")

    def _write(self, number: str) -> None:
        self._session.message.open(self._kiosk.showing, number)
        self._show("message", "personal")

    def _to_case(self) -> None:
        """Show the case again; where a draft was gone on with none was tracked: home, keeping it."""
        if self._session.track.showing:
            self._session.track.back()
        else:
            self._kiosk.home()

    def _read(self, paper: PaperIssued) -> None:
        page = self._kiosk.showing
        prints = page == "progress" or self._session.paper.rests
        self._session.reader.open(paper, page, prints=prints)
        self._show("reader", "personal")

    def _print_read(self, paper: PaperIssued, page: str) -> None:
        """Print what was read on the screen: a receipt just filed where its copies are told."""
        if page == "done":
            self._session.paper.again()
            self._show("done", "personal")
        else:
            self._print(paper)

    def _print(self, paper: PaperIssued) -> None:
        self._session.paper.once_more(paper)
        self._show("reprint", "personal")

    def _back(self, page: str) -> None:
        if page in ("", HOME):
            self._kiosk.home()
            return
        self._session.pages.done.stay()
        self._show(page, "personal")

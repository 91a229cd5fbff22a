"""The text that is fixed goes to the printer, to be signed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import CopyView
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_record import Record

if TYPE_CHECKING:
    from stationkiosk.ui.desk.case import CasePage


class ByHand(Bridge):
    """Bridge of the button that prints the text. What becomes of the copy is told by the case's papers.

    ``sent`` is the signer whom it was printed for last, "" where that was for all, or never.
    """

    changed = Signal()

    def __init__(self, words: Words, record: Record, page: CasePage) -> None:
        super().__init__(words)
        self._record = record
        self._page = page
        self._sent = ""

    def forget(self) -> None:
        """Hold nothing."""
        self._sent = ""
        self.changed.emit()

    @Slot(str)
    def print(self, signer: str) -> None:
        """Print the exact text for somebody who signs, "" for all of them."""
        self.forget()
        why = self.say("drafting.print_for", name=signer) if signer else self.say("drafting.print_for_all")
        self._record.do(
            lambda desk, read, _key: desk.print_to_sign(read.case_id, read.matter_n, why),
            lambda copy: self._watch(copy, signer),
            content=("print_to_sign", signer),
        )

    def _watch(self, copy: CopyView, signer: str) -> None:
        listed = self._page.file.papers if self._page.file is not None else ()
        at = next((n for n, paper in enumerate(listed) if paper.ref == copy.paper), -1)
        if at >= 0:
            self._page.property("papers").watch(at, copy)
            self._sent = signer
            self.changed.emit()

    sent = Property(str, lambda self: self._sent, notify=changed)

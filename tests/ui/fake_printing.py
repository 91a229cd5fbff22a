"""The part of a fake counter that prints: a test says what becomes of each copy."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.views import CopyState, CopyView, PaperRef
from stationkiosk.domain.text import Text
from tests.ui.fake_stage import PNG

SAVED = PrinterOffered("folder", Text("存成文件", "Saved as a file"), True)
HALL = PrinterOffered("hall", Text("大厅打印机", "Hall printer"), True)
OFFICE = PrinterOffered("office", Text("二楼办公室打印机", "Printer of the upstairs office"), True)


@dataclass
class FakePrinting:
    """``back_state`` is what a copy is that was called back; ``torn`` the copy that is printed anew."""

    paper_pictures: tuple[bytes, ...] = (PNG, PNG)
    copies: int = 0
    copy_state: CopyState = CopyState.SETTLED
    copy_trouble: str = ""
    printers: tuple[PrinterOffered, ...] = (SAVED,)
    at: str = "folder"
    torn: int = 0
    back_state: CopyState = CopyState.CANCELLED

    def _called(self, name: str, *given: object) -> None:
        raise NotImplementedError

    def print_receipt(self, ref: PaperRef, reason: str = "first", printer: str = "") -> CopyView:
        self._called("print_receipt", ref, reason, printer)
        return self._printed(ref, printer)

    def _printed(self, ref: PaperRef, printer: str) -> CopyView:
        self.copies += 1
        self.at = printer or "folder"
        return CopyView(ref, self.copies, CopyState.PRINTING, self.at, copy_no=self.copies)

    def copy(self, ref: PaperRef, n: int) -> CopyView:
        self._called("copy", ref, n)
        if self.torn == n:
            self.copies += 1
            return CopyView(ref, self.copies, CopyState.PRINTING, self.at, copy_no=self.copies, replaces=n)
        return CopyView(ref, n, self.copy_state, self.at, self.copy_trouble, copy_no=n)

    def print_later(self, ref: PaperRef, n: int) -> CopyView:
        self._called("print_later", ref, n)
        return CopyView(ref, n, self.back_state, self.at, "later", copy_no=n)

    def printers_for(self, ref: PaperRef) -> tuple[PrinterOffered, ...]:
        self._called("printers_for", ref)
        return self.printers

    def tend(self) -> None:
        self._called("tend")

    def in_hand(self, ref: PaperRef, n: int, yes: bool) -> CopyView:
        self._called("in_hand", ref, n, yes)
        return CopyView(ref, n, CopyState.IN_HAND if yes else CopyState.ABANDONED, "folder", copy_no=n)

    def paper_pages(self, ref: PaperRef, dpi: int) -> tuple[bytes, ...]:
        self._called("paper_pages", ref, dpi)
        return self.paper_pictures

    def paper_page(self, ref: PaperRef, page: int, dpi: int) -> bytes:
        self._called("paper_page", ref, page, dpi)
        return self.paper_pictures[page]

    def reprint(self, ref: PaperRef, printer: str = "") -> CopyView:
        self._called("reprint", ref, printer)
        return self._printed(ref, printer)

"""What the case page asks of the desk; the desk itself and its stand-in in tests both answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from stationkiosk.casework.desk.views import CaseFile, Line, Member
from stationkiosk.casework.views import CopyView, PaperRef, Sight

R = TypeVar("R")


class Asks(Protocol):
    """What runs jobs with the desk on the worker and brings the answers back."""

    @property
    def idle(self) -> bool:
        """Whether no job is waiting or running."""

    def ask(
        self,
        job: Callable[[CaseDesk], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run ``job``, then ``then`` with its result; ``otherwise`` tells whether it dealt with a fault."""


class CaseDesk(Protocol):
    """One signed-in person's way to a case. Every method may wait and is called on the worker."""

    def open(self, case_id: UUID) -> CaseFile:
        """Return a case as this person may see it now."""

    def act(
        self,
        case_id: UUID,
        matter_n: int,
        action: str,
        inputs: Mapping[str, str],
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Do an action. Raises Changed where the record moved on, Closed with the reason."""

    def preview(
        self, case_id: UUID, matter_n: int, action: str, inputs: Mapping[str, str]
    ) -> tuple[bytes, ...]:
        """Return the papers an action would issue as PDFs with the draft mark; keep nothing."""

    def undo(self, case_id: UUID) -> CaseFile:
        """Take back the person's last act on a case."""

    def correct(self, case_id: UUID, field: str, value: str, reason: str, case_version: int) -> CaseFile:
        """Correct a line of the record, with the reason."""

    def open_reporter(self, case_id: UUID, reason: str) -> tuple[Line, ...]:
        """Return who reported a breach; that it was read, and why, enters the journal."""

    def contact(
        self,
        case_id: UUID,
        party_n: int,
        way: str,
        result: str,
        paper_n: int | None = None,
        day: date | None = None,
    ) -> CaseFile:
        """Enter an attempt to reach a party; ``day`` decides for a paper that was served."""

    def make_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> CaseFile:
        """Make a paper that no act issues."""

    def preview_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> tuple[bytes, ...]:
        """Return a paper that would be made, with the draft mark; keep nothing."""

    def sight(self, case_id: UUID, exhibit_n: int, page: int) -> Sight:
        """Return a page of a piece of evidence as a picture."""

    def paper(self, ref: PaperRef) -> bytes:
        """Return an issued paper's PDF."""

    def print_paper(self, ref: PaperRef, reason: str) -> CopyView:
        """Print a paper; ``reason`` tells why where it was printed before."""

    def copy(self, copy: CopyView) -> CopyView:
        """Return what became of a copy."""

    def members(self) -> tuple[Member, ...]:
        """Return the station's staff."""

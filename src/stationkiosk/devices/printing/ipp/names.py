"""The names jobs go by: one in the ledger of copies, one at the printer.

A printer numbers its jobs and may begin anew when it was off, so the number alone could be
somebody else's job. Each job of ours carries a mark in its name at the printer too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stationkiosk.domain.ports import Random

_LEDGER = re.compile(r"(\d{1,10})(?:-([0-9a-f]{8}))?")
_PRINTER = re.compile(r"(.*) #([0-9a-f]{8})", re.DOTALL)
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class JobName:
    """``number`` is the printer's own, 0 where it has given none yet; ``mark`` is "" for another's job."""

    number: int
    mark: str = ""

    @classmethod
    def new(cls, number: int, random: Random) -> JobName:
        """Return the name of a job that begins now."""
        return cls(number, random.bytes(4).hex())

    @classmethod
    def read(cls, job: str) -> JobName | None:
        """Return the name that ``str`` wrote; None for what never was one."""
        found = _LEDGER.fullmatch(job)
        return cls(int(found[1]), found[2] or "") if found else None

    @classmethod
    def listed(cls, number: int, at_printer: str) -> tuple[JobName, str]:
        """Return the name of a job a printer lists, and its title."""
        found = _PRINTER.fullmatch(at_printer)
        return (cls(number, found[2]), found[1]) if found else (cls(number), at_printer)

    def at_printer(self, title: str) -> str:
        """Return what the printer shows; short enough for every printer."""
        return f"{title[:_LONGEST_TITLE]} #{self.mark}"

    def is_of(self, at_printer: str) -> bool:
        """Whether a job of this number and that name at the printer is this one."""
        return not self.mark or not at_printer or at_printer.endswith(f"#{self.mark}")

    def __str__(self) -> str:
        return f"{self.number}-{self.mark}" if self.mark else str(self.number)

"""What a receipt printer says about itself at once: DLE EOT 1 to 4.

Epson's ESC/POS command reference, "DLE EOT"; the same bits in the manuals of Bixolon, Citizen,
HPRT and Xprinter. In each answer bits 1 and 4 are on, bits 0 and 7 off.
"""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.devices.printing.printer import Trouble

PRINTER, CAUSE, ERROR, PAPER = 1, 2, 3, 4
"""The n of DLE EOT n."""

_OFFLINE = 0x08
_COVER, _PAPER_STOP = 0x04, 0x20
_MECHANICS, _CUTTER, _BROKEN = 0x04, 0x08, 0x20
_NEAR_END, _AT_END = 0x0C, 0x60


def is_status(byte: int) -> bool:
    """Whether a byte has the fixed bits of an answer to DLE EOT."""
    return byte & 0x93 == 0x12


def is_offline(printer: int) -> bool:
    """Whether an answer to DLE EOT 1 says that printing stands still."""
    return bool(printer & _OFFLINE)


@dataclass(frozen=True, slots=True)
class Status:
    """The four answers: printer, cause of being offline, error, paper sensors."""

    printer: int = 0x12
    cause: int = 0x12
    error: int = 0x12
    paper: int = 0x12

    @property
    def trouble(self) -> Trouble:
        """Return what a person has to mend, the nearest cause first; ``NONE`` when it prints.

        Printers that stand still and do not say why were stopped at the panel, wait for the feed
        button after new paper, or let the head cool: all of them count as paused.
        """
        if self.cause & _COVER:
            return Trouble.DOOR_OPEN
        if self.cause & _PAPER_STOP or self.paper & _AT_END:
            return Trouble.PAPER_OUT
        if self.error & (_MECHANICS | _CUTTER):
            return Trouble.PAPER_JAM
        if self.error & _BROKEN:
            return Trouble.OTHER
        return Trouble.PAUSED if is_offline(self.printer) else Trouble.NONE

    @property
    def warnings(self) -> tuple[Trouble, ...]:
        """Return what will stop it soon."""
        low = self.paper & _NEAR_END and not self.paper & _AT_END
        return (Trouble.PAPER_LOW,) if low else ()

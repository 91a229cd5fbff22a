"""Looking for printers nobody wrote down yet. What speaks IPP is brought in when it is asked."""

from __future__ import annotations

from typing import Protocol

from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

Seen = tuple[PrinterSpec, str]
"""A printer ready to be written down, and what the device calls itself."""


class Around(Protocol):
    """Where a station finds printers. Both calls ask devices and may take some seconds."""

    def find(self) -> tuple[Seen, ...]:
        """Return the printers this machine offers; none where nothing answers."""

    def at(self, spec: PrinterSpec) -> Seen:
        """Return what stands at the address of ``spec`` now. Raises KnownError as a printer does."""


class Queues:
    """The queues of this machine's CUPS server, and IPP devices by their address."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find(self) -> tuple[Seen, ...]:
        """Return the queues that take PDF; none where no server answers."""
        from stationkiosk.devices.printing.ipp.discovery import discover

        try:
            found = discover(self._clock)
        except KnownError:
            return ()
        return tuple((one.spec, one.state.model) for one in found)

    def at(self, spec: PrinterSpec) -> Seen:
        """Return what stands at an IPP address now; other printers have no name of their own."""
        if spec.kind != "ipp":
            return spec, ""
        from stationkiosk.devices.printing.ipp.discovery import inspect

        found = inspect(spec.address, self._clock)
        return found.spec, found.state.model


class Nowhere:
    """A station that looks for no printers."""

    def find(self) -> tuple[Seen, ...]:
        """Return nothing."""
        return ()

    def at(self, spec: PrinterSpec) -> Seen:  # noqa: ARG002
        """Know of nothing at any address. KnownError ``printer_missing``."""
        raise KnownError(Trouble.MISSING)

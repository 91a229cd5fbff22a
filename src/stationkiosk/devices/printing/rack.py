"""The printers of a station, by id."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

from stationkiosk.devices.printing.printer import Printer, Trouble
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.domain.errors import KnownError

Make = Callable[[PrinterSpec], Printer]
"""Makes the printer of a spec without asking the device anything yet."""


class Rack:
    """Holds a live printer for each spec; safe to share between threads.

    A printer that is only called otherwise, or offered to others, stays the same object with its jobs.
    """

    def __init__(self, make: Make, specs: Iterable[PrinterSpec] = ()) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._held: dict[str, tuple[PrinterSpec, Printer]] = {}
        self.equip(specs)

    @property
    def specs(self) -> tuple[PrinterSpec, ...]:
        """What is there, in the station's order."""
        with self._lock:
            return tuple(spec for spec, _printer in self._held.values())

    def equip(self, specs: Iterable[PrinterSpec]) -> None:
        """Have exactly the printers of ``specs``; those no longer there are closed."""
        with self._lock:
            before, self._held = self._held, {}
            for spec in specs:
                known = before.get(spec.id)
                if known is not None and _same_device(known[0], spec):
                    self._held[spec.id] = (spec, before.pop(spec.id)[1])
                else:
                    self._held[spec.id] = (spec, self._make(spec))
        _close(printer for _spec, printer in before.values())

    def get(self, printer_id: str) -> Printer:
        """Return a printer; KnownError ``printer_missing`` where the station has none of this id."""
        with self._lock:
            held = self._held.get(printer_id)
        if held is None:
            raise KnownError(Trouble.MISSING)
        return held[1]

    def close(self) -> None:
        """Let go of every device."""
        self.equip(())


def _same_device(one: PrinterSpec, other: PrinterSpec) -> bool:
    return replace(one, name=other.name, public=other.public) == other


def _close(printers: Iterable[Printer]) -> None:
    for printer in printers:
        with contextlib.suppress(OSError, KnownError):
            printer.close()

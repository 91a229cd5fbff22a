"""Whether papers come out: each printer, a printer for every size, copies that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from stationkiosk.casework.printing.accounts import waiting_count
from stationkiosk.casework.printing.plan import read_plan
from stationkiosk.casework.selftest.look import Check, Look
from stationkiosk.casework.selftest.shown import CheckShown
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import Printer, PrinterState
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text, listed

LOW = 10
"""Per cent of a supply under which it is told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A printer of the station: its id, what people call it, and itself."""

    id: str
    name: Text
    printer: Printer


def standing(station: Station) -> tuple[Standing, ...]:
    """Return the station's printers."""
    return tuple(
        Standing(spec.id, spec.name, station.printers.get(spec.id)) for spec in read_plan(station).printers
    )


def printers(station: Station) -> Iterator[Check]:
    """Yield a check for each printer: one that does not answer holds up no other."""
    try:
        for one in standing(station):
            yield Check("printer", partial(_printer, one))
    except KnownError as fault:
        yield Check("printer", partial(_unread, fault))


def _unread(fault: KnownError, look: Look) -> Iterator[CheckShown]:
    yield look.fault("printer", fault)


def _printer(one: Standing, look: Look) -> Iterator[CheckShown]:
    yield _named(look, one, _state(look, one.printer.state()))


def _named(look: Look, one: Standing, check: CheckShown) -> CheckShown:
    title = look.title("printer")
    named = Text(f"{title.zh}：{one.name.zh}", f"{title.en}: {one.name.en}")
    return replace(check, part=f"printer.{one.id}", title=named)


def _state(look: Look, state: PrinterState) -> CheckShown:
    if not state.ready:
        return look.fault("printer", KnownError(state.trouble or "printer_error"))
    if state.warnings:
        return look.fault("printer", KnownError(state.warnings[0]), "warn")
    low = [s for s in state.supplies if s.low or (s.level is not None and s.level < LOW)]
    if low:
        names = listed(s.name if s.level is None else f"{s.name} {s.level} %" for s in low)
        return look.found("printer", "warn", "supply_low", supplies=names)
    return look.found("printer", "good", "printer_waits" if state.jobs else "ready", jobs=state.jobs)


def sizes(look: Look) -> Iterator[CheckShown]:
    """Tell which sizes of paper no printer takes: A4 for the bureau's papers, and the receipt's."""
    wanted = dict.fromkeys(("a4", look.station.terms.receipt_format))
    there = {fmt for one in standing(look.station) for fmt in one.printer.formats}
    gone = [look.say(f"size_{fmt}") for fmt in wanted if fmt not in there]
    if not gone:
        yield look.found("sizes", "good", "sizes")
        return
    yield look.found("sizes", "bad", "size_missing", sizes=listed(gone))


def waiting(look: Look) -> Iterator[CheckShown]:
    """Count the copies that need a hand."""
    count = waiting_count(look.station)
    yield look.found("copies", "warn" if count else "good", "copies" if count else "no_copies", n=count)

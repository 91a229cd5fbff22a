"""The station's plan of printing: which printers there are, and which kind of paper goes where.

It is one setting of the store, read anew before anything is printed or shown, so that both windows
follow a change made in the other. The folder of ``station.toml`` is always one of the printers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from stationkiosk.casework.printing.shown import FOLDER, OTHERS, PaperRule, PrinterOffered
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import Printer, PrinterSpec, PrinterState, Trouble
from stationkiosk.documents.theme import Format
from stationkiosk.domain.errors import KnownError
from stationkiosk.store.setting import read_setting

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PRINTING = "printing"
"""The setting that keeps the plan."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The printers somebody wrote down, the best first, and the rules by kind of paper or ``OTHERS``.

    A spec of the id ``folder`` says how the folder is named and whether a kiosk may use it.
    """

    printers: tuple[PrinterSpec, ...] = ()
    papers: Mapping[str, PaperRule] = field(default_factory=dict)

    def rule(self, kind: str) -> PaperRule:
        """Return how a kind of paper is printed."""
        return self.papers.get(kind) or self.papers.get(OTHERS) or PaperRule()


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a paper goes, in which size, and by which rule."""

    spec: PrinterSpec
    printer: Printer
    rule: PaperRule
    fmt: Format


@cache
def adapter() -> TypeAdapter[Plan]:
    """Return what reads and writes a plan.

    pydantic is imported here: half imported before PySide6, it breaks when the rest comes.
    """
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def stored_plan(connection: Connection) -> Plan:
    """Return the plan as it is written. KnownError ``printing_plan_unreadable``."""
    value: object = read_setting(connection, PRINTING, None)
    try:
        return Plan() if value is None else adapter().validate_python(value)
    except ValueError as fault:
        raise KnownError("printing_plan_unreadable") from fault


def read_plan(station: Station) -> Plan:
    """Return the plan with the folder in it, and have exactly its printers at hand."""
    with station.store.read() as connection:
        plan = with_folder(station, stored_plan(connection))
    station.printers.equip(plan.printers)
    return plan


def known(station: Station) -> frozenset[str]:
    """Return the ids of the printers at hand."""
    return frozenset(spec.id for spec in station.printers.specs)


def printer_of(station: Station, printer: str) -> Printer:
    """Return a printer; one not at hand yet is looked for in the plan. KnownError ``printer_missing``."""
    if printer not in known(station):
        read_plan(station)
    return station.printers.get(printer)


def with_folder(station: Station, plan: Plan) -> Plan:
    """Return a plan with the folder last, for a kiosk to use where it has no printer of its own."""
    own = next(spec for spec in station.printers.specs if spec.id == FOLDER)
    named = next((spec for spec in plan.printers if spec.id == FOLDER), None)
    others = tuple(spec for spec in plan.printers if spec.id != FOLDER)
    if named is None:
        own = replace(own, public=not any(spec.public for spec in others))
    else:
        own = replace(own, name=named.name, public=named.public)
    return replace(plan, printers=(*others, own))


def fitting(station: Station, plan: Plan, fmt: Format, *, public: bool) -> tuple[PrinterSpec, ...]:
    """Return the printers that take a size; at a kiosk those that are for the public."""
    return tuple(
        spec
        for spec in plan.printers
        if (spec.public or not public) and fmt in station.printers.get(spec.id).formats
    )


def route(station: Station, kind: str, *sizes: Format, public: bool, chosen: str = "") -> Routed:
    """Return where a paper goes: the ``chosen`` printer, else by its rule, else the first that takes it.

    ``sizes`` are those it may have, the best first. KnownError ``printer_none_fits`` where no printer
    takes one, or not the chosen one.
    """
    plan = read_plan(station)
    rule, fit = plan.rule(kind), _fitting(station, plan, sizes, public=public)
    named = next((one for one in fit if one[0].id == (chosen or rule.printer)), None)
    to = named or (None if chosen or not fit else fit[0])
    if to is None:
        raise KnownError(Trouble.NONE_FITS)
    spec, fmt = to
    if rule.printer != spec.id:
        rule = replace(rule, tray="")
    return Routed(spec, station.printers.get(spec.id), rule, fmt)


def state_for(station: Station, kind: str, *sizes: Format, public: bool) -> PrinterState:
    """Return how the printer is that a paper would go to; a fault of the plan is told as its trouble."""
    try:
        return route(station, kind, *sizes, public=public).printer.state()
    except KnownError as fault:
        return PrinterState(False, Trouble.of(fault))


def stuck(station: Station) -> int:
    """Return how many of the station's printers do not print until somebody sees to them."""
    read_plan(station)
    states = (station.printers.get(spec.id).state() for spec in station.printers.specs)
    return sum(not state.ready for state in states)


def offered(station: Station, kind: str, *sizes: Format, public: bool) -> tuple[PrinterOffered, ...]:
    """Return the printers somebody may choose from for a paper, the one of its rule first."""
    plan = read_plan(station)
    fit, first = _fitting(station, plan, sizes, public=public), plan.rule(kind).printer
    specs = dict.fromkeys(spec for spec, _fmt in fit)
    states = {spec.id: station.printers.get(spec.id).state() for spec in specs}
    return tuple(
        PrinterOffered(spec.id, spec.name, states[spec.id].ready, states[spec.id].trouble.value)
        for spec in sorted(specs, key=lambda one: one.id != first)
    )


def _fitting(
    station: Station, plan: Plan, sizes: Sequence[Format], *, public: bool
) -> list[tuple[PrinterSpec, Format]]:
    return [(spec, fmt) for fmt in sizes for spec in fitting(station, plan, fmt, public=public)]

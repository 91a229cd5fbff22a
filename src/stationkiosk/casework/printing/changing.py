"""Changing the station's plan of printing: printers written down, dropped, put in another's place; rules.

Each change is entered in the station's journal under the name of whoever made it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection, select

from stationkiosk.casework.papers import FORM_CODES, sizes_of
from stationkiosk.casework.printing.entering import COPY
from stationkiosk.casework.printing.plan import (
    PRINTING,
    Plan,
    adapter,
    read_plan,
    stored_plan,
    with_folder,
)
from stationkiosk.casework.printing.shown import FOLDER, MOST_COPIES, OTHERS, PaperRule, PrinterFound
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.store.lists import moving
from stationkiosk.store.setting import keep_setting

CHANGERS = frozenset({Role.SYSTEM_ADMIN, Role.SUPERVISOR})
"""Who changes the plan."""
CHANGED = "printers_changed"
"""What the journal calls it."""
_ADDRESSES = {
    "folder": re.compile(r"/.+"),
    "ipp": re.compile(r"ipps?://[^/\s]+(/\S*)?"),
}

Change = Callable[[Connection, Plan], Plan]


def keep_printer(station: Station, actor: Actor, spec: PrinterSpec) -> str:
    """Write a printer down, or what changed of one, and return its id; a new one has none yet.

    An IPP device is asked what it calls itself, so that another in its place is noticed.
    Closed ``printer_no_name``, ``printer_address``, ``printer_there`` for an address that another
    one has; ``printer_busy`` for another address while copies move on it.
    """
    if not spec.name.zh.strip() or not spec.name.en.strip():
        raise Closed("printer_no_name")
    kept = spec if spec.id else replace(spec, id=f"p{station.random.bytes(3).hex()}")
    if kept.id != FOLDER and not _has_address(kept):
        raise Closed("printer_address", address=kept.address)
    if kept.kind == "ipp" and not kept.uuid:
        with contextlib.suppress(KnownError):  # one that is off is known by its address alone
            kept = replace(kept, uuid=station.around.at(kept)[0].uuid)

    def change(connection: Connection, plan: Plan) -> Plan:
        moved = any(one.id == kept.id and one.address != kept.address for one in plan.printers)
        if moved and kept.id != FOLDER:
            _check_idle(connection, kept.id)
        if any(one.address == kept.address and one.id != kept.id for one in plan.printers):
            raise Closed("printer_there")
        known = {one.id: one for one in plan.printers} | {kept.id: kept}
        return replace(plan, printers=tuple(known.values()))

    _change(station, actor, {"kept": kept.id}, change)
    return kept.id


def _has_address(spec: PrinterSpec) -> bool:
    if spec.kind == "escpos":
        from stationkiosk.devices.printing.escpos import is_place

        return is_place(spec.address)
    return bool(_ADDRESSES[spec.kind].fullmatch(spec.address))


def drop_printer(station: Station, actor: Actor, printer: str) -> None:
    """Take a printer, and the rules that name it, out of the plan.

    Closed ``printer_is_folder``, ``no_such_printer``; ``printer_busy`` while copies move on it.
    """
    if printer == FOLDER:
        raise Closed("printer_is_folder")

    def change(connection: Connection, plan: Plan) -> Plan:
        _named(plan, printer)
        _check_idle(connection, printer)
        papers = {kind: rule for kind, rule in plan.papers.items() if rule.printer != printer}
        return Plan(tuple(one for one in plan.printers if one.id != printer), papers)

    _change(station, actor, {"dropped": printer}, change)


def accept_printer(station: Station, actor: Actor, printer: str) -> None:
    """Take the device now at a printer's address as the one meant.

    Closed ``no_such_printer``; raises as a printer does where nothing answers there.
    """
    named = _named(read_plan(station), printer)
    there, _model = station.around.at(named)

    def change(_connection: Connection, plan: Plan) -> Plan:
        accepted = replace(_named(plan, printer), uuid=there.uuid)
        specs = tuple(accepted if one.id == printer else one for one in plan.printers)
        return replace(plan, printers=specs)

    if named.id != FOLDER:
        _change(station, actor, {"accepted": printer}, change)


def found(station: Station) -> tuple[PrinterFound, ...]:
    """Return the printers that this machine offers; those not written down get an id when they are."""
    kept = read_plan(station).printers
    addresses, ids = {spec.address for spec in kept}, {spec.id for spec in kept}
    return tuple(
        PrinterFound(replace(spec, id="" if spec.id in ids else spec.id), model, spec.address in addresses)
        for spec, model in station.around.find()
    )


def keep_rule(station: Station, actor: Actor, kind: str, rule: PaperRule) -> None:
    """Say how a kind of paper, or ``OTHERS``, is printed.

    Closed ``rule_of_nothing``, ``copies_range``; ``no_such_printer`` for one that is not written down,
    ``rule_wrong_size`` for one whose paper is of another size.
    """
    if kind != OTHERS and kind not in FORM_CODES:
        raise Closed("rule_of_nothing")
    if not 1 <= rule.copies <= MOST_COPIES:
        raise Closed("copies_range", most=str(MOST_COPIES))

    def change(_connection: Connection, plan: Plan) -> Plan:
        if rule.printer:
            named = _named(with_folder(station, plan), rule.printer)
            sizes = sizes_of(kind, station.terms.receipt_format)
            if kind != OTHERS and named.kind != "folder" and named.format not in sizes:
                raise Closed("rule_wrong_size")
        return replace(plan, papers={**plan.papers, kind: rule})

    _change(station, actor, {"rule": kind}, change)


def drop_rule(station: Station, actor: Actor, kind: str) -> None:
    """Let a kind of paper go where all others go; nothing where it has no rule."""

    def change(_connection: Connection, plan: Plan) -> Plan:
        return replace(plan, papers={name: rule for name, rule in plan.papers.items() if name != kind})

    _change(station, actor, {"rule_dropped": kind}, change)


def _change(station: Station, actor: Actor, detail: dict[str, str], change: Change) -> None:
    with station.store.write() as unit:
        check_member(unit.connection, actor)
        before = stored_plan(unit.connection)
        after = change(unit.connection, before)
        if after == before:
            return
        keep_setting(unit, PRINTING, adapter().dump_python(after, mode="json"))
        unit.journal(None, actor, CHANGED, station.clock.now(), detail)
    read_plan(station)


def _check_idle(connection: Connection, printer: str) -> None:
    busy = select(COPY.c.n).where(moving(), COPY.c.printer == printer).limit(1)
    if connection.execute(busy).first():
        raise Closed("printer_busy")


def _named(plan: Plan, printer: str) -> PrinterSpec:
    spec = next((one for one in plan.printers if one.id == printer), None)
    if spec is None:
        raise Closed("no_such_printer", printer=printer)
    return spec

"""Versions of an agreement: written, fixed for signing, and opened again as another version."""

from __future__ import annotations

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.composing import compose, open_text
from stationkiosk.casework.mediating.ground import Ground, ground
from stationkiosk.casework.mediating.sealing import check_mediator, sealed_with
from stationkiosk.casework.mediating.terms import open_terms, read_terms
from stationkiosk.casework.mediating.weighing import weigh
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.domain.confirmability import blocked
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

OPEN, FIXED, VOID, EFFECTIVE = "open", "fixed", "void", "effective"
"""What becomes of a version."""


def write(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter the terms as another version; the one before it stands no more."""
    known = _of_mediator(station, unit, matter, doing)
    sealed = bytes.fromhex(doing.inputs["sealed"])
    read_terms(station, matter.case_id, matter.n, sealed, station.today())
    _enter(known, sealed, doing.actor.name)


def fix(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Fix the text of the newest version: what is signed are the bytes with this hash.

    Closed ``not_the_mediator``, ``no_such_version``; ``not_this_text`` where the box holds other bytes
    or another text than the record makes now; ``agreement_blocked`` for what no court would confirm.
    """
    known = _of_mediator(station, unit, matter, doing)
    version, sealed = known.standing(OPEN), bytes.fromhex(doing.inputs["sealed"])
    if str(version.version) != doing.inputs["version"]:
        raise Closed("no_such_version")
    draft, fixed = open_terms(station, version), open_text(station, matter.case_id, matter.n, sealed)
    same = fixed.text == compose(known, draft, version.version)
    if not same or fixed.sha256 != doing.inputs["text_sha256"]:
        raise Closed("not_this_text")
    if blocked(weigh(known, draft)):
        raise Closed("agreement_blocked")
    unit.update(
        tables.Agreement,
        {"case_id": matter.case_id, "n": version.n},
        state=FIXED,
        fixed_at=station.clock.now(),
        text_sha256=fixed.sha256,
        text_box=sealed,
    )


def reopen(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Open the fixed text again as another version; signatures under it stay kept and count no more."""
    known = _of_mediator(station, unit, matter, doing)
    _enter(known, known.standing(FIXED).terms_box, doing.actor.name)


def pass_on(known: Ground, mediator: str) -> None:
    """Leave to another mediator the last text that lay before the sides to be signed, as their version.

    What was never fixed stays with whoever wrote it; signatures under a fixed text count no more.
    """
    newest = known.newest()
    if newest is None:
        return
    fixed = [version for version in known.versions() if version.fixed_at]
    if fixed:
        _enter(known, fixed[-1].terms_box, mediator)
    else:
        known.brief.unit.update(tables.Agreement, {"case_id": newest.case_id, "n": newest.n}, state=VOID)


def _of_mediator(station: Station, unit: Unit, matter: Record, doing: Doing) -> Ground:
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    return ground(station, unit, matter)


def _enter(known: Ground, sealed: bytes, by: str) -> None:
    unit, matter, before = known.brief.unit, known.matter, known.newest()
    if before is not None and before.state != VOID:
        unit.update(tables.Agreement, {"case_id": matter.case_id, "n": before.n}, state=VOID)
    unit.insert(
        tables.Agreement,
        case_id=matter.case_id,
        n=next_n(unit, tables.Agreement, matter.case_id),
        matter_n=matter.n,
        version=before.version + 1 if before is not None else 1,
        state=OPEN,
        by=by,
        at=known.station.clock.now(),
        fixed_at=None,
        effective_at=None,
        text_sha256="",
        terms_box=sealed,
        text_box=None,
        **sealed_with(known.station),
    )

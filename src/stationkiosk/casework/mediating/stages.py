"""The row by which a desk and a public screen speak to each other: who has it, and what became of it."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, insert, select, update

from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.store import tables
from stationkiosk.store.changes import STAGED, ChangeFeed
from stationkiosk.store.unit import Unit

STAGE = tables.Stage.__table__


class Ending(StrEnum):
    """What became of what a desk put on a screen."""

    SIGNED = "signed"
    DECLINED = "declined"
    """The signer does not want to sign."""
    ON_PAPER = "paper"
    """The signer would rather sign the printed text."""
    UNTOUCHED = "idle"
    """Nobody touched the screen for a long time; nothing was signed."""
    CHANGED = "changed"
    """The text is not the one to be signed any more; nothing was signed."""
    RESTARTED = "restarted"
    """The kiosk's program ended meanwhile and began anew; nothing was signed there."""
    BUSY = "busy"
    """Somebody of the public was at the screen first."""
    LEFT = "left"
    """The desk's window is gone."""


def row_of(connection: Connection, device: str) -> Record | None:
    """Return the row of a screen, None where no kiosk of this name ever opened."""
    return connection.execute(select(STAGE).where(STAGE.c.device == device)).first()


def begin(unit: Unit, device: str, now: datetime, **values: object) -> None:
    """Enter a screen, or enter it anew."""
    known = row_of(unit.connection, device)
    fresh = {"case_id": None, "by": "", "box": None, "answer": None, "at": now} | values
    if known is None:
        unit.connection.execute(insert(tables.Stage).values(device=device, seq=1, **fresh))
    else:
        move(unit, known, now, **fresh)


def move(unit: Unit, row: Record, now: datetime, **values: object) -> None:
    """Change a screen's row: its turn is another."""
    changed = {"seq": int(row.seq) + 1, "at": now} | values
    unit.connection.execute(update(tables.Stage).where(STAGE.c.device == row.device).values(**changed))


def answer(ending: Ending | None = None, party_n: int | None = None, *, alone: bool = False) -> bytes:
    """Return what is told of a screen in the open: how it ended, which party row signs there.

    ``alone``: the desk that put it there is locked; whoever signs may go on, and is told so.
    """
    return json.dumps({"ending": ending or "", "party": party_n, "alone": alone}).encode()


def answered(row: Record) -> tuple[str, int | None]:
    """Return how what was put on a screen ended, "" while it has not, and which party row signs."""
    told = json.loads(row.answer) if row.answer else {}
    return told.get("ending", ""), told.get("party")


def is_alone(row: Record) -> bool:
    """Tell whether the desk that put something on a screen is locked."""
    return bool(row.answer and json.loads(row.answer).get("alone"))


def leave_alone(unit: Unit, row: Record, *, alone: bool) -> None:
    """Note that the desk is locked, or open again: what lies on the screen stays, and its turn too."""
    _ending, party_n = answered(row)
    told = answer(None, party_n, alone=alone)
    unit.connection.execute(update(tables.Stage).where(STAGE.c.device == row.device).values(answer=told))


def kiosk_name(device: str) -> str:
    """Return the name under which the windows of a public screen are known to be open."""
    return f"kiosk-{device}"


def desk_name(login: str) -> str:
    """Return the name under which a desk that has a screen is known to be open."""
    return f"desk-{sha256(login.encode()).hexdigest()[:16]}"


def desk_there(feed: ChangeFeed, row: Record) -> bool:
    """Tell whether the desk that has a screen is still open."""
    return bool(row.by) and feed.present(desk_name(row.by))


def tell(station: Station) -> None:
    """Let windows know that a screen's row moved."""
    station.feed.publish(STAGED)

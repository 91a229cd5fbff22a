"""What the public screens show by the station's wish: the notice on the home page."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.text import Text
from stationkiosk.store import tables

HOME = "home"
TABLE = tables.PublicScreen.__table__


def show_notice(station: Station, actor: Actor, notice: Text | None) -> None:
    """Put a notice on the home page of every screen of the station, or take it away with None."""
    body = {"zh": notice.zh, "en": notice.en} if notice else {}
    now = station.clock.now()
    with station.store.write() as unit:
        there = unit.connection.execute(select(TABLE).where(TABLE.c.screen == HOME, TABLE.c.n == 1)).first()
        if there is None:
            unit.insert(tables.PublicScreen, screen=HOME, n=1, kind="notice", body=body, shown_at=now)
        else:
            unit.update(tables.PublicScreen, {"screen": HOME, "n": 1}, body=body, shown_at=now)
        unit.journal(None, actor, "show_notice", now)


def shown_notice(station: Station) -> Text | None:
    """Return the notice that is up, or None."""
    query = select(TABLE.c.body).where(TABLE.c.screen == HOME, TABLE.c.n == 1)
    with station.store.read() as connection:
        body = connection.execute(query).scalar_one_or_none()
    return Text(body["zh"], body["en"]) if body else None

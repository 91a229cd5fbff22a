"""Lists that somebody named and kept for themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from stationkiosk.casework.desk.views import SavedFilter, Shelf, Urgency, Wanted
from stationkiosk.casework.staff import SignedIn, check_present
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.typed import words
from stationkiosk.store.setting import keep_setting, read_setting

MOST = 20
LONGEST_NAME = 40


def filters(station: Station, who: SignedIn) -> tuple[SavedFilter, ...]:
    """Return the lists somebody kept, in the order of their names."""
    with station.store.read() as connection:
        check_present(connection, who)
        kept = _kept(connection, who)
    return tuple(SavedFilter(name, _wanted(kept[name])) for name in sorted(kept))


def save_filter(station: Station, who: SignedIn, name: str, wanted: Wanted) -> None:
    """Keep a list under a name; one of that name is replaced.

    Closed: ``filter_no_name``; ``filters_too_many`` (``most``).
    """
    name = words(name)[:LONGEST_NAME]
    if not name:
        raise Closed("filter_no_name")
    with station.store.read() as connection:
        kept = _kept(connection, who)
    if name not in kept and len(kept) >= MOST:
        raise Closed("filters_too_many", most=str(MOST))
    _keep(station, who, "save_filter", kept | {name: _plain(wanted)})


def drop_filter(station: Station, who: SignedIn, name: str) -> None:
    """Forget a list that was kept; one that is not there is no fault."""
    with station.store.read() as connection:
        kept = _kept(connection, who)
    if name in kept:
        _keep(station, who, "drop_filter", {one: wanted for one, wanted in kept.items() if one != name})


def _keep(station: Station, who: SignedIn, act: str, kept: dict[str, Any]) -> None:
    with station.store.write() as unit:
        check_present(unit.connection, who)
        keep_setting(unit, _place(who), kept)
        unit.journal(None, who.foremost(station.device), act, station.clock.now())


def _kept(connection: Connection, who: SignedIn) -> dict[str, Any]:
    return dict(read_setting(connection, _place(who), {}))


def _place(who: SignedIn) -> str:
    return f"filters.{who.login}"


def _plain(wanted: Wanted) -> dict[str, Any]:
    return {
        "shelf": wanted.shelf.value,
        "text": words(wanted.text),
        "tracks": sorted(wanted.tracks),
        "states": sorted(wanted.states),
        "forms": sorted(wanted.forms),
        "urgency": wanted.urgency.value,
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
    }


def _wanted(kept: dict[str, Any]) -> Wanted:
    return Wanted(
        shelf=Shelf(kept["shelf"]),
        text=kept["text"],
        tracks=frozenset(kept["tracks"]),
        states=frozenset(kept["states"]),
        forms=frozenset(kept["forms"]),
        urgency=Urgency(kept["urgency"]),
        since=date.fromisoformat(kept["since"]) if kept["since"] else None,
        until=date.fromisoformat(kept["until"]) if kept["until"] else None,
    )

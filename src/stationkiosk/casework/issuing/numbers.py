"""Official numbers: a count for each kind of paper and year, with no gap and never two the same.

The count goes on in the transaction that issues the paper. A number names the station and its
machine, so that two stores of one bureau never meet; after a restore it names the block too, for
papers that were issued after the backup are still out there.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from stationkiosk.casework.station import Station
from stationkiosk.domain.numbering import ALPHABET
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit


def next_number(station: Station, unit: Unit, kind: str, case_number: str, paper_n: int) -> str:
    """Return the number of a paper: the bureau's next of its kind, else its place in the case."""
    if not station.reference.has_official_number(kind):
        return f"{case_number}-{paper_n}"
    day, counter = station.today(), tables.OfficialCounter
    block = unit.connection.execute(select(tables.StationRow.block)).scalar_one()
    names = f"{station.device}{ALPHABET[block % len(ALPHABET)] if block else ''}"
    first = station.reference.official_number(kind, day, 1, names)
    last = unit.connection.execute(
        upsert(counter)
        .values(series=first.series, year=first.year, last=1)
        .on_conflict_do_update(index_elements=["series", "year"], set_={"last": counter.last + 1})
        .returning(counter.last)
    ).scalar_one()
    return str(station.reference.official_number(kind, day, last, names))

"""Whether every name can be put on paper: the shipped fonts, and the characters of the day's cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from hashlib import file_digest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, select

from stationkiosk.casework.selftest.look import Look
from stationkiosk.casework.selftest.shown import CheckShown
from stationkiosk.casework.station import Station
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.text import Text
from stationkiosk.store import list_tables, tables

SUMS = "SHA256SUMS"
"""The file beside the fonts that says what they were when they were shipped."""

MOST_NAMED = 5
QUEUE = list_tables.QueueCase.__table__


def font_files(look: Look) -> Iterator[CheckShown]:
    """Hold every font against what was shipped."""
    folder = look.station.fittings.fonts
    try:
        lines = (folder / SUMS).read_text("ascii").splitlines()
    except OSError:
        yield look.found("fonts", "bad", "fonts_unlisted", file=SUMS)
        return
    wrong = [
        name
        for digest, _, name in (line.partition("  ") for line in lines)
        if _sum(folder / name) != digest
    ]
    if wrong:
        yield look.found("fonts", "bad", "fonts_harmed", files=", ".join(wrong))
    else:
        yield look.found("fonts", "good", "fonts", n=len(lines))


def _sum(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def names(look: Look) -> Iterator[CheckShown]:
    """Look for characters no font has, in the names of the day's cases and of all that are open.

    Names of files do not count: papers spell out what they cannot draw.
    """
    known: set[str] = set()
    gone: dict[str, str] = {}
    count = 0
    for case, said in _said(look.station):
        count += 1
        fresh = set(said) - known
        known |= fresh
        for char in look.station.press.missing("".join(sorted(fresh))):
            gone.setdefault(char, case)
    if not gone:
        yield look.found("names", "good", "names", n=count)
        return
    rest = len(gone) - MOST_NAMED
    told = [_told(look, char, case) for char, case in list(gone.items())[:MOST_NAMED]]
    if rest > 0:
        told.append(look.say("more_chars", n=rest))
    listed = Text("；".join(text.zh for text in told), "; ".join(text.en for text in told))
    yield look.found("names", "bad", "names_missing", chars=listed)


def _told(look: Look, char: str, case: str) -> Text:
    code = f"U+{ord(char):04X}"
    return look.say("char_of_case" if case else "char_of_station", code=code, case=case)


def _said(station: Station) -> Iterator[tuple[str, str]]:
    """Yield what papers name, each with the number of its case, "" for what is the station's own."""
    site = station.site
    yield "", "".join((site.name.zh, site.name.en, site.address.zh, site.address.en, *site.rooms))
    begin = datetime.combine(station.today(), time(), STATION_TIME).astimezone(UTC)
    with station.store.read() as connection:
        for name in connection.execute(select(tables.Staff.name).where(tables.Staff.active)).scalars():
            yield "", name
        for query in _queries(begin):
            yield from _rows(connection, query)


def _rows(connection: Connection, query: Select[Any]) -> Iterator[tuple[str, str]]:
    for row in connection.execute(query, execution_options={"yield_per": 2000}):
        yield row[0], "".join(part for part in row[1:] if part)


def _queries(since: datetime) -> Iterator[Select[Any]]:
    wanted = (~QUEUE.c.ended) | (QUEUE.c.filed_at >= since)
    for table, columns in (
        (tables.Party, ("name", "representative", "address")),
        (tables.Right, ("name", "goods")),
    ):
        of = table.__table__
        shown = [of.c[name] for name in columns]
        yield select(QUEUE.c.number, *shown).join(of, of.c.case_id == QUEUE.c.case_id).where(wanted)

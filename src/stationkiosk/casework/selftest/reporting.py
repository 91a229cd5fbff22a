"""The report of a self-test on paper, with the station's last checkpoint and what nobody collected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from stationkiosk.casework.printing.accounts import of_day, paper_of
from stationkiosk.casework.printing.trials import print_own
from stationkiosk.casework.selftest.shown import CheckShown, Readiness
from stationkiosk.casework.station import Station
from stationkiosk.documents.theme import Format
from stationkiosk.domain.copies import MOVING, CopyState
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.store import brief, checkpoints

log = structlog.get_logger()

UNCOLLECTED = (*MOVING, CopyState.SETTLED, CopyState.UNKNOWN)
"""States of a copy in which nobody has it in hand and nobody said that there is none."""

MOST = 40
"""So many copies are named; more are a matter for the desk."""


def report(station: Station, tested: Readiness, fmt: Format, language: Language) -> bytes:
    """Return the report of a self-test as PDF."""
    return station.press.render("readiness", _data(station, tested), fmt, language)


def print_report(
    station: Station, tested: Readiness, printer: str, language: Language = Language.ZH
) -> str:
    """Print the report and return the job's name. Raises the printer's KnownErrors."""
    return print_own(station, printer, "readiness", _data(station, tested), language)


def _data(station: Station, tested: Readiness) -> dict[str, Any]:
    name = station.site.name
    data: dict[str, Any] = {
        "station": {"code": tested.device, "name": _both(name)},
        "tested_at": _said(tested.at),
        "made_at": _said(station.clock.now()),
        "tone": tested.tone,
        "checks": [_check(check) for check in tested.checks],
        "uncollected": list(_uncollected(station)),
        "checkpoint": _checkpoint(station),
    }
    return data | ({"demo": True} if station.terms.demo else {})


def _check(check: CheckShown) -> dict[str, Any]:
    do = _both(check.do) if check.do else None
    return {"part": _both(check.title), "tone": check.tone, "said": _both(check.said), "do": do}


def _checkpoint(station: Station) -> dict[str, Any] | None:
    """Return a checkpoint of now, so that the sheet covers all that was done until it was printed."""
    try:
        checkpoints.take(station.store, station.keys, station.clock.now())
    except KnownError as fault:
        log.warning("checkpoint_not_taken", fault=str(fault))
    signed = brief.last_checkpoint(station.store, station.keys.sign_public)
    if signed is None:
        return None
    point = signed.statement
    line = " ".join((station.device, *brief.parts_of(point, signed.key_id)))
    parts = {
        "n": point.n,
        "at": _said(point.at),
        "size": point.size,
        "root": point.root,
        "key": signed.key_id,
    }
    return parts | {"line": line}


def _uncollected(station: Station) -> Iterator[dict[str, Any]]:
    """Yield yesterday's copies that nobody has in hand."""
    words = station.reference.words
    with station.store.read() as connection:
        rows = of_day(connection, station.today() - timedelta(days=1))
        left = [row for row in reversed(rows) if CopyState(row.state) in UNCOLLECTED][:MOST]
        papers = [paper_of(connection, row) for row in left]
    for row, paper in zip(left, papers, strict=True):
        state = "settled" if row.state == CopyState.SETTLED else "unknown"
        yield {
            "case": paper.case_number,
            "paper": _both(words.text(f"paper.{paper.kind}.title")),
            "copy": row.copy_no,
            "state": _both(words.text(f"selftest.copy.{state}")),
        }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _said(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")

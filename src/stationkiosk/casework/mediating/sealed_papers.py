"""Papers that tell what was said to settle: enciphered to the mediator, their data and their bytes alike.

Their number, title and day stand open, as of every paper; what stands on their pages does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from stationkiosk.casework.mediating.sealing import Content, box, check_mediator, opened
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.access import SEALED_PAPERS
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.canonical import canonical_bytes, parse

SEALED_KINDS = frozenset(SEALED_PAPERS)
"""The kinds of paper of which nothing but the mediator's desk sees a page."""

_TOLD = ("fields", "blocks")
"""What of a paper's data tells what stands on it."""

_BOX = "sealed"


def closed_data(station: Station, ref: PaperRef, kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a paper's data as they are kept: of a sealed kind, what it tells lies in a box."""
    if kind not in SEALED_KINDS:
        return dict(data)
    told = canonical_bytes({name: data[name] for name in _TOLD})
    sealed = box(station, Content.PAPER, ref.case_id, ref.n, told)
    return {**data, "fields": {}, "blocks": [], _BOX: sealed.hex()}


def open_data(station: Station, paper: Record) -> dict[str, Any]:
    """Return a paper's data as its pages need them. KnownError as ``sealing.opened``."""
    data = dict(paper.data)
    if paper.kind not in SEALED_KINDS:
        return data
    sealed = bytes.fromhex(data.pop(_BOX))
    told: dict[str, Any] = parse(opened(station, Content.PAPER, paper.case_id, paper.n, sealed))
    return data | told


def closed_bytes(station: Station, paper: Record, pdf: bytes) -> bytes:
    """Return a paper's bytes as they are kept: of a sealed kind, in a box."""
    sealed = paper.kind in SEALED_KINDS
    return box(station, Content.PAGES, paper.case_id, paper.n, pdf) if sealed else pdf


def open_bytes(station: Station, paper: Record, kept: bytes) -> bytes:
    """Return a paper's bytes as they are printed. KnownError as ``sealing.opened``."""
    sealed = paper.kind in SEALED_KINDS
    return opened(station, Content.PAGES, paper.case_id, paper.n, kept) if sealed else kept


def check_reader(connection: Connection, paper: Record, login: str) -> None:
    """Refuse a sealed paper to all but its mediator.

    Closed ``not_the_mediator``; ``of_mediator_before`` where another mediator had it made.
    """
    if paper.kind in SEALED_KINDS:
        own = check_mediator(connection, paper.case_id, paper.data["matter_n"], login)
        if paper.issued_at < own.appointed_at:
            raise Closed("of_mediator_before")

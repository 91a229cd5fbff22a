"""What somebody said for something that no track knows: why a paper was printed, a value corrected.

It stands where the words said for an act stand, private, in the entry that tells of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from stationkiosk.casework.rows import next_n
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.tracks.needs import LONGEST, REASON
from stationkiosk.domain.typed import paragraphs
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

OF_THE_CASE = 0
"""The number that stands for the case as a whole where a matter's would stand."""


def needed(reason: str) -> str:
    """Return a reason as it is kept (``needs.tidy``). Closed ``reason_missing``, ``input_long``."""
    written, label = paragraphs(reason), REASON.label
    if not written:
        raise Closed("reason_missing")
    if len(written) > LONGEST:
        raise Closed(
            "input_long", input=REASON.id, missing_zh=label.zh, missing_en=label.en, most=str(LONGEST)
        )
    return written


def keep_said(unit: Unit, case_id: UUID, action: str, inputs: Mapping[str, str], client_key: str) -> None:
    """Enter what was said for something done to a case as a whole."""
    unit.insert(
        tables.Acted,
        case_id=case_id,
        n=next_n(unit, tables.Acted, case_id),
        client_key=client_key,
        matter_n=OF_THE_CASE,
        action=action,
        inputs=dict(inputs),
    )

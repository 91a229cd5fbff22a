"""A filing against several: the paper that lists the case made for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from stationkiosk.casework import papers
from stationkiosk.casework.codes import Purpose, new_code, record_code
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both
from stationkiosk.casework.views import FiledOther, PaperRef
from stationkiosk.domain.application import Application
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import Words
from stationkiosk.store.unit import Unit

BATCH = 2
"""The batch receipt is the second paper of the first case."""

KIND = "batch_receipt"
_SHARED = (
    "filed_at",
    "station",
    "kind_of_dispute",
    "right",
    "acts",
    "told",
    "routes",
    "consents",
    "exhibits",
    "proof_later_by",
    "proof_step",
    "steps",
    "signature",
    "fingerprint",
    "demo",
)
"""What the paper says once for all cases, as the first case's receipt says it."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A case just entered, with the data of its receipt."""

    case_id: UUID
    receipt: Mapping[str, Any]


def issue_batch_receipt(
    station: Station, unit: Unit, application: Application, entered: tuple[Entered, ...], now: datetime
) -> None:
    """Issue the paper in the first case: each case with its number, other side and tracking code."""
    first = entered[0]
    code = new_code(station, Purpose.VERIFICATION)
    sides = [party for party in first.receipt["parties"] if party["role"] != "respondent"]
    data = {name: first.receipt[name] for name in _SHARED} | {
        "number": first.receipt["number"],
        "last_number": entered[-1].receipt["number"],
        "form_code": FORM_CODES[KIND],
        "verification_code": code,
        "receipt_code": first.receipt["receipt_code"],
        "qr": first.receipt["receipt_code"],
        "parties": sides,
        "claims": [_of_each(station.reference.words, claim) for claim in first.receipt["claims"]],
        "cases": [_case(one.receipt) for one in entered],
        "plain_line": both(station.reference.words.text("paper.batch_receipt.plain_line")),
    }
    papers.issue(
        unit,
        PaperRef(first.case_id, BATCH),
        KIND,
        data,
        number=data["number"],
        language=application.language,
        verification_code=code,
        issued_at=now,
    )
    record_code(
        station,
        unit,
        Purpose.VERIFICATION,
        code,
        case_id=first.case_id,
        paper_n=BATCH,
        holder="applicant",
        opens_at=now,
    )
    unit.journal(first.case_id, station.itself(), "issue_paper", now, {"paper": BATCH})


def others_of(data: Mapping[str, Any]) -> tuple[FiledOther, ...]:
    """Return the cases after the first that a batch receipt lists."""
    return tuple(
        FiledOther(case["number"], case["respondent"], case["receipt_code"]) for case in data["cases"][1:]
    )


def _of_each(words: Words, claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim; where it is a sum, it says that each is to pay it."""
    if claim["amount"] is None:
        return dict(claim)
    label = words.text("sides.each").put(label=Text(**claim["label"]))
    return {**claim, "label": both(label)}


def _case(receipt: Mapping[str, Any]) -> dict[str, str]:
    respondent = next(party for party in receipt["parties"] if party["role"] == "respondent")
    return {
        "number": receipt["number"],
        "respondent": respondent["name"] or respondent["address"],
        "address": respondent["address"] if respondent["name"] else "",
        "receipt_code": receipt["receipt_code"],
    }

"""The data of the paper that proves an answer: its answerer's own, with nothing sealed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from stationkiosk.casework.codes import Purpose
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.receipt import exhibit_data, party_data, signature_data
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both, fixed_step, from_data, step_of, to_data
from stationkiosk.casework.views import Step
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.forms import Form
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import date_text, day_text

KIND = "answer_receipt"
_AFTER = {Mediate.YES: "answer_yes", Mediate.NO: "answer_no", Mediate.TELL_MORE: "answer_more"}


def data(
    station: Station,
    asked: Mapping[str, Any],
    response: Response,
    codes: Mapping[Purpose, str],
    proof: Mapping[str, str],
    running: Sequence[Record],
) -> dict[str, Any]:
    """Return what the paper says; ``asked`` is what the notice said, ``running`` the clocks now."""
    form, now = station.reference.forms["answer"], station.clock.now()
    return {
        "number": asked["number"],
        "case_number": asked["case_number"],
        "filed_at": now.astimezone(UTC).isoformat(),
        "station": asked["station"],
        "form_code": FORM_CODES[KIND],
        "verification_code": codes[Purpose.VERIFICATION],
        "receipt_code": codes[Purpose.RECEIPT],
        "qr": codes[Purpose.RECEIPT],
        "kind_of_dispute": asked["kind_of_dispute"],
        "claimant": asked["claimant"],
        "parties": [party_data(party) for party in response.parties],
        "positions": [both(_legal(form, "positions", item.value)) for item in response.positions],
        "told": [{"label": both(label), "value": both(value)} for label, value in _told(form, response)],
        "mediate": both(_legal(form, "mediate", response.mediate.value)),
        "sealed": bool(response.sealed or response.agreed),
        "exhibits": [exhibit_data(n, exhibit) for n, exhibit in enumerate(response.exhibits, 1)],
        "steps": [to_data(step) for step in _steps(station, response, running)],
        "fingerprint": dict(proof),
        "signature": signature_data(response.signature, now),
        "plain_line": both(station.reference.words.text(f"paper.{KIND}.plain_line")),
        "demo": station.terms.demo,
    }


def steps_of(data: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return what comes next, in the order of the paper."""
    return tuple(from_data(step) for step in data["steps"])


def _told(form: Form, response: Response) -> list[tuple[Text, Text]]:
    said = {
        "grounds": [_legal(form, "grounds", ground) for ground in response.grounds],
        "supplier": [Text(response.supplier, response.supplier)] if response.supplier else [],
        "supplied_on": [date_text(response.supplied_on)] if response.supplied_on else [],
        "until": [day_text(response.until)] if response.until else [],
    }
    return [
        (
            form.filling(f"answer.{name}").label,
            Text("；".join(v.zh for v in values), "; ".join(v.en for v in values)),
        )
        for name, values in said.items()
        if values
    ]


def _legal(form: Form, field: str, option: str) -> Text:
    chosen = form.filling(f"answer.{field}").option(option)
    return chosen.term or chosen.label


def _steps(station: Station, response: Response, running: Sequence[Record]) -> list[Step]:
    words = station.reference.words
    clocks = [_deadline(station, row) for row in sorted(running, key=lambda row: row.due)]
    dated = [step_of(words, clock) for clock in clocks]
    more = ["answer_time"] if Position.NEED_TIME in response.positions else []
    return [
        *(fixed_step(words, name) for name in (_AFTER[response.mediate], *more)),
        *dated,
        fixed_step(words, "answer_add"),
    ]


def _deadline(station: Station, row: Record) -> Deadline:
    period = station.reference.period(row.rule, row.start)
    trace = tuple(Text(**line) for line in row.trace)
    return Deadline(row.rule, period.label, row.start, row.due, row.provisional, trace)

"""The data of the paper that proves an answer: its answerer's own, with nothing sealed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from stationkiosk.casework.bringing import papers_of
from stationkiosk.casework.codes import Purpose
from stationkiosk.casework.inquiry import ANSWER
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.receipt import exhibit_data, party_data, signature_data
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both, fixed_step, from_data, step_of, to_data
from stationkiosk.casework.told import joined
from stationkiosk.casework.views import Step
from stationkiosk.domain.application import Party, PartyRole
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.forms import Form
from stationkiosk.domain.response import Mediate, Response
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import date_text, day_text
from stationkiosk.reference.words import Words

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
        "number": asked["case_number"],
        "case_number": asked["case_number"],
        "filed_at": now.astimezone(UTC).isoformat(),
        "station": asked["station"],
        "form_code": FORM_CODES[KIND],
        "verification_code": codes[Purpose.VERIFICATION],
        "receipt_code": codes[Purpose.RECEIPT],
        "qr": codes[Purpose.RECEIPT],
        "kind_of_dispute": asked["kind_of_dispute"],
        "claimant": asked["claimant"],
        "parties": [party_data(party) for party in sorted(response.parties, key=_agent_last)],
        "told": _told(station.reference.words, form, response),
        "mediate": both(_chosen(form, "mediate", response.mediate.value)),
        "exhibits": [exhibit_data(n, exhibit) for n, exhibit in enumerate(response.exhibits, 1)],
        "steps": [to_data(step) for step in _steps(station, response, running)],
        "fingerprint": dict(proof),
        "signature": signature_data(response.signature, now),
        "plain_line": both(station.reference.words.text(f"paper.{KIND}.plain_line")),
        "demo": station.terms.demo,
    }


def _agent_last(party: Party) -> bool:
    return party.role is PartyRole.AGENT


def steps_of(data: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return what comes next, in the order of the paper."""
    return tuple(from_data(step) for step in data["steps"])


def _told(words: Words, form: Form, response: Response) -> list[dict[str, Any]]:
    said = {
        "grounds": [_chosen(form, "grounds", ground) for ground in response.grounds],
        "supplier": [Text(response.supplier, response.supplier)] if response.supplier else [],
        "supplied_on": [date_text(response.supplied_on)] if response.supplied_on else [],
        "until": [day_text(response.until)] if response.until else [],
    }
    return [
        {"label": both(words.text(f"told.answer_{name}")), "value": both(joined(values))}
        for name, values in said.items()
        if values
    ]


def _chosen(form: Form, name: str, option: str) -> Text:
    return form.filling(f"answer.{name}").option(option).label


def _steps(station: Station, response: Response, running: Sequence[Record]) -> list[Step]:
    words = station.reference.words
    clocks = [_deadline(station, row) for row in sorted(running, key=lambda row: row.due)]
    return [
        fixed_step(words, _AFTER[response.mediate]),
        *(
            asked_step(words, clock)
            if clock.rule == ANSWER and clock.provisional
            else step_of(words, clock)
            for clock in clocks
            if clock.rule == ANSWER or response.mediate is Mediate.YES
        ),
        *(fixed_step(words, name) for name in papers_of(response.parties)),
        fixed_step(words, "answer_add"),
    ]


def asked_step(words: Words, clock: Deadline) -> Step:
    """Return the day that somebody asked for, which nobody has granted yet."""
    step = fixed_step(words, "answer_time")
    when = step.when.put(day=day_text(clock.due))
    return Step(when, step.title, step.detail, due=clock.due, provisional=True)


def _deadline(station: Station, row: Record) -> Deadline:
    period = station.reference.period(row.rule, row.start)
    trace = tuple(Text(**line) for line in row.trace)
    return Deadline(row.rule, period.label, row.start, row.due, row.provisional, trace)

"""A state as plain JSON values and back. The signature is never saved: it is given to a text."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from stationkiosk.domain.application import Consent, Exhibit
from stationkiosk.journeys.journey import State


def to_json(state: State) -> dict[str, object]:
    """Return a state as JSON values."""
    return {
        "answers": dict(state.answers),
        "typed": dict(state.typed),
        "by_card": sorted(state.by_card),
        "sealed": {key: b64encode(box).decode("ascii") for key, box in state.sealed.items()},
        "others": [dict(side) for side in state.others],
        "exhibits": [
            asdict(exhibit) | {"received_at": exhibit.received_at.isoformat()} for exhibit in state.exhibits
        ],
        "proof_later": state.proof_later,
        "routes": state.routes,
        "consents": {consent.id: consent.given for consent in state.consents},
    }


def from_json(body: Mapping[str, Any]) -> State:
    """Return the state a draft's body was made of."""
    return State(
        answers=_tuples(body["answers"]),
        typed=_tuples(body["typed"]),
        by_card=frozenset(body["by_card"]),
        sealed={key: b64decode(box) for key, box in body["sealed"].items()},
        others=tuple(_tuples(side) for side in body.get("others", ())),
        exhibits=tuple(
            Exhibit(**row | {"received_at": datetime.fromisoformat(row["received_at"])})
            for row in body["exhibits"]
        ),
        proof_later=body["proof_later"],
        routes=None if body["routes"] is None else tuple(body["routes"]),
        consents=tuple(Consent(key, given) for key, given in body["consents"].items()),
    )


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}

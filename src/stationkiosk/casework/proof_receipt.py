"""The data of the paper that proves which proof came in later; it names no person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.receipt import exhibit_data, signature_data
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both, fixed_step, from_data, to_data
from stationkiosk.casework.views import Step, Viewer
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.text import listed
from stationkiosk.reference.words import Words

KIND = "proof_receipt"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in now, what the same side had brought before, and which side that is."""

    fresh: tuple[Exhibit, ...]
    again: tuple[Exhibit, ...]
    viewer: Viewer


def data(
    station: Station,
    filed: Mapping[str, Any],
    addition: Addition,
    brought: Brought,
    verification_code: str,
    proof: Mapping[str, str],
) -> dict[str, Any]:
    """Return what the paper says; ``filed`` is what the receipt of the case said."""
    words, now = station.reference.words, station.clock.now()
    return {
        "number": addition.number,
        "by": brought.viewer.value,
        "filed_at": now.astimezone(UTC).isoformat(),
        "station": filed["station"],
        "form_code": FORM_CODES[KIND],
        "verification_code": verification_code,
        "receipt_code": addition.code,
        "qr": addition.code,
        "kind_of_dispute": filed["kind_of_dispute"],
        "exhibits": [exhibit_data(n, exhibit) for n, exhibit in enumerate(brought.fresh, 1)],
        "again": [exhibit.name for exhibit in brought.again],
        "steps": [to_data(fixed_step(words, "proof_more"))],
        "fingerprint": dict(proof),
        "signature": signature_data(addition.signature, now),
        "plain_line": both(words.text(f"paper.{KIND}.plain_line")),
        "demo": station.terms.demo,
    }


def steps_of(words: Words, data: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return what came in, what was there before, and what may follow."""
    came = [exhibit["name"] for exhibit in data["exhibits"]]
    return (
        _counted(words, "proof_in", came),
        *(_counted(words, "proof_again", names) for names in [data["again"]] if names),
        *(from_data(step) for step in data["steps"]),
    )


def _counted(words: Words, name: str, names: list[str]) -> Step:
    step = fixed_step(words, name)
    return Step(step.when, step.title.put(n=str(len(names))), step.detail.put(names=listed(names)))

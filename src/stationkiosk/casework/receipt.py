"""The receipt's data: everything the paper says, frozen when the case is filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from stationkiosk.casework.bringing import to_bring
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both, fixed_step, from_data, mediation_waits, step_of, to_data
from stationkiosk.casework.told import right_words, tell
from stationkiosk.casework.views import Step
from stationkiosk.domain.application import (
    Application,
    Claim,
    Exhibit,
    Party,
    PartyKind,
    Signature,
)
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.filed import dispute_filed
from stationkiosk.domain.forms import Form, FormPaper
from stationkiosk.domain.identity import mask_phone
from stationkiosk.domain.identity_kinds import mask_any
from stationkiosk.domain.money import plain
from stationkiosk.domain.rights import classes_named
from stationkiosk.domain.routes import RouteOffer, at_the_kiosk
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.reference.words import Words

PROOF_LATER = "proof.later"
"""The clock of proof that is still to be brought."""


UNREGISTERED = "unregistered"
"""The standing of somebody who uses a mark that nobody registered."""

REPORTED = "report_receipt"
"""The receipt of a report."""


@dataclass(frozen=True, slots=True)
class Registration:
    """What the station adds to an application when it registers it; the moment is aware UTC."""

    number: str
    receipt_code: str
    verification_code: str
    filed_at: datetime
    journal_algorithm: str
    journal_hash: str
    clocks: tuple[Deadline, ...]


def receipt_data(station: Station, application: Application, entry: Registration) -> dict[str, Any]:
    """Return the frozen data of the receipt for a registered application."""
    words, form = station.reference.words, station.reference.forms[application.form]
    told = tell(words, form, application.facts)
    proof = next((clock for clock in entry.clocks if clock.rule == PROOF_LATER), None)
    return {
        "number": entry.number,
        "filed_at": entry.filed_at.astimezone(UTC).isoformat(),
        "station": {
            "code": station.device,
            "name": both(station.site.name),
            "address": both(station.site.address),
            "phone": station.site.phone,
            "hours": both(station.site.hours),
        },
        "form_code": FORM_CODES[receipt_kind(station, application)],
        "verification_code": entry.verification_code,
        "receipt_code": entry.receipt_code,
        "qr": entry.receipt_code,
        "kind_of_dispute": both(kind_of_dispute(words, form)),
        "parties": [party_data(party) for party in application.parties],
        "right": _right(words, application, form) | right_words(words, form) | {"told": told.of_right},
        "acts": told.acts,
        "told": told.rest,
        "claims": [_claim(claim, form) for claim in application.claims],
        "routes": _routes(station, application, entry.filed_at),
        "consents": _consents(station, application),
        "exhibits": [exhibit_data(n, exhibit) for n, exhibit in enumerate(application.exhibits, 1)],
        "proof_later_by": proof.due.isoformat() if proof else None,
        "steps": [to_data(step) for step in _steps(station, application, entry)],
        "proof_step": to_data(step_of(words, proof)) if proof else None,
        "fingerprint": {"algorithm": entry.journal_algorithm, "journal_hash": entry.journal_hash},
        "signature": signature_data(application.signature, entry.filed_at),
        "plain_line": both(
            station.reference.words.text(f"paper.{receipt_kind(station, application)}.plain_line")
        ),
        "demo": station.terms.demo,
    }


def kind_of_dispute(words: Words, form: Form) -> Text:
    """Return what a case is about, as papers and screens call it."""
    return words.text("answering.reported") if form.paper is FormPaper.REPORT else form.title


def receipt_kind(station: Station, application: Application) -> str:
    """Return which paper proves the registration: a report's names no reporter."""
    reported = station.reference.forms[application.form].paper is FormPaper.REPORT
    return REPORTED if reported else "receipt"


def steps_of(data: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return what comes next, by its day; what hangs on no day comes last."""
    own = [data["proof_step"]] if data["proof_step"] else []
    steps = [from_data(step) for step in [*data["steps"], *own]]
    return tuple(sorted(steps, key=lambda step: step.due or date.max))


def _steps(station: Station, application: Application, entry: Registration) -> tuple[Step, ...]:
    words, reported = station.reference.words, receipt_kind(station, application) == REPORTED
    offers = _offers(station, application, entry.filed_at)
    waits = mediation_waits(application.routes, {c.id: c.given for c in application.consents})
    clocks = sorted((c for c in entry.clocks if c.rule != PROOF_LATER), key=lambda clock: clock.due)
    return (
        *(step_of(words, clock, waits=waits, reported=reported) for clock in clocks),
        *(fixed_step(words, name) for name in (_reported if reported else _after)(application, offers)),
    )


def _reported(application: Application, _offers: tuple[RouteOffer, ...]) -> Iterator[str]:
    here = "report" in application.routes
    if not here:
        yield "report_handed_on"
    told = "report_told" if here else "report_told_where"
    yield told if application.sealed else "report_looked_up"
    yield "report_add"


def _after(application: Application, offers: tuple[RouteOffer, ...]) -> Iterator[str]:
    yield from to_bring(application)
    if "mediation" in application.routes:
        yield "deal"
        if "report" in application.routes:
            yield "no_deal_reported"
        else:
            yield "no_deal" if any(offer.track == "report" for offer in offers) else "no_deal_sue"


def party_data(party: Party) -> dict[str, Any]:
    """Return a party with its numbers masked."""
    return {
        "role": party.role.value,
        "kind": party.kind.value,
        "name": party.name,
        "id_masked": mask_any(party.id_number) if party.kind is PartyKind.PERSON else party.id_number,
        "phone_masked": mask_phone(party.phone),
        "address": party.address,
        "representative": party.representative,
        "authority": party.authority,
    }


def _right(words: Words, application: Application, form: Form) -> dict[str, Any]:
    right = application.right
    return {
        "number": right.number,
        "name": right.name,
        "classes": [] if classes_named(right.goods) else list(right.classes),
        "goods": right.goods,
        "number_none": both(_no_number(words, application, form)),
        "standing": both(_standing(words, application, form)),
        "expires": right.expires.isoformat() if right.expires else None,
    }


def _no_number(words: Words, application: Application, form: Form) -> Text:
    """Return what stands for a number that was asked for and not given."""
    right = application.right
    if right.number or all(question.fills != "right.number" for question in form.questions()):
        return Text("", "")
    return words.text("right.unregistered" if right.standing == UNREGISTERED else "right.number_none")


def _standing(words: Words, application: Application, form: Form) -> Text:
    """Return the standing as the law calls it, without the advice that stands beside it on the screen."""
    standing = application.right.standing
    key = f"standing.{standing}"
    return words.text(key) if words.has(key) else _legal(form, "right.standing", standing)


def _option(form: Form, question: str, option: str) -> Text:
    return form.question(question).option(option).label if option else Text("", "")


def _legal(form: Form, field: str, option: str) -> Text:
    """Return what the law calls an option; papers speak its language where it has a word."""
    if not option:
        return Text("", "")
    chosen = form.filling(field).option(option)
    return chosen.term or chosen.label


def _claim(claim: Claim, form: Form) -> dict[str, Any]:
    amount = plain(claim.amount) if claim.amount is not None else None
    return {"label": both(_legal(form, "claims", claim.id)), "amount": amount}


def _routes(station: Station, application: Application, filed_at: datetime) -> list[dict[str, Any]]:
    if station.reference.forms[application.form].paper is not FormPaper.APPLICATION:
        return [{"label": both(TRACKS[track].label), "why": None} for track in application.routes]
    return [
        {"label": both(offer.label), "why": both(offer.term)}
        for offer in _offers(station, application, filed_at)
        if offer.track in application.routes
    ]


def _offers(station: Station, application: Application, filed_at: datetime) -> tuple[RouteOffer, ...]:
    form = station.reference.forms[application.form]
    if form.paper is FormPaper.COMPLAINT:
        return ()
    dispute = dispute_filed(form, application)
    return at_the_kiosk(station.reference.ways(dispute, station_day(filed_at)))


def _consents(station: Station, application: Application) -> list[dict[str, Any]]:
    asked = {consent.id: consent.label for consent in station.reference.consents}
    return [{"label": both(asked[given.id]), "given": given.given} for given in application.consents]


def exhibit_data(n: int, exhibit: Exhibit) -> dict[str, Any]:
    """Return the ``n``-th piece of evidence."""
    return {
        "n": n,
        "name": exhibit.name,
        "media_type": exhibit.media_type,
        "size": exhibit.size,
        "pages": exhibit.pages,
        "sha256": exhibit.sha256,
        "received_at": exhibit.received_at.astimezone(UTC).isoformat(),
    }


def signature_data(signature: Signature, signed_at: datetime) -> dict[str, Any]:
    """Return a signature, made at an aware moment."""
    return {
        "kind": signature.kind.value,
        "strokes": [[list(point) for point in stroke] for stroke in signature.strokes],
        "signer": signature.signer,
        "signed_at": signed_at.astimezone(UTC).isoformat(),
        "witness": signature.witness,
    }

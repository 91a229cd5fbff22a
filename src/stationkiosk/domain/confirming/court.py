"""Effect, the thirty days and the court. CPL 205; Interp 352-354; ML 29; IMR 24; OMR 19."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from stationkiosk.domain.agreement import Way
from stationkiosk.domain.confirming.asked import Asked, Check, Hit


def _mediator_unsigned(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.way is not Way.ONLINE and not asked.agreement.mediator_signed:
        yield Hit()


def _unsealed(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.way in (Way.PEOPLE, Way.COMMERCIAL) and not asked.agreement.sealed:
        yield Hit()


def _not_effective(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.effective_on is None:
        yield Hit()


def _effect_before_signing(asked: Asked) -> Iterator[Hit]:
    effective = asked.agreement.effective_on
    last = max((s.signed_on for s in asked.agreement.signers if s.signed_on), default=None)
    if effective and last and effective < last:
        yield Hit(None, f"{effective} < {last}")


def _window_closed(asked: Asked) -> Iterator[Hit]:
    last = asked.agreement.apply_by
    if last and last < asked.today:
        yield Hit(None, last.isoformat())


def _window_closing(asked: Asked) -> Iterator[Hit]:
    last = asked.agreement.apply_by
    if last and asked.today <= last < asked.today + timedelta(days=asked.days):
        yield Hit(None, last.isoformat())


def _wrong_court(asked: Asked) -> Iterator[Hit]:
    due, chosen = asked.agreement.court_due, asked.agreement.court_chosen
    if due and chosen and due is not chosen:
        yield Hit(None, f"{chosen} ≠ {due}")


def _no_court(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.court_chosen is None:
        yield Hit()


def _foreign(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.foreign:
        yield Hit()


def _no_body(asked: Asked) -> Iterator[Hit]:
    if not (asked.agreement.body.strip() and asked.agreement.body_proof):
        yield Hit()


def _no_exhibit(asked: Asked) -> Iterator[Hit]:
    if asked.agreement.exhibits == 0:
        yield Hit()


CHECKS: Mapping[str, Check] = {
    "mediator_unsigned": _mediator_unsigned,
    "unsealed": _unsealed,
    "not_effective": _not_effective,
    "effect_before_signing": _effect_before_signing,
    "window_closed": _window_closed,
    "window_closing": _window_closing,
    "wrong_court": _wrong_court,
    "no_court": _no_court,
    "foreign": _foreign,
    "no_body": _no_body,
    "no_exhibit": _no_exhibit,
}

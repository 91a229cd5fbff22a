"""The ways to mediate: consent, body, clock, who signs, and when the agreement takes effect.

ML 29: the parties, the mediator and the committee's seal. IMR 24: both parties. For the other ways
the rules are data with their sources. Offers are numbered in the order in which they were made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text

MEDIATOR = "mediator"
SEAL = "seal"
"""Who else signs than the sides, by what ``missing`` calls them."""


class Effect(StrEnum):
    """With which signature an agreement takes effect: the last of the parties', or the last of all."""

    PARTIES = "parties"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationRule(Dated):
    """One way to mediate; ``id`` is the way's.

    ``body`` names who mediates, with ``{station}`` and ``{bureau}`` to be filled. ``clock`` is the
    deadline rule it is done by; where a court ``entrusts`` it, that clock starts with the mediator,
    and the court's number is named. ``consumers`` tells whether a consumer's dispute may go this way.
    """

    label: Text
    body: Text
    consent: Text
    takes_effect: Text
    signs: Text
    clock: str
    effect: Effect
    mediator_signs: bool
    seal: bool
    entrusts: bool
    consumers: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed a text: the ``sides`` that did, by their numbers, the mediator, the body's seal."""

    sides: frozenset[int] = frozenset()
    mediator: bool = False
    seal: bool = False


def missing(rule: MediationRule, sides: Collection[int], signed: Signatures) -> tuple[str, ...]:
    """Return who has still to sign: the numbers of sides, ``MEDIATOR``, ``SEAL``."""
    return tuple(_missing(rule, sides, signed))


def _missing(rule: MediationRule, sides: Collection[int], signed: Signatures) -> Iterator[str]:
    yield from (str(side) for side in sorted(set(sides) - signed.sides))
    if rule.mediator_signs and not signed.mediator:
        yield MEDIATOR
    if rule.seal and not signed.seal:
        yield SEAL


def why_not_sign(rule: MediationRule, sides: Collection[int], signed: Signatures, who: str) -> str:
    """Return why ``who`` cannot sign now, "" where they can.

    ``no_signer`` whose signature the text does not need, ``signed_already``, and ``others_first``:
    the mediator signs after the sides and the seal comes last, on what all of them signed.
    """
    left = missing(rule, sides, signed)
    if who not in left:
        return "signed_already" if who in missing(rule, sides, Signatures()) else "no_signer"
    waits = who in (MEDIATOR, SEAL) and left[0] != who
    return "others_first" if waits else ""

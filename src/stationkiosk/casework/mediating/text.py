"""The text of an agreement: everything its pages say, frozen when it is fixed, and who signed it.

From one ``AgreementText`` come the bytes that are shown live, the bytes that are signed, and, with
the signatures, the paper. It hangs on nothing but itself: neither record nor clock is asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNamed:
    """A party of the agreement, as it is called in it. What is not known is "".

    ``n`` is its row as the case was filed, ``side`` ``filer`` or ``other``; ``agents`` are those
    who may settle for it (CPL 62).
    """

    n: int
    side: str
    name: str
    organisation: bool
    id_number: str = ""
    representative: str = ""
    address: str = ""
    phone: str = ""
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementText:
    """What stands on the pages of an agreement (ML 29, IMR 24).

    ``number`` is the matter's, ``way`` the id of the way of mediating; ``facts`` are those nobody
    disputes, ``told`` what the filer says was done where there are none, ``claims`` what was asked for;
    ``takes_effect`` says when it does. ``copies`` counts originals; ``sealed`` tells that the body
    seals it. ``clauses`` are the ids of the terms: what one of them says of effect, copies or
    confirmation is not said twice.
    """

    number: str
    case_number: str
    version: int
    way: str
    way_label: Text
    body: Text
    mediator: str
    subject: Text
    parties: tuple[PartyNamed, ...]
    facts: tuple[str, ...]
    claims: tuple[Text, ...]
    terms: tuple[Text, ...]
    takes_effect: Text
    wishes_confirmation: bool
    copies: int
    drawn_on: date
    sealed: bool = True
    clauses: tuple[str, ...] = ()
    told: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """A signature under an agreement. ``way`` is ``pad``, ``typed`` or ``paper``.

    ``n`` is the row of the party that signed (the mediator: 0), ``for_n`` the party it signed for.
    ``strokes`` are polylines of (x, y, ms) in thousandths of the pad; ``witness`` saw it typed.
    """

    n: int
    for_n: int
    name: str
    as_: Text
    way: str
    at: datetime
    strokes: tuple[tuple[tuple[int, int, int], ...], ...] = ()
    witness: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a fixed text: who signed, the day of the seal, the day it took effect."""

    by: tuple[SignedBy, ...] = ()
    sealed: date | None = None
    since: date | None = None


def plain(text: AgreementText) -> dict[str, Any]:
    """Return the text as JSON takes it."""
    return asdict(text) | {"drawn_on": text.drawn_on.isoformat()}


def read(kept: Mapping[str, Any]) -> AgreementText:
    """Return the text that ``plain`` wrote."""
    return AgreementText(
        **{
            **kept,
            "drawn_on": date.fromisoformat(kept["drawn_on"]),
            "parties": tuple(
                PartyNamed(**{**one, "agents": tuple(one["agents"])}) for one in kept["parties"]
            ),
            **{name: tuple(kept.get(name, ())) for name in ("facts", "clauses")},
            **{
                name: tuple(Text(**one) for one in kept.get(name, ()))
                for name in ("claims", "terms", "told")
            },
            **{name: Text(**kept[name]) for name in ("way_label", "body", "subject", "takes_effect")},
        }
    )

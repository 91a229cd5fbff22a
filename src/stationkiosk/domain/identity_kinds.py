"""Which paper somebody shows, how its number is checked and masked, and where its holder belongs."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from stationkiosk.domain import identity, travel
from stationkiosk.domain.errors import Problem


class IdentityKind(StrEnum):
    """A paper with a number that tells who somebody is."""

    RESIDENT_ID = "resident_id"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGNER_CARD = "foreigner_card"
    CHINESE_PASSPORT = "chinese_passport"
    FOREIGN_PASSPORT = "foreign_passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    CREDIT_CODE = "credit_code"


class Tie(StrEnum):
    """Where a party belongs: what makes a dispute foreign-related or cross-boundary (Interp 520)."""

    MAINLAND = "mainland"
    HK_MACAO_TAIWAN = "hk_macao_taiwan"
    FOREIGN = "foreign"


_OLD_CARD_SIGNS = 15
_PERMITS = ("81", "82", "83")

_TIES = {
    IdentityKind.RESIDENCE_PERMIT: Tie.HK_MACAO_TAIWAN,
    IdentityKind.HK_MACAO_PERMIT: Tie.HK_MACAO_TAIWAN,
    IdentityKind.TAIWAN_PERMIT: Tie.HK_MACAO_TAIWAN,
    IdentityKind.FOREIGNER_CARD: Tie.FOREIGN,
    IdentityKind.FOREIGN_PASSPORT: Tie.FOREIGN,
}

_SHOWN = {
    IdentityKind.CHINESE_PASSPORT: (2, 2),
    IdentityKind.FOREIGN_PASSPORT: (1, 2),
    IdentityKind.HK_MACAO_PERMIT: (2, 2),
    IdentityKind.TAIWAN_PERMIT: (1, 2),
    IdentityKind.CREDIT_CODE: (4, 4),
}
"""Signs left at the head and the tail; the others leave three and four."""


def _residence_permit(typed: str, question: str) -> tuple[str, Problem | None]:
    number, problem = identity.resident_id(typed, question)
    if problem is None and not number.startswith(_PERMITS):
        return number, Problem(question, "residence_permit_head", {"head": number[:2]})
    return number, problem


def _foreigner_card(typed: str, question: str) -> tuple[str, Problem | None]:
    number, problem = travel.old_foreigner_card(typed, question)
    if len(number) == _OLD_CARD_SIGNS:
        return number, problem
    number, problem = identity.resident_id(typed, question)
    if problem is None and not number.startswith("9"):
        return number, Problem(question, "foreigner_card_head", {"head": number[:1]})
    return number, problem


_CHECKS: dict[IdentityKind, Callable[[str, str], tuple[str, Problem | None]]] = {
    IdentityKind.RESIDENT_ID: identity.resident_id,
    IdentityKind.RESIDENCE_PERMIT: _residence_permit,
    IdentityKind.FOREIGNER_CARD: _foreigner_card,
    IdentityKind.CHINESE_PASSPORT: travel.chinese_passport,
    IdentityKind.FOREIGN_PASSPORT: travel.foreign_passport,
    IdentityKind.HK_MACAO_PERMIT: travel.hk_macao_permit,
    IdentityKind.TAIWAN_PERMIT: travel.taiwan_permit,
    IdentityKind.CREDIT_CODE: identity.credit_code,
}


def check(kind: IdentityKind, typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return the even form of a paper's number, and what is wrong with it and where if anything is."""
    return _CHECKS[kind](typed, question)


def likely(typed: str) -> tuple[IdentityKind, ...]:
    """Return the papers whose number this may be, the strictest rule first; none if it fits none.

    An 18-character number of a resident, a permit or a foreigner's card is told by its head.
    """
    fits = [kind for kind in _STRICTEST if check(kind, typed)[1] is None]
    if fits[:1] in ([IdentityKind.RESIDENCE_PERMIT], [IdentityKind.FOREIGNER_CARD]):
        fits = [kind for kind in fits if kind is not IdentityKind.RESIDENT_ID]
    return tuple(fits)


_STRICTEST = (
    IdentityKind.RESIDENCE_PERMIT,
    IdentityKind.FOREIGNER_CARD,
    IdentityKind.RESIDENT_ID,
    IdentityKind.CREDIT_CODE,
    IdentityKind.CHINESE_PASSPORT,
    IdentityKind.HK_MACAO_PERMIT,
    IdentityKind.TAIWAN_PERMIT,
    IdentityKind.FOREIGN_PASSPORT,
)


def other_paper(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return the even form of a passport's or permit's number, of whichever sort it is."""
    kinds = [kind for kind in likely(typed) if kind is not IdentityKind.CREDIT_CODE]
    if not kinds:
        return travel.even(typed), Problem(question, "other_paper", {"count": str(len(travel.even(typed)))})
    return check(kinds[0], typed, question)


def mask_any(number: str) -> str:
    """Return the number of some person's paper with its middle starred, by the likeliest of them."""
    kinds = likely(number)
    return mask(kinds[0], number) if kinds else identity.mask(number)


def mask(kind: IdentityKind, number: str) -> str:
    """Return a paper's number with its middle starred, as much as its kind calls for."""
    return identity.mask(number, *_SHOWN.get(kind, (3, 4)))


def tie(kind: IdentityKind) -> Tie:
    """Return where the holder of a paper belongs."""
    return _TIES.get(kind, Tie.MAINLAND)


def farthest(ties: tuple[Tie, ...]) -> Tie:
    """Return what the parties make of the dispute: foreign before Hong Kong, Macao and Taiwan."""
    order = list(Tie)
    return max(ties, key=order.index, default=Tie.MAINLAND)

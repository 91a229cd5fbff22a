"""Proof that is brought to a case after it was filed or answered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from stationkiosk.domain.application import Exhibit, Signature
from stationkiosk.domain.text import Language


@dataclass(frozen=True, slots=True)
class Addition:
    """Pieces of evidence for a case that is there, ready for the one door.

    ``id`` is the UUIDv7 its draft was opened under; the evidence is already kept under it.
    ``code`` is the receipt code of whoever brings it, ``number`` the case it is for: of a filing
    against several, the first case's code opens them all. It is declared, not signed.
    """

    id: UUID
    code: str
    number: str
    language: Language
    exhibits: tuple[Exhibit, ...]
    signature: Signature

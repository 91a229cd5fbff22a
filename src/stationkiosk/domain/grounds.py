"""Grounds in law that a decision may rest on: numbered, dated, chosen from a list."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Dated):
    """One ground. ``id`` is ``<list>.<name>``; ``number`` is its number within ``article``.

    ``article`` names a dated article; ``told`` asks that the facts behind it be said in words.
    """

    number: int
    article: str
    label: Text
    told: bool = False

    @property
    def list(self) -> str:
        """Return the list it is chosen from, such as ``complaint_refusal``."""
        return self.id.partition(".")[0]

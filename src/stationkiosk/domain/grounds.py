"""Dated lists to choose from: the grounds a law names, and the station's own."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Dated):
    """One choice of a list; ``id`` is the list and the choice with a dot between.

    ``number`` is its place in the law's own list, 0 where the law counts none.
    """

    label: Text
    number: int = 0

    @property
    def list(self) -> str:
        """Return the list it belongs to."""
        return self.id.rpartition(".")[0]

    @property
    def option(self) -> str:
        """Return what an input writes to choose it."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach(Dated):
    """A breach that another authority alone may punish; ``id`` is the option of the report's form."""

    authority: Text
    article: str

"""What a self-test found, as screens, terminal and paper show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from stationkiosk.domain.text import Text

Tone = Literal["good", "warn", "bad", "off"]
"""How a part is: as it should be, to be looked at, in trouble, not used here."""
TROUBLE_FIRST: tuple[Tone, ...] = ("bad", "warn", "good", "off")


@dataclass(frozen=True, slots=True)
class CheckShown:
    """One line of the self-test: part, tone, what was found, and what to do about it."""

    part: str
    title: Text
    tone: Tone
    said: Text
    do: Text | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """A self-test: when, of which machine, and what it found, worst tone first in ``tone``."""

    at: datetime
    device: str
    checks: tuple[CheckShown, ...]
    tone: Literal["good", "warn", "bad"]

    @property
    def trouble_first(self) -> tuple[CheckShown, ...]:
        """The checks, what needs somebody first."""
        return tuple(sorted(self.checks, key=lambda check: TROUBLE_FIRST.index(check.tone)))

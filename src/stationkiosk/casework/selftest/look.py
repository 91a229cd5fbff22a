"""What every check works with: the station, and the words for what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from stationkiosk.casework.selftest.shown import CheckShown, Tone
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the station. ``before`` is what the last self-test kept, empty for the first."""

    station: Station
    before: dict[str, object]

    def title(self, part: str) -> Text:
        """Return what a part is called."""
        return self.station.reference.words.text(f"selftest.part.{part}")

    def say(self, key: str, **values: object) -> Text:
        """Return what was found, in words."""
        return self.station.reference.words.text(f"selftest.said.{key}").put(**values)

    def found(self, part: str, tone: Tone, said: str, **values: object) -> CheckShown:
        """Return a finding; what to do stands under the same key where there is something to do."""
        words, do = self.station.reference.words, f"selftest.do.{said}"
        advice = words.text(do).put(**values) if words.has(do) else None
        return CheckShown(part, self.title(part), tone, self.say(said, **values), advice)

    def fault(self, part: str, fault: KnownError, tone: Tone = "bad") -> CheckShown:
        """Return a fault of the world as a finding: its name, and what staff do about it."""
        words, staff = self.station.reference.words, f"printing_page.do.{fault.key}"
        title = words.text(f"fault.{fault.key}.title").put(**fault.values)
        do = words.text(staff if words.has(staff) else f"fault.{fault.key}.do").put(**fault.values)
        return CheckShown(part, self.title(part), tone, title, do)


@dataclass(frozen=True, slots=True)
class Check:
    """A check: the part it is about, and how it looks. It may find more than one thing."""

    part: str
    look: Callable[[Look], Iterable[CheckShown]]

"""How the desk says a fault beside a field."""

from __future__ import annotations

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.words import Words


def told(words: Words, fault: KnownError) -> str:
    """Return what a field says of a fault: what it is, and what to do."""
    title, _what, do = (words.speak(text) for text in words.fault(fault))
    return f"{title}。{do}" if words.chosen is Language.ZH else f"{title}. {do}"


def told_in_full(words: Words, fault: KnownError | None) -> dict[str, object]:
    """Return a fault as a line that tells it: its title, and what it is and what to do. Empty for none."""
    if fault is None:
        return {"title": "", "what": ""}
    title, what, do = words.fault(fault)
    return {"title": words.speak(title), "what": words.join(what, do)}

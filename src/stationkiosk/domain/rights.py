"""The right relied on: its kinds, trademark numbers and classes of goods.

What its number looks like otherwise stands in ``patents`` and ``registrations``, how long it
lasts in ``terms``.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from stationkiosk.domain.calendar import add_months
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.typed import mark

CLASSES = range(1, 46)
"""The classes of the Nice classification."""

_TRADEMARK = re.compile(r"[0-9]{1,9}[A-H]?|G[0-9]{6,7}[A-H]?")
_NOISE = re.compile(r"^(?:商标|注册|国际|证|号|第|NO\.?|:)+|(?:号|证)+$")
_AND = r"(?:\s*(?:[、,，和及&]|AND)\s*[0-9]{1,2})*"
_CLASS_WORDS = re.compile(
    rf"([0-9]{{1,2}}{_AND})\s*[类類]|CLASS(?:ES)?\s*([0-9]{{1,2}}{_AND})", re.IGNORECASE
)


class RightKind(StrEnum):
    """What sort of right it is."""

    TRADEMARK = "trademark"
    INVENTION = "invention"
    UTILITY = "utility"
    DESIGN = "design"
    WORK = "work"
    SOFTWARE = "software"
    GEOGRAPHICAL = "geographical_indication"
    TRADE_SECRET = "trade_secret"
    TECHNOLOGY_CONTRACT = "technology_contract"


def trademark_number(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return a registration number without what people write round it: ``第 3333018 号`` → ``3333018``."""
    number = _NOISE.sub("", mark(typed).replace("-", "").replace(",", ""))
    if not _TRADEMARK.fullmatch(number):
        return number, Problem(question, "trademark_number")
    return number, None


def international(number: str) -> bool:
    """Tell whether a trademark number is one of the Madrid system, designated to China."""
    return number.startswith("G")


def trademark_classes(
    typed: str | tuple[str, ...], question: str = ""
) -> tuple[tuple[str, ...], Problem | None]:
    """Return class numbers (1-45), in order and once each, out of ``9、25`` or ``第9类``."""
    parts = (typed,) if isinstance(typed, str) else typed
    found = sorted({int(n) for part in parts for n in re.findall(r"[0-9]+", mark(part.replace(" ", ",")))})
    wrong = [n for n in found if n not in CLASSES]
    if wrong or not found:
        return tuple(map(str, found)), Problem(
            question, "trademark_class", {"number": str(wrong[0]) if wrong else ""}
        )
    return tuple(map(str, found)), None


def classes_named(goods: str) -> tuple[int, ...]:
    """Return the class numbers that a description of goods names: ``第 25、30 类`` → ``(25, 30)``."""
    lists = ("".join(groups) for groups in _CLASS_WORDS.findall(goods))
    found = {int(number) for named in lists for number in re.findall("[0-9]+", named)}
    return tuple(sorted(n for n in found if n in CLASSES))


def expiry_warning(expires: date, on: date, *, renewal: int, grace: int) -> str:
    """Return the key of a warning about a trademark's term on a day: "" when there is none.

    ``lapsed`` past the months of ``grace``, ``in_grace`` within them, ``renew_soon`` in the
    ``renewal`` months before the end, when it can be renewed. A warning never stops anybody.
    """
    if on > add_months(expires, grace):
        return "lapsed"
    if on > expires:
        return "in_grace"
    if on >= add_months(expires, -renewal):
        return "renew_soon"
    return ""

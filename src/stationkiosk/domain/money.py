"""Money: yuan as decimals in the domain, whole fen in the store, and how people write sums."""

from __future__ import annotations

import re
from decimal import Decimal

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.typed import mark

FEN = Decimal("0.01")
MOST = Decimal("999999999999")
"""The largest sum taken, in yuan."""

_TIMES = {"": 1, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_SUM = re.compile(
    r"[¥￥]?(?:RMB|CNY)?([0-9]+(?:\.[0-9]*)?|\.[0-9]+)([千万萬亿億]?)(?:元|块|圆|YUAN|RMB|CNY)?整?"
)


def to_fen(yuan: Decimal) -> int:
    """Return a sum in whole fen. A part of a fen is our own mistake: ValueError."""
    fen = yuan * 100
    if fen != fen.to_integral_value():
        raise ValueError(yuan)
    return int(fen)


def to_yuan(fen: int) -> Decimal:
    """Return whole fen as yuan with two decimals."""
    return Decimal(fen) * FEN


def yuan(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return the decimal digits of a sum in yuan: ``5万`` → ``50000``, ``￥1,200.5`` → ``1200.50``."""
    even = mark(typed).replace(",", "")
    found = _SUM.fullmatch(even)
    if not found:
        return even, Problem(question, "money_unreadable")
    amount = Decimal(found[1]) * _TIMES[found[2]]
    if amount <= 0:
        return even, Problem(question, "money_nothing")
    if amount > MOST:
        return even, Problem(question, "money_too_large")
    if amount != amount.quantize(FEN):
        return even, Problem(question, "money_decimals")
    return plain(amount), None


def plain(amount: Decimal) -> str:
    """Return a sum in decimal digits, with the fen only where there are any."""
    return str(int(amount)) if amount == amount.to_integral_value() else str(amount.quantize(FEN))


def show(amount: Decimal) -> str:
    """Return a sum for reading: ``50,000`` or ``1,200.50``."""
    return f"{int(amount):,}" if amount == amount.to_integral_value() else f"{amount.quantize(FEN):,}"

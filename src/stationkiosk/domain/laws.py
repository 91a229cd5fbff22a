"""Which version of a law governs: the one of the act's day, of the case's opening, or of today.

A penalty takes the law of the day of the act, unless the law of the day of the decision is
lighter or no longer punishes (APL 37). A case keeps the procedure it was opened under.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain.rules import Book, Dated
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


class Basis(StrEnum):
    """Whose day decides which version governs: the act's, the case's opening, or the step taken now."""

    ACT = "act"
    OPENED = "opened"
    NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawVersion(Dated):
    """A law or rule as in force between its days; ``id`` is the same for all its versions."""

    title: Text
    number: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Days:
    """The days that may decide. An act that goes on has its last day as ``act``, its first as ``began``."""

    now: date
    act: date | None = None
    began: date | None = None
    opened: date | None = None


@dataclass(frozen=True, slots=True)
class Governing:
    """The version that governs and why; the words are at ``governing.<key>`` with ``values`` put in.

    ``law`` is None where no row holds on the day. ``straddles`` tells that the act began
    under an earlier version: a clerk decides whether that matters.
    """

    law: LawVersion | None
    key: str
    values: dict[str, Text] = field(default_factory=dict)
    straddles: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Severity:
    """How hard a law hits one act; ordered: no penalty, then most, then least in yuan, then a must."""

    punished: bool
    most: Decimal = Decimal(0)
    least: Decimal = Decimal(0)
    must: bool = True


def governing(laws: Book[LawVersion], name: str, days: Days) -> Governing:
    """Return the version of a law that governs, by the day its kind of rule looks at.

    Where that day is not known, today's stands in.
    """
    today = laws.on(name, days.now)
    basis = today.basis if today else laws.rows[name][-1].basis
    day = {Basis.ACT: days.act, Basis.OPENED: days.opened, Basis.NOW: days.now}[basis]
    if day is None:
        return _found(today, "day_unknown", days.now)
    return _found(laws.on(name, day), f"by_{basis.value}", day, _straddles(laws, name, basis, days))


def for_penalty(
    laws: Book[LawVersion], name: str, days: Days, severity: Callable[[LawVersion], Severity]
) -> Governing:
    """Return the version a penalty rests on: the act's, or today's where it is lighter (APL 37).

    ``severity`` tells how hard a version hits this act. Without the day of the act today's
    stands in.
    """
    of_act = governing(laws, name, days)
    today = laws.on(name, days.now)
    if of_act.law is None or today is None or today == of_act.law:
        return of_act
    then, now = severity(of_act.law), severity(today)
    if now < then:
        key = "lighter_now" if now.punished else "punished_no_more"
        return Governing(today, key, {"day": day_text(days.now)}, of_act.straddles)
    return of_act


def _straddles(laws: Book[LawVersion], name: str, basis: Basis, days: Days) -> bool:
    if basis is not Basis.ACT or days.act is None or days.began is None:
        return False
    return laws.on(name, days.began) != laws.on(name, days.act)


def _found(law: LawVersion | None, key: str, day: date, straddles: bool = False) -> Governing:
    return Governing(law, key if law else "no_row", {"day": day_text(day)}, straddles)

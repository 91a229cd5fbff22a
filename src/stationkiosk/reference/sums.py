"""Reads what sums are reckoned by: fees, shares of them, daily rates, fines and damages."""

from __future__ import annotations

from decimal import Decimal

from stationkiosk.domain.damages import Basis, Damages
from stationkiosk.domain.fees import Bracket, CaseFee, Share
from stationkiosk.domain.fines import Band, Fine, When
from stationkiosk.domain.interest import Rate
from stationkiosk.domain.thresholds import Threshold
from stationkiosk.reference.rows import Row
from stationkiosk.reference.rules import dated, decimal, one_of


def case_fee(row: Row) -> CaseFee:
    """Take a table of fees apart."""
    brackets = tuple(
        Bracket(
            up_to=decimal(bracket, "up_to") if bracket.has("up_to") else None,
            rate=decimal(bracket, "rate"),
            constant=decimal(bracket, "constant"),
        )
        for bracket in row.rows("bracket")
    )
    tops = [bracket.up_to for bracket in brackets]
    if not tops or tops[-1] is not None or None in tops[:-1] or tops[:-1] != sorted(filter(None, tops)):
        row.fail("out_of_order", "bracket")
    return CaseFee(
        **dated(row),
        brackets=brackets,
        without_amount=_span(row, "without_amount_least", "without_amount_most"),
        cap=decimal(row, "cap") if row.has("cap") else None,
    )


def share(row: Row) -> Share:
    """Take a share of a fee apart."""
    part, whole = row.integer("part"), row.integer("whole")
    if not 0 <= part <= whole or whole < 1:
        row.fail("out_of_range", "part")
    return Share(**dated(row), label=row.text("label"), part=part, whole=whole, stacks=row.flag("stacks"))


def rate(row: Row) -> Rate:
    """Take a daily rate apart."""
    return Rate(
        **dated(row),
        label=row.text("label"),
        per_day=decimal(row, "per_day"),
        cap=decimal(row, "cap") if row.has("cap") else None,
    )


def fine(row: Row) -> Fine:
    """Take the range of a fine apart; its bands must leave no case out."""
    bands = tuple(_band(band) for band in row.rows("band"))
    threshold = decimal(row, "threshold") if row.has("threshold") else None
    cases = {band.when for band in bands}
    parted = {When.LARGE, When.SMALL}
    if cases not in ([parted] if threshold is not None else [*_WHOLE]) or len(bands) != len(cases):
        row.fail("missing_case", "band")
    return Fine(
        **dated(row),
        label=row.text("label"),
        article=row.text("article"),
        agency=row.text("agency"),
        bands=bands,
        threshold=threshold,
        from_threshold=not row.flag("above_threshold"),
        confiscate=row.flag("confiscate"),
        optional=row.flag("optional"),
        innocent_free=row.flag("innocent_free"),
    )


def damages(row: Row) -> Damages:
    """Take the rules on damages of a right apart."""
    steps = tuple(step.split("|") for step in row.strings("order"))
    named = [basis for step in steps for basis in step]
    if sorted(named) != sorted(Basis):
        row.fail("missing_case", "order")
    least, most = _span(row, "least", "most")
    punitive = _span(row, "punitive_least", "punitive_most")
    return Damages(
        **dated(row),
        label=row.text("label"),
        article=row.text("article"),
        order=tuple(frozenset(Basis(basis) for basis in step) for step in steps),
        least=least,
        most=most,
        punitive_least=punitive[0],
        punitive_most=punitive[1],
        costs_on_top=row.flag("costs_on_top"),
    )


def threshold(row: Row) -> Threshold:
    """Take a sum at which the procedure changes apart."""
    return Threshold(
        **dated(row),
        label=row.text("label"),
        article=row.text("article"),
        amount=decimal(row, "amount"),
        at_most=row.flag("at_most"),
    )


_WHOLE = ({When.ORDINARY, When.SERIOUS}, {When.PERSON, When.UNIT}, {When.ORDINARY})


def _band(row: Row) -> Band:
    least, most = _span(row, "least", "most")
    return Band(when=one_of(row, "when", When), least=least, most=most, times=row.flag("times"))


def _span(row: Row, low: str, high: str) -> tuple[Decimal, Decimal]:
    least, most = decimal(row, low), decimal(row, high)
    if least > most:
        row.fail("out_of_range", low)
    return least, most

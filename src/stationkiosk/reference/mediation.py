"""Rows of the ways to mediate."""

from __future__ import annotations

from stationkiosk.domain.mediation import Effect, MediationRule
from stationkiosk.reference.rows import Row
from stationkiosk.reference.rules import dated, one_of


def way(row: Row) -> MediationRule:
    """Take a way to mediate apart."""
    return MediationRule(
        **dated(row),
        label=row.text("label"),
        body=row.text("body"),
        consent=row.text("consent"),
        takes_effect=row.text("takes_effect"),
        signs=row.text("signs"),
        clock=row.string("clock"),
        effect=one_of(row, "effect", Effect),
        mediator_signs=row.flag("mediator_signs"),
        seal=row.flag("seal"),
        entrusts=row.flag("entrusts"),
        consumers=row.flag("consumers"),
    )

"""The way a matter is mediated: its rule, and the body in whose name it is done."""

from __future__ import annotations

from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.mediation import MediationRule
from stationkiosk.domain.text import Text


def rule_of(station: Station, mediation: Record) -> MediationRule:
    """Return the rule of the way, as it stood when the mediator was appointed."""
    return station.reference.way(mediation.way, station_day(mediation.appointed_at))


def label_of(station: Station, mediation: Record) -> Text:
    """Return what the way is called, with the court's number where a court entrusted it."""
    rule = rule_of(station, mediation)
    if not (rule.entrusts and mediation.entrusted):
        return rule.label
    entrusted = station.reference.words.text("paper.mediated.entrusted")
    return entrusted.put(way=rule.label, number=mediation.entrusted)


def body_of(station: Station, mediation: Record) -> Text:
    """Return in whose name a matter is mediated."""
    bureau = station.reference.issuer(station.today()).label
    return rule_of(station, mediation).body.put(station=station.site.name, bureau=bureau)

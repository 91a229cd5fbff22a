"""Which papers an act itself issues, each by what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from stationkiosk.casework.inquiry import issue_inquiry
from stationkiosk.casework.issuing import agreed, complaints, mediations, own, registrations, reports
from stationkiosk.casework.issuing.brief import Brief, brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.issue import issue
from stationkiosk.casework.issuing.mediating import makers
from stationkiosk.casework.issuing.mediating.session_record import session_record
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.store.unit import Unit

Issuer = Callable[[Station, Unit, Record, Actor, Mapping[str, str]], None]
Maker = Callable[[Brief], Iterator[Content]]

MAKERS: Mapping[str, Maker] = {
    "complaint_registration": registrations.complaint,
    "report_registration": registrations.report,
    "distribution_notice": reports.distribution,
    "identity_request": complaints.identity,
    "complaint_acceptance": complaints.acceptance,
    "complaint_refusal": complaints.refusal,
    "complaint_mediation_notice": complaints.mediation_notice,
    "complaint_termination": complaints.termination,
    "complaint_mediation": agreed.mediation_document,
    "report_result": reports.result,
    "acceptance_notice": mediations.acceptance,
    "refusal_notice": mediations.refusal,
    "mediation_record": session_record,
    "evidence_list": own.evidence_list,
    "service_address": own.service_address,
    "power_of_attorney": own.power_of_attorney,
    "referral_letter": reports.referral,
    "mediation_notice": makers.mediation_notice,
    "rights_duties": makers.rights_duties,
    "undisputed_facts": makers.undisputed_facts,
    "agreement": makers.agreement,
    "mediation_summary": makers.mediation_summary,
    "termination_notice": makers.termination_notice,
    "follow_up_record": makers.follow_up_record,
}
"""What stands on each kind of paper: one content for each copy that bears a number of its own."""


def _issue_all(
    kind: str, station: Station, unit: Unit, matter: Record, actor: Actor, inputs: Mapping[str, str]
) -> None:
    known = brief(station, unit, matter, actor, inputs)
    for made in MAKERS[kind](known):
        issue(known, kind, made)


ISSUED_BY: Mapping[str, Issuer] = {"inquiry_notice": issue_inquiry} | {
    kind: partial(_issue_all, kind) for kind in MAKERS
}
"""The papers that an act itself issues, each by what makes it; the rest are made by who asked for it."""

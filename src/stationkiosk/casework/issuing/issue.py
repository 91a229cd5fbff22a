"""Issuing a paper: its number, its codes and its frozen data, in the transaction that asks for it."""

from __future__ import annotations

from datetime import UTC

from stationkiosk.casework import papers
from stationkiosk.casework.codes import Purpose, new_code, record_code
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.numbers import next_number
from stationkiosk.casework.mediating.sealed_papers import closed_data
from stationkiosk.casework.steps import both
from stationkiosk.casework.views import PaperRef


def issue(brief: Brief, kind: str, content: Content) -> PaperRef:
    """Issue one paper and return where it stands in its case."""
    station, unit, now = brief.station, brief.unit, brief.station.clock.now()
    case_id = brief.case.id
    ref = papers.next_paper(unit, case_id)
    verification = new_code(station, Purpose.VERIFICATION)
    number = next_number(station, unit, kind, brief.case.number, ref.n)
    site = station.site
    data = {
        "number": number,
        "case_number": brief.case.number,
        "matter_n": brief.matter.n,
        "party_n": content.party.n if content.party is not None else None,
        "form_code": papers.FORM_CODES[kind],
        "verification_code": verification,
        "qr": verification,
        "issued_at": now.astimezone(UTC).isoformat(),
        "station": {
            "code": station.device,
            "name": both(site.name),
            "address": both(site.address),
            "phone": site.phone,
            "hours": both(site.hours),
        },
        "issuer": both(content.issuer) if content.issuer else None,
        "title": both(brief.say(f"{kind}.title")),
        "plain_line": both(brief.say(f"{kind}.plain_line")),
        "fields": content.fields,
        "blocks": list(content.blocks),
        "each_page": both(content.each_page) if content.each_page else None,
        "demo": station.terms.demo,
    }
    papers.issue(
        unit,
        ref,
        kind,
        closed_data(station, ref, kind, data),
        number=number,
        language=brief.language_for(content.party, filer=content.filer),
        verification_code=verification,
        issued_at=now,
    )
    record_code(
        station,
        unit,
        Purpose.VERIFICATION,
        verification,
        case_id=case_id,
        paper_n=ref.n,
        holder=content.party.role if content.party is not None else "station",
        opens_at=now,
    )
    unit.journal(case_id, station.itself(), "issue_paper", now, {"paper": ref.n})
    return ref

"""What is printed of the station itself: no paper of a case, so it stands in no ledger of copies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC

from stationkiosk.casework.printing.plan import read_plan
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import Ticket
from stationkiosk.domain.text import Language


def print_trial(station: Station, printer: str) -> str:
    """Print the test page and return the job's name. Raises the printer's KnownErrors."""
    name = station.site.name
    called = next((spec.name.zh for spec in read_plan(station).printers if spec.id == printer), printer)
    data: dict[str, object] = {
        "station": {"code": station.device, "name": {"zh": name.zh, "en": name.en}},
        "printer": called,
        "made_at": station.clock.now().astimezone(UTC).isoformat(),
    } | ({"demo": True} if station.terms.demo else {})
    return print_own(station, printer, "trial", data)


def print_own(
    station: Station,
    printer: str,
    kind: str,
    data: Mapping[str, object],
    language: Language = Language.ZH,
) -> str:
    """Print a page of the station's own as the plan prints all other papers; return the job's name."""
    plan = read_plan(station)
    spec, rule = next((one for one in plan.printers if one.id == printer), None), plan.rule(kind)
    device = station.printers.get(printer)
    fmt = station.terms.receipt_format if spec is None or spec.kind == "folder" else spec.format
    pdf = station.press.render(kind, data, fmt, language)
    tray = rule.tray if rule.printer == printer else ""
    job = device.begin(Ticket(kind, tray, rule.sides))
    device.send(job, pdf)
    return job

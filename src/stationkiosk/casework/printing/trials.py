"""The test page of a printer: no paper of a case, so it stands in no ledger of copies."""

from __future__ import annotations

from datetime import UTC

from stationkiosk.casework.printing.plan import read_plan
from stationkiosk.casework.station import Station
from stationkiosk.devices.printing import Ticket
from stationkiosk.domain.text import Language


def print_trial(station: Station, printer: str) -> str:
    """Print the test page and return the job's name. Raises the printer's KnownErrors."""
    spec = next((one for one in read_plan(station).printers if one.id == printer), None)
    device, name = station.printers.get(printer), station.site.name
    fmt = station.terms.receipt_format if spec is None or spec.kind == "folder" else spec.format
    data: dict[str, object] = {
        "station": {"code": station.device, "name": {"zh": name.zh, "en": name.en}},
        "printer": printer,
        "made_at": station.clock.now().astimezone(UTC).isoformat(),
    } | ({"demo": True} if station.terms.demo else {})
    pdf = station.press.render("trial", data, fmt, Language.ZH)
    job = device.begin(Ticket("test"))
    device.send(job, pdf)
    return job

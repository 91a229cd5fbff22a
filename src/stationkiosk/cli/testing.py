"""The command that tests the station: selftest."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of
from stationkiosk.cli.speech import Speech

if TYPE_CHECKING:
    from stationkiosk.casework.selftest.shown import Readiness
    from stationkiosk.casework.station import Station
    from stationkiosk.domain.text import Language

SIGNS = {"good": "✓", "warn": "!", "bad": "✗", "off": "–"}
FOLLOWED = 90.0
"""Seconds for which a printed report is followed."""

_LOOKS = 0.3


@app.command(
    short_help="Test the whole station. 自检",
    epilog="Example: stationkiosk selftest --data /srv/station --pdf report.pdf",
)
def selftest(
    ctx: typer.Context,
    data: Data = None,
    to_paper: Annotated[bool, typer.Option("--print", help="Print the report. 打印报告。")] = False,
    printer: Annotated[
        str,
        typer.Option("--printer", help="On this printer, by its id. 用哪台打印机。", show_default=False),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Tell it as JSON. 输出 JSON。")] = False,
    pdf: Annotated[
        Path | None,
        typer.Option("--pdf", help="Write the report to a file. 报告存成 PDF。", show_default=False),
    ] = None,
) -> None:
    """Test printers, fonts, records, keys, clock and all that is fitted; open windows go on. 自检。

    Ends with 0 where nothing is in trouble, with 1 where something is.
    """
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    settings = load(data_folder(data))
    from stationkiosk.app import open_station
    from stationkiosk.casework.selftest.testing import self_test

    station = open_station(settings)
    try:
        tested = self_test(station, station.itself())
        print(_json(tested) if as_json else _table(speech, tested), flush=True)
        if pdf is not None:
            _write(station, tested, pdf.expanduser().absolute(), speech)
        if to_paper or printer:
            _print(station, tested, printer, speech)
    finally:
        station.close()
    if tested.tone == "bad":
        raise typer.Exit(1)


def _table(speech: Speech, tested: Readiness) -> str:
    from rich.cells import cell_len

    language = speech.language
    rows = [
        (f"{SIGNS[check.tone]} {speech.words(f'selftest.tone.{check.tone}')}", check)
        for check in tested.checks
    ]
    first = max(cell_len(sign) for sign, _ in rows)
    second = max(cell_len(check.title.say(language)) for check in tested.checks)

    def padded(words: str, width: int) -> str:
        return words + " " * (width - cell_len(words))

    lines = []
    for sign, check in rows:
        title = padded(check.title.say(language), second)
        lines.append(f"{padded(sign, first)}  {title}  {check.said.say(language)}")
        if check.do is not None:
            lines.append(f"{' ' * (first + second + 4)}→ {check.do.say(language)}")
    return "\n".join(lines)


def _json(tested: Readiness) -> str:
    checks = [
        {
            "part": check.part,
            "tone": check.tone,
            "title": {"zh": check.title.zh, "en": check.title.en},
            "said": {"zh": check.said.zh, "en": check.said.en},
            "do": {"zh": check.do.zh, "en": check.do.en} if check.do else None,
        }
        for check in tested.checks
    ]
    told = {"at": tested.at.isoformat(), "device": tested.device, "tone": tested.tone, "checks": checks}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _write(station: Station, tested: Readiness, file: Path, speech: Speech) -> None:
    from stationkiosk.casework.selftest.reporting import report
    from stationkiosk.store.faults import disk_faults

    with disk_faults(file):
        file.write_bytes(report(station, tested, "a4", speech.language))
    speech.say("report_written", file=file)


def _print(station: Station, tested: Readiness, printer: str, speech: Speech) -> None:
    """Print the report and follow it; a device that falls silent does not hold the command up."""
    to, job = _sent(station, tested, printer, speech.language)
    ends = time.monotonic() + FOLLOWED
    device = station.printers.get(to)
    while not (state := device.poll(job)).stage.ended and time.monotonic() < ends:
        time.sleep(_LOOKS)
    if state.stage == "settled":
        spec = next(spec for spec in station.printers.specs if spec.id == to)
        speech.say("report_printed", printer=spec.name.say(speech.language))
        return
    from stationkiosk.domain.errors import KnownError

    raise KnownError(state.trouble or "printer_error")


def _sent(station: Station, tested: Readiness, printer: str, language: Language) -> tuple[str, str]:
    from stationkiosk.casework.printing.plan import route
    from stationkiosk.casework.selftest.reporting import print_report

    fmt = station.terms.receipt_format
    to = printer or route(station, "readiness", fmt, public=False).spec.id
    return to, print_report(station, tested, to, language)

"""Commands that tell what the law says here: rules, why."""

from __future__ import annotations

from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.rules import Unit
from stationkiosk.domain.text import Language

if TYPE_CHECKING:
    from pathlib import Path

    from stationkiosk.reference.reference import Reference


@app.command(
    short_help="List what holds on a day. 现行规则",
    epilog="Example: stationkiosk rules trademark --on 2027-01-01",
)
def rules(
    ctx: typer.Context,
    part: Annotated[
        str, typer.Argument(help="Only rules with this in their id. 只列名称里有这几个字的。")
    ] = "",
    on: Annotated[str, typer.Option("--on", help="The day, 2027-01-01; today if left out. 哪一天。")] = "",
    data: Data = None,
) -> None:
    """List every rule in force on a day: value, days, source, confidence, correction. 现行规则。"""
    from stationkiosk.cli.listing import books, entry

    speech = speech_of(ctx)
    day = _moment(speech, on).date() if on else _today()
    shown = 0
    for name, book in books(_reference(data)):
        wanted = [row for row in book.all_on(day) if part in row.id]
        shown += len(wanted)
        if wanted:
            print(f"\n== {speech.words(f'command.rules_of_{name}')} ==")
        for row in wanted:
            print(entry(row, speech))
    print()
    speech.say("rules_count", count=shown, day=day.isoformat())


@app.command(
    short_help="Explain a last day. 期限怎么算",
    epilog="Example: stationkiosk why report.check 2026-04-20",
)
def why(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(help="The rule's id, as `rules` lists it. 规则名称。")],
    start: Annotated[
        str, typer.Argument(help="The day it starts, 2026-04-20, or 2026-04-20T09:30. 起算日。")
    ],
    data: Data = None,
) -> None:
    """Explain in both languages how the last day of a period is reckoned. 期限怎么算。"""
    from stationkiosk.cli.listing import basis

    speech = speech_of(ctx)
    reference = _reference(data)
    if rule not in reference.periods.rows:
        near = ", ".join(get_close_matches(rule, reference.periods.rows, n=5, cutoff=0.4))
        raise wrong_usage(speech.words("command.no_such_rule", rule=rule, near=near or "—"))
    moment = _moment(speech, start)
    row = reference.period(rule, moment.date())
    if row.unit is Unit.HOURS and len(start) == len("2026-04-20"):
        raise wrong_usage(speech.words("command.bad_moment"))
    deadline = reference.deadline_from(rule, moment)
    for language in Language:
        print(f"{deadline.label.say(language)} ({rule})")
        for line in deadline.trace:
            print(f"  - {line.say(language)}")
        print()
    print(basis(row, speech))


def _reference(data: Path | None) -> Reference:
    from stationkiosk.reference.load import load
    from stationkiosk.reference.paths import resources

    return load(resources(), data_folder(data) / "corrections")


def _today() -> date:
    from stationkiosk.devices.clock import SystemClock
    from stationkiosk.domain.calendar import station_day

    return station_day(SystemClock().now())


def _moment(speech: Speech, typed: str) -> datetime:
    """Return the station's moment that was typed, midnight where there is no time of day."""
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=STATION_TIME)
    except ValueError:
        raise wrong_usage(speech.words("command.bad_day", typed=typed)) from None

"""Commands that tell what the public said: ratings, messages."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.calendar import STATION_TIME

if TYPE_CHECKING:
    from pathlib import Path

    from stationkiosk.casework.station import Station


@app.command(
    short_help="How the kiosk was rated. 公众评价",
    epilog="Example: stationkiosk ratings --since 2026-11-01 --until 2026-11-30",
)
def ratings(
    ctx: typer.Context,
    data: Data = None,
    since: Annotated[str, typer.Option(help="The first day; of this month if left out. 从哪天。")] = "",
    until: Annotated[str, typer.Option(help="The last day; today if left out. 到哪天。")] = "",
) -> None:
    """Tell how often each question was answered well, so-so and badly; by whom is not kept. 公众评价。"""
    from stationkiosk.casework.ratings import totals

    speech = speech_of(ctx)
    with _opened(data) as station:
        last = _day(speech, until) or station.today()
        first = _day(speech, since) or last.replace(day=1)
        given = totals(station, first, last)
    speech.say("ratings_of", since=first.isoformat(), until=last.isoformat())
    for one in given:
        question = speech.words(f"rating.{one.question}")
        speech.say("rating_line", question=question, well=one.well, so_so=one.so_so, badly=one.badly)


@app.command(
    short_help="Messages that wait. 待答复留言",
    epilog="Example: stationkiosk messages --data /srv/station",
)
def messages(ctx: typer.Context, data: Data = None) -> None:
    """List the messages that wait for an answer at the desk, the most urgent first. 待答复留言。"""
    from stationkiosk.casework.messages import unanswered

    speech = speech_of(ctx)
    with _opened(data) as station:
        waiting = unanswered(station)
    for row in waiting:
        left = f"{row.left_at.astimezone(STATION_TIME):%Y-%m-%d %H:%M}"
        about = " ".join(filter(None, (row.case_number, row.phone)))
        speech.say("message_line", n=row.n, left=left, by=row.answer_by.isoformat(), about=about)
        print(row.text)
    speech.say("messages_waiting", count=len(waiting))


def _day(speech: Speech, typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise wrong_usage(speech.words("command.bad_day", typed=typed)) from None


def _opened(data: Path | None) -> closing[Station]:
    from stationkiosk.app import open_station
    from stationkiosk.settings import load

    return closing(open_station(load(data_folder(data))))

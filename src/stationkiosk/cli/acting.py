"""Commands that somebody has to sign in for: the name is given, the password is asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from stationkiosk.cli.commands import Data, data_folder, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech

if TYPE_CHECKING:
    from stationkiosk.casework.staff import SignedIn
    from stationkiosk.casework.station import Station


@contextmanager
def opened(data: Data) -> Iterator[Station]:
    """Open the station of a data folder."""
    from stationkiosk.settings import load

    settings = load(data_folder(data))
    from stationkiosk.app import open_station

    station = open_station(settings)
    try:
        yield station
    finally:
        station.close()


@contextmanager
def acting(
    ctx: typer.Context, data: Data, by: str, who_may: str = "staff_as"
) -> Iterator[tuple[Station, SignedIn]]:
    """Open the station for whoever signs in here; ``who_may`` are the words where nobody is named."""
    from stationkiosk.casework.staff import sign_in, sign_out

    speech = speech_of(ctx)
    if not by:
        raise wrong_usage(speech.words(f"command.{who_may}"))
    with opened(data) as station:
        who = sign_in(station, by, asked(speech, "ask_password"))
        try:
            yield station, who
        finally:
            sign_out(station, who)


def asked(speech: Speech, key: str) -> str:
    """Ask for a secret without showing it; where nobody sits, read a line."""
    if sys.stdin.isatty():
        return str(typer.prompt(speech.words(f"command.{key}"), hide_input=True))
    return sys.stdin.readline().rstrip("\n")

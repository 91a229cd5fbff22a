"""Commands of a clerk, until there is a desk: accept, inquire."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of
from stationkiosk.domain.text import Language

if TYPE_CHECKING:
    from stationkiosk.casework.station import Station

NOTICES = "notices"
"""The folder, below the data folder, that notices are put into."""

Number = Annotated[str, typer.Argument(help="The case's number, from its receipt. 登记编号。")]
Clerk = Annotated[
    str,
    typer.Option("--clerk", help="Who does it, for the journal. 经办人。", show_default=False),
]


@app.command(
    short_help="Accept a mediation. 受理调解",
    epilog="Example: stationkiosk accept LJ07A-20261123-00001-5 --clerk 李样品",
)
def accept(ctx: typer.Context, number: Number, clerk: Clerk, data: Data = None) -> None:
    """Accept the mediation of a case, so that the other side may be asked. 受理调解。"""
    from stationkiosk.casework.clerking import accept as accept_case

    speech = speech_of(ctx)
    station = _opened(data)
    try:
        accept_case(station, number, clerk)
    finally:
        station.close()
    speech.say("accepted", number=number, clerk=clerk)


@app.command(
    short_help="Ask the other side to mediate. 征询对方",
    epilog="Example: stationkiosk inquire LJ07A-20261123-00001-5 --clerk 李样品 --print",
)
def inquire(
    ctx: typer.Context,
    number: Number,
    clerk: Clerk,
    data: Data = None,
    paper: Annotated[Language, typer.Option("--paper", help="Its language. 文书语言。")] = Language.ZH,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="The folder for the PDF. PDF 放在哪里。", show_default=False),
    ] = None,
    prints: Annotated[bool, typer.Option("--print", help="Print it as well. 同时打印。")] = False,
) -> None:
    """Issue the notice whose code opens the answer at any kiosk of the station. 发调解征询意见书。"""
    from stationkiosk.casework.clerking import inquire as ask

    speech = speech_of(ctx)
    folder = out or data_folder(data) / NOTICES
    station = _opened(data)
    try:
        for ref in ask(station, number, clerk, paper):
            from stationkiosk.casework.papers import paper_bytes
            from stationkiosk.casework.printing import print_copy

            file = _put(folder / f"{number}-{ref.n}.pdf", paper_bytes(station, ref, "a4"))
            speech.say("inquired", file=file)
            if prints:
                print_copy(station, ref, station.itself(), "first")
    finally:
        station.close()


def _opened(data: Path | None) -> Station:
    from stationkiosk.app import open_station
    from stationkiosk.settings import load

    return open_station(load(data_folder(data)))


def _put(path: Path, content: bytes) -> Path:
    """Write a paper that only its owner's user may read: it holds a code."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    return path

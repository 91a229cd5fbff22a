"""The command line itself, which tells the world's faults in plain words, never with their trace."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from stationkiosk import __version__
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language

FAMILIES = ("station", "windows", "keeping", "schema", "law", "public", "staff", "printing", "testing")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The kiosk of a market-supervision station: intellectual-property disputes filed by touch.\n\n"
    "知识产权纠纷自助受理终端。\n\nStart with: stationkiosk demo",
)

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="STATIONKIOSK_DATA",
        show_default=False,
        help="The station's data folder. 数据文件夹。 [default: the user's data folder]",
    ),
]


def run(arguments: list[str]) -> int:
    """Run a command; return its exit code."""
    for family in FAMILIES:
        import_module(f"stationkiosk.cli.{family}")
    speech = Speech()
    try:
        app(arguments, prog_name="stationkiosk", obj=speech)
    except KnownError as fault:
        speech.tell(fault)
        return fault.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def speech_of(ctx: typer.Context) -> Speech:
    """Return how to speak to the person at the terminal."""
    speech = ctx.obj
    assert isinstance(speech, Speech)
    return speech


def data_folder(data: Path | None) -> Path:
    """Return the data folder that was named, or the user's own."""
    if data is not None:
        return data.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("stationkiosk", appauthor=False)


def wrong_usage(message: str) -> typer.Exit:
    """Say what is wrong with how a command was called; raise what is returned."""
    print(message, file=sys.stderr)
    return typer.Exit(2)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"stationkiosk {__version__}")
        raise typer.Exit


@app.callback()
def common(
    ctx: typer.Context,
    language: Annotated[
        Language | None,
        typer.Option(
            "--language", help="Speak zh or en. 界面语言。 [default: the terminal's]", show_default=False
        ),
    ] = None,
    _version_asked: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Options common to all commands."""
    if language is not None:
        speech_of(ctx).language = language

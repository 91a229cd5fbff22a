"""Commands that open windows: kiosk, desk, run, demo."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of, wrong_usage
from stationkiosk.cli.quick import QT_NOISE, SIZE, Plain, has_display, open_watched
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.errors import KnownError

if TYPE_CHECKING:
    from stationkiosk.settings import Settings

Windowed = Annotated[
    bool, typer.Option("--windowed", help="In a window, not over the whole screen. 窗口模式。")
]
Size = Annotated[
    str, typer.Option("--size", help="The window's size, such as 1080x1920. 窗口大小。", show_default=False)
]
Portrait = Annotated[bool, typer.Option("--portrait", help="Taller than wide. 竖屏。")]


@app.command(
    short_help="Open the kiosk. 打开自助终端",
    epilog="Example: stationkiosk kiosk --windowed --size 1080x1920",
)
def kiosk(
    ctx: typer.Context,
    data: Data = None,
    windowed: Windowed = False,
    size: Size = "",
    portrait: Portrait = False,
) -> None:
    """Open the kiosk of the station made here. 打开自助终端。"""
    from stationkiosk.settings import load

    wanted_size = _size(speech_of(ctx), size)
    settings = load(data_folder(data))
    _open(settings, Plain(settings.data, windowed, wanted_size, portrait))


@app.command(
    short_help="Open the desk, for staff. 打开工作台",
    epilog="Example: stationkiosk desk --windowed --size 1600x900",
)
def desk(ctx: typer.Context, data: Data = None, windowed: Windowed = False, size: Size = "") -> None:
    """Open the desk of the station made here, beside a kiosk or alone. 打开工作台。"""
    from stationkiosk.settings import load

    wanted_size = _size(speech_of(ctx), size)
    settings = load(data_folder(data))
    _open(settings, Plain(settings.data, windowed, wanted_size, portrait=False, what="desk"))


@app.command(
    short_help="Open kiosk and desk together. 同时打开两个窗口",
    epilog="Example: stationkiosk run --data ./demo-station",
)
def run(data: Data = None) -> None:
    """Open kiosk and desk on this machine, each on its screen, side by side on one. 同时打开两个窗口。

    Ctrl+C ends both. The settings kiosk.screen and desk.screen say which screen each takes.
    """
    from stationkiosk.settings import load

    settings = load(data_folder(data))
    _open(settings, Plain(settings.data, windowed=False, size=None, portrait=False, what="run"))


def _open(settings: Settings, asked: Plain) -> None:
    if not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        raise KnownError("no_display")
    raise typer.Exit(open_watched(settings, lambda: settings, asked))


@app.command(
    short_help="Try it with a made-up station. 演示",
    epilog="Example: stationkiosk demo --data ./demo-station --out ./sample-filing",
)
def demo(
    ctx: typer.Context,
    data: Data = None,
    out: Annotated[
        Path,
        typer.Option(help="Where the receipt and the pictures go when there is no display. 输出文件夹。"),
    ] = Path("sample-filing"),
    offscreen: Annotated[
        bool,
        typer.Option("--offscreen", help="File one sample off-screen even with a display. 屏幕外演示。"),
    ] = False,
    size: Size = "",
    portrait: Portrait = False,
) -> None:
    """Open a made-up station; without a display, file one sample there off-screen. 演示。"""
    from stationkiosk.cli.making import DEMO_PASSWORD, DEMO_PIN, demo_station
    from stationkiosk.look import FILE
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    folder = data_folder(data) if data else data_folder(None).with_name("stationkiosk-demo")
    wanted_size = _size(speech, size)
    if not (folder / FILE).exists():
        speech.say("demo_making")
        made = demo_station(folder, speech.language)
        speech.say("demo_staff", names=" ".join(made.passwords), password=DEMO_PASSWORD)
    settings = load(folder)
    os.environ.setdefault("QT_LOGGING_RULES", QT_NOISE)
    if offscreen or not has_display():
        _file_one(speech, settings, out.expanduser().absolute())
        return
    from stationkiosk.opening import WindowOptions, run_kiosk

    speech.say("demo_opening", pin=DEMO_PIN)
    raise typer.Exit(run_kiosk(settings, lambda: settings, WindowOptions(True, wanted_size, portrait)))


def _file_one(speech: Speech, settings: Settings, out: Path) -> None:
    """File one sample in windows drawn nowhere; the folder with what came of it is named last."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from stationkiosk.app import run_demo

    speech.say("demo_no_screen")
    place = run_demo(settings, out, lambda page: print(f"  {page}", flush=True))
    speech.say("demo_filed")
    print(place)


def _size(speech: Speech, typed: str) -> tuple[int, int] | None:
    if not typed:
        return None
    found = SIZE.fullmatch(typed.strip())
    if found is None:
        raise wrong_usage(speech.words("command.bad_size"))
    return int(found[1]), int(found[2])

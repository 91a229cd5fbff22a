"""Commands that make a station and set what it says: init, notice."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech


@app.command(
    short_help="Make a station. 建站",
    epilog="Example: stationkiosk init --code LJ07 --name-zh 样品站 --name-en Sample --pin 135790",
)
def init(
    ctx: typer.Context,
    data: Data = None,
    code: Annotated[str, typer.Option(help="Four capital letters or digits. 站点代码。")] = "",
    machine: Annotated[str, typer.Option(help="This machine's letter. 本机字母。")] = "A",
    name_zh: Annotated[str, typer.Option(help="The name in Chinese. 中文名称。")] = "",
    name_en: Annotated[str, typer.Option(help="The name in English. 英文名称。")] = "",
    pin: Annotated[
        str,
        typer.Option(
            envvar="STATIONKIOSK_PIN",
            help="Admin PIN, asked for if left out. 管理 PIN。",
            show_default=False,
        ),
    ] = "",
    sheet: Annotated[
        Path | None,
        typer.Option(help="Where the recovery key's PDF goes. 恢复密钥的 PDF。", show_default=False),
    ] = None,
    admin: Annotated[
        str, typer.Option(help="Sign-in name of the first security admin. 首位安全管理员。")
    ] = "security",
    admin_name: Annotated[str, typer.Option(help="Their name. 姓名。", show_default=False)] = "",
    admin_password: Annotated[
        str,
        typer.Option(
            envvar="STATIONKIOSK_ADMIN_PASSWORD",
            help="Their password; one to change is printed if left out. 密码。",
            show_default=False,
        ),
    ] = "",
    demo: Annotated[
        bool, typer.Option("--demo", help="Make the made-up demonstration station. 演示站。")
    ] = False,
) -> None:
    """Make a station here: settings, keys, an empty store, a recovery key to print. 建站。"""
    from stationkiosk.cli.making import DEMO_PASSWORD, DEMO_PIN, Wanted, demo_station, make
    from stationkiosk.domain.staff import tidy_login

    speech = speech_of(ctx)
    folder = data_folder(data)
    if demo:
        made = demo_station(folder, speech.language)
        speech.say("demo_pin", pin=DEMO_PIN)
    else:
        wanted = Wanted(
            code=code or _asked(speech, "--code", "ask_code"),
            machine=machine,
            name_zh=name_zh or _asked(speech, "--name-zh", "ask_name_zh"),
            name_en=name_en or _asked(speech, "--name-en", "ask_name_en"),
            pin=pin or _asked_pin(speech),
            admin=admin,
            admin_name=admin_name or admin,
            admin_password=admin_password,
        )
        made = make(folder, wanted, speech.language, sheet)
    speech.say("made", folder=folder)
    if demo:
        speech.say("demo_staff", names=" ".join(made.passwords), password=DEMO_PASSWORD)
    elif not admin_password:
        speech.say("first_admin", login=admin, password=made.passwords[tidy_login(admin)])
    speech.say("recovery_sheet", file=made.sheet)
    speech.say("recovery_advice")
    speech.say("next_kiosk", folder=folder)


def _asked(speech: Speech, option: str, key: str) -> str:
    if not sys.stdin.isatty():
        raise wrong_usage(speech.words("command.option_needed", option=option))
    return str(typer.prompt(speech.words(f"command.{key}"))).strip()


def _asked_pin(speech: Speech) -> str:
    if not sys.stdin.isatty():
        raise wrong_usage(speech.words("command.option_needed", option="--pin"))
    while True:
        pin = str(typer.prompt(speech.words("command.ask_pin"), hide_input=True))
        if pin == typer.prompt(speech.words("command.ask_pin_again"), hide_input=True):
            return pin
        speech.say("pins_differ")


@app.command(
    short_help="Put up a notice on every screen. 屏幕告示",
    epilog='Example: stationkiosk notice --zh "今天 16:00 关门" --en "We close at 16:00 today"',
)
def notice(
    ctx: typer.Context,
    data: Data = None,
    zh: Annotated[str, typer.Option(help="The notice in Chinese. 中文告示。")] = "",
    en: Annotated[str, typer.Option(help="The notice in English. 英文告示。")] = "",
    clear: Annotated[bool, typer.Option("--clear", help="Take the notice down. 撤下告示。")] = False,
) -> None:
    """Put a notice on the home page of every screen of the station, at once. 屏幕告示。"""
    from stationkiosk.domain.text import Text
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    if not clear and not (zh and en):
        raise wrong_usage(speech.words("command.notice_both"))
    settings = load(data_folder(data))
    from stationkiosk.app import open_station
    from stationkiosk.casework.notices import show_notice

    opened = open_station(settings)
    try:
        show_notice(opened, opened.itself(), None if clear else Text(zh, en))
    finally:
        opened.close()
    speech.say("notice_cleared" if clear else "notice_shown")

"""Commands that prove and keep the records: verify, lists, backup, restore."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech

if TYPE_CHECKING:
    from stationkiosk.settings import Settings
    from stationkiosk.store.findings import Verification

NOT_VERIFIED = 5
SHEET_WORDS = 6
"""In the code of a readiness report: device, number, time, chains, root, key."""


@app.command(
    short_help="Prove the records whole. 核验记录",
    epilog="Example: stationkiosk verify --data /srv/station",
)
def verify(
    ctx: typer.Context,
    data: Data = None,
    sheet: Annotated[
        str,
        typer.Option(
            "--sheet",
            help="The line in a readiness report's code. 自检报告二维码里的一行。",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Recompute the journal's chains and every hash; name the first broken entry. 核验记录。

    A checkpoint on paper, kept elsewhere, proves that the end was not cut off since.
    """
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    stated = _stated(speech, sheet) if sheet else []
    settings = load(data_folder(data))
    from stationkiosk.ledger.keys import load_keys
    from stationkiosk.store.brief import kept
    from stationkiosk.store.engine import Store
    from stationkiosk.store.verification import verify as proof_of

    keys = load_keys(settings.keys_folder)
    store = Store.open(settings.store_file, keys.store)
    try:
        with speech.progress("verifying") as step:
            proof = proof_of(store, keys, step)
        here = f"{settings.station.code}{settings.station.machine}"
        held = stated[0] == here and kept(store, stated[1:]) if stated else None
    finally:
        store.close()
    if held is not None:
        speech.say("sheet_holds" if held else "sheet_missing", n=stated[1])
    _tell(speech, proof)
    if held is False:
        raise typer.Exit(NOT_VERIFIED)


def _stated(speech: Speech, sheet: str) -> list[str]:
    """Return the parts of the code of a readiness report."""
    words = sheet.split()
    if len(words) != SHEET_WORDS or not words[1].isdecimal():
        raise wrong_usage(speech.words("command.sheet_unreadable"))
    return words


@app.command(
    short_help="Make the desk's lists anew. 重建列表",
    epilog="Example: stationkiosk lists --data /srv/station",
)
def lists(ctx: typer.Context, data: Data = None) -> None:
    """Make the lists and the search of the desk anew from the record, where verify names one. 重建列表。

    Nothing is filed meanwhile: a moment for a new station, some minutes for a million cases.
    """
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    settings = load(data_folder(data))
    from stationkiosk.ledger.keys import load_keys
    from stationkiosk.store.engine import Store
    from stationkiosk.store.lists import rebuild

    store = Store.open(settings.store_file, load_keys(settings.keys_folder).store)
    try:
        with store.write() as unit:
            rebuild(unit.connection)
    finally:
        store.close()
    speech.say("listed_anew")


@app.command(
    short_help="Write an encrypted backup. 备份",
    epilog="Example: stationkiosk backup /media/usb/station.backup",
)
def backup(
    ctx: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(
            help="The file to write. 备份文件。 [default: in the data folder]", show_default=False
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Write one encrypted file that the recovery key opens, while the kiosk runs on. 备份。"""
    from stationkiosk.settings import load

    speech = speech_of(ctx)
    settings = load(data_folder(data))
    from stationkiosk.devices.clock import SystemClock
    from stationkiosk.ledger.keys import load_keys
    from stationkiosk.store.backup import backup as back_up
    from stationkiosk.store.engine import Store

    now = SystemClock().now()
    file = (target or _place(settings, now)).expanduser().absolute()
    keys = load_keys(settings.keys_folder)
    store = Store.open(settings.store_file, keys.store)
    try:
        with speech.progress("backing_up") as step:
            made = back_up(store, keys, file, now, step)
    finally:
        store.close()
    speech.say("backed_up", file=made.path, cases=made.manifest.cases, size=f"{made.size / 1e6:.1f} MB")


@app.command(
    short_help="Bring a backup back. 恢复",
    epilog="Example: stationkiosk restore station.backup --data /srv/station-new",
)
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The backup. 备份文件。")],
    data: Data = None,
    recovery_key: Annotated[
        str,
        typer.Option(
            envvar="STATIONKIOSK_RECOVERY_KEY",
            help="From the printed sheet; asked for if left out. 恢复密钥。",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Bring a backup back into an empty folder and prove what came back. 恢复。"""
    from stationkiosk.app import restore_station

    speech = speech_of(ctx)
    folder = data_folder(data)
    key = recovery_key or _asked_key(speech)
    with speech.progress("restoring") as step:
        back = restore_station(file.expanduser().absolute(), key, folder, step)
    speech.say("restored", folder=folder, made_at=f"{back.made_at.astimezone():%Y-%m-%d %H:%M}")
    _tell(speech, back.verification)


def _asked_key(speech: Speech) -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(speech.words("command.ask_recovery_key")))
    return sys.stdin.read()


def _tell(speech: Speech, proof: Verification) -> None:
    """Say what the proof said; end the command where something does not hold."""
    if proof.ok:
        speech.say("verified", cases=proof.cases, entries=proof.entries, files=proof.files)
        return
    speech.say("not_verified", count=len(proof.findings))
    for finding in proof.findings:
        what = speech.words(f"finding.{finding.what}")
        speech.say(
            "finding", what=what, chain=finding.chain or "–", seq=finding.seq or "–", where=finding.where
        )
    raise typer.Exit(NOT_VERIFIED)


def _place(settings: Settings, now: datetime) -> Path:
    name = f"{settings.station.code}{settings.station.machine}-{now.astimezone():%Y%m%d-%H%M%S}.backup"
    return settings.backups_folder / name

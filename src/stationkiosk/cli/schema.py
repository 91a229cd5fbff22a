"""The command that prints the schema of the settings."""

from __future__ import annotations

import typer

from stationkiosk.cli.commands import Data, app, data_folder, speech_of


@app.command(
    short_help="Print every setting. 全部设置", epilog="Example: stationkiosk settings --data /srv/station"
)
def settings(ctx: typer.Context, data: Data = None) -> None:
    """Print every setting: its key, default, meaning, what to write, and its value here. 全部设置。"""
    from stationkiosk.look import FILE
    from stationkiosk.settings import keys, load, toml_value

    speech = speech_of(ctx)
    folder = data_folder(data)
    now = load(folder) if (folder / FILE).exists() else None
    speech.say("settings_title", file=folder / FILE)
    for key in keys():
        default = key.default or speech.words("command.settings_required")
        print(f"\n{key.path}")
        print(f"    {key.meaning.zh}：{key.write.zh}")
        print(f"    {key.meaning.en}: {key.write.en}")
        print(f"    {speech.words('command.settings_default')}: {default}")
        if now is not None:
            value: object = now
            for part in key.path.split("."):
                value = getattr(value, part)
            said = "" if value is None else toml_value(value, now.data)
            print(f"    {speech.words('command.settings_now')}: {said}")

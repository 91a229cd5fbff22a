"""Commands for printers and copies: what the station prints with, and what became of each copy.

Listing printers asks nobody. Whatever changes the plan, or shows who asked for a copy, asks for a
sign-in name and password as the desk does.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from stationkiosk.cli.acting import acting, opened
from stationkiosk.cli.commands import Data, app, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.text import Text

if TYPE_CHECKING:
    from stationkiosk.casework.printing.shown import CopyShown, PaperRule
    from stationkiosk.devices.printing import PrinterSpec

printers = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The printers of the station. 打印机。"
)
app.add_typer(printers, name="printers", short_help="The printers of the station. 打印机")

Id = Annotated[str, typer.Argument(help="A printer's id, as `list` tells it. 打印机编号。", metavar="ID")]
By = Annotated[str, typer.Option("--as", help="Your sign-in name. 您的登录名。", show_default=False)]
KINDS = {
    "ipp": "ipp",
    "ipps": "ipp",
    "socket": "escpos",
    "usb": "escpos",
    "serial": "escpos",
    "file": "escpos",
}
"""What speaks at an address, by how it begins; a path is a folder."""


@printers.command(
    "list",
    short_help="List them, and which paper goes where. 列出",
    epilog="Example: stationkiosk printers list",
)
def list_printers(ctx: typer.Context, data: Data = None) -> None:
    """List the printers, how they are now, and which paper goes where. 列出打印机。"""
    from stationkiosk.casework.printing.plan import read_plan
    from stationkiosk.casework.printing.shown import OTHERS

    speech = speech_of(ctx)
    with opened(data) as station:
        plan = read_plan(station)
        for spec in plan.printers:
            state = station.printers.get(spec.id).state()
            how = f"fault.{state.trouble or 'printer_error'}.title"
            said = speech.words("command.printer_ready" if state.ready else how)
            _printer_line(speech, spec, said)
        for kind, rule in plan.papers.items():
            title = "printing.others" if kind == OTHERS else f"paper.{kind}.title"
            speech.say("rule_line", paper=speech.words(title), kind=kind, **_rule(speech, rule))


@printers.command(
    short_help="Look for printers. 查找", epilog="Example: stationkiosk printers find --as li.min"
)
def find(ctx: typer.Context, by: By = "", data: Data = None) -> None:
    """Look for printers that this machine offers. 查找打印机。"""
    from stationkiosk.casework.desk.desk import Desk

    speech = speech_of(ctx)
    with acting(ctx, data, by, "printing_as") as (station, who):
        found = Desk(station, who).find_printers()
    for one in found:
        _printer_line(speech, one.spec, speech.words(f"command.printer_{'known' if one.known else 'new'}"))
    if not found:
        speech.say("printers_none")


@printers.command(
    short_help="Write a printer down. 添加",
    epilog="Example: stationkiosk printers add ipp://printer.local/ipp --name 窗口 --as li.min",
)
def add(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(help="Where it is. 地址。", metavar="ADDRESS")],
    name: Annotated[str, typer.Option(help="What it is called. 名字。")],
    name_en: Annotated[str, typer.Option(help="The same in English. 英文名。", show_default=False)] = "",
    paper: Annotated[str, typer.Option("--format", help="The paper in it: a4, roll80. 纸张。")] = "",
    desk_only: Annotated[bool, typer.Option("--desk-only", help="Not for the kiosk. 只供工作台。")] = False,
    dots: Annotated[int, typer.Option(help="Dots across a receipt printer's head. 点数。")] = 576,
    by: By = "",
    data: Data = None,
) -> None:
    """Write a printer down and print its id. 添加打印机。"""
    from stationkiosk.casework.desk.desk import Desk
    from stationkiosk.devices.printing import PaperFormat, PrinterSpec

    kind: Any = KINDS.get(address.partition(":")[0], "folder")
    fmt: Any = paper or ("roll80" if kind == "escpos" else "a4")
    if fmt not in get_args(PaperFormat):
        raise wrong_usage(speech_of(ctx).words("command.printer_format"))
    spec = PrinterSpec("", kind, address, Text(name, name_en or name), fmt, not desk_only, dots)
    with acting(ctx, data, by, "printing_as") as (station, who):
        given = Desk(station, who).keep_printer(spec)
    speech_of(ctx).say("printer_added", id=given)


@printers.command(
    short_help="Take a printer out. 去掉", epilog="Example: stationkiosk printers drop p1a2b3c --as li.min"
)
def drop(ctx: typer.Context, printer: Id, by: By = "", data: Data = None) -> None:
    """Take a printer out, with the rules that name it. 去掉打印机。"""
    from stationkiosk.casework.desk.desk import Desk

    with acting(ctx, data, by, "printing_as") as (station, who):
        Desk(station, who).drop_printer(printer)
    speech_of(ctx).say("printer_dropped", id=printer)


@printers.command(
    short_help="Take the device that was put in its place. 认可换机",
    epilog="Example: stationkiosk printers accept p1a2b3c --as li.min",
)
def accept(ctx: typer.Context, printer: Id, by: By = "", data: Data = None) -> None:
    """Take the device that now stands at a printer's address. 认可换上的打印机。"""
    from stationkiosk.casework.desk.desk import Desk

    with acting(ctx, data, by, "printing_as") as (station, who):
        Desk(station, who).accept_printer(printer)
    speech_of(ctx).say("printer_accepted", id=printer)


@printers.command(
    "rule",
    short_help="Say how a paper is printed. 打印安排",
    epilog="Example: stationkiosk printers rule receipt --printer p1a2b3c --as li.min",
)
def keep_rule(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="A kind of paper, or '*'. 文书种类。", metavar="KIND")],
    printer: Annotated[str, typer.Option(help="Its printer's id. 打印机。", show_default=False)] = "",
    tray: Annotated[str, typer.Option(help="The tray. 纸盒。", show_default=False)] = "",
    two_sided: Annotated[bool, typer.Option("--two-sided", help="On both sides. 双面。")] = False,
    copies: Annotated[int, typer.Option(help="How many at the desk. 工作台一次打几份。")] = 1,
    forget: Annotated[bool, typer.Option("--drop", help="Forget the rule. 去掉。")] = False,
    by: By = "",
    data: Data = None,
) -> None:
    """Say how a kind of paper is printed, or '*' for all others. 打印安排。"""
    from stationkiosk.casework.desk.desk import Desk
    from stationkiosk.casework.printing.shown import PaperRule

    sides: Any = "two-sided-long-edge" if two_sided else "one-sided"
    with acting(ctx, data, by, "printing_as") as (station, who):
        desk = Desk(station, who)
        if forget:
            desk.drop_rule(kind)
        else:
            desk.keep_rule(kind, PaperRule(printer, tray, sides, copies))
    speech_of(ctx).say("rule_dropped" if forget else "rule_kept", kind=kind)


@app.command(
    "copies",
    short_help="The copies of a day. 打印件台账",
    epilog="Example: stationkiosk copies --day 2026-11-23 --as clerk",
)
def list_copies(
    ctx: typer.Context,
    day: Annotated[str, typer.Option(help="The day, 2026-11-23. 日期。 [default: today]")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON. 输出 JSON。")] = False,
    by: By = "",
    data: Data = None,
) -> None:
    """List the copies of a day, those that need a hand, and totals. 打印件台账。"""
    from stationkiosk.casework.desk.desk import Desk

    speech = speech_of(ctx)
    try:
        wanted = date.fromisoformat(day) if day else None
    except ValueError:
        raise wrong_usage(speech.words("command.day_unreadable")) from None
    with acting(ctx, data, by, "printing_as") as (station, who):
        shown = Desk(station, who).copies(wanted or station.today())
    if as_json:
        print(json.dumps(_plain(shown, speech), ensure_ascii=False, indent=2))
        return
    for copy in shown.copies:
        _copy_line(speech, copy)
    for copy in shown.waiting:
        _copy_line(speech, copy, speech.words(f"printing.needs.{copy.needs}"))
    for total in shown.totals:
        title, printer = total.title.say(speech.language), total.printer.say(speech.language)
        counts = {"printed": total.printed, "taken": total.taken, "failed": total.failed}
        speech.say("copies_total", title=title, printer=printer, **counts)
    if not shown.copies and not shown.waiting:
        speech.say("copies_none")


def _printer_line(speech: Speech, spec: PrinterSpec, said: str) -> None:
    name = spec.name.say(speech.language)
    where = speech.words(f"command.printer_{'public' if spec.public else 'desk'}")
    speech.say(
        "printer_line",
        id=spec.id or "-",
        name=name,
        address=spec.address,
        paper=spec.format,
        where=where,
        said=said,
    )


def _rule(speech: Speech, rule: PaperRule) -> dict[str, object]:
    return {
        "printer": rule.printer or speech.words("command.rule_first"),
        "tray": speech.words("command.rule_tray", tray=rule.tray) if rule.tray else "",
        "sides": speech.words(f"printing_page.sides.{rule.sides}"),
        "copies": rule.copies,
    }


def _copy_line(speech: Speech, copy: CopyShown, needs: str = "") -> None:
    said = {
        part: getattr(copy, part).say(speech.language)
        for part in ("title", "printer", "reason", "asked_by")
    }
    speech.say(
        "copy_line",
        at=f"{copy.asked_at:%Y-%m-%d %H:%M}",
        number=copy.paper_number,
        n=copy.copy_no,
        state=speech.words(f"printing.state.{copy.state.value}"),
        needs=needs,
        **said,
    )


def _plain(value: object, speech: Speech) -> object:
    """Return frozen data as JSON takes it, words in the reader's language."""
    from dataclasses import fields, is_dataclass
    from uuid import UUID

    if isinstance(value, Text):
        return value.say(speech.language)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name), speech) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one, speech) for one in value]
    return str(value) if isinstance(value, UUID | date | datetime) else value

"""Commands for the members of staff: list, add, roles, reset, disable, enable, unlock, password.

They ask who does it: a security admin's sign-in name and password. Only the first member of a
station that has none, and a security admin whom the recovery key brings back, need nobody.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from stationkiosk.cli.acting import acting, asked, opened
from stationkiosk.cli.commands import Data, app, speech_of, wrong_usage
from stationkiosk.cli.speech import Speech
from stationkiosk.domain.actors import Role

if TYPE_CHECKING:
    pass

staff = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Who may sign in at the desk, and as what. 工作人员。",
)
app.add_typer(staff, name="staff", short_help="Who may sign in at the desk. 工作人员")

Login = Annotated[str, typer.Argument(help="A sign-in name. 登录名。", metavar="LOGIN")]
By = Annotated[
    str,
    typer.Option("--as", help="A security admin's name: yours. 您的登录名。", show_default=False),
]
Roles = Annotated[
    list[Role],
    typer.Option("--role", help="A post; several may be given. 岗位。", show_default=False),
]


@staff.command("list", epilog="Example: stationkiosk staff list --as security")
def list_members(ctx: typer.Context, by: By = "", data: Data = None) -> None:
    """List the members of staff with their posts. 名单。"""
    from stationkiosk.casework.members import members

    speech = speech_of(ctx)
    with acting(ctx, data, by) as (station, who):
        for one in members(station, who):
            state = "locked" if one.locked else "active" if one.active else "closed"
            speech.say(
                "member_line",
                login=one.login,
                name=one.name,
                posts=_posts(speech, one.roles),
                state=speech.words(f"member.{state}"),
            )


@staff.command(epilog="Example: stationkiosk staff add li.min --name 李敏 --role clerk --as security")
def add(
    ctx: typer.Context,
    login: Login,
    roles: Roles,
    name: Annotated[str, typer.Option(help="Their name. 姓名。", show_default=False)] = "",
    by: By = "",
    data: Data = None,
) -> None:
    """Enter somebody and print their first password; a station's first needs no --as. 添加。"""
    from stationkiosk.casework.members import NewMember, add_member, begin

    new = NewMember(login, name or login, frozenset(roles))
    if not by:
        with opened(data) as station:
            _given(ctx, login, begin(station, new))
        return
    with acting(ctx, data, by) as (station, who):
        _given(ctx, login, add_member(station, who, new))


@staff.command(epilog="Example: stationkiosk staff roles li.min --role clerk --role officer --as security")
def roles(ctx: typer.Context, login: Login, roles: Roles, by: By = "", data: Data = None) -> None:
    """Give somebody other posts in place of those they hold. 改岗位。"""
    from stationkiosk.casework.members import set_roles

    with acting(ctx, data, by) as (station, who):
        set_roles(station, who, login, roles)
    speech = speech_of(ctx)
    speech.say("member_posts", login=login, posts=_posts(speech, roles))


@staff.command(epilog="Example: stationkiosk staff reset li.min --as security")
def reset(
    ctx: typer.Context,
    login: Login,
    by: By = "",
    recovery: Annotated[
        bool, typer.Option("--recovery", help="A security admin, by the recovery key. 用恢复密钥。")
    ] = False,
    data: Data = None,
) -> None:
    """Give somebody a new password to change, and unlock their name. 重设密码。"""
    from stationkiosk.casework.members import recover, reset_password
    from stationkiosk.ledger.recovery import parse_key

    if recovery:
        key = parse_key(asked(speech_of(ctx), "ask_recovery_key"))
        with opened(data) as station:
            _given(ctx, login, recover(station, login, key))
        return
    with acting(ctx, data, by) as (station, who):
        _given(ctx, login, reset_password(station, who, login))


@staff.command(epilog="Example: stationkiosk staff disable li.min --as security")
def disable(ctx: typer.Context, login: Login, by: By = "", data: Data = None) -> None:
    """Let somebody sign in no more. 停用。"""
    _set_active(ctx, data, by, login, active=False)


@staff.command(epilog="Example: stationkiosk staff enable li.min --as security")
def enable(ctx: typer.Context, login: Login, by: By = "", data: Data = None) -> None:
    """Let somebody sign in again. 启用。"""
    _set_active(ctx, data, by, login, active=True)


@staff.command(epilog="Example: stationkiosk staff unlock li.min --as security")
def unlock(ctx: typer.Context, login: Login, by: By = "", data: Data = None) -> None:
    """Unlock a name that wrong passwords locked. 解锁。"""
    from stationkiosk.casework.members import unlock_member

    with acting(ctx, data, by) as (station, who):
        unlock_member(station, who, login)
    speech_of(ctx).say("member_unlocked", login=login)


@staff.command(epilog="Example: stationkiosk staff password li.min")
def password(ctx: typer.Context, login: Login, data: Data = None) -> None:
    """Change your own password. 改自己的密码。"""
    from stationkiosk.casework.members import change_password
    from stationkiosk.casework.staff import sign_in

    speech = speech_of(ctx)
    with opened(data) as station:
        old = asked(speech, "ask_password")
        who = sign_in(station, login, old)
        new = asked(speech, "ask_new_password")
        if sys.stdin.isatty() and new != asked(speech, "ask_new_password_again"):
            raise wrong_usage(speech.words("command.passwords_differ"))
        change_password(station, who, old, new)
    speech.say("password_changed")


def _set_active(ctx: typer.Context, data: Data, by: str, login: str, *, active: bool) -> None:
    from stationkiosk.casework.members import set_active

    with acting(ctx, data, by) as (station, who):
        set_active(station, who, login, active)
    speech_of(ctx).say("member_opened" if active else "member_closed", login=login)


def _given(ctx: typer.Context, login: str, password: str) -> None:
    speech_of(ctx).say("password_given", login=login, password=password)


def _posts(speech: Speech, roles: list[Role] | frozenset[Role]) -> str:
    return ", ".join(speech.words(f"role.{role.value}") for role in Role if role in roles)

"""Making a station in an empty folder, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stationkiosk.casework.members import NewMember
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.staff import STAFF_ROLES, check_password
from stationkiosk.domain.text import Language
from stationkiosk.settings import Settings, checked, write

DEMO_PIN = "246810"
DEMO_PASSWORD = "Sample-2026"
"""Everybody's in the demonstration, told on its screens; a station of its own refuses it."""

SHEET = "recovery-key.pdf"

_DEMO = {
    "demo": True,
    "station": {
        "code": "LJ07",
        "name": {
            "zh": "蓝江市场监督管理所（演示，虚构）",
            "en": "Lanjiang Market Supervision Station (made up)",
        },
        "address": {"zh": "蓝江市样品路 7 号（虚构）", "en": "7 Sample Road, Lanjiang (made up)"},
        "phone": "0000-12315",
        "hours": {"zh": "周一至周五 9:00–17:00", "en": "Monday to Friday, 9:00–17:00"},
        "opening": ("1-5 09:00-17:00",),
    },
    "reader": {"kind": "demo"},
    "evidence": {"camera": "sample", "scanner_folder": "scans"},
}
DEMO_STAFF: dict[str, tuple[str, frozenset[Role]]] = {
    login: (name, frozenset({role}))
    for role, (login, name) in zip(
        STAFF_ROLES,
        (
            ("clerk", "李样品（虚构）"),
            ("mediator", "王样品（虚构）"),
            ("officer", "赵样品（虚构）"),
            ("court", "陈样品（虚构）"),
            ("head", "周样品（虚构）"),
            ("system", "吴样品（虚构）"),
            ("security", "郑样品（虚构）"),
            ("auditor", "孙样品（虚构）"),
        ),
        strict=True,
    )
}
"""The made-up members of the demonstration: sign-in name, name and post."""

_DEMO_CARD = {"name": "欧阳样品", "id_number": "11010519491231002X", "kind": "resident"}
"""Renamed to card.json it lies on the demonstration's reader."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new station is to be called, its admin PIN, and its first security admin."""

    code: str
    machine: str
    name_zh: str
    name_en: str
    pin: str
    admin: str
    admin_name: str
    admin_password: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A station that was made; ``sheet`` is the PDF of its recovery key.

    ``passwords`` are those its first members begin with, by sign-in name.
    """

    settings: Settings
    sheet: Path
    passwords: dict[str, str]


def make(folder: Path, wanted: Wanted, language: Language, sheet: Path | None = None) -> Made:
    """Make a station in ``folder``. Raises ``KnownError("station_exists")`` where one is already."""
    found = _named(wanted.code, wanted.machine, wanted.name_zh, wanted.name_en)
    settings = checked(found, folder)
    if wanted.admin_password:
        check_password(
            wanted.admin_password, wanted.admin, wanted.admin_name, settings.staff.password_least
        )
    first = NewMember(
        wanted.admin, wanted.admin_name, frozenset({Role.SECURITY_ADMIN}), wanted.admin_password
    )
    return _make(settings, wanted.pin, language, sheet or folder / SHEET, (first,))


def demo_station(folder: Path, language: Language) -> Made:
    """Make the demonstration station, with made-up evidence to file; everything in it says so."""
    from stationkiosk.devices.demo import make_samples
    from stationkiosk.reference.paths import resources

    staff = tuple(
        NewMember(login, name, roles, DEMO_PASSWORD) for login, (name, roles) in DEMO_STAFF.items()
    )
    made = _make(checked(_DEMO, folder), DEMO_PIN, language, folder / SHEET, staff)
    make_samples(made.settings.evidence.folders[0], resources() / "fonts")
    made.settings.reader.folder.mkdir(exist_ok=True)
    card = made.settings.reader.folder / "sample-card.json"
    card.write_text(json.dumps(_DEMO_CARD, ensure_ascii=False) + "\n", "utf-8")
    return made


def _make(
    settings: Settings, pin: str, language: Language, sheet: Path, first: Sequence[NewMember]
) -> Made:
    from stationkiosk.app import create_station
    from stationkiosk.documents.press import Press
    from stationkiosk.reference.paths import resources
    from stationkiosk.reference.words import Words, load_words

    with _whole_or_nothing(settings.data):
        created = create_station(settings, pin, first)
        press = Press(wording=Words(load_words(resources() / "i18n")))
        pdf = press.render("recovery", created.sheet, "a4", language)
        _write_private(sheet, pdf)
        places = (settings.printer.folder, *settings.evidence.folders, settings.backups_folder)
        for place in (*places, settings.evidence.scanner_folder):
            if place is not None:
                place.mkdir(parents=True, exist_ok=True)
        write(settings)
    return Made(settings, sheet, created.passwords)


def _named(code: str, machine: str, zh: str, en: str) -> dict[str, object]:
    return {"station": {"code": code, "machine": machine, "name": {"zh": zh, "en": en}}}


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[None]:
    if folder.exists() and any(folder.iterdir()):
        raise KnownError("station_exists", folder=str(folder))
    there = folder.exists()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
    except OSError as fault:
        _empty(folder, there)
        raise KnownError(
            "folder_unwritable", folder=str(folder), why=fault.strerror or str(fault)
        ) from fault
    except BaseException:
        _empty(folder, there)
        raise


def _empty(folder: Path, keep: bool) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if not keep and folder.is_dir():
        folder.rmdir()


def _write_private(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)

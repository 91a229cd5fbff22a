"""What a station settles for itself: one typed schema, read from ``station.toml`` and the environment.

The meaning of every key and what may be written there stand in ``resources/i18n/settings.toml``;
the commands print them, a new station's file is written from them, and a fault names the key
and what to write. The environment (``STATIONKIOSK_KIOSK__IDLE_SECONDS=90``) goes before the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.opening import parse_hours
from stationkiosk.domain.text import Language, Text
from stationkiosk.look import ENVIRONMENT, FILE, IDLE_MINUTES
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words

Seconds = Annotated[int, Field(ge=5, le=3600)]


def _opening_row(row: str) -> str:
    parse_hours(row)
    return row


OpeningRow = Annotated[str, AfterValidator(_opening_row)]
"""Hours of the counter as ``domain.opening.parse_hours`` reads them."""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteSettings(_Section):
    """Where the station is and how to reach it; printed on its papers."""

    code: Annotated[str, Field(pattern=r"^[0-9A-HJ-NPR-Y]{4}$")]
    machine: Annotated[str, Field(pattern=r"^[A-HJ-NPR-Y]$")] = "A"
    name: Text
    address: Text = Text("", "")
    phone: str = ""
    hours: Text = Text("", "")
    opening: tuple[OpeningRow, ...] = ()
    rooms: Annotated[tuple[str, ...], Field(min_length=1)] = ("调解室",)


class KioskSettings(_Section):
    """Times of the public's window, in seconds, and the panel's real size in millimetres."""

    idle_seconds: Seconds = 60
    idle_personal_seconds: Seconds = 120
    idle_signature_seconds: Seconds = 300
    warning_seconds: Seconds = 30
    finish_seconds: Seconds = 60
    hang_seconds: Seconds = 20
    sound: bool = True
    screen_mm: tuple[float, float] | None = None
    screen: str = ""


class DeskSettings(_Section):
    """The window of staff: the screen it takes, by number or name."""

    screen: str = ""


class FilingSettings(_Section):
    """How much one filing takes: megabytes a file and in all, files, megabytes of its cases, shops.

    ``tell_more`` is how often one side may answer a notice with "tell me more first".
    """

    max_file_mb: Annotated[int, Field(ge=1, le=2000)] = 200
    max_total_mb: Annotated[int, Field(ge=1, le=20_000)] = 1000
    max_files: Annotated[int, Field(ge=1, le=200)] = 20
    max_batch_mb: Annotated[int, Field(ge=1, le=20_000)] = 300
    max_respondents: Annotated[int, Field(ge=1, le=200)] = 30
    tell_more: Annotated[int, Field(ge=1, le=20)] = 3


class EvidenceSettings(_Section):
    """Where evidence comes from: folders of sticks, a camera, the folder of a scanner."""

    folders: tuple[Path, ...] = (Path("usb"),)
    camera: Literal["auto", "none", "sample"] = "auto"
    scanner_folder: Path | None = None
    scanner_remove: bool = True


class ReceiptSettings(_Section):
    """The paper a filer takes along, and how often it is printed again on one day."""

    format: Literal["a4", "roll80"] = "a4"
    reprints_a_day: Annotated[int, Field(ge=0, le=50)] = 3


class MessageSettings(_Section):
    """How soon the station answers what the public writes to it: working days."""

    answer_days: Annotated[int, Field(ge=1, le=30)] = 2


class GuessingSettings(_Section):
    """How guessing is slowed: minutes that forget a wrong code; wrong tails till a number rests, hours."""

    fade_minutes: Annotated[int, Field(ge=1, le=1440)] = 60
    tail_tries: Annotated[int, Field(ge=1, le=50)] = 5
    tail_fade_hours: Annotated[int, Field(ge=1, le=168)] = 12


class StaffSettings(_Section):
    """Signing in at the desk: wrong passwords till a name is locked, and minutes; rules of passwords.

    ``idle_minutes`` is how long a desk stands untouched before it locks itself.
    """

    sign_in_tries: Annotated[int, Field(ge=3, le=20)] = 5
    lock_minutes: Annotated[int, Field(ge=1, le=240)] = 15
    password_least: Annotated[int, Field(ge=8, le=64)] = 10
    password_days: Annotated[int, Field(ge=0, le=3650)] = 180
    idle_minutes: Annotated[int, Field(ge=1, le=120)] = IDLE_MINUTES


class PrinterSettings(_Section):
    """What prints."""

    kind: Literal["folder"] = "folder"
    folder: Path = Path("printed")


class ReaderSettings(_Section):
    """What reads ID cards."""

    kind: Literal["none", "demo", "sam", "pcsc"] = "none"
    folder: Path = Path("card")
    device: Path = Path("/dev/ttyUSB0")
    speed: Literal[9600, 19200, 38400, 57600, 115200] = 115200


class Settings(BaseSettings):
    """The settings of one station; ``data`` is its data folder. Folders are absolute once loaded."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix=ENVIRONMENT, env_nested_delimiter="__"
    )

    data: Path = Path()
    demo: bool = False
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = (Language.ZH, Language.EN)
    station: SiteSettings
    kiosk: KioskSettings = KioskSettings()
    desk: DeskSettings = DeskSettings()
    filing: FilingSettings = FilingSettings()
    evidence: EvidenceSettings = EvidenceSettings()
    receipt: ReceiptSettings = ReceiptSettings()
    messages: MessageSettings = MessageSettings()
    guessing: GuessingSettings = GuessingSettings()
    staff: StaffSettings = StaffSettings()
    printer: PrinterSettings = PrinterSettings()
    reader: ReaderSettings = ReaderSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment go before the file, and read nothing else."""
        return env_settings, init_settings

    @property
    def file(self) -> Path:
        """Return the settings' file."""
        return self.data / FILE

    @property
    def keys_folder(self) -> Path:
        """Return where the keys lie, unless the system hands them over."""
        return self.data / "keys"

    @property
    def store_file(self) -> Path:
        """Return the database."""
        return self.data / "store" / "station.db"

    @property
    def backups_folder(self) -> Path:
        """Return where backups go unless told otherwise."""
        return self.data / "backups"

    @property
    def corrections_folder(self) -> Path:
        """Return where the station corrects the rules it came with."""
        return self.data / "corrections"

    @property
    def log_folder(self) -> Path:
        """Return where the program logs its own faults."""
        return self.data / "log"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the schema; ``default`` is as it would be written, "" where it must be given."""

    path: str
    default: str
    meaning: Text
    write: Text


def keys() -> Iterator[Key]:
    """Yield every key of the schema with its words, in the order of the file."""
    words = load_words(resources() / "i18n")
    for path, default in _paths():
        yield Key(path, default, words[f"setting.{path}.meaning"], words[f"setting.{path}.write"])


def load(data: Path) -> Settings:
    """Return the settings of the station in ``data``.

    Raises ``KnownError``: ``station_missing``, ``settings_unreadable``, ``settings_wrong``,
    ``settings_missing_key``, ``settings_unknown_key``; the last three name the key.
    """
    data = data.expanduser().absolute()
    file = data / FILE
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as fault:
        raise KnownError("station_missing", folder=str(data)) from fault
    except (OSError, ValueError) as fault:
        raise KnownError("settings_unreadable", file=str(file), why=str(fault)) from fault
    return checked(found, data)


def checked(found: Mapping[str, object], data: Path) -> Settings:
    """Return settings from plain values, as ``load`` does from a file."""
    if "data" in found:
        raise KnownError("settings_unknown_key", file=str(data / FILE), setting="data", near="station.code")
    try:
        settings = Settings(**found)  # type: ignore[arg-type]
    except ValidationError as fault:
        raise _fault(fault, data / FILE) from fault
    return _placed(settings, data)


def write(settings: Settings) -> None:
    """Write the settings' file of a new station, every key under its meaning."""
    settings.data.mkdir(parents=True, exist_ok=True)
    settings.file.write_text(as_toml(settings), "utf-8")


def as_toml(settings: Settings) -> str:
    """Return the settings as the text of ``station.toml``."""
    lines = [
        "# 站点设置，改动后重启程序生效。",
        "# The station's settings. A change takes effect at the next start.",
    ]
    section = ""
    for key in keys():
        place, _, name = key.path.rpartition(".")
        if place != section:
            section = place
            lines += ["", f"[{section}]"]
        value = getattr(getattr(settings, place) if place else settings, name)
        lines.append(f"# {key.meaning.zh}：{key.write.zh}")
        lines.append(f"# {key.meaning.en}: {key.write.en}")
        lines.append(f"# {name} =" if value is None else f"{name} = {toml_value(value, settings.data)}")
    return "\n".join(lines) + "\n"


def toml_value(value: object, data: Path | None = None) -> str:
    """Return a value as TOML writes it; a folder within ``data`` is written relative to it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Text):
        return f"{{ zh = {_quoted(value.zh)}, en = {_quoted(value.en)} }}"
    if isinstance(value, tuple):
        return "[" + ", ".join(toml_value(item, data) for item in value) + "]"
    if isinstance(value, Path) and data is not None and value.is_relative_to(data):
        value = value.relative_to(data)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    plain = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return (
        '"'
        + "".join(plain.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}") for c in text)
        + '"'
    )


def _paths() -> Iterator[tuple[str, str]]:
    for name, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, _Section):
            for inner, inner_field in field.annotation.model_fields.items():
                yield f"{name}.{inner}", _default(inner_field.default)
        elif name != "data":
            yield name, _default(field.default)


def _default(value: object) -> str:
    return "" if value is PydanticUndefined or value is None else toml_value(value)


def _placed(settings: Settings, data: Path) -> Settings:
    folders = tuple(data / folder.expanduser() for folder in settings.evidence.folders)
    scanner = settings.evidence.scanner_folder
    evidence = {"folders": folders, "scanner_folder": scanner and data / scanner.expanduser()}
    printer = {"folder": data / settings.printer.folder.expanduser()}
    reader = {"folder": data / settings.reader.folder.expanduser()}
    return settings.model_copy(
        update={
            "data": data,
            "evidence": settings.evidence.model_copy(update=evidence),
            "printer": settings.printer.model_copy(update=printer),
            "reader": settings.reader.model_copy(update=reader),
        }
    )


def _fault(fault: ValidationError, file: Path) -> KnownError:
    first = fault.errors()[0]
    known = {key.path: key for key in keys()}
    path = ".".join(str(part) for part in first["loc"][:2])
    if first["type"] == "missing" and path == "station":
        path = "station.code"
    key = known.get(path) or known.get(str(first["loc"][0]))
    if key is None or first["type"] == "extra_forbidden":
        near = get_close_matches(path, known, 1, 0.0)[0]
        return KnownError("settings_unknown_key", file=str(file), setting=path, near=near)
    words = {"file": str(file), "setting": key.path, "write_zh": key.write.zh, "write_en": key.write.en}
    if first["type"] == "missing":
        return KnownError("settings_missing_key", **words)
    return KnownError("settings_wrong", **words, given=str(first["input"]))

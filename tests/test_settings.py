"""The settings: what is read, what is refused and what a fault says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.look import FILE
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words
from stationkiosk.settings import Settings, as_toml, checked, keys, load, write

LEAST: dict[str, object] = {"station": {"code": "LJ07", "name": {"zh": "样品站", "en": "Sample"}}}


def with_key(path: str, value: object) -> dict[str, object]:
    """The least that is needed, and one key more."""
    section, _, name = path.rpartition(".")
    found: dict[str, object] = {key: dict(part) for key, part in LEAST.items()}  # type: ignore[call-overload]
    if section:
        found[section] = {**found.get(section, {}), name: value}  # type: ignore[dict-item]
    else:
        found[name] = value
    return found


def refused(found: dict[str, object], data: Path) -> KnownError:
    """The fault that reading ``found`` ends with."""
    with pytest.raises(KnownError) as fault:
        checked(found, data)
    return fault.value


def test_the_least_station_has_every_default(tmp_path: Path) -> None:
    settings = checked(LEAST, tmp_path)
    assert settings.station.name == Text("样品站", "Sample")
    assert (settings.kiosk.idle_seconds, settings.kiosk.idle_personal_seconds) == (60, 120)
    assert (settings.kiosk.idle_signature_seconds, settings.kiosk.warning_seconds) == (300, 30)
    assert settings.languages == (Language.ZH, Language.EN)
    assert settings.filing.max_files == 20


def test_folders_start_from_the_data_folder(tmp_path: Path) -> None:
    settings = checked(with_key("evidence.folders", ["usb", "/media/stick"]), tmp_path)
    assert settings.evidence.folders == (tmp_path / "usb", Path("/media/stick"))
    assert settings.printer.folder == tmp_path / "printed"
    assert settings.reader.folder == tmp_path / "card"
    assert settings.store_file.is_relative_to(tmp_path)


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    settings = checked(
        with_key("station.address", {"zh": '样品路 7 号\n"二楼" \\', "en": "7 Sample Road\t(made up)"}),
        tmp_path,
    )
    write(settings)
    assert load(tmp_path) == settings


def test_the_written_file_explains_every_key_in_both_languages(tmp_path: Path) -> None:
    text = as_toml(checked(LEAST, tmp_path))
    for key in keys():
        assert key.meaning.zh in text
        assert key.meaning.en in text
    tomllib.loads(text)


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATIONKIOSK_KIOSK__IDLE_SECONDS", "90")
    monkeypatch.setenv("STATIONKIOSK_DATA", "/elsewhere")
    settings = checked(with_key("kiosk.idle_seconds", 45), tmp_path)
    assert settings.kiosk.idle_seconds == 90
    assert settings.data == tmp_path


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("station.code", "lj07"),
        ("station.code", "LI07"),
        ("station.machine", "AB"),
        ("station.name", "样品站"),
        ("kiosk.idle_seconds", 4),
        ("kiosk.idle_seconds", "soon"),
        ("kiosk.screen_mm", 476),
        ("filing.max_files", 0),
        ("filing.max_file_mb", 2001),
        ("receipt.format", "letter"),
        ("languages", []),
        ("languages", ["fr"]),
        ("demo", "perhaps"),
    ],
)
def test_a_wrong_value_names_its_key_and_what_to_write(tmp_path: Path, path: str, value: object) -> None:
    fault = refused(with_key(path, value), tmp_path)
    assert fault.key == "settings_wrong"
    assert fault.values["setting"] == path
    known = {key.path: key for key in keys()}[path]
    assert (fault.values["write_zh"], fault.values["write_en"]) == (known.write.zh, known.write.en)


@pytest.mark.parametrize(
    ("path", "near"),
    [("kiosk.idle_second", "kiosk.idle_seconds"), ("demos", "demo"), ("data", "station.code")],
)
def test_an_unknown_key_is_named_with_the_nearest_one(tmp_path: Path, path: str, near: str) -> None:
    fault = refused(with_key(path, 1), tmp_path)
    assert (fault.key, fault.values["setting"], fault.values["near"]) == (
        "settings_unknown_key",
        path,
        near,
    )


def test_a_key_that_must_be_given_is_named(tmp_path: Path) -> None:
    assert refused({}, tmp_path).values["setting"] == "station.code"
    fault = refused({"station": {"code": "LJ07"}}, tmp_path)
    assert (fault.key, fault.values["setting"]) == ("settings_missing_key", "station.name")


def test_no_station_and_no_toml_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as missing:
        load(tmp_path)
    (tmp_path / FILE).write_text("station = [", "utf-8")
    with pytest.raises(KnownError) as unreadable:
        load(tmp_path)
    assert (missing.value.key, unreadable.value.key) == ("station_missing", "settings_unreadable")


def test_every_key_has_words_and_no_words_are_left_over() -> None:
    words = {key for key in load_words(resources() / "i18n") if key.startswith("setting.")}
    assert words == {f"setting.{key.path}.{part}" for key in keys() for part in ("meaning", "write")}


def test_settings_cannot_be_changed_while_the_program_runs(tmp_path: Path) -> None:
    settings: Settings = checked(LEAST, tmp_path)
    with pytest.raises(ValueError, match="frozen"):
        settings.demo = True

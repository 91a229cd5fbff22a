"""A glance at the settings says what the settings say, or says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.look import FILE, SECONDS, glance
from stationkiosk.settings import as_toml, checked, write

LEAST: dict[str, object] = {"station": {"code": "LJ07", "name": {"zh": "样品站", "en": "Sample"}}}


@pytest.mark.parametrize(
    "kiosk",
    [
        {},
        {"idle_seconds": 45, "warning_seconds": 10},
        {"screen_mm": [476, 268.5]},
        {"screen_mm": [1, 2], "sound": False},
    ],
)
def test_a_glance_agrees_with_the_settings(tmp_path: Path, kiosk: dict[str, object]) -> None:
    settings = checked(LEAST | {"kiosk": kiosk, "languages": ["en", "zh"]}, tmp_path)
    write(settings)
    look = glance(tmp_path, {})
    assert look is not None
    assert look.languages == settings.languages
    assert [getattr(look.kiosk, name) for name in SECONDS] == [
        getattr(settings.kiosk, name) for name in SECONDS
    ]
    assert look.kiosk.screen_mm == settings.kiosk.screen_mm
    assert look.kiosk.sound is settings.kiosk.sound


def test_nothing_is_said_where_the_environment_may_say_otherwise(tmp_path: Path) -> None:
    write(checked(LEAST, tmp_path))
    assert glance(tmp_path, {"STATIONKIOSK_KIOSK__IDLE_SECONDS": "90"}) is None
    assert glance(tmp_path, {"STATIONKIOSK_DATA": "/elsewhere", "PATH": "/bin"}) is not None


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("idle_seconds = 60", "idle_seconds = true"),
        ("idle_seconds = 60", 'idle_seconds = "60"'),
        ("idle_seconds = 60", ""),
        ("idle_seconds = 60", "idle_seconds = ["),
        ('languages = ["zh", "en"]', 'languages = ["fr"]'),
        ('languages = ["zh", "en"]', "languages = []"),
        ('languages = ["zh", "en"]', "languages = 7"),
        ("sound = true", "sound = 1"),
        ("finish_seconds = 60", "finish_seconds = 1.5"),
        ("# screen_mm =", "screen_mm = 7"),
        ("# screen_mm =", "screen_mm = [1]"),
        ("# screen_mm =", 'screen_mm = ["a", 2]'),
        ("[kiosk]", "[kiosks]"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_left_to_the_schema(
    tmp_path: Path, line: str, instead: str
) -> None:
    text = as_toml(checked(LEAST, tmp_path))
    assert line in text
    (tmp_path / FILE).write_text(text.replace(line, instead), "utf-8")
    assert glance(tmp_path, {}) is None


def test_no_station_is_left_to_the_schema(tmp_path: Path) -> None:
    assert glance(tmp_path, {}) is None

"""The same program in a real window on a real X server draws the very same pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from stationkiosk.settings import Settings

ROOT = Path(__file__).parents[2]
RUN = "import sys; from pathlib import Path; from stationkiosk import app, settings; "
RUN += "app.run_demo(settings.load(Path(sys.argv[1])), Path(sys.argv[2]))"
PANEL = "[268, 476]"
SAME = ("01-home.png", "02-tiles.png", "03-who.png")
"""Pages before the first on which a code of this run, or a blinking cursor, stands."""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own: 1080 × 1920, no window manager, no network."""
    read, write = os.pipe()
    screen = ["-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-displayfd", str(write)]
    server = subprocess.Popen(["Xvfb", *screen], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def film(settings: Settings, out: Path, **surroundings: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(settings.data), str(out)],
        cwd=ROOT,
        env=os.environ | {"STATIONKIOSK_KIOSK__SCREEN_MM": PANEL} | surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_on_a_screen_and_without_one_the_pictures_are_the_same(
    settings: Settings, tmp_path: Path, display: str
) -> None:
    film(settings, tmp_path / "x11", DISPLAY=display, QT_QPA_PLATFORM="xcb")
    film(settings, tmp_path / "offscreen", QT_QPA_PLATFORM="offscreen")
    for name in SAME:
        pictures = [Image.open(tmp_path / place / name).convert("RGB") for place in ("x11", "offscreen")]
        assert ImageChops.difference(*pictures).getbbox() is None, name
    assert len(list((tmp_path / "x11").glob("[0-9]*.png"))) > 10
    assert (tmp_path / "x11" / "receipt.pdf").read_bytes().startswith(b"%PDF-")

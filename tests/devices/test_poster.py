"""The first picture of a film, drawn in a child of its own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from stationkiosk.devices.evidence import frames
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.domain.errors import KnownError
from tests.samples import film, jpeg, moving


def drawn(folder: Path, data: bytes, limits: Limits | None = None) -> Image.Image | None:
    path = folder / "sample.mp4"
    path.write_bytes(data)
    with path.open("rb") as file, Examiner(limits, ahead=False) as examiner:
        seen = examiner.poster(file, 320)
    assert seen.media_type == "video/mp4"
    return Image.open(io.BytesIO(seen.thumbnail_png)) if seen.thumbnail_png else None


def red(picture: Image.Image, at: tuple[int, int]) -> bool:
    pixel = picture.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    return pixel[0] > 150 and pixel[1] < 80


def test_a_film_has_its_first_picture(tmp_path: Path) -> None:
    picture = drawn(tmp_path, moving())
    assert picture
    assert picture.size == (320, 240)
    assert red(picture, (20, 20))
    assert not red(picture, (300, 220))


def test_a_film_taken_with_the_telephone_upright_stands_upright(tmp_path: Path) -> None:
    picture = drawn(tmp_path, moving(turned=True))
    assert picture
    assert picture.size == (240, 320)
    assert red(picture, (220, 20))


def test_a_film_with_nothing_to_draw_has_no_picture(tmp_path: Path) -> None:
    assert drawn(tmp_path, film(seconds=3)) is None
    assert drawn(tmp_path, moving().replace(jpeg()[:200], bytes(200))) is None
    assert drawn(tmp_path, moving(), Limits(pixels=1000)) is None


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        drawn(tmp_path, b"no film at all")


def test_where_qt_brings_no_such_ffmpeg_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda _name: None)
    assert frames.load() is None

from __future__ import annotations

from pathlib import Path

import pypdfium2

from stationkiosk.devices.demo import CERTIFICATE, make_samples
from tests import samples


def test_a_demo_station_gets_two_photos_and_a_paper_that_say_they_are_samples(tmp_path: Path) -> None:
    made = make_samples(tmp_path / "U盘 usb", samples.FONTS)
    assert [path.suffix for path in made] == [".jpg", ".jpg", ".pdf"]
    assert all("样品" in path.name and "SAMPLE" in path.name for path in made)
    assert all(path.is_file() for path in made)


def test_the_paper_says_so_on_each_page(tmp_path: Path) -> None:
    make_samples(tmp_path, samples.FONTS)
    with pypdfium2.PdfDocument(tmp_path / CERTIFICATE) as document:
        for page in document:
            text = page.get_textpage()
            words = text.get_text_bounded()
            text.close()
            assert "SAMPLE" in words
            assert "样品" in words


def test_the_same_samples_come_out_each_time_and_a_file_there_is_left_alone(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in make_samples(tmp_path / "1", samples.FONTS)]
    assert first == [path.read_bytes() for path in make_samples(tmp_path / "2", samples.FONTS)]
    (tmp_path / "1" / CERTIFICATE).write_bytes(b"mine")
    make_samples(tmp_path / "1", samples.FONTS)
    assert (tmp_path / "1" / CERTIFICATE).read_bytes() == b"mine"

from __future__ import annotations

import pytest

from stationkiosk.domain.files import family, show_size, show_time


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 KB"), (1, "1 KB"), (340 * 1024, "340 KB"), (13107200, "12.5 MB"), (200 << 20, "200 MB")],
)
def test_sizes_are_written_as_people_read_them(size: int, said: str) -> None:
    assert show_size(size) == said


@pytest.mark.parametrize(("seconds", "said"), [(7, "0:07"), (4500, "1:15:00")])
def test_lengths_are_written_as_clocks_show_them(seconds: int, said: str) -> None:
    assert show_time(seconds) == said


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [("application/pdf", "pdf"), ("image/png", "image"), ("audio/mp4", "audio"), ("text/plain", "other")],
)
def test_every_file_is_of_a_kind(media_type: str, kind: str) -> None:
    assert family(media_type) == kind

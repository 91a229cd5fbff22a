from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from stationkiosk.devices.evidence.examine import Examined, Examiner
from stationkiosk.devices.evidence.limits import Limits
from tests import samples
from tests.devices.holding import Put, as_nobody, fault


@pytest.mark.parametrize("make", [samples.jpeg, samples.pdf, samples.film])
def test_an_open_file_is_examined_whole_and_left_where_it_stands(
    examiner: Examiner, put: Put, make: Callable[[], bytes]
) -> None:
    data = make() + bytes(100_000) if make is samples.jpeg else make()
    with put("a.jpg", data).open("rb") as file:
        file.read(100)
        examiner.examine(file)
        assert file.read() == data[100:]


def test_a_missing_file_is_gone(examiner: Examiner, tmp_path: Path) -> None:
    assert fault(lambda: examiner.examine(tmp_path / "none.jpg")).key == "file_gone"
    assert fault(lambda: examiner.examine(tmp_path / ("长" * 300))).key == "file_gone"


def test_the_longest_name_is_taken(examiner: Examiner, put: Put) -> None:
    assert examiner.examine(put("长" * 83 + ".jpg", samples.jpeg())).media_type == "image/jpeg"


def test_what_is_no_plain_file_is_refused_without_waiting(examiner: Examiner, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.jpg")
    (tmp_path / "folder.jpg").mkdir()
    for path in (tmp_path / "fifo.jpg", tmp_path / "folder.jpg", Path("/dev/null")):
        assert fault(partial(examiner.examine, path)).key == "file_kind_unknown"


def test_links_and_loops_of_links_are_refused(examiner: Examiner, put: Put, tmp_path: Path) -> None:
    real = put("real.jpg", samples.jpeg())
    (tmp_path / "link.jpg").symlink_to(real)
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    for name in ("link.jpg", "loop.jpg"):
        assert fault(partial(examiner.examine, tmp_path / name)).key == "file_no_access"


def test_a_file_nobody_may_read_is_said(examiner: Examiner, put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    path.chmod(0)
    for folder in path.parents[:3]:
        folder.chmod(0o755)
    with as_nobody():
        assert fault(lambda: examiner.examine(path)).key == "file_no_access"


def test_a_file_that_grows_while_it_is_read_is_not_taken(put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    assert (
        fault(lambda: _meddled(path, lambda: path.write_bytes(samples.jpeg() + b"more"))).key
        == "file_changed"
    )


def test_a_file_cut_while_it_is_read_is_not_taken(put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    assert fault(lambda: _meddled(path, lambda: os.truncate(path, 900))).key == "file_changed"


def test_a_file_that_vanishes_while_it_is_read_is_gone(put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    assert fault(lambda: _meddled(path, path.unlink)).key == "file_gone"


@pytest.mark.parametrize("make", [samples.jpeg, samples.png, samples.pdf, samples.film])
@pytest.mark.parametrize("good", [0, 1])
def test_a_stick_pulled_while_a_file_is_read_says_that_the_file_is_gone(
    put: Put, make: Callable[[], bytes], good: int
) -> None:
    data = make()
    if make is samples.film:
        data += samples.box(b"free", bytes(9000)) * 3
    elif make is samples.pdf:
        data = data[:20] + b"% SAMPLE\n" * 2000 + data[20:]
    command = (sys.executable, "-P", "-c", PULLED.replace("GOOD", str(good)))
    with Examiner(ahead=False, command=command) as examiner:
        assert fault(lambda: examiner.examine(put("file", data))).key == "file_gone"


PULLED = """
import os
real, good = os.preadv, [GOOD]
def preadv(handle, room, at):
    good[0] -= 1
    if good[0] < 0: raise OSError(5, 'pulled')
    return real(handle, [memoryview(room[0])[:1100]], at)
from stationkiosk.devices.evidence import child
os.preadv = preadv
child.main()
"""


def _meddled(path: Path, meddle: Callable[[], object]) -> Examined:
    """Examine a file that is meddled with while the child is being asked."""

    class Slow(Examiner):
        def _asked(self, file: BinaryIO, limits: Limits) -> Examined:
            meddle()
            return super()._asked(file, limits)

    with Slow(ahead=False) as examiner:
        return examiner.examine(path)

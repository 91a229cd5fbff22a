from __future__ import annotations

import io
import os
import socket
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pikepdf
import pytest
from PIL import Image, ImageCms

from stationkiosk.devices.evidence.confine import walls
from stationkiosk.devices.evidence.examine import Examined, Examiner, examine
from stationkiosk.devices.evidence.limits import MIB, Limits
from stationkiosk.domain.errors import KnownError
from tests import samples

Put = Callable[[str, bytes], Path]


@pytest.fixture(scope="module")
def examiner() -> Iterator[Examiner]:
    with Examiner() as made:
        yield made


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def fault(work: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as raised:
        work()
    return raised.value


def thumbnail(found: Examined) -> Image.Image:
    assert found.thumbnail_png is not None
    return Image.open(io.BytesIO(found.thumbnail_png), formats=("PNG",)).convert("RGB")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, who may read everything, for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def huge_png(width: int, height: int) -> bytes:
    """A PNG of one colour: small on the disk, huge when decoded."""
    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(1 + 3 * width)) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "media_type", "pages"),
    [
        (samples.jpeg(), "image/jpeg", 0),
        (samples.png(), "image/png", 0),
        (samples.pdf(3), "application/pdf", 3),
        (b"\xef\xbb\xbf\n" + samples.pdf(1), "application/pdf", 1),
        (samples.film(), "video/mp4", 0),
        (samples.film(brand=b"qt  "), "video/quicktime", 0),
    ],
)
def test_what_is_taken_is_known_by_its_content_and_not_by_its_name(
    examiner: Examiner, put: Put, data: bytes, media_type: str, pages: int
) -> None:
    path = put("photo.exe", data)
    found = examiner.examine(path)
    assert (found.media_type, found.pages) == (media_type, pages)
    assert (found.thumbnail_png is None) == media_type.startswith("video/")
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("photo.jpg", b"MZ\x90\0" + bytes(200), "EXE"),
        ("scan.pdf", b"<!DOCTYPE html><html>%PDF-1.7</html>", "HTML"),
        ("scan.pdf", b"PK\x03\x04" + bytes(50), "ZIP"),
        ("photo.png", b"GIF89a" + bytes(50), "GIF"),
        ("photo.jpg", samples.box(b"ftyp", b"heic" + bytes(12)), "HEIC"),
        ("film.mp4", samples.film(handler=b"soun"), "MP4 audio"),
        ("photo.jpg", b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP"),
        ("notes.pdf", "你好".encode(), "TXT"),
        ("x", bytes(64), "?"),
    ],
)
def test_disguised_files_are_refused_with_what_they_are_and_what_is_taken(
    examiner: Examiner, put: Put, name: str, data: bytes, found: str
) -> None:
    refused = fault(lambda: examiner.examine(put(name, data)))
    assert refused.key == "file_kind_unknown"
    assert refused.values == {"found": found, "taken": "JPEG, PNG, PDF, MP4, MOV"}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (samples.jpeg()[:3000], "file_damaged"),
        (samples.jpeg()[:3], "file_damaged"),
        (samples.png()[:-40], "file_damaged"),
        (samples.pdf()[:-10], "file_damaged"),
        (b"%PDF-1.7 nothing more %%EOF", "file_damaged"),
        (samples.pdf(password="secret"), "file_locked"),
        (samples.film()[:-1], "file_damaged"),
        (samples.film()[:30], "file_damaged"),
        (samples.box(b"ftyp", b"isom" + bytes(4)) + samples.box(b"mdat", b"cut"), "file_damaged"),
    ],
)
def test_empty_cut_and_locked_files_are_told_apart(
    examiner: Examiner, put: Put, data: bytes, key: str
) -> None:
    assert fault(lambda: examiner.examine(put("file", data))).key == key


def test_a_pdf_locked_only_against_changes_is_taken(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf(2))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert examiner.examine(put("a.pdf", out.getvalue())).pages == 2


def test_a_file_over_the_size_is_refused_before_it_is_read(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("large.jpg", samples.jpeg())
    os.truncate(path, 3 * MIB + 1)
    refused = fault(lambda: examine(path, Limits(file=3 * MIB)))
    assert (refused.key, refused.values) == ("file_too_large", {"megabytes": "4", "most": "3"})


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_thumbnail_stands_upright_whichever_way_the_telephone_was_held(
    examiner: Examiner, put: Put, orientation: int
) -> None:
    small = thumbnail(examiner.examine(put("a.jpg", samples.jpeg(800, 400, orientation))))
    assert small.size == ((320, 160) if orientation < 5 else (160, 320))
    width, height = small.size
    red = {
        corner
        for corner, at in {
            "upper left": (8, 8),
            "upper right": (width - 8, 8),
            "lower right": (width - 8, height - 8),
            "lower left": (8, height - 8),
        }.items()
        if small.getpixel(at)[1] < 100  # type: ignore[index]
    }
    corners = ["upper left", "upper right", "lower right", "lower left"]
    assert red == {[*corners, corners[0], corners[1], corners[2], corners[3]][orientation - 1]}


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
def test_every_kind_of_png_gets_a_thumbnail(examiner: Examiner, put: Put, mode: str) -> None:
    small = thumbnail(examiner.examine(put("a.png", samples.png(mode=mode))))
    assert max(small.size) == 320


def test_sixteen_bits_of_grey_keep_their_light(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    Image.new("I;16", (50, 50), 40000).save(out, "PNG")
    assert thumbnail(examiner.examine(put("a.png", out.getvalue()))).getpixel((9, 9)) == (156, 156, 156)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_every_kind_of_jpeg_gets_a_thumbnail(examiner: Examiner, put: Put, mode: str) -> None:
    assert thumbnail(examiner.examine(put("a.jpg", samples.jpeg(mode=mode)))).size == (320, 240)


def test_what_is_clear_in_a_png_shows_white(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert thumbnail(examiner.examine(put("a.png", out.getvalue()))).getpixel((25, 25)) == (255, 255, 255)


def test_a_thumbnail_says_nothing_of_the_place_or_the_telephone(examiner: Examiner, put: Put) -> None:
    exif = Image.Exif()
    exif[0x010F] = "MARKER telephone"
    out = io.BytesIO()
    samples.picture().save(out, "JPEG", exif=exif, comment=b"MARKER")
    found = examiner.examine(put("a.jpg", out.getvalue()))
    assert b"MARKER" not in (found.thumbnail_png or b"")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 5000), (5000, 1)])
def test_odd_shapes_are_taken(examiner: Examiner, put: Put, width: int, height: int) -> None:
    assert max(thumbnail(examiner.examine(put("a.png", samples.png(width, height)))).size) <= 320


@pytest.mark.parametrize(("width", "height"), [(3, 3), (14400, 14400), (3, 14400)])
def test_odd_pages_are_taken(examiner: Examiner, put: Put, width: int, height: int) -> None:
    found = examiner.examine(put("a.pdf", samples.pdf(1, width=width, height=height)))
    assert max(thumbnail(found).size) <= 320


def test_giant_dimensions_are_refused_before_anything_is_decoded(examiner: Examiner, put: Put) -> None:
    head = (60000).to_bytes(4) + (60000).to_bytes(4) + b"\x08\x02\0\0\0"
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    refused = fault(lambda: examiner.examine(put("a.png", data)))
    assert refused.key == "file_too_many_pixels"
    assert refused.values == {"width": "60000", "height": "60000"}


def test_a_pdf_of_too_many_pages_is_refused(put: Put) -> None:
    refused = fault(lambda: examine(put("a.pdf", samples.pdf(4)), Limits(pages=3)))
    assert (refused.key, refused.values) == ("file_too_many_pages", {"pages": "4", "most": "3"})


def test_the_memory_limit_kills_a_bomb(put: Put) -> None:
    bomb = put("bomb.png", huge_png(9000, 9000))
    assert bomb.stat().st_size < MIB
    assert examine(bomb).media_type == "image/png"
    assert fault(lambda: examine(bomb, Limits(memory=256 * MIB))).key == "examine_failed"


def test_the_time_of_the_processor_is_limited(put: Put) -> None:
    bomb = put("bomb.png", huge_png(9000, 9000))
    command = (sys.executable, "-P", "-c", SPIN)
    started = time.monotonic()
    with Examiner(Limits(cpu=1), ahead=False, command=command) as examiner:
        assert fault(lambda: examiner.examine(bomb)).key == "examine_failed"
    assert time.monotonic() - started < 10


SPIN = """
from stationkiosk.devices.evidence import child
def judge(*_):
    while True: pass
child.judge = judge
child.main()
"""
SLEEP = SPIN.replace("while True: pass", "import time; time.sleep(60)")
CRASH = SPIN.replace("while True: pass", "import os; os.abort()")
WRITE = SPIN.replace("while True: pass", "import os; os.write(os.memfd_create('never'), b'x')")
FLOOD = SPIN.replace("while True: pass", "import sys; sys.stdout.buffer.write(bytes(9_000_000))")
BROKEN = SPIN.replace("while True: pass", "raise RuntimeError")


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (SLEEP, "examine_failed"),
        (CRASH, "file_damaged"),
        (WRITE, "file_damaged"),
        (FLOOD, "examine_failed"),
        (BROKEN, "file_damaged"),
        ("raise SystemExit(3)", "examine_failed"),
        ("print('hello')", "examine_failed"),
        ('print(\'{"media_type": "text/html", "pages": 0, "thumbnail": 0}\')', "examine_failed"),
        ('print(\'{"media_type": "image/png", "pages": -1, "thumbnail": 0}\')', "examine_failed"),
        ('print(\'{"media_type": "image/png", "pages": 0, "thumbnail": 4}\\nabc\')', "examine_failed"),
        ('print(\'{"fault": "disk_full", "values": {}}\')', "examine_failed"),
        ("print('[1]')", "examine_failed"),
        ("pass", "examine_failed"),
    ],
)
def test_a_child_that_dies_hangs_or_lies_is_never_believed(put: Put, code: str, key: str) -> None:
    command = (sys.executable, "-P", "-c", code)
    with Examiner(Limits(wall=1.5), ahead=False, command=command) as examiner:
        assert fault(lambda: examiner.examine(put("a.jpg", samples.jpeg()))).key == key


@pytest.mark.skipif(walls() < 4, reason="this kernel builds no such wall")
def test_a_child_taken_over_by_a_crafted_file_reads_no_file_and_reaches_no_network(put: Put) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        command = (sys.executable, "-P", "-c", TAKEN_OVER.replace("PORT", str(port)))
        with Examiner(ahead=False, command=command) as examiner:
            assert examiner.examine(put("a.jpg", samples.jpeg())).pages == 3


TAKEN_OVER = """
import os, socket, sys
from stationkiosk.devices.evidence import child
def denied(call, *given):
    try: call(*given)
    except PermissionError: return 1
    return 0
def judge(*_):
    reach = socket.socket()
    doors = denied(open, sys.executable) + denied(os.listdir, '/')
    return 'application/pdf', doors + denied(reach.connect, ('127.0.0.1', PORT)), b''
child.judge = judge
child.main()
"""


def test_photos_as_telephones_write_them_are_taken(examiner: Examiner, put: Put) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SAMPLE"
    drawn, profile = samples.picture(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for options in (
        {"format": "JPEG", "progressive": True, "icc_profile": profile, "exif": exif},
        {"format": "MPO", "save_all": True, "append_images": [drawn], "exif": exif},
        {"format": "JPEG", "exif": b"Exif\0\0broken"},
        {"format": "PNG", "exif": exif, "icc_profile": profile},
    ):
        out = io.BytesIO()
        drawn.save(out, **options)
        turned = thumbnail(examiner.examine(put("photo", out.getvalue()))).size
        assert turned == ((320, 240) if options["exif"] == b"Exif\0\0broken" else (240, 320))


def test_a_program_that_cannot_start_its_child_says_so(put: Put) -> None:
    with Examiner(ahead=False, command=("/nonexistent",)) as examiner:
        assert fault(lambda: examiner.examine(put("a.jpg", samples.jpeg()))).key == "examine_failed"


def test_a_child_killed_while_it_waits_is_replaced(put: Put) -> None:
    with Examiner(command=(sys.executable, "-P", "-m", "stationkiosk.devices.evidence.child")) as examiner:
        examiner.warm()
        assert examiner._waiting is not None
        examiner._waiting._process.kill()
        examiner._waiting._process.wait()
        assert examiner.examine(put("a.jpg", samples.jpeg())).media_type == "image/jpeg"


def test_a_waiting_child_ends_with_its_parent(examiner: Examiner) -> None:
    other = Examiner()
    other.warm()
    waiting = other._waiting
    assert waiting is not None
    other.close()
    other.close()
    assert waiting._process.returncode is not None


def test_no_child_and_no_handle_is_left_behind(put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    bad = put("b.jpg", b"MZ")
    with Examiner() as examiner:
        examiner.examine(path)
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(4):
            examiner.examine(path)
            fault(lambda: examiner.examine(bad))
        assert len(list(Path("/proc/self/fd").iterdir())) <= before
    assert list(_zombies()) == []


def _zombies() -> Iterator[bytes]:
    me = os.getpid()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_bytes().rpartition(b")")
        except OSError:
            continue
        state, parent = words[2].split()[:2]
        if state == b"Z" and int(parent) == me:
            yield words[0]


def test_two_threads_may_examine_at_once(examiner: Examiner, put: Put) -> None:
    path, kinds = put("a.pdf", samples.pdf()), []
    threads = [
        threading.Thread(target=lambda: kinds.append(examiner.examine(path).pages)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kinds == [2, 2, 2]


@pytest.mark.parametrize("make", [samples.jpeg, samples.pdf, samples.film])
def test_an_open_file_is_examined_whole_and_left_where_it_stands(
    examiner: Examiner, put: Put, make: Callable[[], bytes]
) -> None:
    data = make() + bytes(100_000) if make is samples.jpeg else make()
    with put("a.jpg", data).open("rb") as file:
        file.read(100)
        examiner.examine(file)
        assert file.read() == data[100:]


def test_the_child_knows_nothing_of_the_parents_surroundings(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATIONKIOSK_SECRET", "marker")
    code = "import os; raise SystemExit(0 if 'STATIONKIOSK_SECRET' in os.environ else 3)"
    with Examiner(ahead=False, command=(sys.executable, "-c", code)) as examiner:
        child = examiner._taken()
        with put("a.jpg", samples.jpeg()).open("rb") as file:
            assert child.ask(file, Limits())[1] == 3
        child.end()


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
        def _asked(self, file: BinaryIO) -> Examined:
            meddle()
            return super()._asked(file)

    with Slow(ahead=False) as examiner:
        return examiner.examine(path)


def test_the_examiner_is_quick_when_a_child_waits(examiner: Examiner, put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    examiner.examine(path)
    time.sleep(0.5)
    started = time.monotonic()
    examiner.examine(path)
    assert time.monotonic() - started < 2


def test_samples_in_full_pass(examiner: Examiner, put: Put) -> None:
    assert examiner.examine(put("shop.jpg", samples.shop_photo())).media_type == "image/jpeg"
    assert examiner.examine(put("certificate.pdf", samples.certificate())).pages == 2

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from stationkiosk.devices.evidence import folder as folder_module
from stationkiosk.devices.evidence.folder import Found, Reach, UsbFolder
from stationkiosk.domain.errors import KnownError
from tests.devices.holding import as_nobody


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    root = tmp_path / "U盘"
    root.mkdir()
    return root


def put(path: Path, data: bytes = b"SAMPLE") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(stick: Path) -> list[str]:
    return [file.name for file in UsbFolder(stick).list()]


def fault_of(usb: UsbFolder, path: Path) -> str:
    with pytest.raises(KnownError) as refused:
        usb.open(path)
    return refused.value.key


def test_files_come_in_name_order_as_people_count(stick: Path) -> None:
    for name in ("IMG_10.jpg", "img_2.jpg", "合同.pdf", "a.pdf", "IMG_1.jpg"):
        put(stick / name)
    assert names(stick) == ["a.pdf", "IMG_1.jpg", "img_2.jpg", "IMG_10.jpg", "合同.pdf"]


def test_a_file_is_told_with_its_size_and_day(stick: Path) -> None:
    path = put(stick / "照片" / "店.jpg", b"12345")
    os.utime(path, (0, 1_700_000_000))
    found = UsbFolder(stick).list()
    assert found == (Found(path, "店.jpg", "照片", 5, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),)


def test_files_at_the_top_come_before_those_in_folders(stick: Path) -> None:
    put(stick / "z.jpg")
    put(stick / "a" / "b" / "c.jpg")
    put(stick / "a" / "a.jpg")
    assert [(file.folder, file.name) for file in UsbFolder(stick).list()] == [
        ("", "z.jpg"),
        ("a", "a.jpg"),
        ("a/b", "c.jpg"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden",
        ".Trashes/a.jpg",
        "~$合同.docx",
        "$RECYCLE.BIN/x.jpg",
        "System Volume Information/a",
        "Thumbs.db",
    ],
)
def test_hidden_and_system_files_are_passed_over(stick: Path, name: str) -> None:
    put(stick / name)
    assert names(stick) == []


def test_links_out_loops_pipes_and_sockets_are_passed_over(stick: Path, tmp_path: Path) -> None:
    secret = put(tmp_path / "secret" / "key")
    (stick / "link").symlink_to(secret)
    (stick / "folder").symlink_to(secret.parent)
    (stick / "loop").symlink_to(stick)
    (stick / "self").symlink_to(stick / "self")
    os.mkfifo(stick / "pipe")
    put(stick / "real.jpg")
    assert names(stick) == ["real.jpg"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("店面.jpg".encode("gb18030"), "店面.jpg"),
        (b"\xff\xfe.jpg", "\ufffd\ufffd.jpg"),
        ("𠮷野家 㛃.jpg".encode(), "𠮷野家 㛃.jpg"),
        ("photo\u202egpj.exe".encode(), "photo\ufffdgpj.exe"),
        (b"two\nlines\t.jpg", "two\ufffdlines\ufffd.jpg"),
        ("e\u0301.jpg".encode(), "é.jpg"),
        (b"<b>&amp;%s{}.jpg", "<b>&amp;%s{}.jpg"),
        ("长".encode() * 83 + b".jpg", "长" * 83 + ".jpg"),
    ],
)
def test_names_of_any_bytes_are_shown_legibly_and_still_open(stick: Path, raw: bytes, name: str) -> None:
    Path(os.fsdecode(os.fsencode(stick) + b"/" + raw)).write_bytes(b"SAMPLE")
    usb = UsbFolder(stick)
    (found,) = usb.list()
    assert found.name == name
    found.name.encode()
    with usb.open(found.path) as file:
        assert file.read() == b"SAMPLE"


def test_a_stick_with_too_many_files_shows_the_newest_and_says_that_there_are_more(stick: Path) -> None:
    for n in range(12):
        os.utime(put(stick / f"{n}.jpg"), (0, 1_700_000_000 - n * 60))
    listing = UsbFolder(stick, Reach(files=5)).look()
    assert [file.name for file in listing.files] == ["0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg"]
    assert listing.more
    assert not UsbFolder(stick, Reach(files=12)).look().more


def test_five_thousand_files_are_looked_through(stick: Path) -> None:
    for n in range(5000):
        (stick / f"IMG_{n:04}.jpg").touch()
    os.utime(stick / "IMG_0042.jpg", (0, 4_000_000_000))
    listing = UsbFolder(stick).look()
    assert (len(listing.files), listing.more) == (500, True)
    assert "IMG_0042.jpg" in {file.name for file in listing.files}


def test_a_folder_too_large_to_look_through_is_left_half_way(stick: Path) -> None:
    for n in range(12):
        put(stick / "many" / f"{n}.jpg")
    put(stick / "z" / "z.jpg")
    listing = UsbFolder(stick, Reach(names=8)).look()
    assert listing.more
    assert len(listing.files) == 6


def test_folders_too_deep_are_not_entered(stick: Path) -> None:
    put(stick / "1" / "2" / "3" / "4" / "deep.jpg")
    put(stick / "1" / "2" / "3" / "near.jpg")
    listing = UsbFolder(stick).look()
    assert [file.name for file in listing.files] == ["near.jpg"]
    assert listing.more


def test_a_folder_nobody_may_read_is_passed_over(stick: Path) -> None:
    for folder in stick.parents[:3]:
        folder.chmod(0o755)
    put(stick / "shut" / "a.jpg")
    put(stick / "open.jpg")
    (stick / "shut").chmod(0)
    with as_nobody():
        assert names(stick) == ["open.jpg"]


def test_an_impossible_day_does_not_break_the_list() -> None:
    assert folder_module.moment(1e20) == datetime(1970, 1, 1, tzinfo=UTC)


def test_no_stick_is_a_fault_of_its_own(tmp_path: Path) -> None:
    usb = UsbFolder(tmp_path / "none")
    assert not usb.present()
    with pytest.raises(KnownError, match="stick_missing"):
        usb.list()
    assert fault_of(usb, tmp_path / "none" / "a.jpg") == "stick_gone"


def test_a_stick_that_cannot_be_asked_is_not_present(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usb = UsbFolder(stick)
    assert usb.present()
    monkeypatch.setattr(Path, "is_dir", lambda _: _fail())
    assert not usb.present()


def test_a_stick_pulled_half_way_through_the_list_is_gone(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(stick / "a" / "a.jpg")
    put(stick / "b" / "b.jpg")
    real, left = os.scandir, [2]

    def scandir(folder: int) -> object:
        left[0] -= 1
        return _fail() if left[0] == 0 else real(folder)

    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(KnownError, match="stick_gone"):
        UsbFolder(stick).list()
    monkeypatch.undo()
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def _fail() -> NoReturn:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_file_deleted_after_the_list_is_gone(stick: Path) -> None:
    path = put(stick / "a" / "a.jpg")
    usb = UsbFolder(stick)
    (found,) = usb.list()
    path.unlink()
    assert fault_of(usb, found.path) == "file_gone"
    path.parent.rmdir()
    assert fault_of(usb, found.path) == "file_gone"


def test_nothing_outside_the_stick_is_opened(stick: Path, tmp_path: Path) -> None:
    secret = put(tmp_path / "secret" / "key")
    (stick / "link").symlink_to(secret)
    (stick / "folder").symlink_to(secret.parent)
    (stick / "inner").mkdir()
    usb = UsbFolder(stick)
    for path in (secret, stick / ".." / "secret" / "key", stick / "link", stick):
        assert fault_of(usb, path) == "file_no_access"
    assert fault_of(usb, stick / "folder" / "key") in ("file_no_access", "file_gone")
    assert fault_of(usb, stick / "inner") == "file_kind_unknown"


def test_a_folder_swapped_for_a_link_after_the_list_is_not_followed(stick: Path, tmp_path: Path) -> None:
    put(tmp_path / "secret" / "a.jpg", b"secret")
    put(stick / "a" / "a.jpg")
    usb = UsbFolder(stick)
    (found,) = usb.list()
    (stick / "a").rename(stick / "b")
    (stick / "a").symlink_to(tmp_path / "secret")
    assert fault_of(usb, found.path) in ("file_no_access", "file_gone")

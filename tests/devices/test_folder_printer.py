from __future__ import annotations

import errno
import os
import shutil
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from stationkiosk.devices import files
from stationkiosk.devices.printing import FolderPrinter, JobState, Printer, Stage, Trouble
from stationkiosk.devices.printing import folder as folder_module
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import CountingRandom, submit

PDF = b"%PDF-1.7\nmade up\n%%EOF\n"
SETTLED = JobState(Stage.SETTLED)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "打印 printed"
    folder.mkdir()
    return folder


@pytest.fixture
def printer(paper: Path) -> FolderPrinter:
    return FolderPrinter(paper, CountingRandom())


def came_out(paper: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in paper.glob("*.pdf"))


def everything(paper: Path) -> set[str]:
    return {path.name for path in paper.rglob("*") if path.is_file()}


def failing(code: int) -> object:
    def fail(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_it_keeps_to_the_printers_protocol(printer: FolderPrinter) -> None:
    kept: Printer = printer
    assert kept.name == "folder"
    assert kept.formats == ("a4", "roll80")
    assert kept.capabilities.confirms
    assert kept.state().ready


def test_a_job_comes_out_whole_and_settles(printer: FolderPrinter, paper: Path) -> None:
    job = submit(printer, PDF, "登记回执 LJ07A-1")
    assert printer.poll(job) == SETTLED
    assert came_out(paper) == [PDF]
    assert [path.name for path in paper.glob("*.pdf")] == [f"登记回执 LJ07A-1 {job[:6]}.pdf"]


def test_printed_papers_are_for_their_owner_only(printer: FolderPrinter, paper: Path) -> None:
    submit(printer, PDF, "receipt")
    assert [path.stat().st_mode & 0o077 for path in paper.rglob("*") if path.is_file()] == [0, 0]


def test_a_restarted_program_can_ask_about_an_old_job(printer: FolderPrinter, paper: Path) -> None:
    job = submit(printer, PDF, "receipt")
    assert FolderPrinter(paper, CountingRandom()).poll(job) == SETTLED


def test_two_jobs_with_one_title_are_two_papers(paper: Path) -> None:
    class Distinct(CountingRandom):
        def bytes(self, count: int) -> bytes:
            return super().bytes(count)[::-1]

    printer = FolderPrinter(paper, Distinct())
    assert submit(printer, PDF, "receipt") != submit(printer, PDF, "receipt")
    assert len(came_out(paper)) == 2


@pytest.mark.parametrize("title", ["", "../../etc/passwd", "a/b\\c:d", "长" * 300, "\0\n\u202e", "."])
def test_no_title_leads_out_of_the_folder_or_breaks_it(
    printer: FolderPrinter, paper: Path, title: str
) -> None:
    assert printer.poll(submit(printer, PDF, title)) == SETTLED
    assert came_out(paper) == [PDF]


@pytest.mark.parametrize("job", ["", "ffff", "../x", "0000000000000009"])
def test_a_job_it_never_had_is_unknown(printer: FolderPrinter, job: str) -> None:
    submit(printer, PDF, "receipt")
    assert printer.poll(job) == JobState(Stage.UNKNOWN)


def test_what_is_no_pdf_is_our_own_mistake(printer: FolderPrinter) -> None:
    with pytest.raises(ValueError, match="PDF"):
        submit(printer, b"hello", "receipt")


def test_a_missing_folder_holds_the_job_until_it_is_back(printer: FolderPrinter, paper: Path) -> None:
    paper.rmdir()
    assert printer.state().trouble is Trouble.MISSING
    job = submit(printer, PDF, "receipt")
    assert printer.poll(job) == JobState(Stage.PENDING, Trouble.MISSING)
    assert not paper.exists()
    paper.mkdir()
    assert printer.poll(job) == SETTLED
    assert printer.state().ready
    assert came_out(paper) == [PDF]


def test_a_file_in_the_folders_place_is_a_missing_folder(printer: FolderPrinter, paper: Path) -> None:
    paper.rmdir()
    paper.write_text("not a folder")
    assert printer.state().trouble is Trouble.MISSING


def test_asking_about_an_old_job_while_the_folder_is_away_is_a_failed_query(
    printer: FolderPrinter, paper: Path
) -> None:
    job = submit(printer, PDF, "receipt")
    aside = paper.rename(paper.with_name("aside"))
    with pytest.raises(KnownError) as failed:
        printer.poll(job)
    assert failed.value.key == Trouble.MISSING
    aside.rename(paper)
    assert printer.poll(job) == SETTLED


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL_FOLDER),
        (errno.EDQUOT, Trouble.FULL_FOLDER),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EIO, Trouble.MISSING),
        (errno.EMFILE, Trouble.OTHER),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_fault_while_writing_holds_the_job_and_leaves_nothing_half_written(
    printer: FolderPrinter,
    paper: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    trouble: Trouble,
    call: str,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(files.os, call, failing(code))
        job = submit(printer, PDF, "receipt")
        assert printer.poll(job) == JobState(Stage.PENDING, trouble)
    assert came_out(paper) == []
    assert printer.poll(job) == SETTLED
    assert came_out(paper) == [PDF]
    assert not [name for name in everything(paper) if name.endswith(".part")]


def test_a_nearly_full_disk_is_said_before_anything_is_written(
    printer: FolderPrinter, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "RESERVE", 1 << 62)
    assert printer.state().trouble is Trouble.FULL_FOLDER
    assert printer.poll(submit(printer, PDF, "receipt")) == JobState(Stage.PENDING, Trouble.FULL_FOLDER)
    assert everything(paper) == set()


def test_a_folder_that_may_not_be_written_is_said(
    printer: FolderPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module.os, "access", lambda *_: False)
    assert printer.state().trouble is Trouble.READ_ONLY


def test_a_folder_that_cannot_even_be_asked_is_a_trouble(
    printer: FolderPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module.os, "statvfs", failing(errno.EHOSTDOWN))
    assert printer.state().trouble is Trouble.OFFLINE


def test_a_waiting_job_can_be_taken_back_and_never_comes_out(printer: FolderPrinter, paper: Path) -> None:
    paper.rmdir()
    job = submit(printer, PDF, "receipt")
    printer.cancel(job)
    assert printer.poll(job) == JobState(Stage.CANCELLED)
    paper.mkdir()
    assert printer.poll(job) == JobState(Stage.CANCELLED)
    assert FolderPrinter(paper, CountingRandom()).poll(job) == JobState(Stage.UNKNOWN)
    assert everything(paper) == set()


def test_a_cancelled_job_is_remembered_where_it_can_be(
    printer: FolderPrinter, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(files.os, "write", failing(errno.ENOSPC))
        job = submit(printer, PDF, "receipt")
    printer.cancel(job)
    assert FolderPrinter(paper, CountingRandom()).poll(job) == JobState(Stage.CANCELLED)
    assert came_out(paper) == []


def test_cancelling_never_fails_for_want_of_room(
    printer: FolderPrinter, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "write", failing(errno.ENOSPC))
    printer.cancel(submit(printer, PDF, "receipt"))
    assert came_out(paper) == []


def test_cancelling_a_printed_job_changes_nothing(printer: FolderPrinter, paper: Path) -> None:
    job = submit(printer, PDF, "receipt")
    printer.cancel(job)
    assert printer.poll(job) == SETTLED
    assert came_out(paper) == [PDF]


def die_at(printer: FolderPrinter, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Submit with a program that dies at its n-th flush."""
    real, left = os.fsync, [call]

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise SystemExit
        real(handle)

    with monkeypatch.context() as dying:
        dying.setattr(files.os, "fsync", fsync)
        dying.setattr(files.Path, "unlink", lambda _: None)  # the dead tidy nothing
        with pytest.raises(SystemExit):
            submit(printer, PDF, "receipt")


@pytest.mark.parametrize("call", range(1, 7))
def test_a_program_that_died_while_printing_never_says_settled_for_a_paper_not_there(
    paper: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    die_at(FolderPrinter(paper, CountingRandom()), call, monkeypatch)
    job = CountingRandom().bytes(8).hex()
    stage = FolderPrinter(paper, CountingRandom()).poll(job).stage
    assert stage in (Stage.SETTLED, Stage.UNKNOWN)
    assert (stage is Stage.SETTLED) == (came_out(paper) == [PDF])


def test_a_record_that_was_tampered_with_is_unknown(printer: FolderPrinter, paper: Path) -> None:
    job = submit(printer, PDF, "receipt")
    for words in (b"", b"[]", b'{"stage": "done"}', b'{"stage": "printing"}', b"\xff"):
        (paper / ".jobs" / f"{job}.json").write_bytes(words)
        assert printer.poll(job) == JobState(Stage.UNKNOWN)


def test_a_record_that_cannot_be_read_is_a_failed_query(printer: FolderPrinter, paper: Path) -> None:
    job = submit(printer, PDF, "receipt")
    shutil.rmtree(paper / ".jobs")
    (paper / ".jobs").write_text("no folder")
    with pytest.raises(KnownError):
        printer.poll(job)


def test_many_threads_share_one_printer(paper: Path) -> None:
    printer = FolderPrinter(paper, CountingRandom())

    def press() -> None:
        for _ in range(5):
            assert printer.poll(submit(printer, PDF, "receipt")) == SETTLED

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list((paper / ".jobs").glob("*.json"))) == 20

"""The watch over the kiosk's window, with small processes in the window's place."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from stationkiosk import watch
from stationkiosk.watch import LEFT, LONGEST_WAIT, RESTART, STILLBORN, Start, keep_open, wait_after

HANG_SECONDS = 0.4


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits as long as a kiosk does."""
    monkeypatch.setattr(watch, "_LOOK_SECONDS", 0.02)
    monkeypatch.setattr(watch, "wait_after", lambda crashes: 0.0)


class Book:
    """Where each window writes that it was opened, and how; they are processes of their own."""

    def __init__(self, file: Path) -> None:
        self.file = file
        file.touch()

    def write(self, word: str) -> int:
        """Write a word; return how many were written before it."""
        before = len(self.words)
        with self.file.open("a", encoding="utf-8") as out:
            out.write(word + "\n")
        return before

    @property
    def words(self) -> list[str]:
        return self.file.read_text("utf-8").split()


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "book")


def live(start: Start, seconds: float = 0.0) -> None:
    """Give signs of life."""
    os.write(start.beat, b".")
    time.sleep(seconds)


def how(start: Start) -> str:
    return "again" if start.restarted else "first"


def test_a_window_that_staff_leave_is_not_opened_again(book: Book) -> None:
    def window(start: Start) -> int:
        live(start)
        book.write(how(start))
        return LEFT

    assert keep_open(window, HANG_SECONDS) == LEFT
    assert book.words == ["first"]


def test_a_restart_that_staff_ask_for_says_nothing_of_a_crash(book: Book) -> None:
    def window(start: Start) -> int:
        live(start)
        return RESTART if book.write(how(start)) == 0 else LEFT

    assert keep_open(window, HANG_SECONDS) == LEFT
    assert book.words == ["first", "first"]


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGSTOP])
def test_a_window_that_breaks_down_or_hangs_is_opened_again(book: Book, blow: signal.Signals) -> None:
    def window(start: Start) -> int:
        live(start)
        if book.write(how(start)) == 0:
            os.kill(os.getpid(), blow)
            time.sleep(60)
        return LEFT

    assert keep_open(window, HANG_SECONDS) == LEFT
    assert book.words == ["first", "again"]


def test_a_window_that_fails_with_a_fault_of_ours_is_opened_again(
    book: Book, capfd: pytest.CaptureFixture[str]
) -> None:
    def window(start: Start) -> int:
        live(start)
        return 1 // book.write(how(start))

    assert keep_open(window, HANG_SECONDS) == 1 or book.words == ["first", "again", "again"]
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_window_that_works_is_left_alone(book: Book) -> None:
    def window(start: Start) -> int:
        for _ in range(10):
            live(start, HANG_SECONDS / 4)
        book.write(how(start))
        return LEFT

    assert keep_open(window, HANG_SECONDS) == LEFT
    assert book.words == ["first"]


def test_windows_that_never_live_are_given_up(book: Book) -> None:
    def window(start: Start) -> int:
        book.write(how(start))
        return 3

    assert keep_open(window, HANG_SECONDS) == 1
    assert len(book.words) == STILLBORN


def test_one_that_never_gives_a_sign_is_given_up_too(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "START_SECONDS", 0.1)

    def window(start: Start) -> int:
        book.write(how(start))
        time.sleep(60)
        return LEFT

    assert keep_open(window, HANG_SECONDS) == 1
    assert len(book.words) == STILLBORN


@pytest.mark.parametrize("deaf", [False, True], ids=["closes", "does not listen"])
def test_told_to_end_the_watch_ends_the_window(
    book: Book, monkeypatch: pytest.MonkeyPatch, deaf: bool
) -> None:
    monkeypatch.setattr(watch, "CLOSE_SECONDS", 0.2)

    def window(start: Start) -> int:
        if deaf:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        book.write(str(os.getpid()))
        while True:
            live(start, 0.05)

    before = signal.getsignal(signal.SIGTERM)
    wait = f"until [ -s '{book.file}' ]; do sleep 0.02; done; kill -TERM {os.getpid()}"
    with subprocess.Popen(["sh", "-c", wait]):
        assert keep_open(window, HANG_SECONDS) == LEFT
    assert not Path(f"/proc/{book.words[0]}").exists()
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_wait_grows_to_its_most_and_no_further() -> None:
    waits = [wait_after(crashes) for crashes in range(1, 12)]
    assert waits[:4] == [0.0, 2.0, 4.0, 8.0]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_a_calm_page_shows_while_a_start_waits_and_is_gone_after(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "wait_after", lambda crashes: 0.3)
    monkeypatch.setattr(watch, "CALM_PAGE_FROM", 0.1)

    def window(start: Start) -> int:
        live(start)
        return 3 if book.write("window") == 0 else LEFT

    def calm() -> int:
        book.write("calm")
        time.sleep(60)
        return 0

    assert keep_open(window, HANG_SECONDS, calm) == LEFT
    assert book.words == ["window", "calm", "window"]


def test_systemd_hears_that_the_kiosk_is_ready_and_lives(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))

        def window(start: Start) -> int:
            live(start, 0.2)
            return LEFT

        assert keep_open(window, HANG_SECONDS) == LEFT
        ear.settimeout(5)
        assert [ear.recv(100) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]

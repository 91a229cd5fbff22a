"""Keeps windows open: a light parent that starts it anew after a crash or a hang.

The window is a fork of this process, so that watching costs its start nothing. It says that it is
alive by a byte on a pipe; one that falls silent is killed. After a second crash in a row the next
start waits, longer each time, behind a calm page. Under systemd the parent passes the window's
life on as a watchdog's.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import NoReturn

LEFT, RESTART = 0, 75
"""How a window ends that staff left, and one that staff want started anew."""

START_SECONDS = 60.0
"""How long a window may take to its first sign of life."""

CLOSE_SECONDS = 10.0
"""How long a window may take to close when it is told to."""

CALM_SECONDS = 600.0
"""After so long without a crash the next one counts as the first again."""

LONGEST_WAIT = 60.0
STILLBORN = 5
"""So many windows in a row that never lived are given up: whoever started this has to see it."""

CALM_PAGE_FROM = 2.0
"""A wait as long as this one has a page."""

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h: the signal a process gets when the one that forked it ends."""

_LOOK_SECONDS = 0.5
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Start:
    """How a window is started: where it says that it is alive (-1: nowhere), whether after a crash."""

    beat: int = -1
    restarted: bool = False


UNWATCHED = Start()


@dataclass(slots=True)
class _Told:
    """Whether this process was told to end."""

    stop: bool = False

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        self.stop = True


def wait_after(crashes: int) -> float:
    """Return how many seconds the next start waits after so many crashes in a row: 0, 2, 4, 8 …"""
    return 0.0 if crashes < 2 else min(2.0 ** (crashes - 1), LONGEST_WAIT)


def keep_open(
    window: Callable[[Start], int], hang_seconds: float, calm: Callable[[], int] | None = None
) -> int:
    """Run ``window`` in a process of its own until staff leave it; return the exit code.

    ``hang_seconds`` is how long it may be silent. ``calm`` shows the page while a start waits;
    it runs in a process of its own until it is told to end.
    """
    told = _Told()
    with _hearing(told):
        crashes = stillborn = 0
        last = float("-inf")
        restarted = False
        while True:
            code, lived = _one_window(window, restarted, hang_seconds, told)
            if told.stop or code == LEFT:
                return LEFT
            if code == RESTART and lived:
                restarted = False
                continue
            restarted, now = True, time.monotonic()
            crashes = 1 if now - last > CALM_SECONDS else crashes + 1
            stillborn = 0 if lived else stillborn + 1
            last = now
            if stillborn >= STILLBORN:
                return 1
            _pause(wait_after(crashes), calm, told)
            if told.stop:
                return LEFT


def keep_all_open(keepers: Mapping[str, Callable[[], int]]) -> int:
    """Run several watches, each in a process of its own, until all have ended; return the exit code.

    One that ends leaves the others working. Told to end, all are; so are they when this process is
    struck down.
    """
    told = _Told()
    with _hearing(told):
        running = {_fork(partial(_held_to_us, keeper)) for keeper in keepers.values()}
        codes: list[int] = []
        passed_on = False
        while running:
            if told.stop and not passed_on:
                passed_on = True
                for process in running:
                    _kill(process, signal.SIGTERM)
            for process in tuple(running):
                code = _ended(process)
                if code is not None:
                    running.discard(process)
                    codes.append(code)
            time.sleep(_LOOK_SECONDS / 5 if running else 0)
    return LEFT if told.stop or not any(codes) else 1


def _held_to_us(keeper: Callable[[], int]) -> int:
    """Run a watch that is told to end when the process that started it is gone."""
    from ctypes import CDLL

    before = os.getppid()
    CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM))
    return keeper() if os.getppid() == before else LEFT


def _one_window(
    window: Callable[[Start], int], restarted: bool, hang_seconds: float, told: _Told
) -> tuple[int, bool]:
    """Run one window to its end; return its exit code (a signal's is negative) and whether it lived."""
    ours, theirs = os.pipe()
    process = _fork(lambda: window(Start(theirs, restarted)), ours)
    os.close(theirs)
    lived, silent_since, patience = False, time.monotonic(), START_SECONDS
    asked_to_end = 0.0
    try:
        while (code := _ended(process)) is None:
            if _heard(ours):
                if not lived:
                    _notify("READY=1")
                lived, silent_since, patience = True, time.monotonic(), hang_seconds
                _notify("WATCHDOG=1")
            if told.stop and not asked_to_end:
                asked_to_end = time.monotonic()
                _kill(process, signal.SIGTERM)
            overdue = asked_to_end and time.monotonic() - asked_to_end > CLOSE_SECONDS
            if overdue or time.monotonic() - silent_since > patience:
                _kill(process, signal.SIGKILL)
    finally:
        os.close(ours)
    return code, lived


def _pause(seconds: float, calm: Callable[[], int] | None, told: _Told) -> None:
    """Wait, behind the calm page where there is one."""
    if not seconds:
        return
    shown = _fork(calm) if calm is not None and seconds >= CALM_PAGE_FROM else 0
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and not told.stop:
        _notify("WATCHDOG=1")
        time.sleep(min(_LOOK_SECONDS, max(0.0, ends - time.monotonic())))
    if shown:
        _kill(shown, signal.SIGKILL)
        os.waitpid(shown, 0)


def _fork(run: Callable[[], int], *not_theirs: int) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if not process:
        _be_the_child(run, not_theirs)
    return process


def _be_the_child(run: Callable[[], int], not_theirs: tuple[int, ...]) -> NoReturn:
    code = 1
    try:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        for handle in not_theirs:
            os.close(handle)
        code = run()
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _ended(process: int) -> int | None:
    found, status = os.waitpid(process, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _heard(ours: int) -> bool:
    """Wait a moment for a sign of life."""
    ready, _, _ = select.select([ours], [], [], _LOOK_SECONDS)
    if not ready:
        return False
    if os.read(ours, 4096):
        return True
    time.sleep(_LOOK_SECONDS / 10)
    return False


def _kill(process: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, number)


@contextlib.contextmanager
def _hearing(told: _Told) -> Iterator[None]:
    before = {number: signal.signal(number, told.hear) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _notify(said: str) -> None:
    """Tell systemd, where it started this (sd_notify's protocol)."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place:
        return
    import socket

    address = "\0" + place[1:] if place.startswith("@") else place
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.sendto(said.encode(), address)

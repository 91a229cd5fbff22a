from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.devices.evidence.confine import walls
from stationkiosk.devices.evidence.examine import Examiner, examine
from stationkiosk.devices.evidence.limits import MIB, Limits
from tests import samples
from tests.devices.holding import Put, fault, huge_png


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
def test_a_child_taken_over_by_a_crafted_file_reads_nothing_starts_nothing_reaches_nobody(put: Put) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        command = (sys.executable, "-P", "-c", TAKEN_OVER.replace("PORT", str(port)))
        with Examiner(ahead=False, command=command) as examiner:
            assert examiner.examine(put("a.jpg", samples.jpeg())).pages == 4


TAKEN_OVER = """
import os, socket, sys
from stationkiosk.devices.evidence import child
def denied(call, *given):
    try: call(*given)
    except PermissionError: return 1
    return 0
def judge(*_):
    reach = socket.socket()
    doors = denied(open, sys.executable) + denied(os.listdir, '/') + denied(os.fork)
    return child.Judged('application/pdf', doors + denied(reach.connect, ('127.0.0.1', PORT)))
child.judge = judge
child.main()
"""


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


def test_the_examiner_is_quick_when_a_child_waits(examiner: Examiner, put: Put) -> None:
    path = put("a.jpg", samples.jpeg())
    examiner.examine(path)
    time.sleep(0.5)
    started = time.monotonic()
    examiner.examine(path)
    assert time.monotonic() - started < 2


def test_a_sound_of_endless_frames_is_stopped(put: Put) -> None:
    bomb = put("bomb.amr", b"#!AMR\n" + b"\x7c" * (20 * MIB))
    with Examiner(Limits(cpu=1), ahead=False) as examiner:
        assert fault(lambda: examiner.examine(bomb)).key == "examine_failed"


def test_a_photo_that_says_it_is_larger_than_it_is_is_never_decoded(put: Put) -> None:
    pytest.importorskip("pillow_heif")
    whole = samples.heic()
    at = whole.index(b"ispe") + 8
    bomb = whole[:at] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + whole[at + 8 :]
    assert fault(lambda: examine(put("bomb.heic", bomb))).key in ("file_damaged", "file_too_many_pixels")

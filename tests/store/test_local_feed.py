from __future__ import annotations

import queue
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.changes import NO_FEED, Change
from stationkiosk.store.engine import Store
from stationkiosk.store.local_feed import LocalFeed, runtime_folder
from tests.store.conftest import KEY, put_case

CASE = Change("case", UUID(int=5))


@pytest.fixture
def base() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sk") as folder:
        yield Path(folder)


def test_every_listener_hears_every_change(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    heard: list[queue.Queue[Change]] = [queue.Queue(), queue.Queue()]
    stops = [feed.subscribe(q.put) for q in heard]
    feed.publish(CASE)
    feed.publish(Change("station"))
    for q in heard:
        assert [q.get(timeout=1), q.get(timeout=1)] == [CASE, Change("station")]
    stops[0]()
    feed.publish(CASE)
    assert heard[1].get(timeout=1) == CASE
    assert heard[0].empty()
    stops[1]()
    feed.close()


def test_another_process_hears_of_a_commit_within_a_second(tmp_path: Path, base: Path) -> None:
    folder = tmp_path / "很长的数据文件夹名" / ("x" * 120)
    folder.mkdir(parents=True)
    code = (
        "import sys, queue; from pathlib import Path; from stationkiosk.store.local_feed import LocalFeed;"
        "q = queue.Queue(); stop = LocalFeed(Path(sys.argv[1]), (Path(sys.argv[2]),)).subscribe(q.put);"
        "print('ready', flush=True); print(q.get(timeout=10).case_id, flush=True); stop()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(base)], stdout=subprocess.PIPE, text=True
    ) as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline() == "ready\n"
        feed = LocalFeed(folder, (base,))
        store = Store.create(folder / "s.db", KEY, feed)
        with store.write() as unit:
            case_id = put_case(unit, "LJ07A-1")
        begun = time.monotonic()
        assert listener.stdout.readline().strip() == str(case_id)
        assert time.monotonic() - begun < 1
        store.close()
        feed.close()


def test_a_dead_listener_is_cleaned_away(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    dead = runtime_folder(tmp_path, (base,)) / "1-dead.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as left:
        left.bind(str(dead))
    feed.publish(CASE)
    assert not dead.exists()
    feed.close()


def test_a_slow_listener_never_holds_a_writer_and_is_told_all_later(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    address = runtime_folder(tmp_path, (base,)) / "1-slow.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as slow:
        slow.bind(str(address))
        slow.setblocking(False)
        begun = time.monotonic()
        for _ in range(2000):
            feed.publish(CASE)
        assert time.monotonic() - begun < 2
        heard = []
        while True:
            try:
                heard.append(slow.recv(256))
            except BlockingIOError:
                break
        assert len(heard) < 2000
        feed.publish(CASE)
        assert slow.recv(256) == b"all"
    feed.close()


def test_nonsense_on_the_socket_is_passed_over(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    heard: queue.Queue[Change] = queue.Queue()
    stop = feed.subscribe(heard.put)
    (address,) = runtime_folder(tmp_path, (base,)).iterdir()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as stranger:
        stranger.sendto(b"case not-a-number", str(address))
        stranger.sendto(b"\xff", str(address))
    feed.publish(CASE)
    assert heard.get(timeout=1) == CASE
    stop()
    feed.close()


def test_a_folder_that_others_may_enter_is_refused(tmp_path: Path, base: Path) -> None:
    runtime_folder(tmp_path, (base,)).chmod(0o755)
    with pytest.raises(KnownError, match="feed_unsafe"):
        LocalFeed(tmp_path, (base,))


def test_a_listener_may_stop_from_its_own_callback(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    heard: queue.Queue[Change] = queue.Queue()
    stops: list[Callable[[], None]] = []

    def once(change: Change) -> None:
        stops[0]()
        heard.put(change)

    stops.append(feed.subscribe(once))
    feed.publish(CASE)
    assert heard.get(timeout=1) == CASE
    feed.publish(CASE)
    assert heard.empty()
    feed.close()


def test_publishing_never_raises(tmp_path: Path, base: Path) -> None:
    feed = LocalFeed(tmp_path, (base,))
    runtime_folder(tmp_path, (base,)).rmdir()
    feed.publish(CASE)
    feed.close()


def test_the_default_base_is_short_enough(
    tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(base))
    assert runtime_folder(tmp_path).parent == base
    long = tmp_path / ("长" * 40)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    place = runtime_folder(tmp_path)
    assert len(bytes(place)) < 78
    place.rmdir()


def test_no_feed_tells_nobody() -> None:
    stop = NO_FEED.subscribe(lambda _: None)
    NO_FEED.publish(CASE)
    stop()

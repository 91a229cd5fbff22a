"""One event loop for every office printer of the process, in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

Got = TypeVar("Got")

_STOP_SECONDS = 1.0


class LoopThread:
    """An event loop that runs while somebody holds it; what is under way at its end is broken off."""

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._work, name="ipp", daemon=True)
        self._thread.start()
        self._ready.wait()

    def run(self, work: Coroutine[Any, Any, Got]) -> Future[Got]:
        """Start ``work`` on the loop; whatever it raises comes out of the future."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def stop(self) -> None:
        """Break off what is under way and end the thread; a name being looked up is not waited for."""
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(_STOP_SECONDS)

    def _work(self) -> None:
        asyncio.run(self._live())

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        self._ready.set()
        await self._ended.wait()


_lock = threading.Lock()
_shared: LoopThread | None = None
_holders = 0


class Hold:
    """One holder's share in the process's loop, taken with the first ``run``."""

    def __init__(self) -> None:
        self._loop: LoopThread | None = None
        self._closed = False
        self._own = threading.Lock()
        self._under_way: set[Future[Any]] = set()

    def run(self, work: Coroutine[Any, Any, Got], seconds: float) -> Got:
        """Return what ``work`` gives; ``TimeoutError`` after ``seconds`` or when the hold is let go."""
        with self._own:
            if self._closed:
                work.close()
                raise TimeoutError
            if self._loop is None:
                self._loop = _take()
            future = self._loop.run(work)
            self._under_way.add(future)
        try:
            return future.result(seconds)
        except CancelledError:
            raise TimeoutError from None
        finally:
            future.cancel()
            self._under_way.discard(future)

    def close(self) -> None:
        """Let go; what is under way is broken off."""
        with self._own:
            loop, self._loop, self._closed = self._loop, None, True
            for future in tuple(self._under_way):
                future.cancel()
        if loop is not None:
            _give_back()


def _take() -> LoopThread:
    global _shared, _holders
    with _lock:
        if _shared is None:
            _shared = LoopThread()
        _holders += 1
        return _shared


def _give_back() -> None:
    global _shared, _holders
    with _lock:
        _holders -= 1
        last, _shared = (_shared, None) if _holders == 0 else (None, _shared)
    if last is not None:
        last.stop()

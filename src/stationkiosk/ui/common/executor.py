"""The one small executor: all work that may wait is done here, never in the UI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from stationkiosk.domain.errors import KnownError

C = TypeVar("C", covariant=True)
R = TypeVar("R")

log = logging.getLogger(__name__)


class Worker(Protocol[C]):
    """Whatever runs jobs off the UI thread and brings the answers back, as ``Executor`` does."""

    @property
    def idle(self) -> bool:
        """Whether no job is waiting or running."""

    def ask(
        self,
        job: Callable[[C], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], bool] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Run ``job``, then ``then`` with its result in the UI thread; see ``Executor.ask``."""


@dataclass(frozen=True, slots=True)
class _Landing:
    """An answer on its way back to the UI thread."""

    epoch: int
    deliver: Callable[[], None]


class Executor(QObject, Generic[C]):
    """Runs jobs one after another on one worker thread and brings the answers back.

    ``make`` builds what the jobs speak to (the counter); it runs on the worker before the
    first job, so that a window can paint before the store is open. When it fails, the job
    that wanted it fails the same way and the next job tries again.

    Answers come back in the UI thread. ``forget`` drops all answers still under way: what
    one person asked is never shown to the next.

    Signals:
        faulted: a fault of the world that nobody handled, as ``KnownError``.
        broke: a fault of our own that nobody handled; it is already in the log.
    """

    faulted = Signal(object)
    broke = Signal(object)
    _landed = Signal(object)

    def __init__(self, make: Callable[[], C]) -> None:
        super().__init__()
        self._make = make
        self._made: list[C] = []
        self._epoch = 0
        self._waiting = 0
        self._closed = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="counter")
        self._landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether no job is waiting or running."""
        return self._waiting == 0

    def ask(
        self,
        job: Callable[[C], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], bool] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Run ``job`` on the worker, then ``then`` with its result in the UI thread.

        ``otherwise`` gets the exception and returns True when it has dealt with it.
        A ``lasting`` job's answer survives ``forget``. After ``close`` nothing is run any more.
        """
        epoch = -1 if lasting else self._epoch
        if not self._closed:
            self._waiting += 1
            self._pool.submit(self._work, job, then, otherwise, epoch)

    def prepare(
        self,
        job: Callable[[], R],
        then: Callable[[R], None],
        otherwise: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run a job that needs nothing made first; its answer survives ``forget``."""
        self._waiting += 1
        self._pool.submit(self._attempt, job, then, otherwise, -1)

    def forget(self) -> None:
        """Drop every answer that has not yet come back."""
        self._epoch += 1

    def close(self, last: Callable[[C], None] | None = None) -> None:
        """Let the running job end, drop the rest, stop the thread. Nothing happens the second time.

        ``last`` is done at the very end with what was made, if it was; then the rest is done before.
        """
        if self._closed:
            return
        self._closed = True
        self.forget()
        if last is not None and self._made:
            self._pool.submit(last, self._made[0])
        self._pool.shutdown(wait=True, cancel_futures=last is None)

    def _work(
        self,
        job: Callable[[C], R],
        then: Callable[[R], None] | None,
        otherwise: Callable[[Exception], bool] | None,
        epoch: int,
    ) -> None:
        self._attempt(lambda: job(self._counter()), then, otherwise, epoch)

    def _counter(self) -> C:
        if not self._made:
            self._made.append(self._make())
        return self._made[0]

    def _attempt(
        self,
        job: Callable[[], R],
        then: Callable[[R], None] | None,
        otherwise: Callable[[Exception], bool] | None,
        epoch: int,
    ) -> None:
        try:
            result = job()
        except Exception as trouble:
            caught = trouble
            if not isinstance(caught, KnownError):
                log.exception("a job of the window failed")
            self._landed.emit(_Landing(epoch, lambda: self._trouble(caught, otherwise)))
        else:
            self._landed.emit(_Landing(epoch, lambda: then(result) if then else None))

    @Slot(object)
    def _deliver(self, landing: _Landing) -> None:
        self._waiting -= 1
        if landing.epoch not in (-1, self._epoch):
            return
        try:
            landing.deliver()
        except Exception as trouble:
            log.exception("an answer could not be shown")
            self.broke.emit(trouble)

    def _trouble(self, trouble: Exception, otherwise: Callable[[Exception], bool] | None) -> None:
        if otherwise is not None and otherwise(trouble):
            return
        if isinstance(trouble, KnownError):
            self.faulted.emit(trouble)
        else:
            self.broke.emit(trouble)

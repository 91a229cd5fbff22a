"""Keeping one file after another: how far it is, and the way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot

from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.executor import Worker

if TYPE_CHECKING:
    from stationkiosk.casework.taking import Taking

STOPPED = "file_stopped"


class Keeping(QObject):
    """Has the counter keep files, one at a time.

    Signals:
        moved: ``percent`` is another one.
    """

    moved = Signal()
    _told = Signal(int)

    def __init__(self, executor: Worker[Taking]) -> None:
        super().__init__()
        self._executor = executor
        self._stops: dict[Path, threading.Event] = {}
        self.percent = 0
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def keep(
        self,
        case: UUID,
        path: Path,
        source: str,
        then: Callable[[Exhibit, bytes | None], None],
        otherwise: Callable[[Exception], bool],
    ) -> None:
        """Keep a file; ``otherwise`` hears of KnownError ``file_stopped`` when it was stopped."""
        stop = self._stops[path] = threading.Event()

        def progress(done: int, total: int) -> None:
            if stop.is_set():
                raise KnownError(STOPPED)
            self._told.emit(100 * done // max(total, 1))

        def work(counter: Taking) -> tuple[Exhibit, bytes | None]:
            progress(0, 1)
            exhibit = counter.keep_evidence(case, path, source, "", progress)
            return exhibit, counter.thumbnail(case, exhibit.sha256) if _is_seen(exhibit) else None

        self._executor.ask(work, lambda kept: then(*kept), otherwise)

    def stop(self, path: Path) -> None:
        """Stop keeping a file."""
        if path in self._stops:
            self._stops[path].set()

    def forget(self) -> None:
        """Stop whatever is under way."""
        for stop in self._stops.values():
            stop.set()
        self._stops.clear()
        self.percent = 0

    @Slot(int)
    def _tell(self, percent: int) -> None:
        if percent != self.percent and self._stops:
            self.percent = percent
            self.moved.emit()


def _is_seen(exhibit: Exhibit) -> bool:
    return exhibit.media_type.startswith("image/") or exhibit.pages > 0

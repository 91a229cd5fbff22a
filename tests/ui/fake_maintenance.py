"""The acts of staff with no store and no machine behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stationkiosk.casework.maintenance import Check, Health
from stationkiosk.devices.printing import JobState, Stage
from stationkiosk.domain.text import Text

if TYPE_CHECKING:
    from tests.ui.fakes import FakeCounter

CHECKS = (
    Check("printer", "good", Text("正常", "Ready")),
    Check("reader", "off", Text("没有装", "Not fitted")),
    Check("camera", "warn", Text("接着 0 个", "0 connected")),
    Check("disk", "good", Text("还有 41.2 GB", "41.2 GB left")),
    Check("store", "good", Text("12 个案件，3 份没填完的", "12 cases, 3 unfinished")),
    Check("queue", "warn", Text("1 份还没有打印完", "1 not yet out")),
    Check("version", "good", Text("0.0", "0.0")),
)
BEHIND = Check(
    "clock", "bad", Text("2026-11-22 10:15:00，比最近一次登记还早", "2026-11-22 10:15:00, before")
)


class FakeMaintenance:
    """Answers as the real one does."""

    def __init__(self, counter: FakeCounter) -> None:
        self._counter = counter

    def health(self) -> Health:
        self._counter._called("health")
        behind = (BEHIND,) if self._counter.clock_behind else ()
        return Health(CHECKS + behind, self._counter.clock_behind, self._counter.notice)

    def note(self, act: str) -> None:
        self._counter._called("note", act)

    def print_trial(self) -> str:
        self._counter._called("print_trial")
        return "job"

    def trial(self, job: str) -> JobState:
        self._counter._called("trial", job)
        return JobState(Stage.SETTLED)

    def show_notice(self, notice: Text | None) -> None:
        self._counter._called("show_notice", notice)
        self._counter.notice = notice

    def accept_clock(self) -> None:
        self._counter._called("accept_clock")
        self._counter.clock_behind = False

"""The acts of staff with no store and no machine behind them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from stationkiosk.casework.maintenance import Health
from stationkiosk.casework.selftest.shown import CheckShown, Readiness, Tone
from stationkiosk.devices.printing import JobState, Stage
from stationkiosk.domain.text import Text
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words

if TYPE_CHECKING:
    from tests.ui.fakes import FakeCounter

WORDS = load_words(resources() / "i18n")


def _check(part: str, tone: Tone, said: Text, do: Text | None = None) -> CheckShown:
    return CheckShown(part, WORDS[f"selftest.part.{part}"], tone, said, do)


CHECKS = (
    _check("printer", "good", Text("正常", "Ready")),
    _check("reader", "off", Text("没有装", "Not fitted")),
    _check("camera", "warn", Text("没有接", "None connected"), Text("接好摄像头。", "Connect a camera.")),
    _check("disk", "good", Text("能写入，还有 41.2 GB", "Can be written to; 41.2 GB left")),
    _check("store", "good", Text("完好。12 个案件", "Whole. 12 cases")),
    _check(
        "names",
        "bad",
        Text("印不出来的字：U+2A6D5（案件 样品）", "Cannot be printed: U+2A6D5 (case sample)"),
        Text("问清楚怎么写，在案件里更正。", "Ask how it is written and correct the case."),
    ),
    _check("version", "good", Text("0.0", "0.0")),
)
BEHIND = _check(
    "clock", "bad", Text("2026-11-22 10:15:00，比最近一次登记还早", "2026-11-22 10:15:00, before")
)


class FakeMaintenance:
    """Answers as the real one does."""

    def __init__(self, counter: FakeCounter) -> None:
        self._counter = counter

    def health(self) -> Health:
        self._counter._called("health")
        if self._counter.gate is not None:
            self._counter.gate.wait(10)
        behind = (BEHIND,) if self._counter.clock_behind else ()
        readiness = Readiness(datetime(2026, 11, 22, 1, tzinfo=UTC), "LJ07A", CHECKS + behind, "bad")
        return Health(readiness, self._counter.clock_behind, self._counter.notice)

    def note(self, act: str) -> None:
        self._counter._called("note", act)

    def print_trial(self) -> str:
        self._counter._called("print_trial")
        return "job"

    def print_readiness(self) -> str:
        self._counter._called("print_readiness")
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

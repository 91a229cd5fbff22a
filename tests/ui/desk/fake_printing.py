"""A made-up desk's printers, plan, copies and self-test, in every state and trouble there is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from stationkiosk.casework.printing.shown import (
    CopiesShown,
    CopyEnd,
    CopyShown,
    PaperPlanned,
    PaperRule,
    PrinterFound,
    PrinterShown,
    Total,
    Turn,
)
from stationkiosk.casework.selftest.shown import CheckShown, Readiness
from stationkiosk.casework.views import CopyState, CopyView, PaperRef
from stationkiosk.devices.printing import (
    JobState,
    PrinterSpec,
    PrinterState,
    Queued,
    Stage,
    Supply,
    Trouble,
)
from stationkiosk.domain.text import Text

NOW = datetime(2026, 11, 22, 6, 32, tzinfo=UTC)
LEVELS = (
    Supply("BK-400", 62),
    Supply("C-400", 7, low=True),
    Supply("W-400", None),
)
OFFICE = PrinterSpec(
    "ipp-1",
    "ipp",
    "ipp://192.0.2.20:631/ipp/print",
    Text("受理室打印机（样品）", "Office printer (sample)"),
    "a4",
    public=False,
)
HALL = PrinterSpec(
    "escpos-1",
    "escpos",
    "socket://192.0.2.30:9100",
    Text("大厅小票机（样品）", "Receipt printer in the hall (sample)"),
    "roll80",
)
FILES = PrinterSpec("folder", "folder", "/srv/sample/papers", Text("存成文件", "Saved as a file"), "a4")
OLD = PrinterSpec(
    "ipp-2",
    "ipp",
    "ipps://192.0.2.21/ipp/print",
    Text("调解室打印机（样品）", "Mediation room printer (sample)"),
    "a4",
)
FOUND = PrinterSpec(
    "ipp-new",
    "ipp",
    "ipp://192.0.2.40:631/printers/sample",
    Text("样品队列", "Sample queue"),
    "a4",
    uuid="urn:uuid:sample",
)
QUEUE = (
    Queued("41", "ZW-LJ07A-20261122-00001 1", Stage.PRINTING, Trouble.PAPER_OUT),
    Queued("42", "ZW-LJ07A-20261122-00002 1", Stage.PENDING),
    Queued("43", "", Stage.PENDING, ours=False),
)
PRINTERS = (
    PrinterShown(
        OFFICE,
        PrinterState(
            False,
            Trouble.PAPER_OUT,
            (Trouble.INK_LOW,),
            LEVELS,
            ("tray-1", "tray-2"),
            "Sample Laser 400",
            3,
        ),
        QUEUE,
    ),
    PrinterShown(HALL, PrinterState(True, warnings=(Trouble.PAPER_LOW,), model="Sample 80")),
    PrinterShown(OLD, PrinterState(False, Trouble.SWAPPED, model="Another Laser")),
    PrinterShown(
        FILES,
        PrinterState(True),
        refused=Text("这一台写在站点设置里，不在这里改。", "This one is set in the station's settings."),
    ),
)
PLAN = (
    PaperPlanned(
        "*", Text("其他所有文书", "All other papers"), PaperRule("ipp-1", "", "two-sided-long-edge"), True
    ),
    PaperPlanned(
        "receipt",
        Text("知识产权纠纷处理申请回执", "Receipt of an application"),
        PaperRule("escpos-1"),
        True,
    ),
    PaperPlanned(
        "agreement",
        Text("知识产权纠纷调解协议书", "Mediation agreement"),
        PaperRule("ipp-1", "tray-2", "two-sided-long-edge", 3),
        True,
    ),
    PaperPlanned(
        "inquiry_notice",
        Text("知识产权纠纷调解征询意见通知书", "Notice asking whether the other side mediates"),
        PaperRule("ipp-1", "", "two-sided-long-edge"),
        False,
    ),
)
RECEIPT = Text("知识产权纠纷处理申请回执", "Receipt of an application")
CHECKS = (
    CheckShown(
        "printer",
        Text("打印机", "Printers"),
        "bad",
        Text("受理室打印机没纸了。", "The office printer is out of paper."),
        Text("加纸，再自检一次。", "Add paper, then test again."),
    ),
    CheckShown(
        "fonts",
        Text("字体", "Letters"),
        "good",
        Text("今天的名字都写得出来。", "Every name of today can be written."),
    ),
    CheckShown(
        "disk",
        Text("磁盘", "Disk"),
        "warn",
        Text("还有 2 GB。", "2 GB are free."),
        Text("清理磁盘。", "Make room."),
    ),
    CheckShown("sound", Text("声音", "Sound"), "off", Text("本机没有喇叭。", "There is no loudspeaker.")),
)
READY = Readiness(NOW - timedelta(hours=5), "LJ07A", CHECKS, "bad")


def copy_of(n: int, state: CopyState, needs: str = "", trouble: str = "") -> CopyShown:
    """Return a made-up copy."""
    at = NOW - timedelta(minutes=11 * n)
    return CopyShown(
        PaperRef(UUID(int=n), 1),
        n,
        1 + n % 3,
        f"LJ07A-20261122-{n:05d}-5",
        f"ZW-LJ07A-20261122-{n:05d}",
        RECEIPT,
        OFFICE.name if n % 2 else HALL.name,
        Text("首次打印", "First copy"),
        Text("李样本", "李样本") if n % 2 else Text("当事人", "The public"),
        at,
        state,
        needs,  # type: ignore[arg-type]
        trouble,
        (
            Turn(CopyState.RENDERED, at),
            Turn(CopyState.SPOOLED, at + timedelta(seconds=2), trouble),
            Turn(state, at + timedelta(seconds=9), trouble),
        ),
    )


WAITING = (
    copy_of(1, CopyState.UNKNOWN, "fate", "offline"),
    copy_of(2, CopyState.SETTLED, "collect"),
    copy_of(3, CopyState.FAILED, "reprint", "paper_jam"),
)
DAY = (
    *WAITING,
    *(copy_of(n, CopyState.IN_HAND) for n in range(4, 9)),
    copy_of(9, CopyState.CANCELLED, trouble="later"),
)
TOTALS = (Total(RECEIPT, HALL.name, 12, 9, 1), Total(PLAN[2].title, OFFICE.name, 6, 6, 0))


@dataclass
class FakePrinting:
    """Answers as the desk does. ``done`` keeps what it was told to do."""

    shelf: list[PrinterShown] = field(default_factory=lambda: list(PRINTERS))
    plan: list[PaperPlanned] = field(default_factory=lambda: list(PLAN))
    found: tuple[PrinterFound, ...] = (PrinterFound(FOUND, "Sample Laser 900"),)
    waiting: tuple[CopyShown, ...] = WAITING
    day: tuple[CopyShown, ...] = DAY
    tested: Readiness | None = READY
    trials: list[JobState] = field(default_factory=list)
    trouble: dict[str, Exception] = field(default_factory=dict)
    done: list[tuple[object, ...]] = field(default_factory=list)

    def _do(self, *what: object) -> None:
        if str(what[0]) in self.trouble:
            raise self.trouble.pop(str(what[0]))
        self.done.append(what)

    def printers(self) -> tuple[PrinterShown, ...]:
        return tuple(self.shelf)

    def printing_plan(self) -> tuple[PaperPlanned, ...]:
        return tuple(self.plan)

    def keep_printer(self, spec: PrinterSpec) -> str:
        self._do("keep_printer", spec)
        others = [one for one in self.shelf if one.spec.id != spec.id]
        self.shelf = [PrinterShown(spec, PrinterState(True)), *others]
        return spec.id

    def drop_printer(self, printer_id: str) -> None:
        self._do("drop_printer", printer_id)
        self.shelf = [one for one in self.shelf if one.spec.id != printer_id]

    def accept_printer(self, printer_id: str) -> None:
        self._do("accept_printer", printer_id)
        self.shelf = [
            replace(one, state=PrinterState(True)) if one.spec.id == printer_id else one
            for one in self.shelf
        ]

    def keep_rule(self, kind: str, rule: PaperRule) -> None:
        self._do("keep_rule", kind, rule)
        self.plan = [replace(one, rule=rule, own=True) if one.kind == kind else one for one in self.plan]

    def drop_rule(self, kind: str) -> None:
        self._do("drop_rule", kind)
        self.plan = [
            replace(one, rule=self.plan[0].rule, own=False) if one.kind == kind else one
            for one in self.plan
        ]

    def find_printers(self) -> tuple[PrinterFound, ...]:
        self._do("find_printers")
        return self.found

    def print_trial(self, printer_id: str) -> str:
        self._do("print_trial", printer_id)
        return "t1"

    def print_readiness(self, printer_id: str) -> str:
        self._do("print_readiness", printer_id)
        return "r1"

    def trial(self, printer_id: str, job: str) -> JobState:
        assert printer_id
        assert job
        return self.trials.pop(0) if self.trials else JobState(Stage.SETTLED)

    def cancel_job(self, printer_id: str, job: str) -> None:
        self._do("cancel_job", printer_id, job)
        self.shelf = [
            replace(one, queue=tuple(waits for waits in one.queue if waits.job != job))
            for one in self.shelf
        ]

    def resume_printer(self, printer_id: str) -> None:
        self._do("resume_printer", printer_id)

    def copies(self, day: date) -> CopiesShown:
        self._do("copies", day)
        return CopiesShown(day, self.day, self.waiting, TOTALS if self.day else ())

    def settle_copy(self, ref: PaperRef, n: int, end: CopyEnd, reason: str) -> CopyView:
        self._do("settle_copy", ref, n, end, reason)
        self.waiting = tuple(one for one in self.waiting if (one.ref, one.n) != (ref, n))
        return CopyView(ref, n, CopyState.IN_HAND if end == "in_hand" else CopyState.ABANDONED, "ipp-1")

    def self_test(self) -> Readiness:
        self._do("self_test")
        self.tested = replace(READY, at=NOW)
        return self.tested

    def last_self_test(self) -> Readiness | None:
        return self.tested

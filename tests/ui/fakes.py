"""A counter with no store behind it, and a clock that stands until it is moved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from stationkiosk.casework.views import (
    Called,
    DraftOpened,
    EvidenceTerms,
    Face,
    Filed,
    MatterProgress,
    MessageLeft,
    Notice,
    PaperIssued,
    PaperRef,
    Progress,
    Sight,
    Step,
)
from stationkiosk.devices.evidence.folder import Found, Listing
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Application, Exhibit
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.opening import Opening
from stationkiosk.domain.response import Response
from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.lens import Lens, sample_picture
from tests.ui.fake_maintenance import FakeMaintenance
from tests.ui.fake_printing import FakePrinting
from tests.ui.fake_stage import PNG, FakeScreen

CASE = UUID("01935b1e-7e00-7000-8000-000000000042")
CODE = "K7MP-4XQR-2H9D"
RECEIPT_CODE = "7HTW-9QKM-3XPA-R"
NOTICE_CODE = "4MPA-7QXR-9HTW-K"
NUMBER = "LJ07A-20261122-00042-7"
TAIL = "002X"
PIN = "246810"
CLOSED = Opening(open=False, until=datetime(2026, 11, 23, 9, tzinfo=STATION_TIME))


@dataclass(frozen=True)
class FakeCard:
    name: str = "张三样本"
    id_number: str = "11010519491231002X"
    kind: str = "demo"


class StandingClock:
    """Time that moves only when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.start = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class FakeCounter(FakePrinting, FakeScreen):
    """Answers as the real one does; ``trouble`` maps a method's name to what it raises."""

    card: FakeCard | None = None
    card_reader: bool = False
    pictures: bool = False
    printer: bool = True
    missing: tuple[str, ...] = ()
    opening: Opening | None = CLOSED
    call_waiting: bool = True
    seen: Progress | None = None
    notice: Text | None = None
    clock_behind: bool = False
    reader_trouble: str = ""
    stick: Path | None = None
    scans: Path | None = None
    sources: tuple[str, ...] = ("usb", "camera", "scanner")
    more: bool = False
    coming: bool = False
    trouble: dict[str, Exception] = field(default_factory=dict)
    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    opens: dict[str, str] = field(default_factory=dict)
    drafts: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    filed: list[Application] = field(default_factory=list)
    readers: dict[str, str] = field(default_factory=dict)
    responses: list[Response] = field(default_factory=list)
    added: list[Addition] = field(default_factory=list)
    complaint: Notice = field(default_factory=lambda: notice())
    gate: threading.Event | None = None

    def _called(self, name: str, *given: object) -> None:
        self.calls.append((name, given))
        self.threads.add(threading.current_thread().name)
        if name in self.trouble:
            raise self.trouble[name]

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [given for called, given in self.calls if called == name]

    def face(self) -> Face:
        self._called("face")
        return Face(
            station_code="LJ07",
            station=Text("两江新区 · 礼嘉站", "Liangjiang New Area, Lijia station"),
            address=Text("礼嘉样品路 7 号一楼（虚构）", "7 Lijia Sample Road, ground floor (made up)"),
            hours=Text("周一至周五 9:00–17:00", "Monday to Friday, 9:00–17:00"),
            phone="023-6757 0000",
            notice=self.notice,
            printer_ready=self.printer,
            card_reader_ready=self.card_reader,
            demo=True,
            at=datetime(2026, 11, 22, 2, 15, tzinfo=UTC),
            opening=self.opening,
            missing=self.missing,
        )

    def open_draft(self, journey: str) -> DraftOpened:
        self._called("open_draft", journey)
        return DraftOpened(CASE, CODE, date(2026, 11, 29))

    def save_draft(self, id: UUID, body: dict[str, Any], card: object | None = None) -> None:
        self._called("save_draft", id, body, card)
        self.drafts[id] = body

    def resume_by_code(self, code: str) -> tuple[UUID, dict[str, Any]]:
        self._called("resume_by_code", code)
        if code.upper().replace("-", "") != CODE.replace("-", "") or CASE not in self.drafts:
            raise Closed("code_unknown")
        return CASE, self.drafts[CASE]

    def resume_by_card(self, card: object) -> tuple[UUID, dict[str, Any]] | None:
        self._called("resume_by_card", card)
        return (CASE, self.drafts[CASE]) if CASE in self.drafts else None

    def discard_draft(self, id: UUID) -> None:
        self._called("discard_draft", id)
        self.drafts.pop(id, None)

    def close_session(self) -> None:
        self._called("close_session")

    def seal(self, field: str, text: str, reader: str = "mediator") -> bytes:
        self._called("seal", field)
        self.readers[field] = reader
        return b"sealed:" + bytes(len(text))

    def evidence_terms(self) -> EvidenceTerms:
        self._called("evidence_terms")
        return EvidenceTerms(self.sources, 20, 1000 << 20, 200 << 20, made_up=True)

    def begin_scan(self) -> None:
        self._called("begin_scan")

    def found_files(self, source: str = "usb") -> Listing:
        self._called("found_files", source)
        folder = self.scans if source == "scanner" else self.stick
        if folder is None:
            raise KnownError("scanner_missing" if source == "scanner" else "stick_missing")
        return Listing(
            tuple(
                Found(path, path.name, "", path.stat().st_size, datetime(2026, 11, 20, tzinfo=UTC))
                for path in (sorted(folder.iterdir()))
            ),
            self.more,
            self.coming,
        )

    def keep_evidence(
        self,
        id: UUID,
        path: Path,
        source: str,
        purpose: str,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Exhibit:
        self._called("keep_evidence", id, path, source, purpose)
        if path.suffix == ".exe":
            raise KnownError("file_empty")
        if self.gate is not None:
            progress(40, 100)
            self.gate.wait(10)
            progress(50, 100)
        return exhibit(path.name, path.stat().st_size, source)

    def keep_picture(self, id: UUID, data: bytes, source: str, name: str) -> Exhibit:
        self._called("keep_picture", id, len(data), source, name)
        return exhibit(name, len(data), source)

    def look_at_found(self, path: Path, source: str, page: int) -> Sight:
        self._called("look_at_found", path, source, page)
        if path.suffix == ".exe":
            raise KnownError("file_kind_unknown", found="EXE")
        return sight(exhibit(path.name, 1, source))

    def look_at_kept(self, id: UUID, sha256: str, page: int) -> Sight:
        self._called("look_at_kept", id, sha256, page)
        return sight(exhibit(bytes.fromhex(sha256).rstrip(b"\0").decode(errors="replace"), 1, "usb"))

    def drop_evidence(self, id: UUID, sha256: str) -> None:
        self._called("drop_evidence", id, sha256)

    def thumbnail(self, id: UUID, sha256: str) -> bytes | None:
        self._called("thumbnail", id, sha256)
        return PNG if self.pictures else None

    def file(self, application: Application, client_key: str) -> Filed:
        if self.gate is not None:
            self.gate.wait(10)
        self._called("file", application, client_key)
        self.filed.append(application)
        return filed()

    def open_notice(self, typed: str) -> Notice:
        self._called("open_notice", typed)
        if typed.upper().replace("-", "") != NOTICE_CODE.replace("-", ""):
            raise Closed("code_unknown")
        return self.complaint

    def respond(self, typed_code: str, response: Response, client_key: str) -> Filed:
        self._called("respond", typed_code, response, client_key)
        self.responses.append(response)
        return replace(filed(), receipt=PaperRef(CASE, 2))

    def add_proof(self, addition: Addition) -> Filed:
        self._called("add_proof", addition)
        self.added.append(addition)
        return replace(filed(), receipt=PaperRef(CASE, 3), steps=proof_came_in())

    def progress(self, code: str) -> Progress:
        self._called("progress", code)
        if code.upper().replace("-", "") != RECEIPT_CODE.replace("-", ""):
            raise Closed("code_unknown")
        return self.seen or progress()

    def what_opens(self, typed: str) -> str:
        self._called("what_opens", typed)
        return self.opens.get(typed, "")

    def progress_by_number(self, number: str, tail: str) -> Progress:
        self._called("progress_by_number", number, tail)
        if (number, tail) != (NUMBER, TAIL):
            raise Closed("number_unknown")
        return replace(self.seen or progress(), papers=(), by_number=True)

    def rate(self, marks: dict[str, int]) -> None:
        self._called("rate", marks)

    def leave_message(
        self, text: str, code: str, phone: str, language: Language, number: str = ""
    ) -> MessageLeft:
        self._called("leave_message", text, code, phone, language, number)
        return MessageLeft(3, date(2026, 11, 24), number, bool(phone))

    def call_staff(self, page: str) -> Called:
        self._called("call_staff", page)
        return Called(1, datetime(2026, 11, 22, 2, 15, tzinfo=UTC), self.opening)

    def call_waits(self, n: int) -> bool:
        self._called("call_waits", n)
        return self.call_waiting

    def end_call(self, came: bool) -> None:
        self._called("end_call", came)

    def read_card(self, *, asked: bool = False) -> FakeCard | None:
        self._called("read_card")
        return self.card

    def card_trouble(self) -> str:
        return self.reader_trouble

    def open_maintenance(self, pin: str) -> bool:
        self._called("open_maintenance")
        return pin == PIN

    @property
    def maintenance(self) -> FakeMaintenance:
        return FakeMaintenance(self)

    def check_admin_pin(self, pin: str) -> bool:
        self._called("check_admin_pin")
        return pin == PIN

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        self._called("subscribe")
        self.told = callback
        return lambda: None


def notice() -> Notice:
    """What the code on a notice opens."""
    return Notice(
        case_id=CASE,
        party_n=2,
        number=NUMBER,
        title=Text("商标被侵权", "A trademark used without leave"),
        claimant="重庆样本食品有限公司",
        right="山城样本 3333018",
        acts=(
            Text("在一样的商品上用一样的商标", "The same mark on the same goods"),
            Text("用在店招上", "On the shop sign"),
        ),
        claims=(
            Text("马上停下来", "Stop at once"),
            Text("赔钱：50,000 元", "Pay damages: 50,000 yuan"),
        ),
        since=Text("2026年3月", "March 2026"),
        answer_by=date(2026, 12, 4),
        answered=False,
    )


def exhibit(name: str, size: int, source: str) -> Exhibit:
    """What is kept of a file: pictures, sound and papers by the ends of their names."""
    end = name.rpartition(".")[2]
    kinds = {"jpg": "image/jpeg", "png": "image/png", "m4a": "audio/mp4", "mp4": "video/mp4"}
    return Exhibit(
        name=name,
        media_type=kinds.get(end, "application/pdf"),
        size=size,
        sha256=name.encode().hex().ljust(64, "0")[:64],
        sm3="0" * 64,
        source=source,
        device="A",
        received_at=datetime(2026, 11, 22, 2, 20, tzinfo=UTC),
        pages=0 if end in kinds else 3,
        seconds=75 if end in ("m4a", "mp4") else 0,
    )


def sight(seen: Exhibit) -> Sight:
    """How a file looks large."""
    picture = None if seen.seconds else PNG
    return Sight(seen.media_type, seen.pages, seen.seconds, picture)


class FakeLens(Lens):
    """A camera whose pictures a test gives; ``why`` is what is wrong with it."""

    why = ""
    is_open = False

    def open(self) -> None:
        self.is_open = True
        if self.why:
            self.failed.emit(self.why)
        else:
            self.saw.emit(sample_picture(1))

    def close(self) -> None:
        self.is_open = False


def filed() -> Filed:
    """What a filing answers."""
    return Filed(
        case_id=CASE,
        number=NUMBER,
        receipt_code=RECEIPT_CODE,
        filed_at=datetime(2026, 11, 22, 2, 22, tzinfo=UTC),
        receipt=PaperRef(CASE, 1),
        steps=(
            Step(
                Text("今天", "Today"),
                Text("申请已登记", "Your application is registered"),
                Text(
                    "收好回执。凭上面的查询码，随时可以看进度。",
                    "Keep the receipt. Its code shows you the progress at any time.",
                ),
            ),
            Step(
                Text("最迟2026年11月27日", "By 27 November 2026"),
                Text("答复是否受理调解", "We tell you whether mediation is accepted"),
                Text(
                    "受理后，我们问对方愿不愿意谈。",
                    "Once accepted, we ask whether the other side will talk.",
                ),
            ),
            Step(
                Text("谈成之后", "If there is a deal"),
                Text("双方一起申请司法确认", "Both sides ask the court to confirm it"),
                Text("签字后 30 天内提出，不收费。", "Within 30 days of signing. It costs nothing."),
            ),
        ),
    )


def proof_came_in() -> tuple[Step, ...]:
    """What handing in more proof answers."""
    return (
        Step(
            Text("刚收到", "Just now"),
            Text("收到 2 份证据", "Pieces of proof that came in: 2"),
            Text("shop front.jpg、talk.m4a", "shop front.jpg, talk.m4a"),
        ),
        Step(
            Text("以前收到过", "Before"),
            Text("1 份原来就有，没有重复登记", "There already and not entered again: 1"),
            Text("certificate.pdf", "certificate.pdf"),
        ),
    )


def progress() -> Progress:
    """What a receipt's holder sees."""
    return Progress(
        number=NUMBER,
        title=Text("商标被侵权", "A trademark used without leave"),
        filed_at=datetime(2026, 11, 22, 2, 22, tzinfo=UTC),
        matters=(
            MatterProgress(
                track=Text("调解", "Mediation"),
                state=Text("已申请，等待答复", "Applied; waiting for the answer"),
                holder=Text("本站调解员", "the station's mediators"),
                since=datetime(2026, 11, 22, 2, 22, tzinfo=UTC),
                ended=False,
                next=Step(
                    Text("最迟2026年11月27日", "By 27 November 2026"),
                    Text("答复是否受理调解", "We tell you whether mediation is accepted"),
                    Text(
                        "受理后，我们问对方愿不愿意谈。",
                        "Once accepted, we ask whether the other side will talk.",
                    ),
                ),
            ),
        ),
        papers=(
            PaperIssued(
                PaperRef(CASE, 1),
                Text("申请登记回执", "Receipt"),
                datetime(2026, 11, 22, 2, 22, tzinfo=UTC),
            ),
        ),
    )

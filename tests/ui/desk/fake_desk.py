"""A made-up station with forty made-up cases, and a desk that answers with them.

Every state of every track is there, every urgency and kind of dispute, names of one character
and of thirty, rare characters, cases that ended, cases nobody took, a provisional last day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from stationkiosk.casework.desk.place import DeskFace
from stationkiosk.casework.desk.views import (
    Audited,
    AuditPage,
    CallShown,
    CaseFile,
    Counts,
    Likeness,
    Listed,
    ListPage,
    Member,
    MessageShown,
    Pattern,
    SavedFilter,
    Shelf,
    Urgency,
    Wanted,
)
from stationkiosk.casework.members import NewMember
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.views import Filed
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Application
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import State, Track
from tests.ui.desk.case_samples import LIVE
from tests.ui.desk.fake_printing import FakePrinting
from tests.ui.desk.fake_taking import FakeTaking
from tests.ui.desk.sample_desk import SampleDesk

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 6, 32, tzinfo=UTC)
PASSWORD = "sample password 7"
PAGE_LINES = 50

CLAIMANTS = (
    "甲食品样本公司",
    "丙设计样本室",
    "戊精工样本",
    "样",
    "重庆两江新区样本文化创意产业发展股份有限公司第一分公司",
    "𠮷田样本株式会社",
    "㐱𬎆样本",
    "Sample & Daughters Instrument Makers of Northampton Ltd",
    "样本协会",
    "子新能源样本",
)
RESPONDENTS = (
    "乙商行样本店",
    "丁文创样本店",
    "",
    "样本区虚构路甲乙丙丁戊己庚辛壬癸百货商行总店",
    "Sample Shop",
)
KINDS = (
    ("trademark", Text("商标侵权", "Trade mark")),
    ("patent", Text("发明专利", "Invention patent")),
    ("design", Text("外观设计", "Design patent")),
    ("copyright", Text("著作权", "Copyright")),
    ("geographical_indication", Text("地理标志", "Geographical indication")),
    ("trade_secret", Text("商业秘密", "Trade secret")),
    ("competition", Text("不正当竞争", "Unfair competition")),
    ("technology_contract", Text("技术合同", "Technology contract")),
)
DUE: tuple[tuple[int | None, Urgency], ...] = (
    (0, Urgency.TODAY),
    (-3, Urgency.OVERDUE),
    (2, Urgency.SOON),
    (30, Urgency.LATER),
    (None, Urgency.NONE),
    (70, Urgency.LATER),
)
OWNERS = ("", "li.min", "wang.zhongguo-long", "")

CLERK = SignedIn("li.min", "李样本", frozenset({Role.CLERK, Role.SUPERVISOR}), NOW)
OFFICER = SignedIn("wu", "吴样本", frozenset({Role.OFFICER}), NOW)
ADMIN = SignedIn("security", "安样本", frozenset({Role.SECURITY_ADMIN}), NOW)
AUDITOR = SignedIn("audit", "审样本", frozenset({Role.AUDITOR}), NOW)
NEW = SignedIn("new", "新样本", frozenset({Role.CLERK}), NOW, must_change=True)
SYSTEM = SignedIn("system", "系样本", frozenset({Role.SYSTEM_ADMIN}), NOW)
STAFF = {who.login: who for who in (CLERK, OFFICER, ADMIN, AUDITOR, NEW, SYSTEM)}
GIVEN = "k7fm-2xcd-9abt-qr4w"
MEMBERS = (
    *(Member(who.login, who.name, who.roles, True, who is OFFICER, NOW) for who in STAFF.values()),
    Member(
        "wang.zhongguo-long",
        "阿卜杜热合曼·艾尔肯江·买买提依明样本",
        frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.SUPERVISOR}),
        False,
        False,
        None,
    ),
)
DEEDS = (
    (Text("调解：不予受理", "Mediation: Do not accept"), "LJ07A-20261122-00001-5", "材料不齐，已电话告知"),
    (Text("登录", "Signed in"), "", ""),
    (Text("岗位改为：受理员、调解员", "Gave the posts: Clerk, Mediator"), "li.min", ""),
    (
        Text("打印《知识产权纠纷处理申请回执》", "Printed: Receipt"),
        "LJ07A-20261122-00002-3",
        "当事人要求补打",
    ),
)
AUDITED = tuple(
    Audited(
        NOW - timedelta(minutes=17 * n),
        who.login,
        who.name,
        Text("受理员", "Clerk"),
        "LJ07B",
        *DEEDS[n % len(DEEDS)],
        "station",
        90 - n,
        f"{n:064x}",
    )
    for n, who in zip(range(45), [CLERK, OFFICER, ADMIN] * 15, strict=True)
)


@cache
def forty() -> tuple[Listed, ...]:
    """Return the forty cases, in the order of the queue: what is due first comes first."""
    places = [(track, state) for track in TRACKS.values() for state in track.states]
    found = [_listed(n, *places[n % len(places)]) for n in range(max(40, len(places)))]
    return tuple(sorted(found, key=lambda row: (row.ended, row.due or date.max, row.number)))


def _listed(n: int, track: Track, state: State) -> Listed:
    days, urgency = (None, Urgency.NONE) if state.end else DUE[n % len(DUE)]
    filed = NOW - timedelta(hours=7 * n, minutes=13)
    return Listed(
        case_id=case_id(n),
        matter_n=1,
        number=f"LJ07-202611{22 - n // 4:02d}-{n:05d}",
        claimant=CLAIMANTS[n % len(CLAIMANTS)],
        respondent=RESPONDENTS[n % len(RESPONDENTS)],
        kind=KINDS[n % len(KINDS)][1],
        right=f"第 {12345670 + n} 号",
        track=track.label,
        state=state.label,
        owner_role="clerk",
        owner=OWNERS[n % len(OWNERS)],
        filed_at=filed,
        since=filed,
        due=TODAY + timedelta(days=days) if days is not None else None,
        provisional=days == 70,
        urgency=urgency,
        ended=state.end,
    )


def case_id(n: int) -> UUID:
    """Return the id of one of the cases."""
    return UUID(int=(0x01935B1E7E0070008000 << 48) + n)


@dataclass(frozen=True, slots=True)
class FakeChange:
    """Something changed."""

    topic: str
    case_id: UUID | None = None


@dataclass
class FakeDesk:
    """Answers as the real desk does: lists from ``listed``, all about one case from ``sample``.

    ``trouble`` maps a method's name to what it raises.
    """

    sample: SampleDesk = field(default_factory=SampleDesk)
    taking: FakeTaking = field(default_factory=FakeTaking)
    printing: FakePrinting = field(default_factory=FakePrinting)
    trouble: dict[str, Exception] = field(default_factory=dict)
    who: SignedIn = CLERK
    listed: list[Listed] = field(default_factory=lambda: list(forty()))
    kept: list[SavedFilter] = field(default_factory=list)
    listening: list[Callable[[FakeChange], None]] = field(default_factory=list)
    asked: list[tuple[Wanted, str]] = field(default_factory=list)
    answered: list[object] = field(default_factory=list)
    page_lines: int = PAGE_LINES
    staff: list[Member] = field(default_factory=lambda: list(MEMBERS))
    alike_to: UUID | None = None
    decided: str = ""

    # the queue

    def page(self, wanted: Wanted, after: str = "") -> ListPage:
        self._fail("page")
        self.asked.append((wanted, after))
        rows = [row for row in self.listed if self._fits(row, wanted)]
        start = int(after or 0)
        end = start + self.page_lines
        return ListPage(tuple(rows[start:end]), str(end) if end < len(rows) else "")

    def counts(self) -> Counts:
        def number(shelf: Shelf) -> int:
            return sum(self._fits(row, Wanted(shelf)) for row in self.listed)

        overdue = sum(row.urgency is Urgency.OVERDUE for row in self.listed)
        return Counts(number(Shelf.MINE), number(Shelf.TODAY), overdue, len(self.listed))

    def _fits(self, row: Listed, wanted: Wanted) -> bool:
        near = row.urgency in (Urgency.TODAY, Urgency.OVERDUE)
        mine = not row.ended and row.owner in ("", self.who.login)
        shelved = wanted.shelf is Shelf.ALL or (mine and (near or wanted.shelf is Shelf.MINE))
        said = f"{row.number} {row.claimant} {row.respondent} {row.right}"
        return (
            shelved
            and wanted.text in said
            and (wanted.urgency is Urgency.NONE or row.urgency is wanted.urgency)
            and (not wanted.tracks or row.track in {TRACKS[track].label for track in wanted.tracks})
        )

    def filters(self) -> tuple[SavedFilter, ...]:
        return tuple(self.kept)

    def save_filter(self, name: str, wanted: Wanted) -> None:
        self.kept.append(SavedFilter(name, wanted))

    def drop_filter(self, name: str) -> None:
        self.kept = [kept for kept in self.kept if kept.name != name]

    # the case

    def __getattr__(self, name: str) -> Callable[..., Any]:
        parts = (self.printing, self.sample, self.taking)
        found: Callable[..., Any] = next(getattr(part, name) for part in parts if hasattr(part, name))
        return found

    def open(self, case_id: UUID) -> CaseFile:
        self._fail("open")
        row = next((row for row in self.listed if row.case_id == case_id), None)
        if row is not None and self.sample.file.case_id != case_id:
            self.sample.file = _file_of(row)
        return self.sample.open(case_id)

    # filings that are alike

    def alike(self, case_id: UUID) -> tuple[Likeness, ...]:
        self._fail("alike")
        if case_id != self.alike_to:
            return ()
        other = next(row for row in self.listed if row.case_id != case_id)
        said = (Text("同一个权利", "The same right"), Text("同一个对方", "The same other side"))
        return (
            Likeness(
                other.case_id,
                other.number,
                other.claimant,
                other.respondent,
                other.filed_at,
                said,
                other.state,
                self.decided,
            ),
        )

    def decide_alike(self, case_id: UUID, other: UUID, same: bool | None, reason: str) -> None:
        self._fail("decide_alike")
        self.decided = "" if same is None else "same" if same else "different"
        self.answered.append((same, reason))

    def pattern(self, case_id: UUID) -> Pattern | None:
        return (
            Pattern(date(2025, 11, 22), 14, 9, 12, 11, 8, Decimal(180_000))
            if self.alike_to == case_id
            else None
        )

    # intake

    def file(self, application: Application, client_key: str) -> Filed:
        return self.taking.file(application, client_key)

    # calls and messages

    def _let_in(self) -> None:
        if self.who.must_change:
            raise Closed("password_first")

    def calls(self) -> tuple[CallShown, ...]:
        self._let_in()
        return (
            CallShown(1, "LJ07A", Text("填写申请", "Filling in the form"), NOW - timedelta(minutes=2)),
            CallShown(2, "LJ07B", Text("签名", "Signing"), NOW - timedelta(minutes=11)),
        )

    def answer_call(self, n: int) -> None:
        self._fail("answer_call")
        self.answered.append(n)

    def messages(self) -> tuple[MessageShown, ...]:
        self._let_in()
        return (
            MessageShown(
                1,
                "我的商标证书丢了，还能申请吗？",
                "0000-0001",
                forty()[0].number,
                NOW,
                TODAY,
                forty()[0].case_id,
            ),
            MessageShown(2, "How long does it take?", "", "", NOW, TODAY + timedelta(days=2)),
        )

    def answer_message(self, n: int, answer: str) -> None:
        self._fail("answer_message")
        self.answered.append((n, answer))

    # members of staff

    def members(self) -> tuple[Member, ...]:
        return tuple(self.staff)

    def add_member(self, new: NewMember) -> str:
        self._fail("add_member")
        self.staff.append(Member(new.login, new.name, new.roles, True, False, None))
        return GIVEN

    def set_roles(self, login: str, roles: frozenset[Role]) -> None:
        self._fail("set_roles")
        self._change_member(login, roles=roles)

    def set_active(self, login: str, active: bool) -> None:
        self._change_member(login, active=active)

    def reset_password(self, login: str) -> str:
        self.answered.append(("reset", login))
        return GIVEN

    def unlock_member(self, login: str) -> None:
        self._change_member(login, locked=False)

    def _change_member(self, login: str, **values: object) -> None:
        self.staff = [replace(one, **values) if one.login == login else one for one in self.staff]  # type: ignore[arg-type]

    def change_password(self, old: str, new: str) -> SignedIn:
        if old != PASSWORD:
            raise Closed("sign_in_wrong")
        if len(new) < 10:
            raise Closed("password_short", least="10")
        self.who = replace(self.who, must_change=False)
        return self.who

    def audit(
        self, since: date | None = None, until: date | None = None, who: str = "", after: str = ""
    ) -> AuditPage:
        self.answered.append(("audit", since, until, who, after))
        lines = [line for line in AUDITED if who in ("", line.login)]
        start = int(after or 0)
        return AuditPage(
            tuple(lines[start : start + 20]), str(start + 20) if len(lines) > start + 20 else ""
        )

    # changes

    def subscribe(self, callback: Callable[[FakeChange], None]) -> Callable[[], None]:
        self.listening.append(callback)
        return lambda: self.listening.remove(callback)

    def stir(self, case: UUID | None = None) -> None:
        """Tell everybody who listens that a case changed."""
        for callback in list(self.listening):
            callback(FakeChange("case" if case else "all", case))

    def _fail(self, name: str) -> None:
        trouble = self.trouble.get(name)
        if trouble is not None:
            raise trouble


def _file_of(row: Listed) -> CaseFile:
    parties = (
        replace(LIVE.parties[0], name=row.claimant),
        *LIVE.parties[1:-1],
        replace(LIVE.parties[-1], name=row.respondent),
    )
    return replace(
        LIVE,
        case_id=row.case_id,
        number=row.number,
        kind=row.kind,
        claimant=row.claimant,
        respondent=row.respondent,
        parties=parties,
    )


@dataclass
class FakePlace:
    """A station before anybody has signed in; everybody has the same password."""

    desk: FakeDesk = field(default_factory=FakeDesk)
    printer: bool = True
    kiosk: bool = True
    calls: int = 2
    messages: int = 1
    printing: int = 3
    printers_stuck: int = 0
    noted: list[tuple[str, str, bool]] = field(default_factory=list)
    closed: bool = False

    def face(self) -> DeskFace:
        return DeskFace(
            Text("两江新区样品站（虚构）", "Sample station (made up)"),
            "LJ07A",
            True,
            NOW,
            self.printer,
            kiosk_alive=self.kiosk,
            calls=self.calls,
            messages=self.messages,
            printing=self.printing,
            printers_stuck=self.printers_stuck,
        )

    def tend(self) -> int:
        return 0

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, FakeDesk]:
        if login not in STAFF or password != PASSWORD:
            raise Closed("sign_in_wrong")
        self.desk.who = STAFF[login]
        return STAFF[login], self.desk

    def unlock(self, who: SignedIn, password: str) -> None:
        if password != PASSWORD:
            raise Closed("sign_in_wrong")
        self.noted.append(("unlock", who.login, False))

    def lock(self, who: SignedIn, idle: bool) -> None:
        self.noted.append(("lock", who.login, idle))

    def sign_out(self, who: SignedIn, idle: bool) -> None:
        self.noted.append(("sign_out", who.login, idle))

    def close(self) -> None:
        self.closed = True


DISK_FULL = KnownError("disk_full")

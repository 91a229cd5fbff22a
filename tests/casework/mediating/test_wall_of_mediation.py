"""The mediation wall: a mark in every sealed field, and none in any byte that another may come to see."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from stationkiosk.casework import papers
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import Line, Wanted
from stationkiosk.casework.mediating.sealed_papers import SEALED_KINDS
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.money import show, to_fen
from stationkiosk.domain.staff import CASE_ROLES, STAFF_ROLES
from stationkiosk.domain.talks import Reader
from stationkiosk.domain.text import Text
from stationkiosk.store.backup import backup
from stationkiosk.store.local_feed import LocalFeed
from stationkiosk.store.verification import verify
from tests.casework.answers import asked, response
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import CLERK, do, planned, told
from tests.casework.mediating.settled import sit_down, terms
from tests.casework.mediating.walled import answer, desk_station, open_bytes, say, words_of
from tests.casework.test_reports import report
from tests.casework.world import PARTIES, World, application
from tests.domain.agreements import value_of
from tests.journeys.samples import REFERENCE

DEVICE = "LJ07A"
SIGNS = "样底线捌仟甲乙丙丁戊己庚辛壬癸寅卯辰巳午未申酉戌亥"
MARK = st.text(SIGNS, min_size=9, max_size=30)
SUM = st.integers(10**9, 10**11 - 1).map(lambda fen: Decimal(fen) / 100)
OTHERS = [(role, "") for role in STAFF_ROLES if role is not Role.MEDIATOR] + [(Role.MEDIATOR, "staff-1")]
_KEYS = count()


@dataclass(frozen=True)
class Marks:
    """What is said where nobody but its reader may come to know it."""

    filers: str
    others: str
    reporters: str
    said: str
    offered: str
    drafted: str
    asked: Decimal
    agreed: Decimal

    def spelled(self) -> list[str]:
        """Every way in which a mark could stand somewhere."""
        words = [value for value in asdict(self).values() if isinstance(value, str)]
        sums = [
            written
            for amount in (self.asked, self.agreed)
            for written in (str(amount), show(amount), str(to_fen(amount)))
        ]
        return [*words, *(json.dumps(word)[1:-1] for word in words), *sums]


class Place:
    """A station whose desk and kiosk hear of each other. No data class: a failure prints those whole."""

    def __init__(self, world: World, window: Station) -> None:
        self.world, self.window = world, window

    def member(self, role: Role, login: str = "") -> Desk:
        return desk(self.window, role, login=login)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    world = World.make(tmp_path_factory.mktemp("wall"))
    with tempfile.TemporaryDirectory(prefix="sk") as base:
        feeds = [LocalFeed(world.folder, (Path(base),)) for _ in range(2)]
        window = replace(desk_station(world), feed=feeds[0])
        kiosk = Counter(replace(world.station, feed=feeds[1]))
        assert kiosk.stage(busy=False) is None
        yield Place(world, window)
        for feed in feeds:
            feed.close()
    world.close()


def sealed_everywhere(place: Place, marks: Marks) -> tuple[UUID, str]:
    """Bring a case to a draft with every sealed field filled; return it and its receipt's code."""
    world, counter = place.world, place.world.counter()
    once = application(world.station)
    note = counter.seal("mediator_note", marks.filers)
    filed, code = asked(world, id=once.id, sealed={"mediator_note": note})
    own = counter.seal("statement", marks.others)
    said = response(world, b"", sealed={"statement": own})
    counter.respond(code, said, str(said.id))
    named = counter.seal("reporter_name", marks.reporters, "officer")
    counter.file(report(world, sealed={"reporter_name": named}), f"report-{said.id}")
    case_id = filed.case_id
    appointed = {"way": "people", "mediator": "mediator-1", "disclosed": "没有"}
    do(world.station, case_id, "appoint", CLERK, **appointed)
    mediated(place, case_id, marks)
    return case_id, filed.receipt_code


def mediated(place: Place, case_id: UUID, marks: Marks) -> None:
    """Hold a session at the mediator's desk: a note, an offer, its answer, a draft, the record."""
    world, mine = place.world, place.member(Role.MEDIATOR)
    there = [one.n for one in mine.mediation(case_id, 1).attendants if one.side_n in (1, 3)]
    told(world, case_id, *there)
    hour = next(_KEYS)
    world.clock.move(days=1)
    starts = f"{world.station.today().isoformat()}T{10 + hour % 5}:00+08:00"
    planned(world, case_id, starts)
    session = str(mine.mediation(case_id, 1).sessions[-1].n)
    present = ",".join(map(str, there))
    do(world.station, case_id, "open_session", session=session, present=present, checked=present)
    say(mine, case_id, marks.said, side_n=1, session_n=int(session))
    seen = say(mine, case_id, marks.offered, str(marks.asked), session_n=int(session), reader=Reader.BOTH)
    assert seen.talks is not None
    answer(mine, case_id, seen.talks[-1].n, "refused")
    drafted(mine, case_id, marks)
    do(desk_station(world), case_id, "record", session=session)


def drafted(mine: Desk, case_id: UUID, marks: Marks) -> None:
    """Write a draft and put it on the public screen."""
    pay = REFERENCE.clauses.on("pay_at_once", mine._station.today())
    own = REFERENCE.clauses.on("own_words", mine._station.today())
    assert pay is not None
    assert own is not None
    paid = {slot.id: value_of(slot) for slot in pay.slots} | {"amount": marks.agreed}
    done = {slot.id: value_of(slot) for slot in own.slots} | {"what": marks.drafted}
    written = ((pay.id, paid), (own.id, done))
    seen = mine.mediation(case_id, 1)
    mine.save_draft_agreement(
        case_id, 1, written, True, seen.case_version, seen.matter_version, str(uuid4())
    )
    pdf = mine.agreement_pages(case_id, 1, written, True)
    assert marks.drafted in words_of(pdf)
    large = Line(Text("一共付", "In all"), Text(show(marks.agreed), show(marks.agreed)))
    mine.show(DEVICE, case_id, pdf, (large,))


def read_by(other: Desk, case_id: UUID, marks: Marks) -> str:
    """Everything that somebody else's desk lets them read of the case and around it."""
    asks: list[Callable[[], object]] = [
        lambda: other.page(Wanted()),
        other.counts,
        lambda: other.open(case_id),
        lambda: other.mediation(case_id, 1),
        lambda: other.alike(case_id),
        lambda: other.pattern(case_id),
        lambda: other.booked(other._station.today()),
        other.screens,
        other.messages,
        other.calls,
        other.audit,
        *(lambda word=word: other.page(Wanted(text=word)).rows for word in marks.spelled()[:6]),
    ]
    told = []
    for ask in asks:
        with suppress(Closed):
            told.append(repr(ask()))
    with suppress(Closed):
        for paper in other.open(case_id).papers:
            told.append(words_of(other.paper(paper.ref)))
    return "\n".join(told)


def check_everybody(place: Place, marks: Marks, case_id: UUID, code: str) -> None:
    """Find no mark in the tables, at any other desk, on any paper that is not sealed, at the kiosk."""
    world = place.world
    check_nowhere(marks, "every table", open_bytes(world))
    for role, login in OTHERS:
        read = read_by(place.member(role, login), case_id, marks)
        assert (PARTIES[0].name in read) == (role in CASE_ROLES), role
        check_nowhere(marks, f"{role} {login}", read)
    place.member(Role.MEDIATOR).mediation(case_id, 1)
    papers.render_owed(world.station)
    for paper in papers.papers_of(world.station, case_id):
        if paper.kind not in SEALED_KINDS:
            pdf = papers.paper_bytes(world.station, PaperRef(case_id, paper.n), "a4")
            check_nowhere(marks, paper.kind, words_of(pdf))
    check_nowhere(marks, "the kiosk", repr(world.counter().progress(code)))


def check_nowhere(marks: Marks, where: str, told: str | bytes) -> None:
    found = told.encode() if isinstance(told, str) else told
    for mark in marks.spelled():
        assert mark.encode() not in found, (where, mark)


MARKS = Marks(
    *("样底线甲乙丙丁戊己", "样底线庚辛壬癸寅卯", "样底线辰巳午未申酉", "捌仟甲乙丙丁戊己庚"),
    *("捌仟庚辛壬癸寅卯辰", "捌仟辰巳午未申酉戌", Decimal("41526378.91"), Decimal("98716253.42")),
)


@settings(
    max_examples=3,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(st.builds(Marks, MARK, MARK, MARK, MARK, MARK, MARK, SUM, SUM))
def test_no_mark_of_what_is_sealed_stands_where_another_may_come_to_see_it(
    place: Place, marks: Marks
) -> None:
    heard: list[logging.LogRecord] = []
    listening = logging.Handler()
    listening.emit = heard.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(listening)
    world = place.world
    with capture_logs() as logged:
        case_id, code = sealed_everywhere(place, marks)
        check_everybody(place, marks, case_id, code)
        ended = {"ground": "no_deal", "reason": "样品：没有谈成", "told_way": "phone"}
        do(world.station, case_id, "end", CLERK, **ended)
        check_everybody(place, marks, case_id, code)
    logging.getLogger().removeHandler(listening)
    check_nowhere(marks, "the log", repr(logged) + repr([record.getMessage() for record in heard]))
    check_nowhere(marks, "every table after that", open_bytes(world))


def test_the_mediator_reads_all_of_it_and_the_record_holds(place: Place) -> None:
    marks = MARKS
    case_id, _code = sealed_everywhere(place, marks)
    seen = place.member(Role.MEDIATOR).mediation(case_id, 1)
    said = [talk.text for talk in seen.talks or ()]
    filers, agreed, positions, others, *rest = said
    assert filers.endswith(f"：{marks.filers}")
    assert others.endswith(f"：{marks.others}")
    assert ("stop" in agreed, "；" in agreed, "；" in positions) == (False, True, True)
    assert rest == [marks.said, marks.offered]
    assert seen.draft is not None
    assert marks.drafted in repr(seen.draft.terms)
    assert verify(place.world.station.store, place.world.station.keys).ok


def test_nothing_of_it_lies_on_the_disk_or_in_a_backup_after_a_crash(tmp_path: Path, place: Place) -> None:
    world = place.world
    sealed_everywhere(place, MARKS)
    kept = backup(world.station.store, world.station.keys, tmp_path / "样品.skb", world.clock.now())
    check_nowhere(MARKS, "the backup's listing", repr(kept.manifest))
    check_nowhere(MARKS, "the backup", kept.path.read_bytes())
    again = World.reopen(world.folder, world.clock)
    again.counter().start_up()
    check_nowhere(MARKS, "every table after a restart", open_bytes(again))
    for file in world.folder.rglob("*"):
        if file.is_file():
            check_nowhere(MARKS, file.name, file.read_bytes())
    again.close()


def test_what_was_said_is_not_unsaid_and_an_act_taken_back_tells_nothing(place: Place) -> None:
    case_id, _code = sealed_everywhere(place, MARKS)
    mine = place.member(Role.MEDIATOR)
    say(mine, case_id, MARKS.said)
    with pytest.raises(KnownError, match=r"undo_issued|nothing_to_undo"):
        mine.undo(case_id)
    do(place.world.station, case_id, "suspend", reason="样品：等对方筹款")
    mine.undo(case_id)
    assert mine.mediation(case_id, 1).stage == "mediating"
    check_nowhere(MARKS, "every table after an undo", open_bytes(place.world))


def test_an_agreement_and_its_papers_tell_nothing_of_the_way_that_led_there(place: Place) -> None:
    table = sit_down(place.window)
    say(table.desk, table.case_id, MARKS.said, side_n=1)
    say(table.desk, table.case_id, MARKS.offered, str(MARKS.asked), reader=Reader.BOTH)
    drafted(table.desk, table.case_id, MARKS)
    table.save(terms(place.world.station.today()))
    table.fix(2)
    table.sign_all()
    assert table.state() == "agreed"
    table.do("follow_up", text="样品：已问过双方")
    check_nowhere(MARKS, "every table", open_bytes(place.world))
    papers.render_owed(place.window)
    kinds = set()
    for paper in papers.papers_of(place.window, table.case_id):
        pdf = papers.paper_bytes(place.window, PaperRef(table.case_id, paper.n), "a4")
        check_nowhere(MARKS, paper.kind, words_of(pdf))
        kinds.add(paper.kind)
    assert {"agreement", "mediation_summary", "follow_up_record"} <= kinds
    for role, login in OTHERS:
        check_nowhere(MARKS, role, read_by(place.member(role, login), table.case_id, MARKS))

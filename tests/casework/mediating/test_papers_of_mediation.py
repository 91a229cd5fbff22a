"""The papers that the acts of a mediation issue: to whom, with what, and who may read them."""

from __future__ import annotations

from uuid import UUID

import pytest

from stationkiosk.casework.papers import paper_bytes, papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.tracking import OF_MEDIATION
from stationkiosk.casework.views import PaperRef
from stationkiosk.documents.official import OF_MEDIATION as KINDS
from stationkiosk.domain.access import PAPERS_SEEN
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.talks import Reader
from stationkiosk.domain.text import Language
from stationkiosk.domain.tracks.needs import LIST_SEPARATOR
from stationkiosk.domain.tracks.registry import TRACKS
from tests.casework.answers import asked, response
from tests.casework.mediating.mediated import (
    CLERK,
    OTHER_MEDIATOR,
    appoint,
    consented,
    do,
    mediating,
    planned,
    told,
)
from tests.casework.mediating.walled import desk_station, member, say
from tests.casework.world import World, application
from tests.documents.reading import text_of

END = {"ground": "no_deal", "reason": "样品：差得太多", "told_way": "hand"}


def issued(world: World, case_id: UUID, kind: str) -> list[Record]:
    return [paper for paper in papers_of(world.station, case_id) if paper.kind == kind]


def words(world: World, paper: Record) -> str:
    ref = PaperRef(paper.case_id, paper.n)
    return text_of(paper_bytes(desk_station(world), ref, "a4")).replace(" ", "")


def held(world: World, case_id: UUID, other: int = 3, **private: str) -> None:
    """A session that is under way, with both sides told of their rights."""
    planned(world, case_id, **private)
    told(world, case_id, 1, 2, other)
    came = private.get("private") or LIST_SEPARATOR.join(map(str, (1, 2, other)))
    do(world.station, case_id, "open_session", session="1", present=came, checked=came)


def test_a_session_calls_both_sides_and_a_moved_one_calls_them_again(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    first, second = issued(world, case_id, "mediation_notice")
    assert (first.data["party_n"], second.data["party_n"]) == (1, 3)
    said = words(world, first)
    for line in ("2026年11月24日10:00，约90分钟", "调解室（样品路7号）", "人民调解", "没有利害关系"):
        assert line in said
    moved = {"session": "1", "room": "调解室", "starts": "2026-11-25T14:00+08:00", "reason": "样品"}
    do(world.station, case_id, "move_session", CLERK, **moved)
    assert "2026年11月25日14:00" in words(world, issued(world, case_id, "mediation_notice")[-1])


def test_a_private_session_calls_one_side_alone_and_says_so(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id, private="3")
    (paper,) = issued(world, case_id, "mediation_notice")
    assert paper.data["party_n"] == 3
    assert "单独与调解员谈" in words(world, paper)


@pytest.mark.parametrize(
    ("way", "basis"),
    [("people", "依据：《人民调解法》"), ("administrative", "依据：参照《人民调解法》")],
)
def test_each_who_is_told_gets_the_rights_and_duties_of_the_way(world: World, way: str, basis: str) -> None:
    case_id = mediating(world, way)
    told(world, case_id, 1, 2, 3)
    papers = issued(world, case_id, "rights_duties")
    assert [paper.data["party_n"] for paper in papers] == [1, 2, 3]
    assert basis in words(world, papers[0])
    assert "被申请人（签章）：样品街对面茶店" in words(world, papers[2])


def test_undisputed_facts_are_on_one_paper_for_both(world: World) -> None:
    case_id = mediating(world)
    do(world.station, case_id, "undisputed", facts="样品：招牌是 10 月挂的\n样品：商标有效")
    (paper,) = issued(world, case_id, "undisputed_facts")
    assert paper.data["party_n"] is None
    said = words(world, paper)
    assert "1.样品：招牌是10月挂的。" in said
    assert "2.样品：商标有效。" in said


def test_the_record_of_a_session_holds_what_those_there_heard_and_opens_at_a_desk_alone(
    world: World,
) -> None:
    case_id = mediating(world)
    held(world, case_id)
    mine = member(world)
    say(mine, case_id, "样品：对方卖过二十箱", side_n=1, reader=Reader.BOTH, session_n=1)
    say(mine, case_id, "样品：一次付清", "18000", side_n=1, reader=Reader.BOTH, session_n=1)
    say(mine, case_id, "样品秘密：最低八千", side_n=1, reader=Reader.FILER, session_n=1)
    say(mine, case_id, "样品秘密：只给调解员", session_n=1)
    do(world.station, case_id, "close_session", session="1", outcome="go_on")
    do(desk_station(world), case_id, "record", session="1")
    (paper,) = issued(world, case_id, "mediation_record")
    assert "样品" not in str(paper.data["blocks"])
    said = words(world, paper)
    for line in ("对方卖过二十箱", "人民币18,000元（大写：壹万捌仟元整）", "𠮷样品", "已核对", "未答复"):
        assert line in said
    assert "秘密" not in said
    with pytest.raises(KnownError, match="mediator_key_missing"):
        paper_bytes(world.station, PaperRef(case_id, paper.n), "a4")
    with pytest.raises(Closed, match="not_the_mediator"):
        do(desk_station(world), case_id, "record", OTHER_MEDIATOR, session="1")


def test_the_record_of_a_private_session_is_signed_by_that_side_and_holds_its_words(world: World) -> None:
    case_id = mediating(world)
    held(world, case_id, private="3")
    mine = member(world)
    say(mine, case_id, "样品：能付九千", "9000", side_n=3, reader=Reader.OTHER, session_n=1)
    say(mine, case_id, "样品：别人的", side_n=1, reader=Reader.FILER, session_n=1)
    do(desk_station(world), case_id, "record", session="1")
    said = words(world, issued(world, case_id, "mediation_record")[0])
    assert "能付九千" in said
    assert "别人的" not in said
    assert "单独会谈：样品街对面茶店（虚构）" in said
    assert "申请人（签章）：样品老茶坊" not in said.replace("被申请人", "")
    assert said.count("当事人：＿") == said.count("本页签名") > 0


def test_a_mediation_that_fails_tells_both_sides_why_and_what_is_left_to_them(world: World) -> None:
    case_id = mediating(world)
    do(world.station, case_id, "end", CLERK, **END)
    for kind, line in (("termination_notice", "人民调解委员会"), ("mediation_summary", "没有谈成")):
        papers = issued(world, case_id, kind)
        assert [paper.data["party_n"] for paper in papers] == [1, 3]
        for paper in papers:
            said = words(world, paper)
            for wanted in (line, "谈不成", "差得太多", "提起诉讼"):
                assert wanted in said


def test_before_it_ends_the_papers_are_seen_as_drafts_and_no_number_is_used(world: World) -> None:
    case_id = mediating(world)
    drafts = member(world, Role.CLERK).preview(case_id, 1, "end", END)
    assert len(drafts) == 4
    for pdf in drafts:
        said = text_of(pdf)
        assert "草稿" in said
        assert "未签发，不具有效力，不得使用" in said
        assert "〔2026〕" not in said
    do(world.station, case_id, "end", CLERK, **END)
    assert issued(world, case_id, "termination_notice")[0].number.endswith("第1号")


def test_who_was_never_asked_hears_nothing_of_a_mediation_that_ended(world: World) -> None:
    filed = world.counter().file(application(world.station), "unasked")
    do(world.station, filed.case_id, "accept", CLERK)
    do(world.station, filed.case_id, "end", CLERK, **END)
    assert issued(world, filed.case_id, "mediation_summary") == []
    assert [paper.data["party_n"] for paper in issued(world, filed.case_id, "termination_notice")] == [1]


def test_both_hear_that_it_ended_before_a_mediator_was_named(world: World) -> None:
    case_id = consented(world)
    do(world.station, case_id, "end", CLERK, **END)
    assert issued(world, case_id, "mediation_summary") == []
    assert [paper.data["party_n"] for paper in issued(world, case_id, "termination_notice")] == [1, 3]


def test_no_offer_stands_on_any_paper_but_the_record(world: World) -> None:
    case_id = mediating(world)
    held(world, case_id)
    say(member(world), case_id, "样品秘密：七千七", "7777", side_n=1, reader=Reader.BOTH, session_n=1)
    do(world.station, case_id, "undisputed", facts="样品：商标有效")
    do(desk_station(world), case_id, "record", session="1")
    do(desk_station(world), case_id, "end", CLERK, **END)
    for paper in papers_of(world.station, case_id):
        assert "秘密" not in str(paper.data)
        assert paper.kind == "mediation_record" or "7,777" not in words(world, paper)


def test_each_side_reads_and_prints_its_own_copies_and_nobody_the_sealed_record(world: World) -> None:
    filed, notice = asked(world)
    reply = world.counter().respond(notice, response(world), "reply")
    appoint(world, filed.case_id)
    held(world, filed.case_id, other=4)
    do(desk_station(world), filed.case_id, "record", session="1")
    do(world.station, filed.case_id, "end", CLERK, **END)
    papers = [paper for paper in papers_of(world.station, filed.case_id) if paper.kind in KINDS]
    for code, filers in ((filed.receipt_code, True), (reply.receipt_code, False)):
        counter = world.counter()
        seen = {paper.ref.n for paper in counter.progress(code).papers}
        mine = {p.n for p in papers if p.kind in OF_MEDIATION and (p.data["party_n"] in (1, 2)) == filers}
        assert {paper.n for paper in papers} & seen == mine
        assert {paper.kind for paper in papers if paper.n in mine} == {
            *("mediation_notice", "rights_duties", "termination_notice", "mediation_summary")
        }
        assert len(counter.paper_pages(PaperRef(filed.case_id, max(mine)), 40)) > 0
        assert counter.reprint(PaperRef(filed.case_id, max(mine))).copy_no == 1
        with pytest.raises(Closed):
            counter.reprint(PaperRef(filed.case_id, next(p.n for p in papers if p.n not in mine)))


@pytest.mark.parametrize("answers", [Language.ZH, Language.EN])
def test_a_side_that_answers_in_english_gets_both_languages_and_so_do_papers_for_both(
    world: World, answers: Language
) -> None:
    filed, notice = asked(world)
    world.counter().respond(notice, response(world, language=answers), "reply")
    appoint(world, filed.case_id)
    planned(world, filed.case_id)
    told(world, filed.case_id, 1, 4)
    do(world.station, filed.case_id, "undisputed", facts="样品：商标有效")
    for kind, read in (
        ("mediation_notice", ["zh", answers.value]),
        ("rights_duties", ["zh", answers.value]),
        ("undisputed_facts", [answers.value]),
    ):
        assert [paper.language for paper in issued(world, filed.case_id, kind)] == read


def test_a_side_that_was_asked_in_english_is_written_to_in_english(world: World) -> None:
    filed = world.counter().file(application(world.station), "asked-in-english")
    do(world.station, filed.case_id, "accept", CLERK)
    do(world.station, filed.case_id, "inquire", CLERK, language="en")
    do(world.station, filed.case_id, "other_agrees", CLERK, way="phone", said_on="2026-11-23")
    appoint(world, filed.case_id)
    planned(world, filed.case_id)
    assert [paper.language for paper in issued(world, filed.case_id, "mediation_notice")] == ["zh", "en"]


def test_what_the_sides_may_have_is_what_is_not_sealed() -> None:
    assert set(KINDS) - OF_MEDIATION == {"mediation_record"}
    assert PAPERS_SEEN["mediation"] >= OF_MEDIATION
    rows = TRACKS["mediation"].actions
    assert set(KINDS) <= {kind for row in rows for kind in (*row.papers, *(k for _, k in row.papers_if))}


@pytest.mark.parametrize(
    ("way", "law", "court"),
    [
        ("people", "依据：《人民调解法》第二十六条", False),
        ("court", "依据：参照《人民调解法》第二十六条", True),
    ],
)
def test_the_end_names_the_law_of_its_way_and_how_long_one_may_sue(
    world: World, way: str, law: str, court: bool
) -> None:
    case_id = mediating(world, way)
    do(world.station, case_id, "end", CLERK, **END)
    said = words(world, issued(world, case_id, "termination_notice")[0])
    assert law in said
    assert "一般三年内提出" in said
    assert ("可以请法院依法立案" in said) is court


@pytest.mark.parametrize(
    ("way", "fee"), [("people", "不收任何费用"), ("commercial", "公布的标准"), ("administrative", "")]
)
def test_rights_say_what_the_way_costs(world: World, way: str, fee: str) -> None:
    case_id = mediating(world, way)
    told(world, case_id, 1)
    said = words(world, issued(world, case_id, "rights_duties")[0])
    assert [one for one in ("不收任何费用", "公布的标准") if one in said] == ([fee] if fee else [])


def test_an_agent_signs_for_being_told_as_an_agent(world: World) -> None:
    case_id = mediating(world)
    told(world, case_id, 2)
    assert "代理人（签章）：𠮷样品" in words(world, issued(world, case_id, "rights_duties")[0])


def test_the_record_is_in_both_languages_where_a_side_reads_english(world: World) -> None:
    case_id = mediating(world, language=Language.EN)
    held(world, case_id)
    do(desk_station(world), case_id, "record", session="1")
    (paper,) = issued(world, case_id, "mediation_record")
    assert paper.language == "en"
    assert "Thosepresentreadthisrecord" in words(world, paper)

"""What the last signature issues: the agreement as it was signed, and a summary for each side."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from stationkiosk.casework.mediating.composing import open_text
from stationkiosk.casework.papers import paper_bytes, papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from tests.casework.answers import rows
from tests.casework.mediating.settled import (
    AGENT_N,
    OTHER,
    OTHER_N,
    TERMS,
    Table,
    at_table,
    in_effect,
    to_be_signed,
)
from tests.casework.world import World
from tests.documents.reading import text_of
from tests.documents.test_official import keep


def issued(table: Table, kind: str) -> list[Record]:
    return [paper for paper in papers_of(table.station, table.case_id) if paper.kind == kind]


def said(table: Table, paper: Record) -> str:
    pdf = paper_bytes(table.station, PaperRef(paper.case_id, paper.n), "a4")
    keep(f"issued-{paper.kind}-{paper.language}", pdf)
    return text_of(pdf).replace(" ", "")


@pytest.mark.parametrize("language", Language)
def test_the_agreement_is_the_text_that_was_signed_with_its_hash_and_the_hands(
    world: World, language: Language
) -> None:
    table = in_effect(world, language=language)
    (paper,) = issued(table, "agreement")
    (version,) = rows(table.station, tables.Agreement)
    fixed = open_text(table.station, version.case_id, version.matter_n, version.text_box)
    assert hashlib.sha256(fixed.pdf).hexdigest() == version.text_sha256
    assert paper.data["fields"]["text_sha256"] == version.text_sha256
    assert paper.language == language.value
    words = said(table, paper)
    for line in ("知调协LJ07A〔2026〕第1号", version.text_sha256, "人民币18,000元（大写：壹万捌仟元整）"):
        assert line in words
    before = text_of(fixed.pdf).replace(" ", "")
    body = before[before.index("双方自愿达成下列协议") : before.index("签完后写明")]
    assert body.split("第1页")[0][:200] in words
    assert all(sign in words for sign in ("2026年11月23日09:30", "使用“样品老茶”招牌"))


def test_each_side_takes_a_summary_home_that_says_what_is_to_be_done_by_when(world: World) -> None:
    table = in_effect(world)
    (agreement,) = issued(table, "agreement")
    summaries = issued(table, "mediation_summary")
    assert [paper.data["party_n"] for paper in summaries] == [1, 3]
    for paper in summaries:
        words = said(table, paper)
        for line in (
            agreement.number,
            "谈成，已签调解协议",
            "2026年12月21日",
            "2027年1月20日",
            "9,000玖仟元整",
            "样品街对面茶店（虚构）：人民币18,000元（大写：壹万捌仟元整）",
            "最晚在2026年12月23日提出",
            "已经表示愿意申请",
        ):
            assert line in words
    assert issued(table, "termination_notice") == []


def test_no_agreement_is_issued_before_the_last_signature(world: World) -> None:
    table = to_be_signed(world)
    table.sign(1)
    table.sign(OTHER_N)
    assert issued(table, "agreement") == issued(table, "mediation_summary") == []


def test_a_follow_up_says_what_was_done_of_it(world: World) -> None:
    table = in_effect(world)
    duty, *_ = rows(table.station, tables.Duty)
    table.do("duty_done", duty=str(duty.n), day="2026-11-23", note="样品：照片为证")
    table.do("follow_up", text="样品：已换招牌")
    (paper,) = issued(table, "follow_up_record")
    words = said(table, paper)
    (agreement,) = issued(table, "agreement")
    for line in (agreement.number, "2026年11月23日已做", "照片为证", "已换招牌", "还没到期", "已做1项"):
        assert line in words


@pytest.mark.parametrize(("way", "since"), [("people", "27"), ("court", "25")])
def test_the_agreement_names_the_day_of_its_seal_and_since_when_it_holds(
    world: World, way: str, since: str
) -> None:
    table = to_be_signed(world, way)
    world.clock.move(days=1)
    table.sign(AGENT_N)
    world.clock.move(days=1)
    table.sign(OTHER_N, "typed", witness="样品见证人")
    world.clock.move(days=2)
    table.do("sign_mediator", text_sha256=table.draft().text_sha256)
    table.do("seal_agreement", text_sha256=table.draft().text_sha256)
    (paper,) = issued(table, "agreement")
    words = said(table, paper)
    assert f"生效日期：2026年11月{since}日" in words
    assert words.index("2026年11月27日（盖章处）") > words.index("生效日期")
    assert "𠮷样品（特别授权代理人）" in words
    assert "样品见证人见证" in words
    assert paper.data["fields"]["effective_on"] == f"2026-11-{since}"


def test_a_summary_says_to_whom_what_follows_a_breach_and_how_a_court_confirms_it(world: World) -> None:
    table = at_table(world, "court")
    day = date(2026, 11, 23)
    promise = {"party": OTHER, "acts": ("使用“样品老茶”招牌",), "day": day}
    table.save((*TERMS, ("undertaking", promise), ("confidentiality", {"end": date(2028, 11, 23)})))
    table.fix()
    table.sign_all()
    words = said(table, issued(table, "mediation_summary")[1])
    for line in (
        "分期付款，付给样品老茶坊（虚构），第1期（共2期）",
        "另外约定：1.样品街对面茶店（虚构）承诺：从2026年11月23日起",
        "期限到2028年11月23日",
        "协议约定：样品街对面茶店（虚构）有任何一期逾期超过5天",
        "委派本案的人民法院",
        "过了这天不能再申请，协议仍然有效",
        "不要付给别人",
        "自己来不及做的，到日子以前告诉本站和对方",
        "法院委派调解（委派文号：（2026）渝0192诉前调1号）",
    ):
        assert line in words
    assert [row.term for row in rows(table.station, tables.Duty)] == [1, 2, 2]
    assert "委派文号：（2026）渝0192诉前调1号" in said(table, issued(table, "agreement")[0])


@pytest.mark.parametrize(("facts", "told"), [("", True), ("样品：招牌是 10 月挂的", False)])
def test_where_no_fact_is_undisputed_the_agreement_says_how_it_came_about(
    world: World, facts: str, told: bool
) -> None:
    table = at_table(world)
    if facts:
        table.do("undisputed", facts=facts)
    table.save()
    table.fix()
    table.sign_all()
    words = said(table, issued(table, "agreement")[0])
    assert ("由申请人反映；签名不等于承认" in words) is told


def test_each_part_of_a_sum_has_a_line_of_its_own_in_the_agreement(world: World) -> None:
    table = in_effect(world, language=Language.EN)
    (paper,) = issued(table, "agreement")
    (listed,) = (block["items"] for block in paper.data["blocks"] if "分期汇入账户" in str(block))
    for language, starts in (("zh", ("第1期，", "第2期，")), ("en", ("no. 1, by", "no. 2, by"))):
        _first, *lines = listed[1][language].split("\n")
        assert [line.startswith(start) for line, start in zip(lines, starts, strict=True)] == [True, True]


def test_days_in_the_tables_of_what_was_promised_stand_in_one_line(world: World) -> None:
    table = in_effect(world)
    table.do("follow_up", text="样品：还没到期")
    for kind in ("mediation_summary", "follow_up_record"):
        paper = issued(table, kind)[0]
        pdf = PdfDocument(paper_bytes(table.station, PaperRef(paper.case_id, paper.n), "a4"))
        lines = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert "2026年12月21日" in lines, kind


def test_the_desk_tells_the_two_sides_summaries_apart(world: World) -> None:
    table = in_effect(world)
    titles = [one.title.zh for one in table.desk.open(table.case_id).papers]
    assert "调解结案小结（给申请人）" in titles
    assert "调解结案小结（给被申请人）" in titles
    assert "调解协议书" in titles

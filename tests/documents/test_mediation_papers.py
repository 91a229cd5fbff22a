"""The papers of a mediation, read back: their fields, both languages, long names, page breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.issuing.mediating import record, summary
from stationkiosk.casework.record import Record
from stationkiosk.documents.marks import Words
from stationkiosk.documents.press import Press
from stationkiosk.domain.text import Language
from stationkiosk.ledger.keys import load_keys
from tests.documents import mediated
from tests.documents.mediated import issue_each
from tests.documents.reading import extents, sheets_of, text_of
from tests.documents.test_official import Desk, keep
from tests.documents.test_official import desk as desk

KINDS = (
    "mediation_notice",
    "rights_duties",
    "mediation_record",
    "undisputed_facts",
    "mediation_summary",
    "termination_notice",
    "follow_up_record",
)
KIND = pytest.mark.parametrize("kind", KINDS)
INPUTS = {"termination_notice": {"ground": "no_deal", "reason": "双方对赔偿金额差距太大。"}}
SEALED = {"mediation_notice", "termination_notice"}

SAYS: dict[str, tuple[str, ...]] = {
    "mediation_notice": (
        "调解通知书",
        "知调通LJ07A〔2026〕第",
        "2026年12月1日09:30",
        "约 90 分钟",
        "二楼调解室（样品路 7 号）",
        "欧阳𠮷样品",
        "曾在样品老茶坊买过茶叶",
        "营业执照",
        "证据原件和复印件",
        "申请回避",
        "双方同时到场",
    ),
    "rights_duties": (
        "权利义务告知书",
        "知调权LJ07A〔2026〕第",
        "选择或者接受调解员",
        "随时要求终止调解",
        "申请回避",
        "如实陈述",
        "保密",
        "恶意串通",
        "第一百一十五条",
        "三十日内",
        "已经阅读或者听读",
        "申请人（签章）：样品老茶坊（虚构）",
    ),
    "mediation_record": (
        "调解笔录",
        "知调录LJ07A〔2026〕第",
        "2026年12月1日09:35 至 2026年12月1日11:05",
        "二楼调解室",
        "双方同时到场",
        "𠮷样品（代理人，特别授权）",
        "已核对到场人员的身份证件和授权",
        "权利义务",
        "招牌是前一家店留下的",
        "第 3333018 号商标",
        "人民币18,000元（大写：壹万捌仟元整）",
        "人民币9,000.50元（大写：玖仟元伍角整）",
        "另提方案",
        "未答复",
        "双方同意再谈一次",
        "核对无误",
        "本页签名",
    ),
    "undisputed_facts": (
        "无争议事实记载",
        "知调事LJ07A〔2026〕第",
        "自 2026 年 10 月 1 日起使用",
        "不需要再举证",
        "国家利益",
        "第二十二条",
        "被申请人（签章）：样品街对面茶店（虚构）",
        "调解员（签名）：欧阳𠮷样品",
    ),
    "mediation_summary": (
        "调解结案小结",
        "知调结LJ07A〔2026〕第",
        "谈成，已签调解协议",
        "知调协LJ07A〔2026〕第1号",
        "3 天，会谈 2 次",
        "付款合计",
        "人民币12,001.50元（大写：壹万贰仟零壹元伍角整）",
        "4,000.50",
        "2027年1月10日",
        "拆除“样品老茶”招牌",
        "最晚在 2026年12月23日 提出",
        "已经表示愿意申请",
        "强制执行",
        "两年内",
        "向法院起诉",
        "还可以走的路",
    ),
    "termination_notice": (
        "终止调解告知书",
        "知调终LJ07A〔2026〕第",
        "谈不成",
        "双方对赔偿金额差距太大",
        "第二十六条",
        "人民调解委员会",
        "仲裁",
        "人民法院",
        "不表示哪一方有理",
    ),
    "follow_up_record": (
        "履行回访记录",
        "知调访LJ07A〔2026〕第",
        "知调协LJ07A〔2026〕第1号",
        "2026年11月9日已做",
        "凭据：转账回单.pdf",
        "没有履行",
        "到期没做",
        "还没到期",
        "共 4 项：已做 1 项，还没做 2 项，没有履行 1 项",
        "第三期下周付",
        "第三十一条",
        "回访人员",
    ),
}
ENGLISH = {
    "mediation_notice": "09:30 on 1 December 2026",
    "rights_duties": "articles 115 and 116",
    "mediation_record": "Both sides agree to meet once more",
    "undisputed_facts": "neither side disputes these facts",
    "mediation_summary": "Pay instalment 2 into the account",
    "termination_notice": "No agreement is possible",
    "follow_up_record": "done on 9 November 2026",
}


@pytest.fixture(autouse=True)
def _mediators_desk(desk: Desk) -> None:
    world = desk.world
    world.station = replace(world.station, keys=load_keys(world.folder / "keys", desk=True))


def made(desk: Desk, kind: str, language: Language = Language.ZH, *, hard: bool = False) -> list[Record]:
    case = desk.hard if hard else desk.easy
    inputs = INPUTS.get(kind, {}) | {"language": language.value}
    return issue_each(desk.world.station, case.case_id, kind, **inputs)


@KIND
def test_each_says_every_field_it_has(desk: Desk, press: Press, kind: str) -> None:
    paper = made(desk, kind)[0]
    pdf = press.render(kind, paper.data, "a4", Language.ZH)
    keep(f"{kind}-zh", pdf)
    text = text_of(pdf).replace(" ", "")
    wanted = (*SAYS[kind], paper.number, paper.verification_code, paper.form_code, "第1页/共")
    assert [words for words in wanted if words.replace(" ", "") not in text] == []
    assert ("（盖章处）" in text) == (kind in SEALED)
    assert "{" not in text


@KIND
def test_a_copy_for_a_foreign_party_has_both_languages(desk: Desk, press: Press, kind: str) -> None:
    paper = made(desk, kind, Language.EN)[0]
    pdf = press.render(kind, paper.data, "a4", Language.EN)
    keep(f"{kind}-en", pdf)
    text = text_of(pdf).replace(" ", "")
    title = paper.data["title"]
    assert 0 <= text.index(title["zh"]) < text.index(title["en"].replace(" ", ""))
    assert ENGLISH[kind].replace(" ", "") in text
    assert "TheChinesetextcounts" in text


@KIND
def test_rare_characters_long_names_and_many_parties_stay_on_the_page(
    desk: Desk, press: Press, kind: str
) -> None:
    for language in Language:
        paper = made(desk, kind, language, hard=True)[0]
        sheets = sheets_of(press, kind, paper.data, "a4", language)
        said = "".join(m.text for s in sheets for *_, ms in s.placed for m in ms if isinstance(m, Words))
        assert "[U+" not in said
        assert "䶮样品" in said
        for sheet in sheets:
            for mark, left, top, right, bottom in extents(sheet):
                assert (left >= 0, right <= sheet.width - 40) == (True, True), mark
                assert (top >= 0, bottom <= sheet.height - 10) == (True, True), mark
        keep(f"{kind}-hard-{language.value}", press.render(kind, paper.data, "a4", language))


def test_a_summary_of_what_was_not_settled_says_why_and_which_routes_are_open(
    desk: Desk, press: Press
) -> None:
    station, inputs = desk.world.station, INPUTS["termination_notice"]
    for language in Language:
        paper, *_ = issue_each(
            station,
            desk.easy.case_id,
            "mediation_summary",
            lambda known: [summary.ended(known, known.others[0], mediated.MEDIATED, mediated.COURSE)],
            **inputs,
            language=language.value,
        )
        pdf = press.render("mediation_summary", paper.data, "a4", language)
        keep(f"mediation_summary-ended-{language.value}", pdf)
        text = text_of(pdf).replace(" ", "")
        for words in ("没有谈成，调解终止", "谈不成", "双方对赔偿金额差距太大", "仲裁", "人民法院"):
            assert words in text
        assert "强制执行" not in text


def test_many_promises_break_the_page_between_rows_and_the_head_stands_again(
    desk: Desk, press: Press
) -> None:
    settled = replace(mediated.SETTLED, promises=mediated.promises(28))
    for language in Language:
        paper, *_ = issue_each(
            desk.world.station,
            desk.hard.case_id,
            "mediation_summary",
            lambda known: [
                summary.agreed(known, known.filers[0], mediated.MEDIATED, mediated.COURSE, settled)
            ],
            language=language.value,
        )
        sheets = sheets_of(press, "mediation_summary", paper.data, "a4", language)
        keep(
            f"summary-many-{language.value}", press.render("mediation_summary", paper.data, "a4", language)
        )
        assert len(sheets) > 2
        assert said_on(sheets[-1], "调解员（签名）：欧阳")
        assert any(said_on(sheets[n], "由谁做") for n in (1, 2))


def test_every_page_of_a_record_is_signed(desk: Desk, press: Press) -> None:
    said = mediated.SAID * 12
    for language in Language:
        paper, *_ = issue_each(
            desk.world.station,
            desk.hard.case_id,
            "mediation_record",
            lambda known: [
                record.record(known, mediated.MEDIATED, mediated.MEETING, told=(), said=said, facts=())
            ],
            language=language.value,
        )
        sheets = sheets_of(press, "mediation_record", paper.data, "a4", language)
        keep(f"record-long-{language.value}", press.render("mediation_record", paper.data, "a4", language))
        assert len(sheets) > 2
        assert all(said_on(sheet, "本页签名") for sheet in sheets)
        assert said_on(sheets[-1], "核对无误")


def test_who_signed_on_the_pad_stands_signed(desk: Desk, press: Press) -> None:
    for kind in ("rights_duties", "undisputed_facts"):
        paper, *_ = issue_each(
            desk.world.station,
            desk.easy.case_id,
            kind,
            lambda known, kind=kind: mediated.of_kind(known, kind, mediated.HAND),  # type: ignore[misc]
        )
        pdf = press.render(kind, paper.data, "a4", Language.ZH)
        keep(f"{kind}-signed", pdf)
        assert "2026年11月23日09:30" in text_of(pdf).replace(" ", "")


def said_on(sheet: object, words: str) -> bool:
    """Tell whether a page says words in one piece."""
    marks = [mark for *_, marks in sheet.placed for mark in marks]  # type: ignore[attr-defined]
    return any(isinstance(mark, Words) and words in mark.text for mark in marks)

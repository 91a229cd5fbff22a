"""The papers round an answer, a batch and a report: what they say, what they keep, how they look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stationkiosk.casework.papers import papers_of, read_paper
from stationkiosk.documents import official
from stationkiosk.documents.marks import Code, Words
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import MM, Format
from stationkiosk.domain.text import Language
from tests.casework.answers import asked, notice_of, response
from tests.casework.test_adding import addition
from tests.casework.test_batches import batch
from tests.casework.test_reports import NAME, report
from tests.casework.world import PARTIES, World
from tests.documents.reading import codes_of, extents, sheets_of, sizes_of, text_of, thermal

FORMATS: list[Format] = ["a4", "roll80"]
Made = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The data of each paper, as casework froze it."""
    world = World.make(tmp_path_factory.mktemp("papers"))
    counter = world.counter()
    filed, code = asked(world)
    answered = counter.respond(code, response(world), "answer-1")
    added = addition(world, answered, b"one more invoice", b"a made-up invoice")
    found = {
        "inquiry_notice": notice_of(world.station, filed.case_id),
        "answer_receipt": read_paper(world.station, answered.receipt).data,
        "proof_receipt": read_paper(world.station, counter.add_proof(added).receipt).data,
        "report_receipt": read_paper(world.station, counter.file(report(world), "r").receipt).data,
        "batch_receipt": read_paper(world.station, counter.file(batch(world, 30), "b").receipt).data,
    }
    issued = {paper.kind for paper in papers_of(world.station, filed.case_id)}
    assert issued - {"receipt", *official.KINDS} <= set(found)
    world.close()
    return found


SAYS = {
    "inquiry_notice": (
        "调解征询意见书",
        "样品街对面茶店（虚构）",
        "这不是判决",
        "样品老茶坊（虚构）",
        "3333018",
        "18,000 元",
        "2026年12月2日",
        "有人投诉我",
        "含当天",
        "被征询人：样品街对面茶店（虚构）",
        "先了解一下，请打电话给我",
        "调解不收钱",
        "调解保密",
        "到期没有答复",
        "同意调解",
        "（盖章处）",
    ),
    "answer_receipt": (
        "答复登记回执",
        "样品茶店自述（虚构）",
        "样品批发部（虚构）",
        "2026年3月",
        "另有加密保存的内容",
        "样品进货单.pdf",
        "2026年11月23日",
    ),
    "proof_receipt": (
        "补充证据回执",
        "样品进货单.pdf",
        "原来就有",
        "不记姓名",
        "收到不等于认定",
        "（盖章处）",
    ),
    "report_receipt": ("举报登记回执", "假冒牌子", "每天早上摆出来卖。", "样品牌茶叶", "不记姓名"),
    "batch_receipt": ("批量登记回执", "共 30 件", "样品第1分店（虚构）", "样品第30分店（虚构）"),
}
KINDS = pytest.mark.parametrize("kind", SAYS)


@KINDS
@pytest.mark.parametrize("fmt", FORMATS)
def test_each_says_what_its_reader_needs(press: Press, made: Made, kind: str, fmt: Format) -> None:
    text = text_of(press.render(kind, made[kind], fmt, Language.ZH)).replace(" ", "")
    assert [words for words in SAYS[kind] if words.replace(" ", "") not in text] == []
    assert made[kind]["verification_code"] in text


def test_the_notice_keeps_what_is_the_claimants_and_the_answer_what_is_sealed(
    press: Press, made: Made
) -> None:
    notice = text_of(press.render("inquiry_notice", made["inquiry_notice"], "a4", Language.ZH))
    for secret in (PARTIES[0].id_number, PARTIES[0].phone[-4:], PARTIES[1].name):
        assert secret not in notice
    answer = text_of(press.render("answer_receipt", made["answer_receipt"], "a4", Language.ZH))
    assert "家里困难" not in answer
    assert "马上停下来" not in answer
    told = text_of(press.render("report_receipt", made["report_receipt"], "a4", Language.ZH))
    assert NAME not in told
    assert "签名" not in told.replace("不签名", "")


def test_a_batch_lists_every_case_with_its_number_and_code(press: Press, made: Made) -> None:
    data = made["batch_receipt"]
    for fmt in FORMATS:
        text = text_of(press.render("batch_receipt", data, fmt, Language.EN))
        for case in data["cases"]:
            assert case["number"] in text
            assert case["receipt_code"] in text
            assert case["respondent"] in text


@KINDS
@pytest.mark.parametrize("language", Language)
def test_every_page_carries_number_page_codes_and_nothing_runs_over(
    press: Press, made: Made, kind: str, language: Language
) -> None:
    data = made[kind]
    pages = sheets_of(press, kind, data, "a4", language)
    for number, sheet in enumerate(pages, 1):
        words = " ".join(m.text for _, _, marks in sheet.placed for m in marks if isinstance(m, Words))
        zh = f"第 {number} 页 / 共 {len(pages)} 页"
        assert (zh if language is Language.ZH else f"Page {number} of {len(pages)}") in words
        assert data["number"] in words
        assert data["verification_code"] in words
        assert any(
            isinstance(m, Code) and m.text == data["qr"] for _, _, marks in sheet.placed for m in marks
        )
        for mark, left, _top, right, bottom in extents(sheet):
            assert left >= 0, mark
            assert right <= sheet.width - 5 * MM, mark
            assert bottom <= sheet.height, mark


@KINDS
def test_the_roll_prints_inside_its_72_mm_and_its_code_is_read(press: Press, made: Made, kind: str) -> None:
    pdf = press.render(kind, made[kind], "roll80", Language.ZH)
    ((width, _height),) = sizes_of(pdf)
    assert width == pytest.approx(80 * MM, abs=0.1)
    (page,) = thermal(pdf)
    margin = round(3.9 * MM * 203 / 72)
    for strip in ((0, 0, margin, page.height), (page.width - margin, 0, page.width, page.height)):
        assert page.crop(strip).getextrema() == (255, 255)
    assert made[kind]["qr"] in codes_of(page)


@KINDS
def test_the_same_record_gives_the_same_bytes(press: Press, made: Made, kind: str, tmp_path: Path) -> None:
    one, two = (press.render(kind, made[kind], "a4", Language.EN) for _ in range(2))
    assert one == two


def test_whom_nobody_could_name_is_reported_as_not_known(made: Made, press: Press) -> None:
    data = made["report_receipt"]
    data = data | {"parties": [data["parties"][0] | {"name": ""}]}
    assert "不知道叫什么" in text_of(press.render("report_receipt", data, "a4", Language.ZH))

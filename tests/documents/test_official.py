"""The bureau's papers, read back: every field of each, both languages, names of every length."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from stationkiosk.casework.issuing.issuers import ISSUED_BY
from stationkiosk.casework.issuing.making import make_paper
from stationkiosk.casework.papers import paper_bytes
from stationkiosk.casework.preview import preview_paper
from stationkiosk.casework.record import Record
from stationkiosk.casework.views import Filed, PaperRef
from stationkiosk.documents.marks import Code, Ring, Words
from stationkiosk.documents.official import KINDS as ALL
from stationkiosk.documents.official import OF_MEDIATION
from stationkiosk.documents.pictures import images, pages
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import RED
from stationkiosk.domain.application import Consent, Fact, Party, PartyKind, PartyRole
from stationkiosk.domain.text import Language
from tests.casework.official import OFFICIAL_CLERK, issued
from tests.casework.test_reports import NAME, PHONE, report
from tests.casework.world import PARTIES, World, application
from tests.documents.reading import codes_of, extents, sheets_of, text_of

KINDS = tuple(kind for kind in ALL if kind not in OF_MEDIATION)
"""Those of a mediation are read in a file of their own."""
LONG = "䶮样品重庆两江新区超长字号贸易有限责任公司第三分公司甲乙丙𬎆"
"""A made-up name of thirty characters, two of them rare."""
STORY = "在店里买了三盒茶叶，回家发现商标印得不清楚，味道也不对。" * 60
WHY = "营业执照复印件模糊，无法辨认；购物小票上没有日期，也没有被投诉人的名称。" * 12
FOOT = (
    "第1页/共",
    "Page1of",
    "表单代号Form",
    "校验码Verificationcode",
    "2026年11月23日23November2026",
)
BUREAU = "重庆市两江新区市场监督管理局"
BODY = "重庆市两江新区文化和旅游发展委员会"
TERMS = "一、被投诉人于2026年12月10日前退还货款360元。\n二、双方再无其他争议。"

INPUTS: dict[str, dict[str, str]] = {
    "distribution_notice": {"body": BODY, "until": "2026-12-10", "reason": "著作权归你单位管"},
    "identity_request": {"until": "2026-12-05", "what": ""},
    "complaint_refusal": {"ground": "material", "reason": WHY, "routes": "也可以找街道调解"},
    "complaint_mediation_notice": {
        "moment": "2026-12-01T01:30:00+00:00",
        "place": "样品路 7 号二楼调解室",
        "mediator": "欧阳样品",
        "bring": "购物小票原件",
    },
    "complaint_termination": {"ground": "time", "reason": "三次协商没有结果。"},
    "complaint_mediation": {"terms": TERMS},
    "report_result": {"reason": "现有证据不足。"},
    "refusal_notice": {"reason": "没有说明依据的权利。"},
    "referral_letter": {"body": BODY, "until": "2026-12-10"},
}

SAYS: dict[str, tuple[str, ...]] = {
    "complaint_registration": (
        "投诉登记表",
        "投登LJ07A〔2026〕第1号",
        "登记不等于受理",
        "91330100799655058B",
        "+8613800001234",
        "欧阳样品",
        "居民身份证11010519491231002X",
        "同意公示",
        "同意委托其他组织调解",
        "样品路 1 号",
        "赔偿损失：18,000 元",
        "2026年10月1日",
        "样品店招.jpg（1 页）",
        "投诉人签名（仅现场登记）",
        "登记人员签名",
    ),
    "report_registration": ("举报登记表", "举登LJ07A", "违法线索", "内部办理", "身份信息依法保密"),
    "distribution_notice": (
        "投诉/举报分送通知书",
        "分送LJ07A",
        BODY,
        "2026年12月10日",
        "1 件，共 1 页",
        "著作权归你单位管",
        "不随本文书移送",
    ),
    "identity_request": (
        "限期提供身份证明材料通知书",
        "限提LJ07A",
        "2026年12月5日",
        "营业执照",
        "授权委托书",
        "不予受理",
        "第十条",
    ),
    "complaint_acceptance": ("投诉受理决定书", "投受LJ07A", "决定予以受理", "自愿", "2026年11月23日"),
    "complaint_refusal": (
        "投诉不予受理决定书",
        "第十六条第（五）项",
        "未按规定提供材料",
        WHY[:20],
        "第三十九条",
        "协商和解",
        "消费者协会",
        "仲裁",
        "人民法院",
        "也可以找街道调解。",
    ),
    "complaint_mediation_notice": (
        "投诉调解通知书",
        "2026年12月1日09:30",
        "样品路 7 号二楼调解室",
        "欧阳样品",
        "购物小票原件",
        "申请回避",
        "营业执照",
    ),
    "complaint_termination": ("投诉终止调解决定书", "第二十三条第（五）项", "六十日", "第三十九条"),
    "complaint_mediation": (
        "投诉调解书",
        "退还货款360元",
        "再无其他争议",
        "一式三份",
        "投诉人（代理人）签名",
        "被投诉人（代理人）签名",
        "调解员签名",
        "停止侵害",
    ),
    "report_result": ("举报处理结果告知书", "不予立案", "第二十条", "第三十一条第二款", "现有证据不足"),
    "acceptance_notice": ("受理通知书", "决定予以受理", "样品店招.jpg", "查询码", "不收费"),
    "refusal_notice": ("不予受理通知书", "没有说明依据的权利", "人民调解委员会", "人民法院"),
    "evidence_list": ("证据清单", "样品店招.jpg", "U 盘", "2026-11-23", "共 1 件，1 页", "提交人签名"),
    "service_address": ("送达地址确认书", "电子送达", "退回之日", "+8613800001234", "当事人签名"),
    "power_of_attorney": ("授权委托书", "特别授权", "第六十二条", "代为放弃请求", "委托人签名"),
    "referral_letter": ("案件移送函", "第五十三条", BODY, "2026年12月10日", "移送你单位处理"),
}
ENGLISH: dict[str, str] = {
    "complaint_registration": "Registration of a complaint",
    "report_registration": "Registration of a report",
    "distribution_notice": "passed on",
    "identity_request": "5 December 2026",
    "complaint_acceptance": "Decision to accept a complaint",
    "complaint_refusal": "article 16, item (5)",
    "complaint_mediation_notice": "09:30 on 1 December 2026",
    "complaint_termination": "article 23, item (5)",
    "complaint_mediation": "Both sides accepted mediation",
    "report_result": "No case was opened",
    "acceptance_notice": "Notice of acceptance",
    "refusal_notice": "Notice of refusal",
    "evidence_list": "List of evidence",
    "service_address": "Agrees for notices",
    "power_of_attorney": "Waive claims",
    "referral_letter": "Referral of a case",
}
UNSEALED = ("complaint_registration", "report_registration")
OWN = ("evidence_list", "service_address", "power_of_attorney")
SEALED = set(KINDS) - {*UNSEALED, *OWN}
REPORTS = ("report_registration", "distribution_notice", "report_result", "referral_letter")
KIND = pytest.mark.parametrize("kind", KINDS)


@dataclass
class Desk:
    """A station with an easy case and a hard one."""

    world: World
    easy: Filed
    hard: Filed

    def make(self, case: Filed, kind: str, language: Language = Language.ZH) -> list[Record]:
        """Issue a paper on a report's matter where it is a report's, else on the first."""
        matter = 2 if kind in REPORTS else 1
        inputs = INPUTS.get(kind, {}) | {"language": language.value}
        return issued(self.world.station, case.case_id, kind, matter, **inputs)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    world = World.make(tmp_path_factory.mktemp("official"))
    counter = world.counter()
    hard = application(
        world.station,
        parties=(
            replace(PARTIES[0], name=LONG, address="样品大道 1 号样品大厦 3 栋 28 层 2801 室" * 2),
            Party(PartyRole.APPLICANT, PartyKind.PERSON, "样品合伙人", "11010519491231002X"),
            Party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, f"{LONG[:28]}0"),
        ),
        facts=(Fact("acts", ("same_mark",)), Fact("story", STORY)),
        consents=(Consent("tell_other_side", True), Consent("e_service", True)),
    )
    easy = counter.file(application(world.station), "easy")
    yield Desk(world, easy, counter.file(hard, "hard"))
    world.close()


def keep(name: str, pdf: bytes) -> None:
    """Keep a picture of each page where somebody wants to look."""
    folder = os.environ.get("STATIONKIOSK_TEST_PICTURES")
    for n, page in enumerate(pages(pdf, 96) if folder else (), 1):
        Path(folder or "").mkdir(parents=True, exist_ok=True)
        (Path(folder or "") / f"paper-{name}-{n}.png").write_bytes(page)


@KIND
def test_each_says_every_field_it_has(desk: Desk, press: Press, kind: str) -> None:
    paper = desk.make(desk.easy, kind)[0]
    pdf = press.render(kind, paper.data, "a4", Language.ZH)
    keep(f"{kind}-zh", pdf)
    text = text_of(pdf).replace(" ", "")
    wanted = (*SAYS[kind], paper.number, paper.verification_code, paper.form_code, "第1页/共")
    assert [words for words in wanted if words.replace(" ", "") not in text] == []
    assert ("（盖章处）" in text) == (kind in SEALED)
    assert "{" not in text


@KIND
def test_a_copy_for_a_foreign_party_has_the_chinese_first_and_says_which_counts(
    desk: Desk, press: Press, kind: str
) -> None:
    paper = desk.make(desk.easy, kind, Language.EN)[0]
    pdf = press.render(kind, paper.data, "a4", Language.EN)
    keep(f"{kind}-en", pdf)
    text = text_of(pdf).replace(" ", "")
    title = paper.data["title"]
    assert 0 <= text.index(title["zh"]) < text.index(title["en"].replace(" ", ""))
    assert ENGLISH[kind].replace(" ", "") in text
    assert "以中文为准" in text
    assert "TheChinesetextcounts" in text
    for foot in (
        "第1页/共",
        "Page1of",
        "表单代号Form",
        "校验码Verificationcode",
        "2026年11月23日23November2026",
    ):
        assert foot in text
    assert ("日期：" in text) == ("Date(year,month,day)" in text)
    assert BUREAU in text or kind not in SEALED or "两江新区样品站" in text


@KIND
def test_long_names_rare_signs_many_parties_and_long_stories_stay_on_the_page(
    desk: Desk, press: Press, kind: str
) -> None:
    for language in Language:
        paper = desk.make(desk.hard, kind, language)[0]
        sheets = sheets_of(press, kind, paper.data, "a4", language)
        said = "".join(
            mark.text for sheet in sheets for *_, marks in sheet.placed for mark in marks
            if isinstance(mark, Words)
        )  # fmt: skip
        assert "[U+" not in said
        for n, sheet in enumerate(sheets, 1):
            words = [m.text for *_, marks in sheet.placed for m in marks if isinstance(m, Words)]
            said_so = (f"第 {n} 页 / 共 {len(sheets)} 页", f"Page {n} of {len(sheets)}")
            assert any(page in word for word in words for page in said_so)
            assert any(isinstance(m, Code) for *_, marks in sheet.placed for m in marks)
            for mark, left, top, right, bottom in extents(sheet):
                assert left >= 0, mark
                assert right <= sheet.width - 40, mark
                assert top >= 0, mark
                assert bottom <= sheet.height - 10, mark
        if kind not in REPORTS or kind == "report_registration":
            assert "䶮样品" in said
    keep(f"{kind}-hard", press.render(kind, paper.data, "a4", language))


def test_red_is_the_place_of_the_seal_and_nothing_else(desk: Desk, press: Press) -> None:
    for kind in KINDS:
        paper = desk.make(desk.easy, kind)[0]
        marks = [
            mark
            for sheet in sheets_of(press, kind, paper.data, "a4", Language.ZH)
            for *_, piece in sheet.placed
            for mark in piece
        ]
        red = [mark for mark in marks if getattr(mark, "colour", None) == RED]
        assert len(red) == (2 if kind in SEALED else 0)
        assert sum(isinstance(mark, Ring) for mark in red) == (kind in SEALED)


def test_both_sides_are_called_each_by_a_notice_of_its_own(desk: Desk) -> None:
    called = desk.make(desk.hard, "complaint_mediation_notice")
    assert len({paper.number for paper in called}) == len(called) == 3
    to = [paper.data["blocks"][0]["words"]["zh"] for paper in called]
    assert to == [LONG, "样品合伙人", f"{LONG[:28]}0"]


def test_whoever_reported_is_named_in_no_paper(desk: Desk, press: Press) -> None:
    world = desk.world
    filed = world.counter().file(report(world), "sealed")
    for kind in (*REPORTS, "complaint_termination"):
        for paper in issued(world.station, filed.case_id, kind, **INPUTS.get(kind, {})):
            for language in Language:
                text = text_of(press.render(kind, paper.data, "a4", language))
                assert NAME not in text
                assert PHONE[-8:] not in text
    (form,) = issued(world.station, filed.case_id, "report_registration")
    text = text_of(press.render("report_registration", form.data, "a4", Language.ZH))
    assert "依法密封" in text
    assert "举报人签名" not in text


def test_what_a_report_became_names_no_reporter_even_where_the_filer_is_open(
    desk: Desk, press: Press
) -> None:
    for kind in REPORTS[1:]:
        (paper,) = desk.make(desk.easy, kind)
        text = text_of(press.render(kind, paper.data, "a4", Language.EN))
        assert PARTIES[0].name not in text
        assert PARTIES[0].phone not in text
        assert PARTIES[1].name not in text


def test_a_party_makes_its_papers_at_the_desk_and_a_draft_cannot_be_mistaken(
    desk: Desk, press: Press
) -> None:
    station, case_id = desk.world.station, desk.easy.case_id
    drafts = preview_paper(station, case_id, "power_of_attorney", OFFICIAL_CLERK, {})
    (draft,) = drafts
    keep("draft", draft)
    text = text_of(draft)
    assert "草稿" in text
    assert "不具有效力" in text
    assert "签发时编号" in text
    (ref,) = make_paper(station, case_id, "power_of_attorney", OFFICIAL_CLERK, {"party": "1"})
    made = text_of(paper_bytes(station, ref, "roll80"))
    assert "草稿" not in made
    assert paper_bytes(station, PaperRef(case_id, ref.n), "a4") == paper_bytes(station, ref, "roll80")


def test_every_page_of_a_draft_is_marked_under_its_words(desk: Desk, press: Press) -> None:
    paper = desk.make(desk.hard, "complaint_registration")[0]
    data = paper.data | {"draft": True, "qr": "草稿"}
    text = text_of(press.render("complaint_registration", data, "a4", Language.ZH))
    count = int(re.findall(r"共 (\d+) 页", text)[0])
    assert count > 1
    assert text.count("草稿") == count


def test_the_code_of_each_page_is_read_off_the_paper_and_leads_to_it(desk: Desk, press: Press) -> None:
    for kind in ("complaint_acceptance", "complaint_registration", "power_of_attorney"):
        paper = desk.make(desk.hard, kind)[0]
        shown = images(press.render(kind, paper.data, "a4", Language.EN), 150)
        assert [codes_of(page) for page in shown] == [[paper.verification_code]] * len(shown)


def test_a_line_and_its_english_are_never_parted_by_a_page(desk: Desk, press: Press) -> None:
    paper = desk.make(desk.easy, "power_of_attorney", Language.EN)[0]
    data = paper.data
    [grid] = [block for block in data["blocks"] if block["block"] == "grid"]
    [lines] = [c["lines"] for row in grid["rows"] for c in row["cells"] if len(c["lines"]) > 5]
    for more in range(0, 4):
        longer = {**data, "blocks": [*([data["blocks"][0]] * more), *data["blocks"]]}
        sheets = sheets_of(press, "power_of_attorney", longer, "a4", Language.EN)
        said = [
            "".join(m.text for *_, marks in sheet.placed for m in marks if isinstance(m, Words))
            for sheet in sheets
        ]
        for line in lines:
            on = [(line["zh"] in page, line["en"] in page) for page in said]
            assert all(zh == en for zh, en in on), line


def test_a_bilingual_draft_says_in_both_that_it_has_no_effect(desk: Desk, press: Press) -> None:
    paper = desk.make(desk.easy, "complaint_acceptance", Language.EN)[0]
    pdf = press.render("complaint_acceptance", paper.data | {"draft": True}, "a4", Language.EN)
    keep("draft-en", pdf)
    text = text_of(pdf)
    assert "未签发，不具有效力，不得使用" in text
    assert "Not issued, no effect, not to be used" in text


def test_every_official_kind_is_issued() -> None:
    assert set(KINDS) <= set(ISSUED_BY)
    assert set(KINDS) == set(SAYS) == set(ENGLISH)

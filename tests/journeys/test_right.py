"""The right card: what is told of a right while it is written down, and on the check page."""

from __future__ import annotations

from datetime import date

import pytest

from stationkiosk.domain.forms import Answer
from stationkiosk.journeys.right import card, card_after, note, told
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)


def said(form: str, **answers: Answer) -> str:
    return "".join(text.zh for text in told(REFERENCE.forms[form], answers, REFERENCE, TODAY))


@pytest.mark.parametrize(
    ("form", "answers", "words"),
    [
        ("trademark", {"trademark_number": "3333018"}, "写法是对的"),
        ("trademark", {"trademark_number": "G1234567"}, "国际注册"),
        ("trademark", {"goods": "火锅底料，第30类、第 35 类"}, "第 30、35 类"),
        ("trademark", {"expires": "2027-01-20"}, "现在就能续展"),
        ("trademark", {"expires": None}, "不知道权利哪一天到期"),
        ("patent", {"patent_number": "ZL202110954529.7"}, "2021 年申请的发明专利，最晚保护到 2041 年"),
        (
            "patent",
            {"patent_number": "ZL202110954529.7", "patent_type": "utility"},
            "和您选的不一样",
        ),
        ("patent", {"patent_type": "utility"}, "专利权评价报告"),
        ("design", {"design_number": "ZL202110954529.7"}, "和您选的不一样"),
        ("design", {"design_report": "no_report"}, "专利权评价报告"),
        ("copyright", {"registration_number": "渝作登字-2023-F-00012345"}, "去世后第 50 年"),
        ("trade_secret", {}, "内容不要写在屏幕上"),
        ("geographical_indication", {"indication_number": "2019年第320号"}, "写法是对的"),
        ("technology_contract", {"contract_number": "JS-7"}, "看合同怎么写"),
    ],
)
def test_the_card_tells_what_can_be_read_off(form: str, answers: dict[str, Answer], words: str) -> None:
    assert words in said(form, **answers)


def test_nothing_is_told_of_nothing() -> None:
    assert said("trademark") == ""
    assert said("competition", harmed_name="样本") == ""
    assert said("trademark", trademark_number="十二") == ""
    assert said("trademark", expires="2031-01-20") == ""
    assert said("patent", patent_type=None) == ""


def test_a_report_at_hand_is_asked_for_no_more() -> None:
    assert said("patent", patent_type="utility", evaluation_report="yes") == ""


def test_the_check_page_notes_it_beside_its_row() -> None:
    form = REFERENCE.forms["patent"]
    of = card(form, {"patent_number": "ZL202110954529.7", "patent_type": "utility"})
    found = note(form.question("patent_number"), of, REFERENCE, TODAY)
    assert found is not None
    assert "和您选的不一样" in found.zh
    assert "评价报告" in found.zh
    assert note(form.question("patent_name"), of, REFERENCE, TODAY) is None


@pytest.mark.parametrize("form", ["trademark", "patent", "design", "copyright", "trade_secret"])
def test_each_form_has_one_page_with_the_card(form: str) -> None:
    assert len([page for page in REFERENCE.forms[form].pages if card_after(page)]) == 1

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from stationkiosk.documents.press import Press
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from tests.benchmarks.sample import sample_data

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module")
def press() -> Press:
    return Press.of(RESOURCES)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_receipt_says_registered_and_carries_its_numbers(press: Press) -> None:
    text = text_of(press.render("receipt", sample_data(), "a4", Language.ZH))
    assert "知识产权纠纷处理（调解）申请登记回执" in text
    assert "登记不等于受理" in text
    assert "LJ07A-20261122-00042-7" in text
    assert "第 2 页 / 共 2 页" in text


def test_what_no_font_has_is_refused_by_name(press: Press) -> None:
    data = sample_data()
    data["parties"][0]["name"] = "张\U0001f4f7\U00030000"
    with pytest.raises(KnownError) as caught:
        press.render("receipt", data, "a4", Language.ZH)
    assert caught.value.key == "glyph_missing"
    assert caught.value.values == {"chars": "\U0001f4f7\U00030000"}

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.documents.marks import Code, Words
from stationkiosk.documents.pdf import Sheet
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import A4, MM, ROLL, THEMES, Format
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words
from tests.benchmarks.sample import sample_data
from tests.documents.reading import codes_of, extents, sheets_of, sizes_of, text_of, thermal

FORMATS: list[Format] = ["a4", "roll80"]
RARE = "㛃䶮𫍯𬎆𠮷"


@pytest.fixture
def data() -> dict[str, Any]:
    return sample_data()


@pytest.mark.parametrize("fmt", FORMATS)
def test_it_says_everything_in_chinese(press: Press, data: dict[str, Any], fmt: Format) -> None:
    text = text_of(press.render("receipt", data, fmt, Language.ZH))
    for words in (
        "知识产权纠纷处理（调解）申请登记回执",
        "我们收到了您的申请，并已登记。请收好这张回执。",
        "登记不等于受理",
        "LJ07A-20261122-00042-7",
        "7T3W-PX52-K9HD",
        "2026年11月22日 14:05:33",
        "样本市山茶食品有限公司",
        "110***********002X",
        "样本市王记副食店",
        "山茶花开",
        "12345678",
        "第 30、35 类：糕点；面包；茶饮料",
        "在相同商品上使用相同的商标",
        "50,000 元",
        "商标侵权由市场监管部门查处，不收费。",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "用短信接收通知",
        "不同意",
        "2026年12月6日",
        "本站审查申请，决定是否受理",
        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        "（盖章处）",
        "K7MP-4XQR-2H9D",
    ):
        assert words in text


@pytest.mark.parametrize("fmt", FORMATS)
def test_it_says_everything_in_english_under_the_exact_chinese_title(
    press: Press, data: dict[str, Any], fmt: Format
) -> None:
    text = text_of(press.render("receipt", data, fmt, Language.EN)).replace(" ", "")
    for words in (
        "知识产权纠纷处理（调解）申请登记回执",
        "Receipt of registration",
        "Registered is not accepted",
        "22 November 2026 14:05:33",
        "CNY 50,000",
        "Proof still to bring, by 6 December 2026",
        "Not agreed",
    ):
        assert words.replace(" ", "") in text


def test_received_issued_and_effective_times_are_told_apart(press: Press, data: dict[str, Any]) -> None:
    data["issued_at"] = "2026-11-22T06:06:01Z"
    text = text_of(press.render("receipt", data, "a4", Language.ZH))
    assert "收到：2026年11月22日 14:05:33" in text
    assert "出具：2026年11月22日 14:06:01" in text
    assert "生效：不适用" in text


def test_it_never_says_accepted_but_to_deny_it() -> None:
    for key, text in load_words(resources() / "i18n").items():
        if key.startswith("paper.receipt.") and not key.startswith("paper.receipt.notice"):
            assert "受理" not in text.zh, key
            assert "accept" not in text.en.lower(), key


@pytest.mark.parametrize("language", Language)
def test_every_page_carries_number_page_form_code_verification_code_and_qr(
    press: Press, data: dict[str, Any], language: Language
) -> None:
    data["exhibits"] = [dict(data["exhibits"][0], n=n, name=f"照片{n}.jpg") for n in range(60)]
    pages = sheets_of(press, "receipt", data, "a4", language)
    assert len(pages) > 3
    for number, sheet in enumerate(pages, 1):
        words = " ".join(m.text for _, _, marks in sheet.placed for m in marks if isinstance(m, Words))
        assert data["number"] in words
        assert data["form_code"] in words
        assert data["verification_code"] in words
        page = (
            f"第 {number} 页 / 共 {len(pages)} 页"
            if language is Language.ZH
            else f"Page {number} of {len(pages)}"
        )
        assert page in words
        assert any(
            isinstance(m, Code) and m.text == data["qr"] for _, _, marks in sheet.placed for m in marks
        )


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_code_is_read_from_a_thermal_print(press: Press, data: dict[str, Any], fmt: Format) -> None:
    pages = thermal(press.render("receipt", data, fmt, Language.ZH))
    for page in pages:
        assert data["qr"] in codes_of(page)


def test_the_roll_prints_inside_its_72_mm_on_one_page(press: Press, data: dict[str, Any]) -> None:
    pdf = press.render("receipt", data, "roll80", Language.ZH)
    ((width, height),) = sizes_of(pdf)
    assert width == pytest.approx(80 * MM, abs=0.1)
    assert height > 500
    (page,) = thermal(pdf)
    margin = round(3.9 * MM * 203 / 72)
    for strip in ((0, 0, margin, page.height), (page.width - margin, 0, page.width, page.height)):
        assert page.crop(strip).getextrema() == (255, 255)


def test_the_roll_is_black_on_white(press: Press, data: dict[str, Any]) -> None:
    (sheet,) = sheets_of(press, "receipt", data, "roll80", Language.ZH)
    colours = {mark.colour for mark, *_ in extents(sheet)}
    assert colours <= {(0, 0, 0), (1, 1, 1)}


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_record_gives_the_same_bytes_in_every_process(
    press: Press, data: dict[str, Any], fmt: Format
) -> None:
    program = (
        "import hashlib, sys; from stationkiosk.documents.press import Press;"
        "from stationkiosk.domain.text import Language; from tests.benchmarks.sample import sample_data;"
        f"print(hashlib.sha256(Press().render('receipt', sample_data(), '{fmt}', Language.ZH)).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    others = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={
                "PYTHONPATH": f"{root / 'src'}:{root}",
                "PYTHONHASHSEED": seed,
                "PATH": "/usr/bin:/bin",
                "TZ": zone,
            },
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "America/New_York"))
    }
    here = hashlib.sha256(press.render("receipt", data, fmt, Language.ZH)).hexdigest()
    assert others == {here}


def test_papers_made_at_the_same_time_do_not_mix(press: Press, data: dict[str, Any]) -> None:
    records = [{**data, "number": f"LJ07A-20261122-{n:05d}-7"} for n in range(12)]
    alone = [press.render("receipt", one, "a4", Language.ZH) for one in records]
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(lambda one: press.render("receipt", one, "a4", Language.ZH), records))
    assert together == alone


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_file_is_sound(press: Press, data: dict[str, Any], fmt: Format, tmp_path: Path) -> None:
    data["parties"][0]["name"] = RARE
    file = tmp_path / "receipt.pdf"
    file.write_bytes(press.render("receipt", data, fmt, Language.ZH))
    with pikepdf.open(file) as book:
        assert book.check_pdf_syntax() == []


def test_another_record_gives_another_file_identifier(press: Press, data: dict[str, Any]) -> None:
    one = press.render("receipt", data, "a4", Language.ZH)
    data["parties"][0]["name"] = "另一家公司"
    two = press.render("receipt", data, "a4", Language.ZH)
    assert _identifier(one) != _identifier(two)


def _identifier(pdf: bytes) -> bytes:
    return pdf[pdf.rindex(b"/ID") : pdf.rindex(b"/ID") + 60]


@pytest.mark.parametrize(("language", "tag"), [(Language.ZH, "zh-CN"), (Language.EN, "en")])
def test_the_file_names_its_title_language_station_and_day(
    press: Press, data: dict[str, Any], tmp_path: Path, language: Language, tag: str
) -> None:
    file = tmp_path / "receipt.pdf"
    file.write_bytes(press.render("receipt", data, "a4", language))
    with pikepdf.open(file) as book:
        assert str(book.Root.Lang) == tag
        assert data["number"] in str(book.docinfo["/Title"])
        assert str(book.docinfo["/Author"]) == data["station"]["name"][language.value]
        assert str(book.docinfo["/CreationDate"]) == "D:20261122140533+08'00'"
        fonts = [
            obj
            for obj in book.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font"
        ]
        assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts if font.Subtype == "/CIDFontType2")


@pytest.mark.parametrize("fmt", FORMATS)
def test_rare_characters_print_and_copy_out_right(press: Press, data: dict[str, Any], fmt: Format) -> None:
    data["parties"][0]["name"] = f"阿·{RARE}"
    data["parties"][0]["representative"] = RARE
    pdf = press.render("receipt", data, fmt, Language.ZH)
    assert text_of(pdf).count(RARE) == 2


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_rare_characters_copy_out_right_by_another_reader(
    press: Press, data: dict[str, Any], tmp_path: Path
) -> None:
    data["parties"][0]["name"] = RARE
    file = tmp_path / "receipt.pdf"
    file.write_bytes(press.render("receipt", data, "a4", Language.ZH))
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    assert RARE in done.stdout.decode("utf-8")


def test_what_no_font_has_is_refused_with_every_character_named(press: Press, data: dict[str, Any]) -> None:
    data["parties"][0]["name"] = "张\U0001f4f7\U00030000"
    data["parties"][1]["name"] = "李\U00030001"
    with pytest.raises(KnownError) as caught:
        press.render("receipt", data, "a4", Language.ZH)
    assert caught.value.key == "glyph_missing"
    assert caught.value.values == {"chars": "\U0001f4f7\U00030000\U00030001"}


def test_a_file_name_with_a_picture_in_it_is_spelled_out(press: Press, data: dict[str, Any]) -> None:
    data["exhibits"][0]["name"] = "\U0001f4f7照片.jpg"
    assert "[U+1F4F7]照片.jpg" in text_of(press.render("receipt", data, "a4", Language.ZH))


def test_a_typed_signature_names_its_witness(press: Press, data: dict[str, Any]) -> None:
    data["signature"] = {**data["signature"], "kind": "witnessed", "witness": "王工作", "strokes": []}
    assert "由工作人员 王工作 见证" in text_of(press.render("receipt", data, "a4", Language.ZH))


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_a_sample_says_on_each_page_that_it_has_no_effect(
    press: Press, data: dict[str, Any], fmt: Format, language: Language
) -> None:
    data["demo"] = True
    for sheet in sheets_of(press, "receipt", data, fmt, language):
        words = " ".join(m.text for _, _, marks in sheet.placed for m in marks if isinstance(m, Words))
        assert press.wording.text("paper.sample").say(language) in words


def test_a_receipt_of_a_station_at_work_does_not_say_that_it_has_no_effect(
    press: Press, data: dict[str, Any]
) -> None:
    data["demo"] = False
    assert "没有效力" not in text_of(press.render("receipt", data, "a4", Language.ZH))


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_receipt_with_next_to_nothing_in_it_still_holds(
    press: Press, data: dict[str, Any], fmt: Format
) -> None:
    data.update(acts=[], claims=[], exhibits=[], consents=[], steps=[], routes=[], proof_later_by=None)
    data["station"].update(phone="", hours="", address="")
    data["right"].update(goods="", classes=[], expires=None)
    data["signature"]["strokes"] = []
    text = text_of(press.render("receipt", data, fmt, Language.ZH))
    assert "登记时没有交材料。" in text
    assert "反映的行为和请求" not in text
    assert "五、签名、盖章和记录" in text


long_text = st.integers(1, 900).map(
    lambda n: ("甲，乙。（丙）·丁—— word-word " * (n // 8 + 1))[:n].strip() or "甲"
)
counts = st.integers(0, 45)


@settings(max_examples=25)
@given(
    name=long_text,
    goods=long_text,
    label=long_text,
    detail=long_text,
    acts=counts,
    claims=counts,
    exhibits=counts,
    steps=st.integers(0, 15),
    fmt=st.sampled_from(FORMATS),
    language=st.sampled_from(Language),
)
def test_nothing_stands_outside_the_margins_or_in_the_foot(
    name: str,
    goods: str,
    label: str,
    detail: str,
    acts: int,
    claims: int,
    exhibits: int,
    steps: int,
    fmt: Format,
    language: Language,
) -> None:
    press, data, both = Press(), sample_data(), {"zh": label, "en": label}
    data["parties"][0]["name"] = data["signature"]["signer"] = data["right"]["name"] = name
    data["right"]["goods"] = goods
    data["acts"] = [both] * acts
    data["claims"] = [{"label": both, "amount": "9999999999.99"}] * claims
    data["exhibits"] = [dict(data["exhibits"][0], n=n + 1, name=name) for n in range(exhibits)]
    data["steps"] = [dict(data["steps"][0], detail={"zh": detail, "en": detail})] * steps
    data["consents"] = [{"label": both, "given": True}, {"label": both, "given": False}]
    theme = THEMES[fmt]
    printed = []
    for sheet in sheets_of(press, "receipt", data, fmt, language):
        for mark, left, top, right, bottom in extents(sheet):
            assert left >= theme.side - 0.6, mark
            assert right <= sheet.width - theme.side + 0.6, mark
            assert top >= 8, mark
            assert bottom <= sheet.height - 12, mark
        _body_clear_of_foot(sheet, fmt)
        body = sheet.placed[:-2] if fmt == "a4" else sheet.placed
        printed += [m.text for _, _, marks in body for m in marks if isinstance(m, Words)]
    whole = "".join(printed).replace(" ", "")
    for text in (name, goods, *([label] if acts else []), *([detail] if steps else [])):
        assert text.replace(" ", "") in whole


def _body_clear_of_foot(sheet: Sheet, fmt: Format) -> None:
    if fmt == "roll80":
        return
    *body, _head, _foot = sheet.placed
    low = A4.height - A4.bottom
    for x, y, marks in body:
        for _, _, _, _, bottom in extents(replace(sheet, placed=((x, y, marks),))):
            assert bottom <= low + 0.6


def test_the_roll_and_a4_are_the_two_formats() -> None:
    assert THEMES == {"a4": A4, "roll80": ROLL}

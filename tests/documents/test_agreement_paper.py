"""An agreement as it prints: what it says, how it breaks, and that signing moves no line of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from stationkiosk.casework.mediating.pages import (
    HASH_PLACE,
    KIND,
    agreement_blocks,
    agreement_data,
    agreement_pdf,
)
from stationkiosk.casework.mediating.text import AgreementText, Made, PartyNamed, SignedBy
from stationkiosk.documents.marks import Strokes, Words
from stationkiosk.documents.pdf import Sheet
from stationkiosk.documents.press import Press
from stationkiosk.domain.text import Language, Text
from tests.casework.mediating.texts import agreement_text
from tests.casework.world import World
from tests.documents.reading import extents, sheets_of, text_of
from tests.documents.test_official import keep

LONG = "䶮样品重庆两江新区超长字号贸易有限责任公司第三分公司甲乙丙𬎆"
"""A made-up name of thirty characters, two of them rare."""
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BOTH = pytest.mark.parametrize("language", Language)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World.make(tmp_path_factory.mktemp("agreement"))
    yield made
    made.close()


def many_terms(count: int) -> AgreementText:
    """An agreement with long names and many terms."""
    text = agreement_text()
    one = Text(
        f"{LONG}应不晚于2027年1月11日下架带有“样品老茶”字样的商品，并付人民币8,000元（大写：捌仟元整）",
        f"By 11 January 2027 {LONG} shall take the goods down and pay 8,000 yuan (RMB, 捌仟元整)",
    )
    parties = (
        replace(text.parties[0], name=LONG, address="样品大道 1 号样品大厦 3 栋 28 层 2801 室" * 2),
        PartyNamed(
            n=2, side="filer", name="样品合伙人", organisation=False, id_number="11010519491231002X"
        ),
        replace(text.parties[1], name=f"{LONG[:28]}0"),
    )
    return replace(text, parties=parties, terms=(one,) * count)


def signed_by(text: AgreementText) -> tuple[SignedBy, ...]:
    """Everybody's signature: drawn, typed, on paper, and the mediator's drawn."""
    strokes = (((100, 200, 0), (300, 400, 9), (520, 120, 20)), ((500, 100, 30), (900, 500, 50)))
    how = ("pad", "typed", "paper")
    return tuple(
        SignedBy(
            n=n,
            for_n=n,
            name=name,
            as_=Text("本人", "in person"),
            way=way,
            at=AT,
            strokes=strokes if way == "pad" else (),
            witness="见证人样品" if way == "typed" else "",
        )
        for (n, name), way in zip(
            [*((party.n, party.name) for party in text.parties), (0, text.mediator)],
            [*how[: len(text.parties)], "pad"],
            strict=True,
        )
    )


def made_of(text: AgreementText) -> Made:
    """Signed by everybody on a day, sealed two days later, in effect since then."""
    return Made(by=signed_by(text), sealed=date(2026, 11, 25), since=date(2026, 11, 25))


def sheets(world: World, text: AgreementText, language: Language, *, signed: bool) -> list[Sheet]:
    """The pages of a text, and of the paper that it becomes."""
    data = agreement_data(world.station, text)
    if signed:
        blocks = agreement_blocks(world.station.reference.words, text, SHA, made_of(text))
        data |= {"blocks": blocks, "number": "渝两江市监知调协LJ07A〔2026〕第1号"}
    keep(
        f"agreement-{len(text.terms)}-{'signed' if signed else 'text'}-{language.value}",
        world.station.press.render(KIND, data, "a4", language),
    )
    return sheets_of(world.station.press, KIND, data, "a4", language)


def words_of(sheet: Sheet) -> list[tuple[float, float, str]]:
    """Where each piece of text stands on a page, to a tenth of a point."""
    return [
        (round(x + mark.x, 1), round(y + mark.y, 1), mark.text)
        for x, y, marks in sheet.placed
        for mark in marks
        if isinstance(mark, Words)
    ]


@BOTH
def test_it_says_who_agreed_on_what_and_when_it_takes_effect(world: World, language: Language) -> None:
    text = agreement_text()
    pdf = agreement_pdf(world.station, text, language)
    said = text_of(pdf).replace(" ", "")
    for words in (
        "调解协议书",
        "甲方（申请人）",
        "91330100799655058B",
        "委托代理人（特别授权）",
        "乙方（被申请人）",
        "行政调解",
        "赔偿：18,000元",
        "人民币18,000元（大写：壹万捌仟元整）",
        "账号620000000000",
        "甲方（签章）：样品老茶坊",
        "调解员（签名）：样品调解员",
        "（盖章处）",
        "成文：2026年11月23日" if language is Language.ZH else "成文Drawnup",
        "第1稿",
        "愿意共同向法院申请司法确认",
    ):
        assert words in said
    assert "+8613800001234" not in said
    assert ("Mediationagreement" in said) == (language is Language.EN)


@BOTH
@pytest.mark.parametrize("terms", [6, 14, 30])
def test_signing_moves_no_line_and_changes_no_word_of_what_was_signed(
    world: World, language: Language, terms: int
) -> None:
    text = agreement_text() if terms == 6 else many_terms(terms)
    before, after = (sheets(world, text, language, signed=signed) for signed in (False, True))
    assert len(before) == len(after)
    pending = (
        "签完后写明",
        "生效日期：",
        "In effect since:",
        "年",
        "签名人：",
        "日期：",
        "Date (year",
        "Date:",
        text.number,
        HASH_PLACE,
    )
    if language is Language.ZH:
        assert not any("once signed" in words for sheet in before for *_, words in words_of(sheet))
    for old, new in zip(before, after, strict=True):
        stands = set(words_of(new))
        gone = [at for at in words_of(old) if at not in stands]
        assert [words for *_, words in gone if not words.startswith(("（", *pending))] == []
    drawn = [m for sheet in after for *_, marks in sheet.placed for m in marks if isinstance(m, Strokes)]
    assert len(drawn) >= 2
    assert any(SHA in words for *_, words in words_of(after[-1]))


@BOTH
@pytest.mark.parametrize("terms", range(4, 24, 3))
def test_the_last_term_and_the_hands_are_on_one_page_whatever_the_length(
    world: World, language: Language, terms: int
) -> None:
    pages = sheets(world, many_terms(terms), language, signed=False)
    said = ["".join(words for *_, words in words_of(page)) for page in pages]
    last = [page for page in said if f"{terms}." in page and "甲方（签章）" in page]
    assert last == [page for page in said if "调解员（签名）" in page] == [said[-1]]
    heading = next(page for page in said if "双方自愿达成下列协议" in page)
    assert "1." in heading
    for page in pages:
        for mark, left, top, right, bottom in extents(page):
            assert (left >= 0, right <= page.width - 40) == (True, True), mark
            assert (top >= 0, bottom <= page.height - 10) == (True, True), mark


def test_what_a_term_says_of_effect_copies_or_confirmation_is_not_said_twice(world: World) -> None:
    words = world.station.reference.words
    text = replace(agreement_text(), terms=())
    for clauses, gone in (
        (("effect",), ("签名并盖章时生效", "份，双方和调解组织各留一份")),
        (("confirmation",), ("愿意共同向法院",)),
        (("no_confirmation", "effect_online"), ("愿意共同向法院", "签名并盖章时生效")),
    ):
        said = str(agreement_blocks(words, replace(text, clauses=clauses)))
        plain = str(agreement_blocks(words, text))
        assert all(line in plain and line not in said for line in gone)


def test_a_text_nobody_seals_has_no_place_for_one(world: World, press: Press) -> None:
    text = replace(agreement_text(), sealed=False)
    assert "（盖章处）" not in text_of(agreement_pdf(world.station, text, Language.ZH))


def test_a_draft_says_so_across_each_page(world: World) -> None:
    pdf = agreement_pdf(world.station, many_terms(14), Language.ZH, draft=True)
    keep("agreement-draft", pdf)
    said = text_of(pdf)
    assert said.count("草稿") > 1
    assert "签发后才有" in said

"""What was told stands on the paper, whatever the form asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.papers import read_paper
from stationkiosk.casework.told import right_words, tell
from stationkiosk.domain.application import Fact
from stationkiosk.domain.filed import dispute_filed
from stationkiosk.domain.filing import assemble
from stationkiosk.domain.forms import Answer, Form, FormPaper, Question, QuestionKind
from stationkiosk.domain.text import Language
from stationkiosk.domain.told import dispute_of
from tests.casework.world import SIGNATURE, World, application
from tests.journeys.samples import REFERENCE

WORDS = REFERENCE.words
DISPUTES = [form.id for form in REFERENCE.forms.values() if form.paper is FormPaper.APPLICATION]


def test_what_was_done_what_belongs_to_the_right_and_the_rest_are_told_apart() -> None:
    told = tell(
        WORDS,
        REFERENCE.forms["patent"],
        (
            Fact("acting", "self"),
            Fact("acts", ("make", "sell")),
            Fact("patent_type", "invention"),
            Fact("since", "2026-03"),
            Fact("their_product", None),
        ),
    )
    assert [act["en"] for act in told.acts]
    assert [row["question"] for row in told.of_right] == ["patent_type"]
    assert [(row["question"], row["value"]["en"]) for row in told.rest] == [("since", "March 2026")]


def test_lists_of_ticks_and_sums_are_told_in_words() -> None:
    told = tell(
        WORDS,
        REFERENCE.forms["technology_contract"],
        (Fact("performed", ("part_done", "paid")), Fact("price", "120000")),
    )
    assert {row["question"]: row["value"]["zh"] for row in told.of_right}["price"] == "120,000 元"


def test_a_kind_calls_its_right_by_its_own_words() -> None:
    assert right_words(WORDS, REFERENCE.forms["patent"])["number_label"]["zh"] == "专利号"
    assert right_words(WORDS, REFERENCE.forms["trademark"]) == {}


SAMPLES: dict[QuestionKind, str] = {
    QuestionKind.DATE: "2026-03-01",
    QuestionKind.MONEY: "5000",
    QuestionKind.PHONE: "+8613800138000",
    QuestionKind.ID_NUMBER: "11010519491231002X",
    QuestionKind.CREDIT_CODE: "91330100799655058B",
    QuestionKind.PATENT_NUMBER: "ZL202110954529.7",
}


def sample(question: Question) -> Answer:
    if question.kind is QuestionKind.TICKS:
        return tuple(option.id for option in question.options)
    if question.kind is QuestionKind.CHOICE:
        return question.options[0].id
    return SAMPLES.get(question.kind, "样本")


def everything(form: Form) -> dict[str, Answer]:
    """Answer every question of a form, ticking everything there is to tick."""
    return {question.id: sample(question) for question in form.questions() if not question.sealed}


@pytest.mark.parametrize("kind", DISPUTES)
@pytest.mark.parametrize("language", Language)
def test_the_receipt_of_every_kind_tells_every_answer(world: World, kind: str, language: Language) -> None:
    form, base = REFERENCE.forms[kind], application(world.station)
    answers = everything(form)
    whole = assemble(
        form,
        answers,
        case_id=base.id,
        language=language,
        routes=("preservation",),
        consents=(),
        exhibits=base.exhibits,
        signature=SIGNATURE,
    )
    assert dispute_filed(form, whole) == dispute_of(form, answers)
    filed = world.counter().file(replace(whole, routes=()), "press-1")
    data = read_paper(world.station, filed.receipt).data
    said = {row["question"] for row in (*data["told"], *data["right"]["told"])}
    asked = {
        q.id
        for page in form.pages
        for q in page.asked(form.relevant(answers))
        if not (q.fills or q.sealed or page.section == "who")
    }
    assert said == asked - {"acts"}
    assert data["acts"]
    if language is Language.ZH:
        assert not [row for row in (*data["told"], *data["right"]["told"]) if "？" in row["label"]["zh"]]
    for fmt in ("a4", "roll80"):
        assert world.station.press.render("receipt", data, fmt, language).startswith(b"%PDF-")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "acts", "says"),
    [
        ("trademark", "same_mark", "penalty"),
        ("patent", "sell", "You may sue"),
        ("patent", "passing_off", "penalty"),
    ],
)
def test_where_no_fine_exists_none_is_held_out(world: World, kind: str, acts: str, says: str) -> None:
    base = application(world.station, routes=("mediation",), form=kind)
    filed = world.counter().file(replace(base, facts=(Fact("acts", (acts,)),)), "press-1")
    last = filed.steps[-1].title.en
    assert says in last
    assert ("penalty" in last) is (says == "penalty")

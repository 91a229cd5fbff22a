"""Each kind's answers land in the fields of the paper they are for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from stationkiosk.domain.application import Application, PartyRole
from stationkiosk.domain.forms import Form, FormPaper, QuestionKind
from stationkiosk.domain.text import Language
from stationkiosk.journeys.filing import application, claimed
from stationkiosk.journeys.walk import Walk
from tests.journeys.samples import EXHIBIT, REFERENCE, SIGNED
from tests.journeys.test_every_path import Choices, walked
from tests.journeys.test_filing import CASE

DISPUTES = [form for form in REFERENCE.forms.values() if form.paper is FormPaper.APPLICATION]
KINDS = pytest.mark.parametrize("form", DISPUTES, ids=lambda form: form.id)

PERSON: Choices = {"applicant_kind": ("person",), "acting": ("self",)}
MARKS = {
    "trademark": {"acts", "since"},
    "patent": {"patent_type", "patent_valid", "claim_numbers", "same_features", "abroad"},
    "design": {"design_report", "patent_valid", "their_product", "likeness", "abroad"},
    "copyright": {"category", "finished", "access", "abroad"},
    "trade_secret": {
        "secret_kind",
        "secret_file",
        "not_public",
        "protection",
        "value",
        "relation",
        "police",
    },
    "competition": {"harmed_kind", "acts", "handled"},
    "geographical_indication": {"indication_kind", "area", "acts", "abroad"},
    "technology_contract": {"contract_type", "contract_content", "price", "pay_mode", "performed"},
}
"""The elements of each kind that are facts and must be asked in the first visit."""

NUMBERED = {"trademark", "patent", "design", "copyright", "geographical_indication", "technology_contract"}


def filed(walk: Walk) -> Application:
    walk.keep(EXHIBIT)
    walk.accept_proof(later=False)
    walk.accept_routes(("mediation",), {})
    assert walk.sign(SIGNED) == ()
    return application(walk, CASE, Language.ZH)


def choices(form: Form) -> Choices:
    """Return a person for themselves who ticks everything there is to tick."""
    every = {
        question.id: tuple(option.id for option in question.options)
        for question in form.questions()
        if question.kind is QuestionKind.TICKS
    }
    return every | {key: value for key, value in PERSON.items() if key in ids(form)}


def ids(form: Form) -> set[str]:
    return {question.id for question in form.questions()}


def test_the_eight_forms_of_the_seven_kinds_are_there() -> None:
    assert {form.id for form in DISPUTES} == set(MARKS)
    papers = {form.id: form.paper for form in REFERENCE.forms.values() if form not in DISPUTES}
    assert papers == {
        "report": FormPaper.REPORT,
        "answer": FormPaper.ANSWER,
        "complaint": FormPaper.COMPLAINT,
    }


@KINDS
def test_each_kind_fills_parties_right_and_claims(form: Form) -> None:
    handed_in = filed(walked(form, choices(form), "full")[0])
    assert [party.role for party in handed_in.parties] == [PartyRole.APPLICANT, PartyRole.RESPONDENT]
    assert all(party.name and party.phone and party.address for party in handed_in.parties)
    right = handed_in.right
    assert (right.kind, right.name) == (form.id, "样本")
    assert bool(right.number) == (form.id in NUMBERED)
    assert right.standing == form.filling("right.standing").options[0].id
    asked = {option.id for option in form.question("claims").options}
    assert {claim.id for claim in handed_in.claims} == asked
    assert {claim.id for claim in handed_in.claims if claim.amount} == asked & {"damages", "pay"}


@KINDS
def test_each_kind_asks_its_elements_in_the_first_visit(form: Form) -> None:
    facts = {fact.question for fact in filed(walked(form, PERSON, "least")[0]).facts}
    assert MARKS[form.id] <= facts
    assert {"acts", "since", "ongoing"} <= facts


@KINDS
def test_each_kind_has_a_way_out_of_its_ticks(form: Form) -> None:
    acts = form.question("acts")
    assert acts.options[-1].id == "other"
    assert form.question("acts_told").when[0].any_of == ("other",)


@KINDS
def test_a_dispute_is_read_off_with_its_sums(form: Form) -> None:
    walk, _ = walked(form, choices(form), "full")
    sums = [q for q in form.questions() if q.fills.startswith("claims.")]
    assert claimed(walk) == Decimal(50000) * len(sums)
    assert claimed(walked(form, PERSON | {"claims": ("costs",)}, "full")[0]) is None


def test_the_secret_itself_is_never_asked_for() -> None:
    form = REFERENCE.forms["trade_secret"]
    assert form.filling("right.name").max_length <= 40
    long = [question for question in form.questions() if question.kind is QuestionKind.LONG_TEXT]
    warned = [
        q for q in long if q.help and "不要写秘密的内容" in q.help.zh and "secret itself" in q.help.en
    ]
    assert {question.id for question in long} == {question.id for question in warned}
    assert set(ids(form)) & {"goods", "same_features", "secret_content"} == set()


def test_a_block_is_the_same_question_in_every_form() -> None:
    shared = ("applicant_name", "respondent_place", "agent_name", "amount", "since")
    for key in shared:
        asked = [form.question(key) for form in DISPUTES if key in ids(form)]
        assert len(asked) > 1
        assert len(set(asked)) == 1

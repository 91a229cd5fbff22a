"""What is sealed and must be given: its ciphertext counts, nothing else of it is known here."""

from __future__ import annotations

from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Condition, Form, FormPage, Option, Question, QuestionKind
from stationkiosk.domain.text import Text
from stationkiosk.journeys.filing import filing
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock

T = Text("样本", "sample")
NAMED = Question("named", QuestionKind.CHOICE, T, options=(Option("yes", T), Option("no", T)))
NAME = Question(
    *("name", QuestionKind.TEXT, T), sealed=True, reader="officer", when=(Condition("named", ("yes",)),)
)
FORM = Form("seen", T, (FormPage("who", "who", T, (NAMED, NAME)),))


def walk() -> Walk:
    new = Walk(filing(FORM), HeldClock())
    new.accept({"about": "seen"})
    return new


def test_it_is_asked_for_until_it_is_sealed() -> None:
    one = walk()
    (problem,) = one.accept({"named": "yes"})
    assert (problem.question, problem.key) == ("name", "missing.name")
    assert one.accept({"named": "yes"}, {"name": b"box"}) == ()
    assert one.page.id == "proof"


def test_it_is_not_asked_for_where_it_hangs_on_another_answer() -> None:
    one = walk()
    assert one.accept({"named": "no"}) == ()
    assert FORM.unanswered({"named": "yes"}) == ()


def test_a_change_that_asks_for_it_comes_back_only_with_it() -> None:
    one = walk()
    one.accept({"named": "no"})
    one.accept_proof(later=True)
    one.accept_routes(("report",), {})
    one.change("who")
    one.put_sealed({"name": b"box"})
    assert one.accept({"named": "yes"}) == ()
    assert one.page.id == "check"


def test_a_declaration_signs_without_a_name() -> None:
    one = walk()
    assert one.sign(Signature(SignatureKind.DECLARED, "", "c" * 64)) == ()
    assert one.done


def test_what_was_typed_wrong_is_told_in_place_of_missing() -> None:
    one = walk()
    wrong = Problem("name", "too_long", {"most": "1", "count": "2"})
    assert one.accept({"named": "yes"}, {}, (wrong,)) == (wrong,)
    assert one.page.id == "who"

from __future__ import annotations

import pytest

from stationkiosk.domain.actors import Role, kiosk_public, kiosk_respondent, station_admin, the_station
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.domain.forms import Condition, ConsentAsked, Form, FormPage, Question, QuestionKind
from stationkiosk.domain.text import Language, Text

HELLO = Text("您好，{name}", "Hello {name}")
WORDS = Text("字", "Words")


def test_a_text_speaks_the_language_asked_for() -> None:
    assert HELLO.say(Language.ZH, name="样本") == "您好，样本"
    assert HELLO.say(Language.EN, name="Sample") == "Hello Sample"
    assert WORDS.say(Language.EN) == "Words"


def test_a_text_is_put_into_a_text_by_language() -> None:
    assert HELLO.put(name=WORDS) == Text("您好，字", "Hello Words")
    assert HELLO.put(name=3) == Text("您好，3", "Hello 3")


def test_errors_say_their_key_and_values() -> None:
    assert str(KnownError("disk_full", left="0")) == "disk_full, left=0"
    assert (Closed("code_ended").exit_code, KnownError("x").exit_code) == (3, 1)
    changed = Changed("case", 1, 2)
    assert (changed.key, changed.values["now"], changed.exit_code) == ("changed", "2", 4)


def test_actors_know_their_role_and_device() -> None:
    assert kiosk_public("A").role is Role.APPLICANT
    assert kiosk_respondent("A").role is Role.RESPONDENT
    assert station_admin("A").role is Role.SYSTEM_ADMIN
    assert the_station("A").device == "A"


def test_a_condition_holds_for_one_answer_or_one_of_many() -> None:
    condition = Condition("acts", ("other", "name"))
    assert condition.holds({"acts": "other"})
    assert condition.holds({"acts": ("stop", "name")})
    assert not condition.holds({"acts": ("stop",)})
    assert not condition.holds({})
    assert not condition.holds({"acts": None})


def test_an_answer_that_hangs_on_a_dropped_answer_drops_too() -> None:
    first = Question("first", QuestionKind.TEXT, WORDS)
    second = Question("second", QuestionKind.TEXT, WORDS, when=(Condition("first", ("a",)),))
    third = Question("third", QuestionKind.TEXT, WORDS, when=(Condition("second", ("b",)),))
    form = Form("sample", WORDS, (FormPage("page", "who", WORDS, (first, second, third)),))
    answers = {"first": "a", "second": "b", "third": "c"}
    assert form.relevant(answers) == answers
    assert form.relevant(answers | {"first": "z"}) == {"first": "z"}
    assert form.page("page").asked({"first": "a"}) == (first, second)
    assert form.question("third") is third


def test_a_question_finds_its_option() -> None:
    with pytest.raises(StopIteration):
        Question("q", QuestionKind.TEXT, WORDS).option("a")


def test_a_consent_is_asked_for_the_routes_it_is_about() -> None:
    always = ConsentAsked("publish", WORDS, WORDS, WORDS, "PIPL 25")
    mediation = ConsentAsked("tell", WORDS, WORDS, WORDS, "PIPL 23", routes=("mediation",))
    assert always.asked(())
    assert mediation.asked(("report", "mediation"))
    assert not mediation.asked(("report",))

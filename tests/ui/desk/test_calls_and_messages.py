"""Calls from the kiosks and messages of the public, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from stationkiosk.domain.errors import Closed
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import FakePlace


@pytest.fixture
def calls(desk: DeskDrive) -> DeskDrive:
    desk.window.shell.show("calls")
    desk.on("calls")
    return desk


@pytest.fixture
def messages(desk: DeskDrive) -> DeskDrive:
    desk.window.shell.show("messages")
    desk.on("messages")
    return desk


def test_the_oldest_call_is_answered_with_one_key(calls: DeskDrive, place: FakePlace) -> None:
    calls.await_("answer_1")
    calls.key(Qt.Key.Key_Return, CTRL)
    calls.rest()
    assert place.desk.answered == [1]


def test_a_call_somebody_else_took_is_told(calls: DeskDrive, place: FakePlace) -> None:
    place.desk.trouble["answer_call"] = Closed("call_gone", n="1")
    calls.tap("answer_2")
    calls.rest()
    assert place.desk.answered == []
    assert calls.window.shell.sheet_up == ""


def test_the_badges_tell_how_many_wait(calls: DeskDrive, place: FakePlace) -> None:
    bridge = calls.window.bridges["calls"]
    assert len(bridge.commands()) == 1
    place.desk.stir()
    calls.rest()
    assert calls.await_("nav")


def test_a_message_is_answered_in_words_and_never_empty(messages: DeskDrive, place: FakePlace) -> None:
    messages.key(Qt.Key.Key_Return)
    messages.key(Qt.Key.Key_Return, CTRL)
    messages.rest()
    assert place.desk.answered == []
    messages.type("answer", "可以补证，带身份证来。")
    messages.key(Qt.Key.Key_Return, CTRL)
    messages.rest()
    assert place.desk.answered == [(1, "可以补证，带身份证来。")]


def test_what_is_written_stays_with_its_message(messages: DeskDrive) -> None:
    messages.type("answer", "第一条的答复")
    messages.tap("message_2")
    messages.rest()
    assert messages.await_("answer").property("text") == ""
    messages.tap("message_1")
    messages.rest()
    assert messages.await_("answer").property("text") == "第一条的答复"


def test_the_case_is_one_key_away(messages: DeskDrive) -> None:
    messages.key(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    messages.on("cases")
    assert messages.window.shell.case_id is not None


def test_a_fault_in_answering_is_told_beside_the_answer(messages: DeskDrive, place: FakePlace) -> None:
    place.desk.trouble["answer_message"] = Closed("message_gone", n="1")
    messages.type("answer", "答复")
    messages.tap("send")
    messages.rest()
    assert messages.window.bridges["messages"].property("problem")

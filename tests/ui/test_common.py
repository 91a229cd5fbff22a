"""What every window shares: the measure of the screen, the words, the worker, the sound."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.chime import samples
from stationkiosk.ui.common.display import DRAWN_PX_PER_MM, Display, density
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.view import View, application
from stationkiosk.ui.common.words import Words
from tests.ui.conftest import RESOURCES

PANEL = QSize(1920, 1080)

SAID = """
import QtQuick
import "{folder}"
Item {{
    property string plain: words.say("key", words.language)
    property string filled: words.fill("key", {{n: 3.0}}, words.language)
    property string quoted: words.fill("key", {{n: "“four”"}}, words.language)
    Words {{ id: words }}
}}
"""


@pytest.fixture(autouse=True)
def _application() -> None:
    application(RESOURCES)


@pytest.fixture
def executor() -> Iterator[Executor[str]]:
    worker: Executor[str] = Executor(lambda: "counter")
    yield worker
    worker.close()


def test_the_panel_tells_how_many_pixels_a_millimetre_has() -> None:
    assert density(PANEL, QSizeF(476, 268)) == pytest.approx(4.03, abs=0.01)
    assert density(PANEL, QSizeF(268, 476)) == pytest.approx(4.03, abs=0.01)


@pytest.mark.parametrize("told", [QSizeF(0, 0), QSizeF(16, 9), QSizeF(16000, 9000)])
def test_a_panel_that_cannot_be_is_taken_for_the_drawn_one(told: QSizeF) -> None:
    assert density(PANEL, told) == DRAWN_PX_PER_MM


def test_sizes_follow_the_panel_and_not_the_pixels() -> None:
    fine = Display(2 * DRAWN_PX_PER_MM)
    assert fine.property("scale") == pytest.approx(2)
    fine.resize(QSize(3840, 1900))
    assert fine.property("compact")
    fine.resize(QSize(2160, 3840))
    assert fine.property("portrait")
    assert not fine.property("compact")


def test_words_follow_the_language_and_english_takes_narrow_quotes(tmp_path: Path) -> None:
    words = Words(lambda key: Text(f"“{key}”", f"“{key}” is {{n}}"), Language.ZH)
    view = View()
    view.add({"speaker": words})
    file = tmp_path / "said.qml"
    file.write_text(SAID.format(folder=(RESOURCES / "qml" / "controls").as_uri()), "utf-8")
    view.load(file)

    def said(name: str) -> object:
        return view.rootObject().property(name)

    assert said("plain") == "“key”"
    words.choose(Language.EN)
    assert said("filled") == '"key" is 3'
    assert said("quoted") == '"key" is "four"'
    words.learn(lambda key: Text(key, f"other {key}"))
    assert said("plain") == "other key"
    view.unload()


def test_a_fault_without_words_of_its_own_has_words(reference: Reference) -> None:
    words = Words(reference.words.text)
    assert all(words.speak(said) for said in words.fault(KnownError("never_heard_of")))


def test_jobs_run_off_the_ui_thread_and_answers_come_back_in_it(executor: Executor[str]) -> None:
    seen: list[tuple[str, threading.Thread, threading.Thread]] = []
    executor.ask(
        lambda counter: (counter, threading.current_thread()),
        lambda answer: seen.append((*answer, threading.current_thread())),
    )
    wait_for(lambda: seen)
    counter, worker, back = seen[0]
    assert counter == "counter"
    assert worker is not threading.main_thread()
    assert back is threading.main_thread()


def test_answers_to_one_person_are_not_shown_to_the_next(executor: Executor[str]) -> None:
    shown: list[str] = []
    executor.ask(lambda _counter: "personal", shown.append)
    executor.ask(lambda _counter: "the station's own", shown.append, lasting=True)
    executor.forget()
    wait_for(lambda: executor.idle)
    assert shown == ["the station's own"]


def test_faults_nobody_dealt_with_are_told_apart(executor: Executor[str]) -> None:
    world: list[KnownError] = []
    ours: list[Exception] = []
    executor.faulted.connect(world.append)
    executor.broke.connect(ours.append)

    def full(_counter: str) -> None:
        raise KnownError("disk_full")

    def wrong(_counter: str) -> None:
        raise ZeroDivisionError

    executor.ask(full)
    executor.ask(wrong)
    executor.ask(full, otherwise=lambda _trouble: True)
    wait_for(lambda: executor.idle)
    assert [fault.key for fault in world] == ["disk_full"]
    assert [type(fault) for fault in ours] == [ZeroDivisionError]


def test_the_sound_is_two_notes_that_fade() -> None:
    made = samples()
    assert len(made) > 20_000
    assert made[-2:] in (b"\x00\x00", b"\xff\xff", b"\x01\x00")

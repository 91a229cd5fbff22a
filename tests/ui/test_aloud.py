"""The page read aloud: words, questions with their state, errors; no long number; silence on leaving."""

from __future__ import annotations

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import ID_NUMBER, begin_an_application, form_page
from tests.ui.conftest import Open
from tests.ui.fakes import FakeCounter


def read(drive: Drive) -> str:
    page = drive.window.page_read()
    return "\n".join(drive.window.aloud.sentences(page))  # type: ignore[arg-type]


def reading(drive: Drive) -> bool:
    return bool(drive.window.aloud.property("reading"))


def speaking_kiosk(open_kiosk: Open) -> Drive:
    drive = open_kiosk(language=Language.EN, voice="mock")
    wait_for(lambda: drive.window.voice.languages, "a voice")
    return drive


def test_without_a_voice_there_is_no_button(drive: Drive) -> None:
    assert drive.find("aloud") is None
    assert not drive.window.voice.languages


def test_a_language_without_a_voice_has_no_button(open_kiosk: Open) -> None:
    drive = speaking_kiosk(open_kiosk)
    drive.await_("aloud")
    drive.tap("language")
    assert drive.find("aloud") is None


def test_the_button_reads_the_page_and_stops(open_kiosk: Open) -> None:
    drive = speaking_kiosk(open_kiosk)
    drive.tap("aloud")
    wait_for(lambda: reading(drive), "the voice")
    drive.tap("aloud")
    wait_for(lambda: not reading(drive), "silence")


def test_hide_a_new_page_and_the_end_bring_silence(open_kiosk: Open) -> None:
    drive = speaking_kiosk(open_kiosk)
    for leave in (
        lambda: drive.window.kiosk.hide(),
        lambda: drive.window.kiosk.show("track"),
        lambda: drive.window.wipe(),
    ):
        drive.window.aloud.press()
        wait_for(lambda: reading(drive), "the voice")
        leave()
        wait_for(lambda: not reading(drive), "silence")
        drive.window.kiosk.unhide()


def test_the_voice_may_die_and_the_session_goes_on(open_kiosk: Open) -> None:
    drive = speaking_kiosk(open_kiosk)
    assert drive.window.voice._process is not None
    drive.window.voice._process.kill()
    wait_for(lambda: not drive.window.voice.languages, "the voice gone")
    assert drive.find("aloud") is None
    drive.window.aloud.press()
    drive.tap("track")
    drive.on("track")


def test_home_is_read_with_its_ways(drive: Drive) -> None:
    said = read(drive)
    words = drive.window.words
    assert said.startswith(words.say("home.title", ""))
    assert words.say("home.file", "") in said
    assert words.say("common.contrast", "") not in said


def test_questions_are_read_with_what_was_chosen_and_what_is_wrong(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("next")
    drive.await_("errorSummary")
    assert drive.window.words.say("common.problem", "") in read(drive)
    drive.tap("q_applicant_kind_person")
    chosen = drive.await_("q_applicant_kind_person").property("name")
    assert drive.window.aloud.say("aloud.chosen", name=chosen) in read(drive)


def test_no_long_number_is_spoken(drive: Drive, counter: FakeCounter) -> None:
    begin_an_application(drive)
    drive.window.filing.back()
    settle()
    said = drive.window.aloud.discreet
    for personal in (ID_NUMBER, "110***********002X", "13800138000", "138 0013 8000", "138****8000"):
        assert not set("0123456789") & set(said(f"电话 {personal}。").replace("电话", "")), personal
    assert "K7MP" not in said("继续码 K7MP-4XQR-2H9D")
    assert "00042" not in said("LJ07A-20261122-00042-7")
    assert said("2026年11月29日，5 天，第 3 步，18 位") == "2026年11月29日，5 天，第 3 步，18 位"
    assert "K7MP" not in read(drive)

"""A screen that a desk has: shown live, blank, handed to a signer, given back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from tests.ui.conftest import Open
from tests.ui.fake_stage import HASH, LINES, SIGNER, WITNESS, WORDS, blank, shows, signs
from tests.ui.fakes import PIN, FakeCounter, StandingClock
from tests.ui.tour_stage import OTHER_SUM, put


def to_the_signature(drive: Drive, counter: FakeCounter) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    for _ in range(2):
        drive.tap("next")
        wait_for(lambda: drive.window.executor.idle, "the page")
    drive.tap("next")
    drive.on("signature")


def given_back(counter: FakeCounter) -> list[object]:
    return [ending for (ending,) in counter.named("give_back")]


def test_what_the_desk_changes_changes_here_and_nobody_is_moved(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    assert drive.await_("value_0").property("text") == "30,000.00 元"
    drive.tap("next")
    drive.tap("language")
    drive.tap("larger")
    counter.put(shows(2, (OTHER_SUM, LINES[1])))
    drive.await_("fresh_0")
    assert drive.await_("value_0").property("text") == "28,000.00 yuan"
    assert drive.find("fresh_1") is None
    assert drive.window.session.stage.property("page") == 1
    assert drive.window.session.stage.property("width") > 1
    assert drive.window.words.chosen is Language.EN
    wait_for(lambda: drive.window.session.stage.picture == "stage-2-1", "the new page")
    assert drive.window.thumbnails.names == {"stage-2-1"}


def test_a_text_with_fewer_pages_shows_its_last(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1, pages=3))
    put(drive, "shown")
    drive.tap("next")
    drive.tap("next")
    counter.put(shows(2, pages=1))
    wait_for(lambda: drive.window.session.stage.picture == "stage-2-0", "the only page")


def test_a_caucus_leaves_nothing_on_the_screen(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    counter.put(blank(2))
    drive.on("quiet")
    assert not drive.window.thumbnails.names
    said = " ".join(str(item.property("text") or "") for item in drive.shown())
    assert "30,000" not in said
    assert drive.find("callStaff") is None
    assert drive.find("end") is None
    counter.put(None)
    drive.on("home")


def test_only_the_last_page_opens_the_way_to_the_signature(drive: Drive, counter: FakeCounter) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    drive.window.session.stage.toSign()
    assert drive.page == "agreement"
    assert SIGNER in str(drive.await_("title").property("text"))
    to_the_signature(drive, counter)
    drive.tap("back")
    drive.on("agreement")
    assert drive.window.session.stage.property("page") == 2


def test_no_page_is_passed_while_the_one_before_still_shows(drive: Drive, counter: FakeCounter) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    stage = drive.window.session.stage
    wait_for(lambda: stage.property("drawn"), "the page")
    stage.turn(1)
    assert (stage.picture, stage.property("drawn")) == ("stage-1-0", False)
    following = drive.find("next")
    assert following is not None
    assert not following.isEnabled()
    wait_for(lambda: stage.property("drawn"), "the next page")
    stage.turn(1)
    stage.toSign()
    assert drive.page == "agreement", "the last page was not seen yet"


def test_large_text_brings_the_page_closer_and_cuts_no_line(drive: Drive, counter: FakeCounter) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    wait_for(lambda: drive.window.session.stage.property("drawn"), "the page")
    plain = drive.await_("sheetPicture").width()
    drive.tap("large")
    sheet, picture = drive.await_("sheet"), drive.await_("sheetPicture")
    assert picture.width() > plain * 1.2
    assert sheet.width() - picture.width() == pytest.approx(2 * picture.x(), abs=2)


def test_nobody_who_hands_the_screen_back_is_told_that_a_signature_is_kept(
    drive: Drive, counter: FakeCounter
) -> None:
    to_the_signature(drive, counter)
    stage = drive.window.session.stage
    stage.onPaper()
    assert stage.property("sending")
    assert not stage.property("keeping")
    drive.on("quiet")


def test_a_signature_goes_under_the_hash_of_what_was_shown(drive: Drive, counter: FakeCounter) -> None:
    to_the_signature(drive, counter)
    drive.sign()
    drive.tap("next")
    drive.on("quiet")
    ((signature,),) = counter.named("sign_text")
    assert isinstance(signature, Signature)
    assert (signature.signer, signature.text_sha256) == (SIGNER, HASH)
    assert len(signature.strokes) == 2
    assert drive.await_("title").property("text") == drive.window.words.say("stage.quiet_signed", "")
    assert drive.window.session.stage_sign.empty


def test_an_empty_pad_signs_nothing(drive: Drive, counter: FakeCounter) -> None:
    to_the_signature(drive, counter)
    drive.tap("next")
    drive.tap("problem_signature")
    assert not counter.named("sign_text")


def test_a_typed_name_has_the_desk_s_person_as_witness(drive: Drive, counter: FakeCounter) -> None:
    to_the_signature(drive, counter)
    drive.tap("signOther")
    assert WITNESS in str(drive.await_("typedHelp").property("text"))
    assert drive.find("signWitness") is None
    drive.tap("next")
    drive.await_("errorSummary")
    assert not counter.named("sign_text")
    drive.type("signPin", PIN)
    drive.tap("next")
    drive.on("quiet")
    ((signature,),) = counter.named("sign_text")
    assert signature.kind is SignatureKind.WITNESSED
    assert signature.witness == WITNESS


@pytest.mark.parametrize(("button", "ending"), [("decline", Ending.DECLINED), ("onPaper", Ending.ON_PAPER)])
def test_whoever_will_not_sign_here_hands_the_screen_back(
    drive: Drive, counter: FakeCounter, button: str, ending: Ending
) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    drive.tap(button)
    drive.on("quiet")
    assert given_back(counter) == [ending]
    assert not counter.named("sign_text")


def test_a_signer_who_leaves_signs_nothing(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    to_the_signature(drive, counter)
    drive.sign()
    clock.seconds += 290
    drive.window.tick()
    drive.await_("moreTime")
    told = {str(item.property("text")) for item in drive.shown()}
    assert drive.window.words.say("stage.idle", "") in told
    drive.window.idle.more()
    settle()
    clock.seconds += 299
    drive.window.tick()
    assert not given_back(counter)
    clock.seconds += 2
    drive.window.tick()
    drive.on("quiet")
    assert given_back(counter) == [Ending.UNTOUCHED]
    assert not counter.named("sign_text")
    assert drive.find("moreTime") is None


def test_what_is_only_shown_may_stay_for_hours(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    for _ in range(20):
        clock.seconds += 50
        drive.window.tick()
    settle()
    assert drive.page == "shown"
    assert not drive.window.kiosk.is_covered


def test_the_public_is_never_thrown_out(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("file")
    drive.on("tiles")
    wait_for(lambda: (True,) in counter.named("stage"), "the desk to be told")
    counter.put(shows(1))
    settle()
    wait_for(lambda: drive.window.executor.idle, "the answer")
    assert drive.page == "tiles"
    drive.tap("end")
    drive.tap("endDrop")
    put(drive, "shown")


def test_whoever_taps_while_the_page_is_on_its_way_keeps_the_screen(
    drive: Drive, counter: FakeCounter
) -> None:
    counter.put(shows(1))
    drive.window.kiosk.show("track")
    wait_for(lambda: (True,) in counter.named("stage"), "the desk to be told")
    wait_for(lambda: drive.window.executor.idle, "the answer")
    settle()
    assert drive.page == "track"
    assert not drive.window.session.stage.holds


def test_one_signer_s_language_size_and_strokes_are_gone_for_the_next(
    drive: Drive, counter: FakeCounter
) -> None:
    to_the_signature(drive, counter)
    drive.tap("language")
    drive.tap("large")
    drive.sign()
    counter.put(signs(2, name="赵样本"))
    wait_for(lambda: "赵样本" in str(drive.await_("title").property("text")), "the next signer")
    put(drive, "agreement")
    assert drive.window.words.chosen is Language.ZH
    assert not drive.window.display.large
    assert drive.window.session.stage_sign.empty
    assert drive.window.session.stage.property("page") == 0


def test_a_text_that_changed_meanwhile_is_told_and_not_signed(drive: Drive, counter: FakeCounter) -> None:
    to_the_signature(drive, counter)
    drive.sign()
    counter.trouble["sign_text"] = Closed("text_changed")
    counter.staged = blank(2, Ending.CHANGED)
    drive.tap("next")
    drive.on("quiet")
    assert drive.await_("title").property("text") == drive.window.words.say("stage.quiet_changed", "")


def test_what_changed_is_said_to_who_cannot_see_it(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    assert drive.window.session.stage.property("news") == ""
    counter.put(shows(2, (OTHER_SUM, LINES[1])))
    drive.await_("fresh_0")
    assert drive.window.session.stage.property("news") == "一共付多少 28,000.00 元"


def test_hide_covers_what_is_shown_and_it_comes_back(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    drive.tap("hide")
    assert drive.find("value_0") is None
    counter.put(shows(2, (OTHER_SUM,)))
    settle()
    drive.tap("unhide")
    wait_for(lambda: drive.await_("value_0").property("text") == "28,000.00 元", "the new sum")


def test_staff_at_the_maintenance_page_are_left_there(drive: Drive, counter: FakeCounter) -> None:
    counter.put(shows(1))
    put(drive, "shown")
    drive.window.admin.passed.emit()
    drive.on("maintenance")
    wait_for(lambda: not drive.window.session.stage.holds, "the screen given up")
    assert drive.page == "maintenance"


def test_the_text_is_read_aloud_with_its_page(open_kiosk: Open, counter: FakeCounter) -> None:
    drive = open_kiosk(voice="mock", language=Language.EN)
    wait_for(lambda: drive.window.voice.languages, "a voice")
    counter.put(signs(1))
    put(drive, "agreement")
    page = drive.window.page_read()
    assert WORDS in "\n".join(drive.window.aloud.sentences(page))  # type: ignore[arg-type]
    drive.tap("aloud")
    wait_for(lambda: drive.window.voice.speaking, "the voice")
    drive.tap("next")
    wait_for(lambda: not drive.window.voice.speaking, "silence on the next page")


def test_a_signer_is_told_that_the_desk_is_locked_and_stays_where_they_are(
    drive: Drive, counter: FakeCounter
) -> None:
    counter.put(signs(1))
    put(drive, "agreement")
    drive.tap("next")
    stage = drive.window.session.stage
    assert not stage.property("alone")
    counter.put(replace(signs(1), alone=True))
    wait_for(lambda: stage.property("alone"), "the word that the desk is locked")
    settle()
    assert drive.await_("deskAway").isVisible()
    assert stage.property("page") == 1
    counter.put(signs(1))
    wait_for(lambda: not stage.property("alone"), "the word that it is open again")

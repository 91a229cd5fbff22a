"""The text that is fixed is signed: on a public screen, typed, on paper, by the mediator."""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.errors import Closed, KnownError
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.case_samples import CASE, LIVE
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import CLERK, FakePlace
from tests.ui.desk.test_case_page import CTRL, KEY, case_of, press
from tests.ui.desk.test_drafting import begun, drawn


def test_a_signer_is_asked_to_the_public_screen_and_the_screen_taken_back(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    assert drafting.signers.left == "还差 2 个签名"
    desk.tap("ask_3_LJ07A")
    desk.rest()
    assert sample.named("ask_signature")[0][3] == 3
    assert "LJ07A" in drafting.signers.rows[1]["told"]
    desk.tap("takeBack_3")
    desk.rest()
    assert drafting.signers.rows[1]["device"] == ""


def test_a_screen_in_use_is_said(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    sample.trouble["ask_signature"] = [Closed("screen_busy")]
    desk.tap("ask_3_LJ07A")
    desk.rest()
    assert drafting.signers.trouble


def test_a_typed_signature_has_a_witness_and_a_person_who_wants_to(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    desk.tap("typed_3")
    desk.rest()
    press(desk, KEY.Key_Return, with_=CTRL)
    assert drafting.signers.problem
    desk.tap("signHeard")
    press(desk, KEY.Key_Return, with_=CTRL)
    action, inputs = sample.named("act")[0][2:4]
    assert action == "sign"
    assert inputs == {
        "text_sha256": samples.SHA256,
        "party": "3",
        "way": "typed",
        "witness": CLERK.name,
    }
    assert desk.find("signSheet") is None


def test_a_scan_is_chosen_and_the_mediator_signs_by_hand(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    drafting.signers.open(3, "paper")
    drafting.signers.hear(True)
    drafting.signers.sign()
    assert drafting.signers.problem
    drafting.signers.choose("2")
    drafting.signers.sign()
    desk.rest()
    assert not desk.await_("signHere_0").isEnabled(), "the sides sign first"
    signers = tuple(
        replace(one, signed_at=samples.at(14, 55), way="pad") if one.n else one for one in samples.SIGNERS
    )
    sample.shown = replace(samples.SIGNING, draft=replace(samples.FIXED, signers=signers))
    drafting.record.read()
    desk.rest()
    desk.tap("signHere_0")
    desk.rest()
    desk.sign()
    desk.tap("sheetGo")
    desk.rest()
    (_, scanned), (name, drawn_) = [given[2:4] for given in sample.named("act")]
    assert (scanned["way"], scanned["exhibit"]) == ("paper", "2")
    assert name == "sign_mediator"
    assert drawn_["strokes"].startswith("[[[")


def test_agreement_and_summaries_are_printed_with_one_press(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.AGREED)
    kinds = ("agreement", "mediation_summary", "mediation_summary")
    papers = tuple(
        replace(LIVE.papers[0], ref=PaperRef(CASE, n), kind=kind, copies=0)
        for n, kind in enumerate(kinds, 3)
    )
    sample.file = replace(sample.file, papers=(*LIVE.papers, *papers))
    case_of(desk).look_again()
    desk.rest()
    assert [paper["at"] for paper in drafting.papers] == [2, 3, 4]
    desk.tap("handOutAll")
    desk.rest()
    assert [given[0].n for given in sample.named("print_paper")] == [3, 4, 5]
    assert case_of(desk).papers.copy.text.count("\n") == 2, "each of the three is told of"


def test_the_signed_paper_is_scanned_in_and_is_the_one_that_is_chosen(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    drafting.signers.open(3, "paper")
    desk.rest()
    assert sample.named("begin_scan")
    sample.trouble["take_scan"] = [KnownError("scan_missing")]
    desk.tap("takeScan")
    desk.rest()
    assert drafting.signers.trouble
    desk.tap("takeScan")
    desk.rest()
    assert sample.named("take_scan")[-1][1] == 3
    assert drafting.signers.exhibit == drafting.signers.exhibits[0]["id"]
    assert not drafting.signers.trouble


def test_the_text_is_printed_to_be_signed_by_hand_and_what_became_of_it_is_told(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    desk.tap("printToSign")
    desk.rest()
    assert sample.named("print_to_sign")[-1][2] == "打印出来手写签名"
    assert "打印签名用" in case_of(desk).papers.copy.text
    sample.trouble["print_to_sign"] = [Closed("text_reopened")]
    drafting.signers.open(3, "paper")
    desk.rest()
    assert desk.find("printedToSign_said") is None, "what was printed before is not for this signer"
    desk.tap("printForSigner")
    desk.rest()
    assert "没有打印" in drafting.signers.trouble
    assert drafting.byHand.sent == ""
    desk.tap("printForSigner")
    desk.rest()
    name = drafting.signers.signer
    assert sample.named("print_to_sign")[-1][2] == f"打印出来手写签名：{name}"
    assert drafting.byHand.sent == name
    assert desk.find("printedToSign_said") is not None
    assert not drafting.signers.trouble
    sample.trouble["print_to_sign"] = [Closed("text_reopened")]
    desk.tap("printForSigner")
    desk.rest()
    assert desk.find("printedToSign_said") is None, "what was refused is not told as printed"


def test_the_very_pages_that_are_signed_are_read_at_the_desk(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    desk.tap("readText")
    drawn(desk, drafting)
    assert sample.named("text_to_sign")
    assert desk.find("textPage_0") is not None
    press(desk, KEY.Key_Escape)
    assert desk.find("textToSign") is None
    assert drafting.sheet.preview.count == 0

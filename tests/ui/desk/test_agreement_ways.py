"""Ways about an agreement: what leads to its page, earlier versions, and what others are told."""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.ui.desk.leading import leads_to
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.test_case_page import KEY, case_of, press
from tests.ui.desk.test_drafting import begun, drawn


def test_one_button_leads_to_the_agreement_while_it_is_signed(desk: DeskDrive, place: FakePlace) -> None:
    begun(desk, place, samples.SIGNING)
    page = case_of(desk)
    assert page.property("leads") == {}, "on its own page nothing leads there"
    page.turn("mediation")
    desk.rest()
    assert desk.await_("leads").property("primary")
    desk.tap("leads")
    assert page.property("tab") == "agreement"
    file, (matter, *_) = page.file, page.file.matters
    others = replace(samples.SIGNING, mine=False)
    assert leads_to(page.words, file, matter, others, "parties") == {}
    over = replace(samples.SIGNING.sessions[0], closed_at=samples.at(14, 50))
    settled = replace(samples.SIGNING, stage="mediating", sessions=(over,))
    at_table = replace(matter, stage="mediating")
    assert leads_to(page.words, file, at_table, settled, "parties")["label"] == "到协议页写协议"
    assert leads_to(page.words, file, at_table, replace(settled, sessions=()), "parties") == {}


def test_earlier_versions_are_read_one_after_the_other(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    desk.tap("earlierVersions")
    drawn(desk, drafting)
    assert sample.named("version_pages")[-1][2] == 1
    assert desk.find("versionPage_0") is not None
    assert not desk.await_("versionOlder").isEnabled()
    desk.tap("versionNewer")
    drawn(desk, drafting)
    assert sample.named("version_pages")[-1][2] == 2
    press(desk, KEY.Key_Escape)
    assert desk.find("earlierVersion") is None
    assert not drafting.versions.up


def test_others_are_told_whose_the_mediation_is(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    page = case_of(desk)
    assert page.mediation.whose["text"] == ""
    name = samples.SIGNING.mediator_name

    def told(**changes: object) -> dict[str, str]:
        sample.shown = replace(samples.SIGNING, **changes)
        page.mediation.again()
        desk.rest()
        return dict(page.mediation.whose)

    assert "封存" in told(kept_back=2)["text"]
    assert told(mine=False, talks=None, draft=None)["text"].startswith(f"调解员是{name}")
    assert told(mediator_gone=True)["tone"] == "amber"
    sample.shown = replace(samples.SIGNING, mine=False, talks=None, draft=None)
    drafting.record.read()
    desk.rest()
    assert drafting.property("signing")
    assert desk.find("agreementNone") is not None

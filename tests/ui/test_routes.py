"""The routes page: yes or no to each consent, none answered beforehand, none taken for a no."""

from __future__ import annotations

from stationkiosk.ui.common.drive import Drive, wait_for
from tests.ui.fakes import FakeCounter

ANSWERS = ("tell_other_side_no", "delegate_mediation_yes", "e_service_yes", "publish_no")


def to_the_routes(drive: Drive) -> None:
    """Straight to the page, over a walk that has come so far."""
    drive.tap("file")
    drive.on("tiles")
    wait_for(lambda: drive.window.filing.walking.draft.case, "the draft's number")
    drive.window.filing.walking.change("routes")
    drive.on("routes")


def on(drive: Drive, name: str) -> bool:
    return bool(drive.await_(name).property("on"))


def test_no_consent_is_answered_beforehand(drive: Drive) -> None:
    to_the_routes(drive)
    assert on(drive, "route_mediation")
    for answer in ANSWERS:
        consent = answer.rsplit("_", 1)[0]
        assert not on(drive, f"consent_{consent}_yes")
        assert not on(drive, f"consent_{consent}_no")


def test_what_mediation_needs_stands_under_it_and_goes_with_it(drive: Drive) -> None:
    to_the_routes(drive)
    way = drive.place(drive.await_("route_mediation"))
    asked = drive.place(drive.await_("consent_tell_other_side_yes"))
    tops = [drive.place(i).top() for i in drive.shown() if i.objectName().startswith("route_")]
    assert all(top <= way.top() or top > asked.top() for top in tops)
    drive.tap("route_mediation")
    assert drive.find("consent_tell_other_side_yes") is None
    assert drive.find("consent_publish_yes")


def test_an_unanswered_consent_is_asked_about_beside_it_and_is_no_refusal(
    drive: Drive, counter: FakeCounter
) -> None:
    to_the_routes(drive)
    drive.tap("next")
    drive.await_("errorSummary")
    assert drive.page == "routes"
    assert drive.window.filing.walking.walk.state.consents == ()
    drive.tap("problem_tell_other_side")
    assert drive.await_("consent_tell_other_side_yes").hasActiveFocus()
    for answer in ANSWERS:
        drive.tap(f"consent_{answer}")
    assert drive.find("errorSummary") is None
    drive.tap("next")
    wait_for(lambda: drive.window.filing.walking.walk.state.consents, "consents")
    given = {consent.id: consent.given for consent in drive.window.filing.walking.walk.state.consents}
    assert given == {
        "tell_other_side": False,
        "delegate_mediation": True,
        "e_service": True,
        "publish": False,
    }


def test_an_answer_given_takes_nobody_away_from_where_they_are(drive: Drive) -> None:
    to_the_routes(drive)
    drive.tap("next")
    drive.await_("errorSummary")
    drive.tap("consent_publish_no")
    assert drive.await_("consent_publish_no").hasActiveFocus()


def test_ticks_and_answers_outlast_back(drive: Drive) -> None:
    to_the_routes(drive)
    drive.tap("consent_publish_no")
    drive.tap("route_mediation")
    drive.window.filing.back()
    drive.window.filing.walking.change("routes")
    drive.on("routes")
    assert on(drive, "consent_publish_no")
    assert not on(drive, "route_mediation")


def test_whoever_wrote_no_address_is_told_where_papers_are_when_e_service_is_refused(drive: Drive) -> None:
    to_the_routes(drive)
    routes = drive.window.filing.walking._pages.routes

    def refused() -> str:
        rows = [*routes.property("consents"), *(c for w in routes.property("ways") for c in w["consents"])]
        return next(row["refused"] for row in rows if row["id"] == "e_service")

    assert "没有写联系地址" in refused()
    routes.open((), None, {}, {}, addressed=True)
    assert "邮寄给您" in refused()

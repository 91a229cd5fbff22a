"""The work queue: shelves, search, filters, keys, live refresh; few lines are held however long it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt

from stationkiosk.casework.desk.views import Shelf, Urgency
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.desk.paging import HELD_PAGES
from stationkiosk.ui.desk.queue import Queue
from stationkiosk.ui.desk.rows import key_of
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import CLERK, NOW, PASSWORD, FakePlace, forty


def queue_of(drive: DeskDrive) -> Queue:
    found = drive.window.bridges["queue"]
    assert isinstance(found, Queue)
    return found


def count(drive: DeskDrive) -> int:
    return int(drive.await_("queueRows").property("count"))


def lines(drive: DeskDrive) -> list[str]:
    return [row.number for row in queue_of(drive).rows.rows]


def long_list(place: FakePlace, many: int) -> None:
    """Put so many made-up cases into the desk's list."""
    first = forty()[0]
    place.desk.listed = [
        replace(
            first,
            case_id=UUID(int=n + 1),
            number=f"LJ07-20261122-{n:06d}",
            filed_at=NOW - timedelta(minutes=n),
            owner="",
            ended=False,
        )
        for n in range(many)
    ]


def test_shelves_show_how_many_they_hold_and_what_they_hold(desk: DeskDrive, place: FakePlace) -> None:
    counts = place.desk.counts()
    assert desk.await_("shelf_mine").property("count") == str(counts.mine)
    assert desk.await_("shelf_today").property("tone") == "seal"
    desk.tap("shelf_today")
    desk.rest()
    assert count(desk) == counts.today
    desk.tap("shelf_all")
    desk.rest()
    assert count(desk) == counts.all == len(place.desk.listed)


def test_nobody_is_told_to_choose_from_a_list_that_is_empty(desk: DeskDrive) -> None:
    desk.await_("noCase")
    queue_of(desk).search("無此人")
    desk.rest()
    assert count(desk) == 0
    assert desk.find("noCase") is None
    queue_of(desk).search("")
    desk.await_("noCase")


def test_every_urgency_has_a_word_and_the_pressing_ones_a_colour(desk: DeskDrive) -> None:
    desk.tap("shelf_all")
    desk.rest()
    queue = queue_of(desk)
    told = {
        row.urgency: (queue._line(row)["due"], queue._line(row)["tone"])
        for row in queue.rows.rows
        if not row.ended
    }
    assert told[Urgency.TODAY] == ("今天到期", "seal")
    assert told[Urgency.OVERDUE] == ("逾期 2026-11-19", "seal")
    assert told[Urgency.SOON] == ("11-24 到期", "amber")
    assert told[Urgency.NONE] == ("", "ink")
    provisional = next(row for row in queue.rows.rows if row.provisional)
    assert queue._line(provisional)["provisional"] == "暂算"
    ended = next(row for row in queue.rows.rows if row.ended)
    assert queue._line(ended)["due"] == "已结束"


def test_search_narrows_as_one_types_and_enter_opens_the_first(desk: DeskDrive, place: FakePlace) -> None:
    desk.key(Qt.Key.Key_Slash)
    assert desk.focus_name() == "search"
    wanted = next(row for row in forty() if not row.ended and row.owner == "")
    desk.write(wanted.number)
    wait_for(lambda: lines(desk) == [wanted.number], "the one found")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.window.shell.case_id == wanted.case_id
    assert desk.in_the_list()
    desk.key(Qt.Key.Key_Slash)
    desk.key(Qt.Key.Key_Escape)
    wait_for(lambda: count(desk) > 1, "the whole shelf")
    desk.key(Qt.Key.Key_Escape)
    assert desk.in_the_list()


def test_a_search_that_finds_nothing_says_so(desk: DeskDrive) -> None:
    desk.type("search", "没有这个人")
    wait_for(lambda: count(desk) == 0, "nothing")
    assert desk.await_("queueEmpty").property("title") == "没有找到"
    desk.tap("search_empty")
    wait_for(lambda: count(desk) > 1, "the whole shelf")
    assert desk.find("queueEmpty") is None


def test_keys_go_through_the_list_and_the_case_opens_when_they_rest(desk: DeskDrive) -> None:
    queue = queue_of(desk)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K):
        desk.key(key)
    assert queue.property("place") == 1
    wait_for(lambda: desk.window.shell.case_id == queue.rows.rows[1].case_id, "the case")
    desk.key(Qt.Key.Key_End)
    assert queue.property("place") == queue.rows.rowCount() - 1
    desk.key(Qt.Key.Key_Home)
    assert queue.property("place") == 0
    desk.key(Qt.Key.Key_PageDown)
    assert queue.property("place") > 3
    desk.key(Qt.Key.Key_PageUp)
    assert queue.property("place") == 0
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.window.shell.case_id == queue.rows.rows[0].case_id


def test_a_change_elsewhere_renews_lines_and_keeps_place_and_choice(
    desk: DeskDrive, place: FakePlace
) -> None:
    desk.tap("shelf_all")
    desk.rest()
    for _ in range(6):
        desk.key(Qt.Key.Key_J)
    queue, view = queue_of(desk), desk.await_("queueRows")
    view.setProperty("contentY", 700.0)
    chosen = queue.rows.rows[5]
    at = view.property("contentY")
    place.desk.listed[8] = replace(place.desk.listed[8], state=Text("换了一步", "Moved on"))
    place.desk.stir(place.desk.listed[8].case_id)
    wait_for(lambda: queue.rows.rows[8].state.zh == "换了一步", "the new state")
    assert queue.property("place") == 5
    assert queue.property("chosen") == key_of(chosen)
    assert view.property("contentY") == at
    new = replace(place.desk.listed[0], case_id=UUID(int=77), number="LJ07-20261122-99999")
    place.desk.listed.insert(0, new)
    place.desk.stir(new.case_id)
    wait_for(lambda: queue.rows.rows[0].number == new.number, "the new case")
    assert queue.property("chosen") == key_of(chosen)
    assert queue.property("place") == 6
    assert desk.await_("shelf_all").property("count") == str(len(place.desk.listed))


def test_a_batch_of_changes_is_one_refresh(desk: DeskDrive, place: FakePlace) -> None:
    before = len(place.desk.asked)
    for row in forty()[:20]:
        place.desk.stir(row.case_id)
    wait_for(lambda: len(place.desk.asked) > before, "the refresh")
    desk.rest()
    assert len(place.desk.asked) == before + 1


def test_a_long_list_is_paged_by_key_and_only_a_part_is_held(desk: DeskDrive, place: FakePlace) -> None:
    long_list(place, 2000)
    desk.tap("shelf_all")
    desk.rest()
    queue, view = queue_of(desk), desk.await_("queueRows")
    most = HELD_PAGES * place.desk.page_lines
    while lines(desk)[-1] != "LJ07-20261122-001999":
        last = lines(desk)[-1]
        view.setProperty(
            "contentY", view.property("contentHeight") + view.property("originY") - view.height()
        )
        wait_for(lambda last=last: lines(desk)[-1] != last, "the next page")  # type: ignore[misc]
        desk.rest()
        assert count(desk) <= most
    assert lines(desk)[0] > "LJ07-20261122-001000"
    seen = lines(desk)
    assert seen == sorted(seen)
    while lines(desk)[0] != "LJ07-20261122-000000":
        first = lines(desk)[0]
        view.setProperty("contentY", view.property("originY") + 1)
        view.setProperty("contentY", view.property("originY"))
        wait_for(lambda first=first: lines(desk)[0] != first, "the page before")  # type: ignore[misc]
        desk.rest()
        assert count(desk) <= most
    assert lines(desk) == [f"LJ07-20261122-{n:06d}" for n in range(count(desk))]
    queue.choose(3)
    place.desk.stir(None)
    desk.rest()
    assert queue.property("place") == 3


def test_end_goes_to_the_end_of_the_whole_list(desk: DeskDrive, place: FakePlace) -> None:
    long_list(place, 700)
    desk.tap("shelf_all")
    desk.rest()
    desk.await_("queueRows").forceActiveFocus()
    desk.key(Qt.Key.Key_End)
    wait_for(lambda: lines(desk)[-1] == "LJ07-20261122-000699", "the last page")
    desk.rest()
    queue = queue_of(desk)
    assert queue.property("place") == queue.rows.rowCount() - 1
    wait_for(lambda: desk.window.shell.case_id == queue.rows.rows[-1].case_id, "the last case")
    desk.key(Qt.Key.Key_Home)
    wait_for(lambda: lines(desk)[0] == "LJ07-20261122-000000", "the first page")


def test_the_list_is_narrowed_kept_under_a_name_and_used_again(desk: DeskDrive, place: FakePlace) -> None:
    desk.tap("shelf_all")
    desk.tap("narrow")
    desk.tap("track_mediation")
    desk.tap("near_overdue")
    desk.type("since", "20261101")
    desk.type("filterName", "逾期的调解")
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()
    assert desk.find("sheetPaper") is None
    kept = place.desk.kept[0]
    assert kept.name == "逾期的调解"
    assert kept.wanted.tracks == {"mediation"}
    assert kept.wanted.urgency is Urgency.OVERDUE
    assert kept.wanted.since is not None
    assert desk.await_("saved_0").property("here")
    narrowed = count(desk)
    desk.tap("saved_0")
    desk.rest()
    assert count(desk) > narrowed
    desk.tap("saved_0")
    desk.rest()
    assert count(desk) == narrowed
    desk.await_("saved_0").forceActiveFocus()
    desk.key(Qt.Key.Key_Delete)
    wait_for(lambda: desk.find("saved_0") is None, "the list to go")


def test_the_filter_is_left_as_it_was_by_escape(desk: DeskDrive, place: FakePlace) -> None:
    before = count(desk)
    desk.tap("narrow")
    desk.tap("near_overdue")
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert desk.find("sheetPaper") is None
    assert count(desk) == before
    assert desk.in_the_list()


def test_somebody_else_starts_with_an_empty_search_on_their_shelf(desk: DeskDrive) -> None:
    desk.tap("shelf_all")
    desk.type("search", "样本")
    desk.rest()
    desk.window.shell.signOut()
    settle()
    assert queue_of(desk).rows.rowCount() == 0
    desk.window.shell.signIn(CLERK.login, PASSWORD)
    desk.on("cases")
    assert desk.await_("search").property("text") == ""
    shelves = queue_of(desk).property("shelves")
    assert next(shelf["id"] for shelf in shelves if shelf["here"]) == Shelf.MINE

"""Evidence and papers on the desk's screen: drawn in the child process, drafts that leave nothing."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from sqlalchemy import func, select

from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.evidence import keep
from stationkiosk.store.uuid7 import uuid7
from tests.casework.desk.members import desk
from tests.casework.world import World, application
from tests.documents.reading import text_of
from tests.samples import jpeg, moving, pdf


@pytest.fixture
def shown(world: World) -> UUID:
    """A case with a photo, a PDF of two pages and a film."""
    station = world.station
    case_id = uuid7(station.clock, station.random)
    exhibits = []
    for name, kind, data in (
        ("样品.jpg", "image/jpeg", jpeg()),
        ("样品.pdf", "application/pdf", pdf(2)),
        ("样品.mp4", "video/mp4", moving()),
    ):
        kept = keep(station.store, case_id, BytesIO(data))
        exhibits.append(
            Exhibit(
                name, kind, kept.size, kept.sha256, kept.sm3, "usb", station.device, station.clock.now()
            )
        )
    application(station, id=case_id)
    filed = world.counter().file(
        application(station, id=case_id, exhibits=tuple(exhibits), proof_later=True), "press-1"
    )
    return filed.case_id


def test_pictures_pages_and_films_are_looked_at(world: World, shown: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    photo = clerk.sight(shown, 1, 0)
    assert photo.picture
    assert photo.picture.startswith(b"\x89PNG")
    assert (clerk.sight(shown, 2, 1).pages, bool(clerk.sight(shown, 2, 1).picture)) == (2, True)
    reel = clerk.sight(shown, 3, 0)
    assert (reel.media_type, bool(reel.picture)) == ("video/mp4", True)
    for role in (Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN):
        with pytest.raises(Closed):
            desk(world.station, role).sight(shown, 1, 0)


def counted(world: World) -> list[int]:
    kept = (tables.Paper, tables.Journal, tables.Acted, tables.Code, tables.Contact)
    with world.station.store.read() as connection:
        return [
            connection.execute(select(func.count()).select_from(table.__table__)).scalar_one()
            for table in kept
        ]


def test_a_preview_is_marked_as_a_draft_and_leaves_nothing(world: World, shown: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    with pytest.raises(Closed, match="not_in_this_state"):
        clerk.preview(shown, 1, "inquire", {})
    seen = clerk.open(shown)
    seen = clerk.act(shown, 1, "accept", {}, seen.version, seen.matters[0].version, "act-1")
    before = counted(world)
    (draft,) = clerk.preview(shown, 1, "inquire", {})
    assert counted(world) == before
    assert clerk.open(shown) == seen
    assert "草稿" in text_of(draft)


def test_papers_that_no_act_issues_are_made_and_previewed(world: World, shown: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    made = {paper.id: paper for paper in clerk.open(shown).makes}
    assert {"evidence_list", "service_address", "power_of_attorney"} <= set(made)
    asked = {one.id: one.value for one in made["evidence_list"].inputs}
    assert asked == {"party": "1", "language": "zh"}
    before = counted(world)
    (draft,) = clerk.preview_paper(shown, "evidence_list", asked)
    assert counted(world) == before
    assert "草稿" in text_of(draft)
    seen = clerk.make_paper(shown, "evidence_list", asked)
    assert seen.papers[-1].kind == "evidence_list"
    assert clerk.paper(seen.papers[-1].ref).startswith(b"%PDF")
    assert any(entry.what.zh == "制作文书" for entry in seen.journal)
    with pytest.raises(Closed, match="not_made_by_hand"):
        clerk.make_paper(shown, "receipt", {})
    with pytest.raises(Closed, match="not_your_role"):
        desk(world.station, Role.COURT_LIAISON).make_paper(shown, "evidence_list", asked)
    assert not desk(world.station, Role.COURT_LIAISON).open(shown).makes

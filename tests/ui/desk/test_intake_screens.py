"""Every part of intake, calls, messages and likeness: nothing cut, covered, pale or nameless."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle
from stationkiosk.ui.desk.intake import Intake
from stationkiosk.ui.desk.likeness import Alike
from tests.ui import looking
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.fake_taking import EARLIER
from tests.ui.fakes import filed

SHOWN = (
    ((1366, 768), Language.ZH, False),
    ((1366, 768), Language.EN, True),
    ((3840, 2160), Language.ZH, True),
)
SMALL = 1366
Look = Callable[[str], None]


@pytest.mark.parametrize(("size", "language", "large"), SHOWN)
def test_nothing_is_cut_covered_or_without_a_name(
    open_desk: OpenDesk,
    place: FakePlace,
    tmp_path: Path,
    size: tuple[int, int],
    language: Language,
    large: bool,
) -> None:
    (tmp_path / "样本.pdf").write_bytes(b"x" * 4000)
    place.desk.taking.stick = tmp_path
    drive = open_desk(size, language, large=large)
    wrong: list[str] = []

    def look(what: str) -> None:
        drive.rest()
        wrong.extend(f"{what}: {fault}" for fault in _faults(drive))

    bridge = drive.window.bridges["intake"]
    assert isinstance(bridge, Intake)
    drive.window.shell.show("intake")
    drive.on("intake")
    look("first")
    bridge.begin("holder")
    look("kind")
    bridge.choose("trademark")
    look("sheet")
    bridge.taking.file()
    look("to mend")
    if size[0] == SMALL:
        _walk_down(drive, look)
    bridge.taking.copying.copied.emit(EARLIER, "LJ07")
    bridge.taking.proof.add(0)
    bridge.taking.several()
    bridge.taking.batch.add("甲店（样本）\t样本路 1 号\t\n\t\t12")
    look("many sides")
    bridge.taking.filed.emit(filed())
    look("filed")
    for page in ("calls", "messages"):
        drive.window.shell.show(page)
        drive.on(page)
        look(page)
    _likeness(drive, place, look)
    assert not wrong, "\n".join(wrong)


def _walk_down(drive: DeskDrive, look: Look) -> None:
    scroll = drive.await_("formScroll")
    for step in range(1, 4):
        scroll.setProperty("position", step * scroll.height() * 0.8)
        look(f"sheet, down {step}")


def _likeness(drive: DeskDrive, place: FakePlace, look: Look) -> None:
    case_id = place.desk.listed[3].case_id
    place.desk.alike_to = case_id
    drive.window.shell.open_case(case_id)
    drive.rest()
    bridge = drive.window.bridges["alike"]
    assert isinstance(bridge, Alike)
    bridge.compare()
    drive.rest()
    bridge.decide()
    look("alike")


def _faults(drive: DeskDrive) -> list[str]:
    drive.view.grabWindow()
    settle()
    shown = looking.own(drive)
    over = any(item.objectName() == "alikeSheet" for item in shown)
    shown = [item for item in shown if looking.ancestor(item, "overlay" if over else "page")]
    pale = looking.pale(drive, shown) if drive.view.width() == SMALL else []
    return [
        *looking.cut_texts(drive, [item for item in shown if item.property("tip") is None]),
        *looking.overlaps(drive, shown),
        *looking.nameless(drive, shown),
        *(fault for fault in pale if not fault.startswith("edge")),
    ]

"""After a session nothing of it is left: a mark in every field of every journey there is, and then none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtQuick import QQuickItem

from stationkiosk.app import load_reference
from stationkiosk.devices.demo import SHOP
from stationkiosk.journeys.journey import Page
from stationkiosk.settings import Settings
from stationkiosk.ui.common.course import Course
from stationkiosk.ui.common.drive import Drive, items, settle, wait_for
from stationkiosk.ui.common.form import TICKED
from stationkiosk.ui.kiosk.courses import Courses
from tests.endtoend.conftest import Open
from tests.endtoend.remembering import Marks

TELLING = ("claim", "handed_on", "elsewhere")
"""Pages that only tell something, and some only after a code was found right."""

EMPTY_DICTIONARY_BYTES = 40
SMALL = QSize(136, 240)
"""A width of whole words: Qt leaves what fills up a line as it finds it."""

UNSEEN = 40
"""A word on the paper, drawn small, differs by more than this many of 256 greys."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def at_rest(drive: Drive) -> None:
    wait_for(lambda: drive.window.executor.idle, "the worker at rest")
    settle()


def fields(drive: Drive) -> Iterator[QQuickItem]:
    """Every box on the page that takes words, shown or not."""
    for item in items(drive.root, hidden=True):
        if item.metaObject().indexOfProperty("inputMethodHints") >= 0:
            yield item


def fill_the_boxes(drive: Drive, marks: Marks) -> None:
    """Type a mark into every box that can be typed into."""
    for item in list(fields(drive)):
        if item.isVisible() and item.isEnabled():
            item.forceActiveFocus()
            event = QInputMethodEvent()
            event.setCommitString(marks.new())
            QCoreApplication.sendEvent(item, event)
    settle()


def fill_the_page(drive: Drive, page: Page, marks: Marks) -> set[int]:
    """Put a mark into whatever the page takes; return those that the session will know until it ends."""
    known: set[int] = set()
    if page.kind in ("form", "mediation"):
        for row in drive.window.pages.form._rows:
            if row.question.kind in TICKED:
                row.tick(row.question.options[0].id)
            else:
                row.type(marks.new())
                known |= set() if row.question.sealed else {marks.made}
        settle()
    elif page.kind == "sign":
        drive.window.pages.sign.typeInstead(True)
        settle()
        fill_the_boxes(drive, marks)
    elif page.kind == "proof":
        drive.window.pages.proof.look()
        at_rest(drive)
        drive.window.pages.proof.add(0)
        at_rest(drive)
    elif page.kind == "notice":
        fill_the_boxes(drive, marks)
    return known


def walk_along(drive: Drive, course: Course, marks: Marks) -> set[int]:
    """Show every page of a course and leave a mark in each field; return those that are known now."""
    walking = drive.window.filing.walking
    walking.begin(course)
    at_rest(drive)
    known: set[int] = set()
    for page in course.journey().pages:
        if page.kind in TELLING:
            continue
        walking.change(page.id)
        settle()
        assert drive.window.filing.page_id == page.id
        known |= fill_the_page(drive, page, marks)
        if page.kind in ("form", "mediation"):
            drive.window.filing.next()
            at_rest(drive)
    return known


def courses(settings: Settings) -> list[Course]:
    """Every course there is: one for each form, and the pictures of whoever is not sure."""
    reference = load_reference(settings)
    made = Courses(reference)
    forms = [form for form in reference.forms if form != reference.triage.form.id]
    return [*(made.of(form) for form in forms), made.unsure()]


def nothing_is_left(drive: Drive, marks: Marks, home: QImage, *folders: Path) -> None:
    """Look everywhere."""
    drive.on("home")
    at_rest(drive)
    assert marks.in_memory() == {}
    assert marks.in_qml(drive) == {}
    assert marks.in_files(*folders) == []
    assert not marks.within(QGuiApplication.clipboard().text())
    assert not drive.window.thumbnails._pictures
    assert difference(drive.view.grabWindow(), home) < UNSEEN


def difference(one: QImage, other: QImage) -> int:
    """Return how far two pictures are apart where they differ most, in 256 steps of grey.

    Small, so that the edges of letters, which Qt draws in more than one way, do not count.
    """
    small = [_small(picture) for picture in (one, other)]
    return max(abs(a - b) for a, b in zip(*small, strict=True))


def _small(picture: QImage) -> bytes:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(SMALL, mode=smooth).convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(small.constBits())


def learned(folder: Path) -> list[Path]:
    """What the keyboard on the screen learned."""
    return [file for file in folder.rglob("usr_dict.dat") if file.stat().st_size > EMPTY_DICTIONARY_BYTES]


def own_folders(settings: Settings) -> list[Path]:
    """The station's folders, but for the stick, which is the person's own."""
    brought = settings.evidence.folders
    return [place for place in settings.data.iterdir() if place.is_dir() and place not in brought]


def at_home(drive: Drive) -> QImage:
    at_rest(drive)
    drive.window.wipe()
    at_rest(drive)
    drive.root.forceActiveFocus()
    settle()
    return drive.view.grabWindow()


def test_no_field_of_any_journey_is_remembered(
    open_kiosk: Open, settings: Settings, fresh_home: Path, temporary: Path
) -> None:
    marks = Marks()
    stick = settings.evidence.folders[0]
    shutil.move(stick / SHOP, stick / f"0 {marks.new()}.jpg")
    drive = open_kiosk()
    home = at_home(drive)
    for course in courses(settings):
        known = walk_along(drive, course, marks)
        QGuiApplication.clipboard().setText(marks.new())
        before = marks.in_memory()
        assert known <= set(before), f"{course.form.id}: the marks were not there to begin with"
        drive.window.kiosk.end(True)
        elsewhere = [
            folder for folder in settings.data.iterdir() if folder not in settings.evidence.folders
        ]
        places = [fresh_home, temporary, *(place for place in elsewhere if place.is_dir())]
        nothing_is_left(drive, marks, home, *places)
    assert learned(fresh_home) == []


def test_no_field_of_the_other_pages_is_remembered(
    open_kiosk: Open, settings: Settings, fresh_home: Path, temporary: Path
) -> None:
    marks = Marks()
    drive = open_kiosk()
    home = at_home(drive)
    for opened in (
        drive.window.kiosk.track,
        drive.window.kiosk.message,
        lambda: drive.window.kiosk.open("resume"),
        lambda: drive.window.admin.passed.emit(),
    ):
        opened()
        settle()
        assert drive.page != "home"
        fill_the_boxes(drive, marks)
        assert marks.in_qml(drive)
        drive.window.kiosk.end(True)
        nothing_is_left(drive, marks, home, fresh_home, temporary, *own_folders(settings))


def test_the_search_finds_what_it_is_to_find(tmp_path: Path) -> None:
    marks = Marks()
    held = {"kept": (marks.new(), [marks.new().encode()])}
    assert set(marks.in_memory()) == {1, 2}
    (tmp_path / "kept").write_text(marks.new(), "utf-16-le")
    assert marks.in_files(tmp_path) == [str(tmp_path / "kept")]
    assert held
    held.clear()
    assert marks.in_memory() == {}

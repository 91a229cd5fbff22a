"""Every page of every form, all its questions asked and unanswered: taken from the forms themselves."""

from __future__ import annotations

import pytest

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import FormPage
from stationkiosk.domain.text import Language
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import Drive, settle
from tests.ui.conftest import Open
from tests.ui.looking import faults
from tests.ui.screens import stretch_words

LOOKS = [
    pytest.param((1080, 1920), Language.ZH, False, False, id="portrait", marks=pytest.mark.long),
    pytest.param((1280, 800), Language.ZH, True, False, id="small-large"),
    pytest.param((1080, 1920), Language.EN, True, True, id="portrait-large-stretched"),
    pytest.param((1280, 800), Language.EN, False, True, id="small-stretched", marks=pytest.mark.long),
]


def put_up(drive: Drive, page: FormPage) -> None:
    """Show a page with every question, and with the problem of each that has to be answered."""
    form = drive.window.pages.form
    form.open(page, {}, {}, lambda _raw: page.questions)
    drive.window.kiosk.show("form")
    form.blame(tuple(Problem(q.id, f"missing.{q.id}") for q in page.questions if not q.optional))
    drive.view.grabWindow()
    settle()


@pytest.mark.parametrize(("shape", "language", "large", "longer"), LOOKS)
def test_every_page_of_every_form_is_whole(
    open_kiosk: Open,
    reference: Reference,
    monkeypatch: pytest.MonkeyPatch,
    shape: tuple[int, int],
    language: Language,
    large: bool,
    longer: bool,
) -> None:
    if longer:
        stretch_words(monkeypatch)
    drive = open_kiosk(shape, language, large=large)
    found = []
    seen: set[FormPage] = set()
    for name, form in reference.forms.items():
        for page in form.pages:
            if page in seen:
                continue
            seen.add(page)
            put_up(drive, page)
            found += [f"{name}.{page.id}: {line}" for line in faults(drive, language)]
    assert not found, "\n".join(found)
    assert seen

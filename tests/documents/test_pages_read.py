"""The words of a page as they are read aloud."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from stationkiosk.documents.pictures import count, page_picture, page_text, pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    out = BytesIO()
    sheet = Canvas(out, invariant=True)
    for lines in (
        ("Agreement", "The other side pays a sum of 18,000 yuan", "by the day below.", "20 December 2026"),
        ("The second page",),
    ):
        for at, line in enumerate(lines):
            sheet.drawString(72, 700 - 20 * at, line)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_a_line_that_was_full_goes_on_in_the_next(pdf: bytes) -> None:
    assert page_text(pdf, 0).splitlines() == [
        "Agreement",
        "The other side pays a sum of 18,000 yuan by the day below.",
        "20 December 2026",
    ]


def test_one_page_is_drawn_as_all_of_them_are(pdf: bytes) -> None:
    assert count(pdf) == 2
    assert page_picture(pdf, 1, 60) == pages(pdf, 60)[1]
    assert page_text(pdf, 1) == "The second page"

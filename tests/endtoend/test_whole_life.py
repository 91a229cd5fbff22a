"""A dispute with everything real: filed by touch, the paper in hand, followed by its code, verified."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from stationkiosk.app import open_station
from stationkiosk.documents.pictures import pages
from stationkiosk.domain.text import Language
from stationkiosk.settings import Settings
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return words


def shown(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


@pytest.mark.parametrize(
    ("size", "language", "large"),
    [
        ((1080, 1920), Language.ZH, False),
        ((1080, 1920), Language.EN, True),
        ((1920, 1080), Language.EN, False),
        ((1920, 1080), Language.ZH, True),
        ((1280, 800), Language.ZH, False),
    ],
)
def test_a_dispute_filed_by_touch_leaves_with_its_receipt(
    open_kiosk: Open,
    settings: Settings,
    pictures: Path,
    size: tuple[int, int],
    language: Language,
    large: bool,
) -> None:
    drive = open_kiosk(size, language, large=large)
    folder = pictures / f"{size[0]}x{size[1]}-{language}{'-large' if large else ''}"
    count = iter(range(1, 100))
    file_a_dispute(drive, lambda name: drive.picture(folder / f"{next(count):02d}-{name}.png"))
    to_the_receipt(drive, lambda name: drive.picture(folder / f"{next(count):02d}-{name}.png"))
    number, code = shown(drive, "caseNumber"), shown(drive, "receiptCode")

    (printed,) = settings.printer.folder.glob("*.pdf")
    words = text_of(printed)
    assert number in words
    assert code in words
    assert "张三样本" in words
    for n, picture in enumerate(pages(printed.read_bytes(), 110), 1):
        (folder / f"receipt-{n}.png").write_bytes(picture)

    drive.tap("next")
    drive.on("home")
    drive.tap("track")
    drive.on("track")
    drive.type("code", code)
    drive.tap("next")
    drive.on("progress")
    drive.picture(folder / f"{next(count):02d}-progress.png")

    station = open_station(settings)
    found = verify(station.store, station.keys)
    station.close()
    assert found.ok, found.findings
    assert found.cases == 1

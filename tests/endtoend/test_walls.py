"""What was said for one pair of eyes, and what is personal, is found nowhere it should not be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_text
from stationkiosk.settings import Settings
from stationkiosk.store.base import Base
from stationkiosk.store.tables import Sealed
from stationkiosk.ui.common.drive import Drive
from stationkiosk.ui.kiosk.sample import ID_NUMBER, file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open

MARK = "底线是捌仟伍佰样品元"
NAME = "张三样本"
PHONE = "13800138000"


def file_with_a_word_for_the_mediator(drive: Drive) -> None:
    def seen(page: str) -> None:
        if page == "wishes":
            drive.type("q_mediator_note", MARK)

    file_a_dispute(drive, seen)
    to_the_receipt(drive)
    drive.tap("next")
    drive.on("home")


def files_below(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file())


def holds(content: bytes, word: str) -> bool:
    return any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "gb18030"))


def test_a_word_for_the_mediator_is_readable_to_the_mediator_alone(
    open_kiosk: Open, settings: Settings, fresh_home: Path
) -> None:
    file_with_a_word_for_the_mediator(open_kiosk())
    station = open_station(settings)
    with station.store.read() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                kept = repr(tuple(row)).encode() + b"".join(v for v in row if isinstance(v, bytes))
                assert not holds(kept, MARK), table.name
        (box,) = connection.execute(select(Sealed.box)).scalars()
    station.close()
    for file in files_below(settings.data, fresh_home):
        assert not holds(file.read_bytes(), MARK), file
    for paper in settings.printer.folder.glob("*.pdf"):
        words = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper))
        assert MARK not in words
    mediator = load_keys(settings.keys_folder, desk=True)
    assert mediator.seal_private
    assert open_text(mediator.seal_private, box, b"mediator_note") == MARK


def test_after_a_session_nothing_personal_lies_outside_the_store(
    open_kiosk: Open, settings: Settings, fresh_home: Path
) -> None:
    file_with_a_word_for_the_mediator(open_kiosk())
    places = (settings.log_folder, settings.store_file.parent, settings.keys_folder, fresh_home)
    for file in files_below(*places):
        content = file.read_bytes()
        assert not [word for word in (NAME, ID_NUMBER, PHONE) if holds(content, word)], file

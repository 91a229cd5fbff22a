"""Everything that lies open at a station: rows, files, the words of papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.documents.pictures import pages
from stationkiosk.settings import Settings
from stationkiosk.store.base import Base


def holds(content: bytes, word: str) -> bool:
    """Tell whether a word stands in some bytes, in any of the ways Chinese is written here."""
    return any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "gb18030"))


def rows(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Return every row of the store, with the name of its table."""
    station = open_station(settings)
    with station.store.read() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield (
                    table.name,
                    repr(tuple(row)).encode() + b"".join(v for v in row if isinstance(v, bytes)),
                )
    station.close()


def files(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Return every file below some folders."""
    for folder in folders:
        yield from ((str(file), file.read_bytes()) for file in folder.rglob("*") if file.is_file())


def words_of(pdf: Path) -> str:
    """Return what a paper says."""
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return words


def papers(settings: Settings) -> dict[str, str]:
    """Return what every printed paper says, by its file."""
    return {paper.name: words_of(paper) for paper in settings.printer.folder.glob("*.pdf")}


def picture_papers(settings: Settings, folder: Path) -> None:
    """Keep a picture of each page of every printed paper."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in settings.printer.folder.glob("*.pdf"):
        for n, picture in enumerate(pages(paper.read_bytes(), 110), 1):
            (folder / f"{paper.stem}-{n}.png").write_bytes(picture)

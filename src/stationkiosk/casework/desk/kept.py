"""What a case holds beside its story: evidence, papers, and the attempts to reach its parties."""

from __future__ import annotations

from datetime import datetime

from stationkiosk.casework.contacts import RESULTS, WAYS, result_text, way_text
from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.seeing import Sees
from stationkiosk.casework.desk.story import brought_by
from stationkiosk.casework.desk.views import Choice, ContactShown, ExhibitShown, PaperShown
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.application import PURPOSES
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import Words


def exhibits(words: Words, rows: CaseRows) -> tuple[ExhibitShown, ...]:
    """Return the pieces of evidence in the order they were entered."""
    return tuple(
        ExhibitShown(
            n=row.n,
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            pages=row.pages,
            sha256=row.sha256,
            brought_by=brought_by(words, rows, row.party_n),
            purpose=row.purpose if row.purpose in PURPOSES else "",
            source=_source(words, row),
            received_at=row.received_at,
        )
        for row in rows.exhibits
    )


def papers(
    words: Words, rows: CaseRows, watcher: Sees, corrected_at: datetime | None
) -> tuple[PaperShown, ...]:
    """Return the papers that are seen of those issued, and which are from before a correction."""
    return tuple(
        PaperShown(
            ref=PaperRef(rows.case.id, row.n),
            kind=row.kind,
            title=_title(words, rows, row),
            number=row.number,
            issued_at=row.issued_at,
            language=row.language,
            copies=rows.copies.get(row.n, 0),
            before_correction=corrected_at is not None and row.issued_at <= corrected_at,
        )
        for row in rows.papers
        if watcher.paper(row.kind)
    )


def _title(words: Words, rows: CaseRows, paper: Record) -> Text:
    """Return a paper's title, with whose it is where each side has one of its own."""
    title, whose = words.text(f"paper.{paper.kind}.title"), rows.holders.get(paper.n, "")
    sides = {rows.holders.get(one.n, "") for one in rows.papers if one.kind == paper.kind}
    if len(sides) == 1 or not words.has(f"casefile.party.{whose}"):
        return title
    return words.text("casefile.paper_for").put(title=title, whose=words.text(f"casefile.party.{whose}"))


def ways(station: Station) -> tuple[Choice, ...]:
    """Return the ways in which a party may be reached."""
    today = station.today()
    listed = (row for name in WAYS for row in station.reference.choices(name, today))
    return tuple({row.option: Choice(row.option, row.label) for row in listed}.values())


def results(station: Station) -> tuple[Choice, ...]:
    """Return what may come of an attempt to reach a party."""
    listed = station.reference.choices(RESULTS, station.today())
    return tuple(Choice(row.option, row.label) for row in listed)


def contacts(station: Station, rows: CaseRows) -> tuple[ContactShown, ...]:
    """Return the attempts to reach a party, the newest first."""
    return tuple(_contact(station, rows, row) for row in reversed(rows.contacts))


def _contact(station: Station, rows: CaseRows, row: Record) -> ContactShown:
    words = station.reference.words
    party = rows.party(row.party_n)
    paper = next((p for p in rows.papers if p.n == row.paper_n), None)
    return ContactShown(
        n=row.n,
        party=party.name if party is not None else "",
        way=way_text(station, row.way),
        result=result_text(station, row.result),
        paper=words.text(f"paper.{paper.kind}.title") if paper is not None else None,
        made_by=row.made_by,
        made_at=row.made_at,
    )


def _source(words: Words, row: Record) -> Text:
    key = f"casefile.from_{row.source}"
    return words.text(key) if words.has(key) else Text(row.source, row.source)

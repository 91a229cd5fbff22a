"""An agreement beside its floors: the last term to the draft on screen, the last hand to the printer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stationkiosk.app import create_station, open_station
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.documents.pictures import pages
from stationkiosk.settings import checked
from tests.benchmarks.figures import Figure, interleaved, median
from tests.benchmarks.filing import ROWS_BYTES, SITE
from tests.benchmarks.receipts import bare_page
from tests.benchmarks.sample import sample_data
from tests.casework.mediating.settled import FILER_N, OTHER_N, STROKES, Table, sit_down, terms
from tests.casework.members import enrol

ROUNDS = 12
DPI = 110
PAPERS = 3
"""The agreement, and for each side a summary."""


@contextmanager
def desk_station() -> Iterator[Station]:
    """A station as a desk has it open, with its members, in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        settings = checked(SITE, Path(folder))
        create_station(settings, "246810")
        settings.printer.folder.mkdir()
        opened = open_station(settings, desk=True)
        enrol(opened)
        try:
            yield opened
        finally:
            opened.close()


def term_to_draft() -> Figure:
    """From the last key of a term to its checked pages, as pictures on the screen."""
    with desk_station() as opened:
        table, written, data = sit_down(opened), terms(opened.today()), sample_data()

        def ours() -> None:
            table.desk.weigh_agreement(table.case_id, 1, written, wishes_confirmation=True)
            made = table.desk.agreement_pages(table.case_id, 1, written, wishes_confirmation=True)
            pages(made, DPI)

        def floor() -> None:
            pages(bare_page(data), DPI)

        mine, bare = interleaved((ours, floor), ROUNDS)
    is_ = "a bare reportlab page, drawn at the same size"
    return Figure("term_to_draft", median(mine), "ms", median(bare), 4.0, is_)


def agreement_to_paper() -> Figure:
    """From the last signature to the agreement and both summaries at the printer."""
    with desk_station() as opened, tempfile.TemporaryFile() as log:
        waiting = [_sealed_next(opened) for _ in range(ROUNDS + 3)]
        data, row = sample_data(), os.urandom(ROWS_BYTES)

        def ours() -> None:
            table = waiting.pop()
            table.do("seal_agreement", text_sha256=table.draft().text_sha256)
            for paper in papers_of(opened, table.case_id)[-PAPERS:]:
                table.desk.print_paper(PaperRef(table.case_id, paper.n), "first")

        def floor() -> None:
            for _ in range(PAPERS):
                log.write(row)
                log.flush()
                os.fdatasync(log.fileno())
                bare_page(data)

        mine, bare = interleaved((ours, floor), ROUNDS)
    is_ = "three fdatasync commits and three bare reportlab pages"
    return Figure("agreement_to_paper", median(mine), "ms", median(bare), 10.0, is_)


def _sealed_next(opened: Station) -> Table:
    """Return a case in which the seal alone is missing."""
    table = sit_down(opened)
    table.save(terms(opened.today()))
    table.fix()
    table.sign(FILER_N)
    table.sign(OTHER_N)
    table.do("sign_mediator", text_sha256=table.draft().text_sha256, strokes=STROKES)
    return table

"""A desk that answers with the made-up cases of ``case_samples``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from stationkiosk.casework.desk.views import (
    CaseFile,
    Line,
    Member,
    Undoable,
)
from stationkiosk.casework.mediating.shown import MediationShown, ScreenShown
from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.views import CopyState, CopyView, PaperRef, Sight
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Changed
from stationkiosk.domain.text import Text
from tests.ui.desk.case_samples import INVITE, LIVE, NOW, entry
from tests.ui.desk.mediation_samples import BARE, SCREEN

MEMBERS = (
    Member("li", "李四样本", frozenset({Role.CLERK}), True, False, None),
    Member("wu", "吴五样本", frozenset({Role.OFFICER}), True, False, None),
    Member("gone", "赵六样本", frozenset({Role.CLERK}), False, False, None),
)


@cache
def pdf(pages: int = 2) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for n in range(pages):
        canvas.drawString(72, 720, f"Sample paper, page {n + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@dataclass
class SampleDesk:
    """Answers as the desk does. ``trouble`` maps a method's name to what it raises, once each."""

    file: CaseFile = LIVE
    trouble: dict[str, list[Exception]] = field(default_factory=dict)
    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    state: CopyState = CopyState.SETTLED
    cases: dict[UUID, CaseFile] = field(default_factory=dict)

    def _called(self, name: str, *given: object) -> None:
        self.calls.append((name, given))
        if self.trouble.get(name):
            raise self.trouble[name].pop(0)

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [given for called, given in self.calls if called == name]

    def open(self, case_id: UUID) -> CaseFile:
        self._called("open", case_id)
        return self.cases.get(case_id, self.file)

    def act(
        self,
        case_id: UUID,
        matter_n: int,
        action: str,
        inputs: Mapping[str, str],
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        self._called(
            "act", case_id, matter_n, action, dict(inputs), case_version, matter_version, client_key
        )
        if case_version != self.file.version:
            raise Changed("case", case_version, self.file.version)
        self.file = moved_on(self.file, action)
        return self.file

    def preview(
        self, case_id: UUID, matter_n: int, action: str, inputs: Mapping[str, str]
    ) -> tuple[bytes, ...]:
        self._called("preview", case_id, matter_n, action, dict(inputs))
        return (pdf(),)

    def undo(self, case_id: UUID) -> CaseFile:
        self._called("undo", case_id)
        self.file = replace(self.file, version=self.file.version + 1, undoable=None)
        return self.file

    def correct(self, case_id: UUID, field: str, value: str, reason: str, case_version: int) -> CaseFile:
        self._called("correct", case_id, field, value, reason, case_version)
        if case_version != self.file.version:
            raise Changed("case", case_version, self.file.version)
        return self.file

    def open_reporter(self, case_id: UUID, reason: str) -> tuple[Line, ...]:
        self._called("open_reporter", case_id, reason)
        return (Line(Text("举报人", "Reporter"), Text("钱七样本", "钱七样本")),)

    def contact(self, case_id: UUID, party_n: int, way: str, result: str, *rest: object) -> CaseFile:
        self._called("contact", case_id, party_n, way, result, *rest)
        return self.file

    def make_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> CaseFile:
        self._called("make_paper", case_id, kind, dict(inputs))
        return self.file

    def preview_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> tuple[bytes, ...]:
        self._called("preview_paper", case_id, kind, dict(inputs))
        return (pdf(),)

    def sight(self, case_id: UUID, exhibit_n: int, page: int) -> Sight:
        self._called("sight", case_id, exhibit_n, page)
        media = self.file.exhibits[exhibit_n - 1].media_type
        picture = None if media.startswith("audio") else picture_of(exhibit_n)
        pages = self.file.exhibits[exhibit_n - 1].pages
        return Sight(media, pages, 95 if not pages and exhibit_n > 2 else 0, picture)

    def paper(self, ref: PaperRef) -> bytes:
        self._called("paper", ref)
        return pdf()

    def printers_for(self, ref: PaperRef) -> tuple[PrinterOffered, ...]:
        self._called("printers_for", ref)
        return (
            PrinterOffered("ipp-1", Text("受理室（样品）", "Office (sample)"), True),
            PrinterOffered("folder", Text("存成文件", "Saved as a file"), False, "printer_missing"),
        )

    def settle_copy(self, ref: PaperRef, n: int, end: str, reason: str) -> CopyView:
        self._called("settle_copy", ref, n, end, reason)
        state = CopyState.IN_HAND if end == "in_hand" else CopyState.FAILED
        return CopyView(ref, n, state, "sample")

    def print_paper(self, ref: PaperRef, reason: str, printer: str = "") -> CopyView:
        self._called("print_paper", ref, reason, *filter(None, (printer,)))
        return CopyView(ref, 1, CopyState.SPOOLED, "sample")

    def copy(self, copy: CopyView) -> CopyView:
        self._called("copy", copy)
        return replace(copy, state=self.state)

    def mediation(self, case_id: UUID, matter_n: int) -> MediationShown:
        self._called("mediation", case_id, matter_n)
        return replace(BARE, case_id=case_id, matter_n=matter_n)

    def screens(self) -> tuple[ScreenShown, ...]:
        self._called("screens")
        return (SCREEN,)

    def members(self) -> tuple[Member, ...]:
        self._called("members")
        return MEMBERS


@cache
def picture_of(n: int) -> bytes:
    """Return a made-up picture of a shop, other colours for each number."""
    picture = Image.new("RGB", (1200, 800), (225 - 12 * n, 214, 190 + 8 * n))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((80, 300, 1120, 800), fill=(246, 240, 226))
    draw.rectangle((80, 190, 1120, 320), fill=(150 - 20 * n, 50 + 20 * n, 40))
    for left in (160, 500, 840):
        draw.rectangle((left, 400, left + 240, 800), fill=(96, 120, 128))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def moved_on(file: CaseFile, action: str) -> CaseFile:
    """Return the case after an act: another version, one more entry, the act gone from what comes next."""
    matter = file.matters[0]
    rest = tuple(one for one in matter.actions if one.id not in (action, "refuse"))
    after = replace(
        matter,
        version=matter.version + 1,
        state=Text("已受理", "Accepted"),
        owner="clerk1",
        actions=(
            *rest,
            INVITE,
        ),
    )
    return replace(
        file,
        version=file.version + 1,
        matters=(after, *file.matters[1:]),
        journal=(*file.journal, entry(len(file.journal) + 1, 30, Text("受理", "Accepted"))),
        undoable=Undoable(1, Text("受理", "Acceptance"), NOW),
    )

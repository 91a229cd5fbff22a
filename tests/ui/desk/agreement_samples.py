"""Made-up pages of an agreement that say what its terms say, so that a change of words shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from stationkiosk.casework.mediating.shown import TermsWritten
from stationkiosk.domain.clauses import draft
from tests.ui.conftest import RESOURCES
from tests.ui.desk.mediation_samples import library

FONT = "sample"


@cache
def _style(size: int) -> ParagraphStyle:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf")))
    return ParagraphStyle(FONT, fontName=FONT, fontSize=size, leading=1.5 * size, wordWrap="CJK")


def pages_of(terms: TermsWritten, wishes: bool) -> bytes:
    """Return a PDF with every term in words."""
    out = BytesIO()
    told = [Paragraph("调解协议书（样本）", _style(18)), Spacer(1, 24)]
    for n, (clause, values) in enumerate(terms, 1):
        told += [Paragraph(f"{n}. {draft(library()[clause], values).zh}", _style(12)), Spacer(1, 10)]
    told.append(Paragraph("双方希望申请司法确认。" if wishes else "双方不申请司法确认。", _style(12)))
    SimpleDocTemplate(out, invariant=1).build(told)
    return out.getvalue()

"""The receipt beside its peers: the same words, in the same places, on the same pages.

``ours`` lays the receipt out from its data. The peers are spared that: they are handed each
line with its place, size and weight, and the rectangles of the QR codes, and only have to set
them. All use the same cut font. Each call gets another case number, so that no peer answers
from a cache.

    python -m tests.benchmarks.receipts
"""

from __future__ import annotations

import gc
import html
import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stationkiosk.documents import paper, qr, receipt
from stationkiosk.documents.fonts import shipped_fonts
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Code, Words
from stationkiosk.documents.press import Press
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import A4
from stationkiosk.domain.text import Language
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import Words as FixedWords
from stationkiosk.reference.words import load_words
from tests.benchmarks.sample import sample_data

if TYPE_CHECKING:
    import typst
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

NUMBER = sample_data()["number"]
FAMILY = "Station Paper Sans"
FONTS = {
    bold: resources() / "fonts" / f"StationPaperSans-{'Bold' if bold else 'Regular'}.ttf"
    for bold in (False, True)
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its baseline's left end in points from the top left corner."""

    x: float
    y: float
    text: str
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page; boxes are (x, y, width, height) from the top left corner."""

    lines: tuple[Line, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@cache
def layout() -> tuple[Page, ...]:
    """Return the sample receipt as lines and boxes, laid out once."""
    words = FixedWords(load_words(resources() / "i18n"))
    frame = Frame(shipped_fonts(), A4, words, Language.ZH, A4.inner)
    pages = []
    for sheet in paper.sheets(frame, receipt.compose(frame, Record(sample_data(), Language.ZH))):
        lines, boxes = [], []
        for x, y, marks in sheet.placed:
            for mark in marks:
                if isinstance(mark, Words):
                    lines.append(Line(x + mark.x, y + mark.y, mark.text, mark.size, mark.bold))
                elif isinstance(mark, Code):
                    side, runs = qr.modules(mark.text)
                    step, left, top = mark.size / side, x + mark.x, y + mark.y
                    boxes += [(left + a * step, top + b * step, w * step, step) for a, b, w in runs]
        pages.append(Page(tuple(lines), tuple(boxes)))
    return tuple(pages)


def _text(line: Line, data: dict[str, Any]) -> str:
    return line.text.replace(NUMBER, data["number"])


def _weight(bold: bool) -> int:
    return 700 if bold else 400


@cache
def _svg(page: Page) -> str:
    path = "".join(f"M{x:.2f} {y:.2f}h{w:.2f}v{h:.2f}h-{w:.2f}z" for x, y, w, h in page.boxes)
    size = f"width='{A4.width}pt' height='{A4.height}pt' viewBox='0 0 {A4.width} {A4.height}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}><path d='{path}'/></svg>"


@cache
def _press() -> Press:
    return Press()


def ours(data: dict[str, Any]) -> bytes:
    """Return the receipt as the product makes it, from its data."""
    return _press().render("receipt", data, "a4", Language.ZH)


def bare_page(data: dict[str, Any]) -> bytes:
    """Return the words by reportlab's plain canvas: no layout, no QR code, no care for rare characters."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for path in FONTS.values():
        if path.stem not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(path.stem, str(path)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(A4.width, A4.height), pageCompression=1, invariant=1)
    for page in layout():
        for line in page.lines:
            canvas.setFont(FONTS[line.bold].stem, line.size)
            canvas.drawString(line.x, A4.height - line.y, _text(line, data))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def _typst() -> typst.Compiler:
    import typst

    source = Path(tempfile.mkdtemp(prefix="receipts-")) / "page.typ"
    source.write_text(_typst_source(), "utf-8")
    return typst.Compiler(str(source), font_paths=[str(resources() / "fonts")], ignore_system_fonts=True)


def _typst_source() -> str:
    return f"""
#set page(width: {A4.width}pt, height: {A4.height}pt, margin: 0pt)
#set text(font: "{FAMILY}", top-edge: "baseline", bottom-edge: "baseline")
#let pages = json(bytes(sys.inputs.pages))
#for (n, p) in pages.enumerate() {{
  if n > 0 {{ pagebreak() }}
  for (x, y, body, size, weight) in p.lines {{
    place(top + left, dx: x * 1pt, dy: y * 1pt, text(size: size * 1pt, weight: weight, body))
  }}
  place(top + left, image(bytes(p.code), format: "svg", width: {A4.width}pt))
}}
"""


def typst_page(data: dict[str, Any]) -> bytes:
    """Return the page by typst, with its compiler kept warm."""
    pages = [
        {
            "lines": [
                [line.x, line.y, _text(line, data), line.size, _weight(line.bold)] for line in page.lines
            ],
            "code": _svg(page),
        }
        for page in layout()
    ]
    made: Any = _typst().compile(format="pdf", sys_inputs={"pages": json.dumps(pages)})
    return bytes(made)


def fpdf2_page(data: dict[str, Any]) -> bytes:
    """Return the page by fpdf2."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(A4.width, A4.height))
    for bold, path in FONTS.items():
        pdf.add_font(FAMILY, "B" if bold else "", path)
    pdf.set_auto_page_break(False)
    for page in layout():
        pdf.add_page()
        for line in page.lines:
            pdf.set_font(FAMILY, "B" if line.bold else "", line.size)
            pdf.text(line.x, line.y, _text(line, data))
        for box in page.boxes:
            pdf.rect(*box, style="F")
    return bytes(pdf.output())


def weasyprint_page(data: dict[str, Any]) -> bytes:
    """Return the page by WeasyPrint, with its fonts kept loaded."""
    from weasyprint import HTML

    sheet, fonts = _weasyprint_style()
    made: Any = HTML(string=_html(data)).write_pdf(stylesheets=[sheet], font_config=fonts)
    return bytes(made)


@cache
def _weasyprint_style() -> tuple[CSS, FontConfiguration]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: paper; font-weight: {_weight(bold)}; src: url('{path.as_uri()}') }}\n"
        for bold, path in FONTS.items()
    )
    rules = f"""
        @page {{ size: {A4.width}pt {A4.height}pt; margin: 0 }}
        body {{ margin: 0; font-family: paper }}
        section {{ position: relative; height: {A4.height}pt; break-after: page }}
        p {{ position: absolute; margin: 0; line-height: 0; white-space: pre }}
        svg {{ position: absolute; top: 0; left: 0 }}
    """
    return CSS(string=faces + rules, font_config=fonts), fonts


def _html(data: dict[str, Any]) -> str:
    sections = []
    for page in layout():
        lines = "".join(
            f"<p style='left:{line.x:.2f}pt;top:{line.y:.2f}pt;font-size:{line.size}pt;"
            f"font-weight:{_weight(line.bold)}'>{html.escape(_text(line, data))}</p>"
            for line in page.lines
        )
        sections.append(f"<section>{lines}{_svg(page)}</section>")
    return f"<!doctype html><html lang='zh'><body>{''.join(sections)}</body></html>"


Maker = Callable[[dict[str, Any]], bytes]

PEERS: dict[str, Maker] = {
    "typst": typst_page,
    "fpdf2": fpdf2_page,
    "weasyprint": weasyprint_page,
}


def seconds(makers: Mapping[str, Maker], rounds: int) -> dict[str, float]:
    """Return each maker's median time for one warm receipt, taken in turns; every round has its number."""
    data = sample_data()
    times: dict[str, list[float]] = {name: [] for name in makers}
    gc.collect()
    gc.freeze()
    for n in range(rounds + 2):
        data["number"] = f"LJ07A-20261122-{n:05d}-7"
        for name, make in makers.items():
            begun = time.perf_counter()
            make(data)
            times[name].append(time.perf_counter() - begun)
    gc.unfreeze()
    return {name: statistics.median(taken[2:]) for name, taken in times.items()}


def main() -> None:
    """Print the table, and leave each maker's pages in a folder to look at."""
    quick: dict[str, Maker] = {"ours": ours, "bare reportlab": bare_page, "typst": typst_page}
    slow = {name: make for name, make in PEERS.items() if name not in quick}
    taken = seconds(quick, 60) | seconds(slow, 3)
    for name, one in taken.items():
        print(f"{name:15} {one * 1000:8.2f} ms  {1 / one:7.1f} a second  {one / taken['ours']:6.1f} x ours")
    folder = Path(tempfile.mkdtemp(prefix="receipts-"))
    for name, make in (quick | slow).items():
        (folder / f"{name}.pdf").write_bytes(make(sample_data()))
    print(f"pages in {folder}")


if __name__ == "__main__":
    main()

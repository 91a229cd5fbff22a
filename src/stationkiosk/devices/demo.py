"""Made-up evidence for a demo station: everything in it says that it is a sample."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from stationkiosk.devices.files import write_whole

FONT = "NotoSansSC-Bold.ttf"
SHOP = "样品 店面照片 SAMPLE shop.jpg"
GOODS = "样品 商品照片 SAMPLE goods.jpg"
CERTIFICATE = "样品 商标注册证 SAMPLE certificate.pdf"

_SIZE = (1600, 1200)
_MARK = "样品 SAMPLE"
_SKY, _WALL, _SIGN, _GLASS, _WOOD, _INK = "#c9dbe6", "#d9cdb8", "#a8342a", "#5d7078", "#7a5a3c", "#1b2438"
_GOODS_COLOURS = ("#c94f3d", "#e0a83a", "#3f7d58", "#4a6fa5", "#8a5a83", "#d07f45")
_PAGES = (
    (
        "样品 · 不是真的证书",
        "SAMPLE · NOT A REAL CERTIFICATE",
        (
            "商标  Trademark：样品牌 SAMPLEBRAND",
            "注册号  Number：00000000（虚构 made up）",
            "类别  Class：25 服装 clothing",
            "注册人  Owner：样品有限公司 Sample Ltd（虚构 made up）",
            "有效期  Valid：2020-01-01 — 2029-12-31",
        ),
    ),
    (
        "样品 · 商品清单",
        "SAMPLE · LIST OF GOODS",
        (
            "1  上衣 jackets",
            "2  裤子 trousers",
            "3  帽子 hats",
            "本页内容全部虚构，只用于演示。",
            "All of this page is made up, for demonstration only.",
        ),
    ),
)


def make_samples(folder: Path, fonts_dir: Path) -> tuple[Path, ...]:
    """Write made-up evidence into ``folder``, made if need be, and return the files' paths.

    Two photos and a PDF of two pages. ``fonts_dir`` holds the shipped fonts. The same bytes
    come out each time; a file already there is left as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    font = fonts_dir / FONT
    for name, make in ((SHOP, shop_photo), (GOODS, goods_photo), (CERTIFICATE, certificate)):
        if not (folder / name).exists():
            write_whole(folder, name, make(font))
    return tuple(folder / name for name in (SHOP, GOODS, CERTIFICATE))


def shop_photo(font: Path) -> bytes:
    """Return a JPEG of a made-up shop front with a sample's sign."""
    picture, draw = _canvas(_SKY)
    draw.rectangle((120, 240, 1480, 1080), fill=_WALL)
    draw.rectangle((0, 1080, 1600, 1200), fill="#8d8d88")
    draw.rectangle((160, 290, 1440, 470), fill=_SIGN, outline=_WOOD, width=10)
    draw.text((800, 380), "样品小店  SAMPLE SHOP", fill="#f6e7c4", font=_font(font, 92), anchor="mm")
    for left in (200, 1040):
        draw.rectangle((left, 540, left + 360, 980), fill=_GLASS, outline=_WOOD, width=12)
        _shelf(draw, (left + 30, 700), font, each=74)
    draw.rectangle((660, 560, 940, 1080), fill=_WOOD)
    draw.ellipse((900, 820, 924, 844), fill="#d8c27a")
    return _photo(picture, font)


def goods_photo(font: Path) -> bytes:
    """Return a JPEG of made-up goods on a table."""
    picture, draw = _canvas("#e9e4da")
    draw.rectangle((0, 820, 1600, 1200), fill="#a98c68")
    _shelf(draw, (140, 300), font, each=420)
    draw.text((800, 150), "样品牌 SAMPLEBRAND", fill=_INK, font=_font(font, 84), anchor="mm")
    return _photo(picture, font)


def certificate(font: Path) -> bytes:
    """Return a PDF of two pages that looks like no office's paper and says that it is a sample."""
    registerFont(TTFont("sample", str(font)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle("样品 SAMPLE")
    for number, (title, subtitle, lines) in enumerate(_PAGES, 1):
        _page(canvas, title, subtitle, lines)
        canvas.setFont("sample", 10)
        canvas.drawCentredString(A4[0] / 2, 40, f"{number} / {len(_PAGES)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, title: str, subtitle: str, lines: tuple[str, ...]) -> None:
    width, height = A4
    canvas.setFillColorRGB(0.93, 0.9, 0.87)
    canvas.setFont("sample", 64)
    for row in range(4):
        canvas.drawCentredString(width / 2, 120 + row * 190, _MARK)
    canvas.setFillColorRGB(0.1, 0.14, 0.22)
    canvas.setFont("sample", 28)
    canvas.drawCentredString(width / 2, height - 130, title)
    canvas.setFont("sample", 15)
    canvas.drawCentredString(width / 2, height - 158, subtitle)
    for row, line in enumerate(lines):
        canvas.drawString(90, height - 250 - row * 34, line)


def _canvas(colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", _SIZE, colour)
    return picture, ImageDraw.Draw(picture)


def _shelf(draw: ImageDraw.ImageDraw, corner: tuple[int, int], font: Path, each: int) -> None:
    """Draw goods in two rows of a shelf, each with a label."""
    wide, gap = int(each * 0.86), int(each * 0.14) + 24
    for place, colour in enumerate(_GOODS_COLOURS):
        left = corner[0] + (place % 3) * (wide + gap)
        top = corner[1] + (place // 3) * int(each * 0.86 + 40)
        box = (left, top, left + wide, top + int(each * 0.8))
        draw.rounded_rectangle(box, radius=each // 10, fill=colour)
        middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
        draw.text(middle, "样品", fill="white", font=_font(font, each // 4), anchor="mm")


def _photo(picture: Image.Image, font: Path) -> bytes:
    """Put the mark over the picture and return it as JPEG."""
    mark = Image.new("L", _SIZE, 0)
    ImageDraw.Draw(mark).text((800, 640), _MARK, fill=70, font=_font(font, 220), anchor="mm")
    picture.paste("white", mask=mark.rotate(24))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((940, 1130, 1600, 1200), fill=_INK)
    draw.text((1580, 1184), f"{_MARK} · 内容虚构 made up", fill="white", font=_font(font, 34), anchor="rs")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)

"""Cut the fonts that papers are set in from the fonts as their makers ship them.

Papers need outlines, widths and a character map, and nothing else: a small main cut opens in
a moment, and the two rare cuts hold only what Noto Sans SC lacks. The same sources give the
same bytes.

    python packaging/cut_fonts.py NOTO_FOLDER HANAZONO_FOLDER

NOTO_FOLDER holds NotoSansSC-{Regular,Medium,Bold}.ttf, HANAZONO_FOLDER HanaMin{A,B}.ttf.
Everything is written to resources/fonts.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = ("Regular", "Medium", "Bold")
PAPER_WEIGHTS = ("Regular", "Bold")

# Frequent in names and missing from GB 2312.
NAME_CHARACTERS = (
    "喆堃珺玥昇淼犇焱垚赟翀翊瑄玮珑珞珮琰琬瑀瑢璟璠甯晟晞晗昉昫暐曌曦榕槿沄泓洺淏渼滢潆澔濛灏炘炜烔烨煊煜熠燊"
    "弘彧怡恺祎禕禛稷竑筱缦翯芃芊苡茗莜菡萱蓁蓥蔺蕾薇藜衎裎訢诤谞谡豆赪轩辻迦逄邈郦鄢钰钊铄铠铭锴镕镳闫阎隽霈霏霖靓"
    "韫韬頔颀颢飏馥骁骅骐骞魁鲲鸢鸿麒黛鼎龑龢怼仝佀侹俍俨偲傒僖儇兕冏刘剀劭勍勖卬卲叡吉啟喦嘏囧圳坤垄垲埕堉塬墨夤"
    "奭妘妤姝姞娴婧媜嫄嫒嬅嬿孖孛宓宬寤尓屾岚峂峣崟崧嵘嶓嶒帡庠庾廙弢彤彪徽忞恂悫惇慜懋扆拯捷揆撝攸敔旸旻昀昇昪晁晏"
    "晔晖暲曈朕杲枞柊栩桄桢梓楠榆樾橦檀欤歆殷毓汶沅沐沣沨泠泫洙洢浟浠浥浵涵淇淳渊渝湉湜溍滉漪潇澍濬瀚瀛炅炫烜焯熙燚"
    "爽犀狄玎玘玚玠玢玫玹珂珈珏珣珥珩珵琇琎琛琤琦琨琪琮琯琳琼瑗瑜瑞瑨瑭瑱瑶瑾璁璇璋璐璞璨璿瓒甫畅皓皞睿瞳矞砚祁祐祚祺"
    "禧秉稹穆竣笙筠箴篪粲綦絮纮纶绎绮缇缨罡羿翎翔翚翟耘聿胤脩臻舜艾芈芮芷芸茹荃荔莅莞菁菲萌萍葳蒨蓓蓝蔓蔚蕙蕴薛蘅虔虞"
    "袁裕覃觅訸诩谌谟谦谧贇赓赜轶辉辰逯逵遒邝邬邰邵郅郗郜鄯酆釆钏钜铖铮锜锟镡镠镧闳闵阡阮隗隰雎雍雯霁靖韡颉颋颖飒馨"
    "骉骋骎骏骢鲍鲶鸾鹄鹏鹤麓黎黟齐龚龠"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a cut calls itself; it bears none of its maker's reserved names."""

    family: str
    style: str
    source: str

    @property
    def postscript(self) -> str:
        """Return the name that stands in a PDF."""
        return f"{self.family.replace(' ', '')}-{self.style}"


def gb2312() -> Iterator[int]:
    """Yield every character of GB 2312-1980: 6,763 han and the symbols."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def paper_characters() -> frozenset[int]:
    """Return what an ordinary paper is written in."""
    blocks = (
        range(0x20, 0x7F),  # ASCII
        range(0xA0, 0x180),  # Latin
        range(0x2000, 0x2070),  # punctuation
        range(0x20A0, 0x20C0),  # currency
        range(0x2100, 0x2150),  # letterlike
        range(0x2150, 0x2190),  # number forms
        range(0x2190, 0x2200),  # arrows
        range(0x2460, 0x2500),  # enclosed numbers
        range(0x2500, 0x2600),  # boxes and shapes
        range(0x2600, 0x2700),  # ballot boxes and the like
        range(0x3000, 0x3040),  # Chinese punctuation
        range(0xFE10, 0xFE50),  # compatibility forms
        range(0xFF00, 0xFFF0),  # full width
    )
    wanted = {code for block in blocks for code in block}
    return frozenset(wanted | set(gb2312()) | {ord(char) for char in NAME_CHARACTERS})


def cut(source: Path, target: Path, characters: Iterable[int], naming: Naming) -> frozenset[int]:
    """Write to ``target`` the outlines that ``source`` has of ``characters``; return what it had."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_cmap = False
    options.name_IDs = [0, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "vhea", "vmtx", "prop", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    kept = frozenset(characters) & frozenset(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept)
    subsetter.subset(font)
    rename(font, naming)
    font.save(target)
    return kept


def rename(font: TTFont, naming: Naming) -> None:
    """Give the cut its own names and say in them what it was cut from."""
    table = font["name"]
    for number, words in (
        (1, naming.family),
        (2, naming.style),
        (3, f"stationkiosk: {naming.postscript}"),
        (4, f"{naming.family} {naming.style}"),
        (5, "Version 1.0"),
        (6, naming.postscript),
        (10, f"Cut from {naming.source} for printed papers: outlines only, fewer characters."),
    ):
        table.setName(words, number, 3, 1, 0x409)


def covered(path: Path) -> frozenset[int]:
    """Return the characters a font has."""
    return frozenset(TTFont(path, lazy=True).getBestCmap())


def main() -> None:
    """Write every font of resources/fonts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("noto", type=Path)
    parser.add_argument("hanazono", type=Path)
    folders = parser.parse_args()
    FONTS.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        shutil.copyfile(folders.noto / f"NotoSansSC-{weight}.ttf", FONTS / f"NotoSansSC-{weight}.ttf")
    for weight in PAPER_WEIGHTS:
        naming = Naming("Station Paper Sans", weight, "Noto Sans SC 2.004")
        cut(
            FONTS / f"NotoSansSC-{weight}.ttf",
            FONTS / f"StationPaperSans-{weight}.ttf",
            paper_characters(),
            naming,
        )
    had = covered(FONTS / "NotoSansSC-Regular.ttf")
    for letter in "AB":
        naming = Naming(
            f"Station Rare Serif {letter}",
            "Regular",
            f"the GlyphWiki Project's Mincho {letter} of 2017-09-04",
        )
        source = folders.hanazono / f"HanaMin{letter}.ttf"
        missing = (code for code in covered(source) - had if code > 0xFF and not 0xE000 <= code < 0xF900)
        had |= cut(source, FONTS / f"StationRareSerif{letter}-Regular.ttf", missing, naming)
    write_sums()


def write_sums() -> None:
    """Write down what each font is, for the self-test to hold the files against."""
    sums = (
        f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(FONTS.glob("*.ttf"))
    )
    (FONTS / "SHA256SUMS").write_text("".join(sums), "ascii")


if __name__ == "__main__":
    main()

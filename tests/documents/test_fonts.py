from __future__ import annotations

import importlib.util
import sys
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from stationkiosk.documents.faces import Face
from stationkiosk.documents.fonts import Fonts
from stationkiosk.domain.errors import KnownError
from stationkiosk.reference.paths import resources

FOLDER = resources() / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))
MIB = 1024 * 1024


def opened(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def outline(font: TTFont, glyph: str) -> list[object]:
    pen = RecordingPen()
    font.getGlyphSet()[glyph].draw(pen)
    return list(pen.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_face_is_read_as_the_font_library_reads_it(path: Path) -> None:
    face, oracle = Face(path), opened(path)
    assert face.glyphs == {
        chr(code): oracle.getGlyphID(name) for code, name in oracle.getBestCmap().items()
    }
    units = oracle["head"].unitsPerEm
    for char in list(face.glyphs)[::997]:
        name = oracle.getBestCmap()[ord(char)]
        assert face.widths[char] == oracle["hmtx"][name][0] * 1000 / units
    assert face.metrics.weight == oracle["OS/2"].usWeightClass


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_cut_has_the_same_outlines_in_the_order_asked(path: Path) -> None:
    face, oracle = Face(path), opened(path)
    chars = list(face.glyphs)[5::1777]
    cut = TTFont(BytesIO(face.cut(chars)), checkChecksums=1)
    assert cut["maxp"].numGlyphs == len(chars) + 1
    for number, char in enumerate(chars, 1):
        mine = cut.getGlyphName(number)
        theirs = oracle.getBestCmap()[ord(char)]
        assert outline(cut, mine) == outline(oracle, theirs)
        assert cut["hmtx"][mine] == oracle["hmtx"][theirs]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_shipped_face_has_composite_glyphs(path: Path) -> None:
    font = opened(path)
    data, places = font.getTableData("glyf"), font["loca"]
    starts = (places[n] for n in range(len(places) - 1) if places[n] != places[n + 1])
    assert all(data[start] < 0x80 for start in starts)


def test_the_names_of_the_rare_are_drawn_by_the_face_that_has_them(fonts: Fonts) -> None:
    drawn = {run: face.name for face, run in fonts.bold.runs("王㛃䶮𫍯𬎆𠮷王")}
    assert drawn == {
        "王": "StationPaperSans-Bold",
        "㛃䶮𫍯": "NotoSansSC-Bold",
        "𬎆": "StationRareSerifB-Regular",
        "𠮷": "StationRareSerifA-Regular",
    }


def test_ordinary_papers_need_the_main_cut_only(fonts: Fonts) -> None:
    rows, cells = range(0xB0, 0xD7), range(0xA1, 0xFF)
    every = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    ordinary = every + "喆堃珺玥昇淼，。（）《》“”—…·①②￥¥§℃→□■Az09&@ＡＺ"
    assert [face.name for face, _ in fonts.regular.runs(ordinary)] == ["StationPaperSans-Regular"]


def test_what_no_face_has_is_named(fonts: Fonts) -> None:
    assert fonts.missing("张\U0001f4f7三\U00030000\n\U0001f4f7") == "\U0001f4f7\U00030000"
    with pytest.raises(KnownError, match="glyph_missing"):
        fonts.regular.width("\U0001f4f7", 10)


def test_what_is_never_seen_is_not_missing(fonts: Fonts) -> None:
    assert fonts.missing("\ufeff葛\U000e0100城\u200b\t市\ufe0f") == ""


def test_a_file_name_can_be_spelled_out(fonts: Fonts) -> None:
    assert fonts.spell_out("\U0001f4f7 照片.jpg") == "[U+1F4F7] 照片.jpg"
    assert fonts.spell_out("照片.jpg") == "照片.jpg"


def test_the_extensions_up_to_f_are_covered(fonts: Fonts) -> None:
    basic, extension_a = (0x4E00, 0x9FEA), (0x3400, 0x4DB5)
    b, c, d = (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D)
    e, f = (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)
    for first, last in (basic, extension_a, b, c, d, e, f):
        assert fonts.missing("".join(map(chr, range(first, last + 1)))) == ""


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 75 * MIB


def test_each_family_ships_its_licence_and_no_cut_bears_a_reserved_name() -> None:
    for path in FILES:
        family = path.stem.split("-")[0].removesuffix("A").removesuffix("B")
        licence = FOLDER / f"{family}-LICENSE.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8")
        table = opened(path)["name"]
        names = " ".join(str(name) for name in table.names if name.nameID in (1, 4, 6))
        assert not any(reserved in names for reserved in ("Source", "Hana", "花園"))


def test_a_cut_says_what_it_was_cut_from_and_holds_outlines_only() -> None:
    for path in FOLDER.glob("Station*.ttf"):
        font = opened(path)
        assert str(font["name"].getName(10, 3, 1, 0x409)).startswith("Cut from ")
        assert {"GSUB", "GPOS", "fpgm", "prep", "cvt ", "vmtx"}.isdisjoint(font.keys())


@pytest.fixture(scope="module")
def cutting() -> ModuleType:
    path = resources().parent / "packaging" / "cut_fonts.py"
    if not path.is_file():
        pytest.skip("packaging is not installed along")
    spec = importlib.util.spec_from_file_location("cut_fonts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["cut_fonts"] = module
    spec.loader.exec_module(module)
    return module


def test_the_same_source_is_cut_to_the_same_bytes(cutting: ModuleType, tmp_path: Path) -> None:
    naming = cutting.Naming("Station Paper Sans", "Bold", "Noto Sans SC 2.004")
    source = FOLDER / "StationPaperSans-Bold.ttf"
    files = [tmp_path / "one.ttf", tmp_path / "two.ttf"]
    for file in files:
        cutting.cut(source, file, map(ord, "王小明，Az09"), naming)
    one, two = (file.read_bytes() for file in files)
    assert one == two
    small = Face(files[0])
    assert set(small.glyphs) == set("王小明，Az09")
    assert small.cut("王") == Face(files[1]).cut("王")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_shipped_main_cut_has_what_papers_need(cutting: ModuleType, weight: str) -> None:
    whole = set(Face(FOLDER / f"NotoSansSC-{weight}.ttf").glyphs)
    needed = whole & set(map(chr, cutting.paper_characters()))
    assert needed <= set(Face(FOLDER / f"StationPaperSans-{weight}.ttf").glyphs)

"""What leaves for a receipt printer: the right bytes, and never those that open a cash drawer."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from stationkiosk.devices.printing.escpos import bands, commands
from tests.printers.escpos_bench import PAGE, PAGE_ROWS, bench, drawn, rows_of
from tests.printers.receipt_printer import ReceiptPrinter

FORBIDDEN = (b"\x1bp", b"\x10\x14", b"\x10\x04", b"\x10\x05")
ORACLE = """
import base64, sys
from PIL import Image
from escpos.printer import Dummy
page = Image.frombytes("1", (int(sys.argv[1]), int(sys.argv[2])), base64.b64decode(sys.stdin.read()))
printer = Dummy()
printer.image(page, impl="bitImageRaster", fragment_height=int(sys.argv[3]))
raster = printer.output
printer.clear()
printer.cut(feed=False)
print(base64.b64encode(raster).decode(), base64.b64encode(printer.output).decode())
"""


def test_the_bands_are_those_of_python_escpos(tmp_path: Path) -> None:
    page = drawn(250)
    said = subprocess.run(
        [sys.executable, "-c", ORACLE, str(page.width), str(page.height), "96"],
        input=base64.b64encode(page.tobytes()).decode(),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ).stdout
    raster, cut = (base64.b64decode(word) for word in said.splitlines()[-1].split())
    ours = b"".join(bands.bands(page, 96))
    assert ours == raster or _but_for_dots(ours, raster)
    assert commands.cut("partial")[:3] == cut[:3]


def _but_for_dots(ours: bytes, theirs: bytes) -> bool:
    """Whether the two differ only where theirs would have been obeyed as a command."""
    pairs = list(zip(ours, theirs, strict=True))
    return all(
        mine == other or (other, mine) in ((0x10, 0x18), (0x1B, 0x1F)) for mine, other in pairs
    ) and any(word in theirs for word in FORBIDDEN)


@settings(deadline=None)
@given(data=st.binary(min_size=1, max_size=600), spiced=st.lists(st.sampled_from(FORBIDDEN), max_size=40))
def test_no_picture_spells_a_command(data: bytes, spiced: list[bytes]) -> None:
    dots = (b"".join(word + data[:5] for word in spiced) + data).ljust(72 * 20, b"\x10")[: 72 * 20]
    page = Image.frombytes("1", (576, 20), bytes(255 - byte for byte in dots))
    out = b"".join(bands.bands(page, 8)) + commands.MARK
    assert not any(word in out for word in FORBIDDEN)
    printer = ReceiptPrinter()
    printer.take(out)
    assert (printer.kicks, printer.printed) == (0, 20)
    added = sum((a ^ b).bit_count() for a, b in zip(dots, b"".join(printer.hanging.rows), strict=True))
    assert added <= dots.count(b"\x10") + dots.count(b"\x1b")


def test_nothing_that_ever_leaves_opens_a_drawer() -> None:
    with bench("TM-T88VI") as made:
        made.ours.state()
        made.submit()
        made.device.at(150, made.device.open_cover)
        torn = made.submit()
        made.device.cover_open = False
        made.polled(torn)
        made.ours.resume()
        heard = bytes(made.device.heard)
        assert made.device.kicks == 0
    assert b"\x1bp" not in heard
    assert b"\x10\x14" not in heard
    known = (
        b"\x1b@",
        b"\x1da",
        b"\x1dr",
        b"\x1dIC",
        b"\x1dv0",
        b"\x1dVB",
        b"\x1d(H",
        b"\x10\x04",
        b"\x10\x05",
    )
    assert all(command.startswith((*known, b"\0")) for command in made.device.commands)


def test_the_page_lies_on_the_paper_dot_by_dot() -> None:
    with bench() as made:
        made.submit()
        (piece,) = made.device.pieces
    assert piece.rows[: len(PAGE_ROWS)] == PAGE_ROWS
    assert rows_of(piece.picture.crop((0, 0, PAGE.width, PAGE.height))) == PAGE_ROWS


def test_bands_fit_twice_into_what_the_printer_holds() -> None:
    for dots, room in ((576, 16384), (576, 3600), (384, 3600)):
        assert 2 * bands.rows_of(dots, room) * bands.width_of(dots) <= room
    assert bands.rows_of(640, 100) == 8

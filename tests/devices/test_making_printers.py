from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stationkiosk.devices.printing import PrinterSpec, Rack, Stage, Trouble, maker
from stationkiosk.documents.pictures import images
from stationkiosk.domain.text import Text
from tests.devices.fakes import CountingRandom, HeldClock, submit

PDF = b"%PDF-1.7\nmade up\n%%EOF\n"


@pytest.fixture
def rack() -> Rack:
    return Rack(maker(HeldClock(), CountingRandom(), images))


def test_a_folder_is_a_printer_under_its_id(rack: Rack, tmp_path: Path) -> None:
    rack.equip([PrinterSpec("archive", "folder", str(tmp_path), Text("存档", "Archive"), "a4")])
    printer = rack.get("archive")
    assert printer.name == "archive"
    assert printer.poll(submit(printer, PDF, "receipt")).stage is Stage.SETTLED
    assert [path.read_bytes() for path in tmp_path.glob("*.pdf")] == [PDF]
    rack.close()


def test_a_printer_that_gets_another_name_keeps_the_page_that_waits(rack: Rack, tmp_path: Path) -> None:
    folder = tmp_path / "pulled"
    spec = PrinterSpec("archive", "folder", str(folder), Text("存档", "Archive"), "a4")
    rack.equip([spec])
    job = submit(rack.get("archive"), PDF, "receipt")
    renamed = replace(spec, name=Text("档案柜", "Files"), public=False)
    rack.equip([renamed])
    assert rack.specs == (renamed,)
    folder.mkdir()
    assert rack.get("archive").poll(job).stage is Stage.SETTLED
    rack.close()


def test_a_receipt_printer_that_is_not_there_says_so(rack: Rack) -> None:
    spec = PrinterSpec("slips", "escpos", "file:/nowhere/lp0", Text("窗口小票", "Counter"), "roll80")
    rack.equip([spec])
    state = rack.get("slips").state()
    assert (state.ready, state.trouble) == (False, Trouble.MISSING)
    assert rack.get("slips").formats == ("roll80",)
    rack.close()

"""The stops of the tour that a desk leads to: pages shown, a calm blank, a text to be signed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from stationkiosk.casework.desk.views import Line
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.stage import ENDED
from tests.ui.fake_stage import LINES, blank, shows, signs
from tests.ui.fakes import FakeCounter

Seen = Callable[[str], None]

STAGE_PAGES = frozenset({"shown", "quiet", "agreement", "signature"})

OTHER_SUM = Line(LINES[0].label, Text("28,000.00 元", "28,000.00 yuan"))


@cache
def a_page() -> bytes:
    """A page of paper with lines of made-up words, as PNG."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    sheet = Image.new("L", (1404, 1986), 255)
    pen = ImageDraw.Draw(sheet)
    for line in range(40):
        pen.rectangle((150, 180 + 40 * line, 1250 - 90 * (line % 5), 194 + 40 * line), fill=60)
    out = BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def put(drive: Drive, page: str) -> None:
    """Wait until a page shows with the picture of its paper."""
    drive.on(page)
    if page in ("shown", "agreement"):
        wait_for(lambda: drive.window.session.stage.picture, "the picture of the page")


def staged(drive: Drive, counter: FakeCounter, seen: Seen, *, large: bool = False) -> None:
    """Whatever a desk has this screen do."""
    counter.sheet = a_page()

    def put_on(page: str) -> None:
        put(drive, page)
        drive.window.display.enlarge(large)

    counter.put(shows(1))
    put_on("shown")
    seen("stage_shown")
    counter.put(shows(2, (OTHER_SUM, LINES[1])))
    drive.await_("fresh_0")
    seen("stage_changed")
    counter.put(blank(3))
    put_on("quiet")
    seen("stage_quiet")
    counter.put(signs(4))
    put_on("agreement")
    seen("stage_agreement")
    drive.tap("next")
    drive.tap("larger")
    wait_for(lambda: drive.window.session.stage.drawn, "the second page")
    drive.tap("next")
    wait_for(lambda: drive.window.session.stage.drawn, "the last page")
    seen("stage_last_page")
    drive.tap("next")
    put_on("signature")
    seen("stage_signature")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("stage_signature_problem")
    drive.tap("signOther")
    drive.await_("typedHelp")
    seen("stage_typed")
    for turn, ending in enumerate(ENDED, 5):
        counter.put(blank(turn, ending))
        put_on("quiet")
        said = drive.window.words.say(f"stage.quiet_{ending}", "")
        wait_for(lambda said=said: drive.await_("title").property("text") == said, ending)
        seen(f"stage_quiet_{ending}")
    counter.put(None)
    drive.on("home")

"""How much work a filing is for a person: touches counted, minutes reckoned by a keystroke-level model.

The model is Card, Moran and Newell's (The Keystroke-Level Model for User Performance Time with
Interactive Systems, Communications of the ACM 23(7), 1980), with its published times. The person
is taken to know no keyboard; what the machine needs is not counted, since no page is waited for.

Two people file the same made-up dispute: one lays an ID card on the reader, one types it all.

    python -m tests.benchmarks.people card|typed
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from stationkiosk.reference.load import load
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.benchmarks.figures import Figure
from tests.ui.fakes import FakeCard, FakeCounter, StandingClock

RESOURCES = Path(__file__).parents[2] / "resources"
PANEL_MM = (476.0, 268.0)

POINT_SECONDS = 1.10
"""P: bring the hand to a place on the screen; the same for the finger that then touches it."""
TOUCH_SECONDS = 0.20
"""BB: press and let go."""
THINK_SECONDS = 1.35
"""M: make up one's mind before an act."""
KEY_SECONDS = 1.20
"""K: one key, for somebody who does not know the keyboard."""
DRAW_SECONDS_A_LINE, DRAW_SECONDS_A_CM = 0.9, 0.16
"""D: draw straight lines; a signature is taken as six of them, 20 cm together."""
SIGNATURE_LINES, SIGNATURE_CM = 6, 20

KEYS_A_CHINESE_SIGN = 4.0
"""Letters of pinyin and the touch on the candidate."""

CARD_MINUTES, TYPED_MINUTES = 3.0, 6.0
LEAST_TOUCHES = 18
"""Two on each of the nine pages: one answer, one to go on."""

FROM_THE_CARD = ("q_applicant_name", "q_applicant_id")


@dataclass
class Work:
    """What a person did."""

    touches: int = 0
    keys: float = 0.0
    thoughts: int = 0
    signatures: int = 0
    fields: list[str] = field(default_factory=list)

    def minutes(self) -> float:
        """Return how long it takes."""
        draw = SIGNATURE_LINES * DRAW_SECONDS_A_LINE + SIGNATURE_CM * DRAW_SECONDS_A_CM
        seconds = self.touches * (POINT_SECONDS + TOUCH_SECONDS) + self.keys * KEY_SECONDS
        return (seconds + self.thoughts * THINK_SECONDS + self.signatures * draw) / 60


class Counting(Drive):
    """Hands that note what they do."""

    def __init__(self, window: KioskWindow, *, card: bool) -> None:
        super().__init__(window)
        self.work = Work()
        self._card = card

    def tap(self, name: str) -> None:
        """Press: think, point, touch."""
        self.work.touches += 1
        self.work.thoughts += 1
        super().tap(name)

    def type(self, name: str, text: str) -> None:
        """Think, touch the field, press the keys; what the card told is only looked at."""
        self.work.thoughts += 1
        if self._card and name in FROM_THE_CARD:
            wait_for(lambda: self.await_(name).property("text"), f"{name} from the card")
            return
        self.work.touches += 1
        self.work.keys += sum(KEYS_A_CHINESE_SIGN if sign > "⺀" else 1 for sign in text)
        super().type(name, text)

    def sign(self) -> None:
        """Write one's name."""
        self.work.thoughts += 1
        self.work.signatures += 1
        super().sign()


def main(how: str) -> None:
    """File once and print touches and minutes."""
    card = how == "card"
    options = KioskOptions(RESOURCES, windowed=True, size=(1080, 1920), sound=False, panel_mm=PANEL_MM)
    counter = FakeCounter(card=FakeCard() if card else None, card_reader=card)
    window = KioskWindow(counter, load(RESOURCES), StandingClock(), options)
    window.show()
    wait_for(lambda: window.kiosk.started, "the station to open")
    hands = Counting(window, card=card)
    file_a_dispute(hands)
    to_the_receipt(hands)
    print(json.dumps([hands.work.touches, hands.work.minutes()]))
    window.close()


def _worked(how: str) -> tuple[int, float]:
    from tests.benchmarks.windows import surroundings

    with surroundings() as environment:
        command = [sys.executable, "-m", "tests.benchmarks.people", how]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    touches, minutes = json.loads(done.stdout.splitlines()[-1])
    return touches, minutes


def taps_to_receipt() -> Figure:
    """Touches from the start tile to the paper in hand, with an ID read."""
    touches, _ = _worked("card")
    typed, _ = _worked("typed")
    return Figure(
        "taps_to_receipt",
        touches,
        "touches",
        LEAST_TOUCHES,
        2.0,
        "two touches a page on nine pages",
        remark=f"{typed} without an ID read, keys not counted",
    )


def klm_minutes() -> Figure:
    """Minutes of a filing without an ID read; with one in the remark."""
    _, card = _worked("card")
    _, typed = _worked("typed")
    return Figure(
        "klm_minutes",
        typed,
        "min",
        TYPED_MINUTES,
        1.0,
        "the aim itself",
        remark=f"with an ID read {card:.1f} of {CARD_MINUTES:.0f}",
    )


if __name__ == "__main__":
    main(sys.argv[1])

"""Random faults at random rows: what the printer says of a page is never more than is on paper."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.devices.printing.escpos import EscposPrinter, Head, Place
from tests.devices.fakes import CountingRandom, HeldClock
from tests.printers.escpos_bench import PDF, drawn, rows_of
from tests.printers.lines import DirectLink
from tests.printers.receipt_printer import ReceiptPrinter

ROWS = 112
PAGE = drawn(ROWS)
PAGE_ROWS = rows_of(PAGE)
ALL_SENT = ROWS // 2
"""Two of four bands: a fault further down may find the whole page in the printer's buffer."""

Fault = Callable[[ReceiptPrinter], None]


def _garble(device: ReceiptPrinter) -> None:
    device.garbage = lambda said: bytes(byte ^ 0x41 for byte in said)


def _blink(device: ReceiptPrinter) -> None:
    device.switch_off()
    device.on = True


FAULTS: dict[str, Fault] = {
    "paper out": ReceiptPrinter.run_out,
    "cover": ReceiptPrinter.open_cover,
    "jam": lambda device: setattr(device, "jammed", True),
    "dead": lambda device: setattr(device, "broken", True),
    "blink": _blink,
    "power": ReceiptPrinter.switch_off,
    "silent": lambda device: setattr(device, "mute", True),
    "no marks": lambda device: setattr(device, "deaf_to_marks", True),
    "nonsense": _garble,
    "near end": lambda device: setattr(device, "near_end", True),
}


def mend(device: ReceiptPrinter) -> None:
    with device.taken:
        device.at_row.clear()
        if device.paper_out:
            device.load()
        device.jammed = device.broken = device.mute = device.cover_open = device.deaf_to_marks = False
        device.garbage = None
        device.on = True


class Made:
    """A stand-in, and a printer of ours that speaks to it without a line."""

    def __init__(self, model: str) -> None:
        self.device = ReceiptPrinter(model=model)
        self.clock = HeldClock()
        self.restart()

    def restart(self) -> None:
        place = Place("made up", lambda _: DirectLink(self.device, self.clock))
        self.ours = EscposPrinter(
            "slips", place, Head(576, lambda _pdf, _dpi: [PAGE]), self.clock, CountingRandom()
        )

    def submit(self) -> str:
        job = self.ours.begin(Ticket("receipt"))
        self.ours.send(job, PDF)
        return job

    def ended(self, job: str) -> JobState:
        """Poll until it has ended, mending whatever is in the way."""
        for _ in range(20):
            if (said := self.ours.poll(job)).stage.ended:
                return said
            mend(self.device)
        raise AssertionError(said)


def pieces_of(device: ReceiptPrinter) -> int:
    """Return how many whole pages lie or hang there."""
    whole = b"".join(PAGE_ROWS)
    return sum(b"".join(piece.rows).count(whole) for piece in (*device.pieces, device.hanging))


Step = tuple[str, int, str]
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(
        st.sampled_from(sorted(FAULTS)),
        st.integers(-1, ROWS + 1),
        st.sampled_from(["wait", "cancel", "restart", "ask"]),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=200, deadline=None)
@given(steps=STEPS, model=st.sampled_from(["", "TP80", "TM-T20III"]))
def test_no_page_is_settled_that_is_not_whole_on_paper(steps: list[Step], model: str) -> None:
    made = Made(model)
    for fault, row, then in steps:
        one_page(made, FAULTS[fault], row, then)
    assert made.ended(made.submit()) == JobState(Stage.SETTLED)
    assert b"".join(made.device.pieces[-1].rows).endswith(b"".join(PAGE_ROWS) + bytes(16 * 72))
    assert len(made.device.pieces[-1].rows) == ROWS + 16
    assert made.device.kicks == 0


def one_page(made: Made, fault: Fault, row: int, then: str) -> None:
    """Print a page with a fault before it (row under 1) or after so many rows of it."""
    device, before = made.device, pieces_of(made.device)
    if row < 1:
        fault(device)
    else:
        device.at(row, lambda: fault(device))
    job = made.submit()
    if then == "cancel":
        made.ours.cancel(job)
    elif then == "restart":
        made.restart()
    elif then == "ask":
        made.ours.state()
    said = made.ended(job)
    mend(device)
    made.ours.state()
    whole = pieces_of(device) - before
    if said.stage is Stage.SETTLED:
        assert whole == 1
    elif said.stage is Stage.CANCELLED or (said.trouble is Trouble.TORN and row <= ALL_SENT):
        assert whole == 0
    assert whole <= 1


def test_a_slow_printer_is_waited_for_and_never_given_more_than_its_buffer_holds() -> None:
    made = Made("TM-T20III")
    made.device.speed = 5
    assert made.ended(made.submit()) == JobState(Stage.SETTLED)
    assert made.device.holds(PAGE_ROWS)
    assert made.device.fullest < DirectLink.room + 64

"""Every fault of a receipt printer in the network, before, within and behind a page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from stationkiosk.devices.printing import JobState, Printer, Queued, Stage, Ticket, Trouble
from tests.printers.escpos_bench import PAGE, PDF, ROWS, SETTLED, Bench, bench, printer_at
from tests.printers.receipt_printer import ReceiptPrinter

TORN = JobState(Stage.FAILED, Trouble.TORN)

Fault = Callable[[ReceiptPrinter], None]
FAULTS: list[tuple[Fault, Trouble]] = [
    (lambda device: device.run_out(), Trouble.PAPER_OUT),
    (lambda device: device.open_cover(), Trouble.DOOR_OPEN),
    (lambda device: setattr(device, "jammed", True), Trouble.PAPER_JAM),
    (lambda device: setattr(device, "broken", True), Trouble.OTHER),
    (lambda device: device.switch_off(), Trouble.OFFLINE),
    (lambda device: setattr(device, "mute", True), Trouble.OFFLINE),
]
NAMES = ["paper out", "cover", "jam", "broken", "power", "silent"]


@pytest.fixture(params=["", "TM-T20III"], ids=["nameless", "signs"])
def stand(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with bench(request.param) as made:
        yield made


@pytest.fixture
def plain() -> Iterator[Bench]:
    with bench() as made:
        yield made


def mend(device: ReceiptPrinter) -> None:
    device.load()
    device.jammed = device.broken = device.mute = device.paused = device.hot = device.feeding = False
    device.on = True


def test_it_keeps_to_the_printers_protocol(plain: Bench) -> None:
    kept: Printer = plain.ours
    assert kept.name == "slips"
    assert kept.formats == ("roll80",)
    assert (kept.capabilities.confirms, kept.capabilities.dpi) == (True, 203)


def test_a_page_comes_out_whole_and_cut_and_then_settles(stand: Bench) -> None:
    job = stand.submit()
    assert stand.ours.poll(job) == SETTLED
    assert stand.whole
    assert len(stand.device.pieces) == 1
    assert stand.device.heard.count(b"\x1b@") == 2
    assert stand.ours.queue() == ()


def test_pages_come_out_one_after_the_other(stand: Bench) -> None:
    jobs = [stand.submit() for _ in range(3)]
    assert {stand.ours.poll(job) for job in jobs} == {SETTLED}
    assert len(stand.device.pieces) == 3


def test_the_state_names_the_model_once_it_was_told() -> None:
    with bench("TM-T88VI") as made:
        assert made.ours.state().ready
        assert made.ours.state().model == "TM-T88VI"


@pytest.mark.parametrize(("fault", "trouble"), FAULTS, ids=NAMES)
def test_a_fault_before_the_first_band_holds_the_page_until_it_is_mended(
    plain: Bench, fault: Fault, trouble: Trouble
) -> None:
    fault(plain.device)
    job = plain.submit()
    assert plain.ours.poll(job) == JobState(Stage.PENDING, trouble)
    assert plain.ours.state().trouble is trouble
    assert plain.ours.queue() == (Queued(job, "receipt", Stage.PENDING, trouble),)
    mend(plain.device)
    assert plain.polled(job) == SETTLED
    assert plain.whole


@pytest.mark.parametrize("row", [1, 150, ROWS - 1])
@pytest.mark.parametrize(("fault", "trouble"), FAULTS, ids=NAMES)
def test_a_fault_within_the_page_tears_it_and_never_settles(
    plain: Bench, fault: Fault, trouble: Trouble, row: int
) -> None:
    plain.device.at(row, lambda: fault(plain.device))
    job = plain.submit()
    said = plain.ours.poll(job)
    unheard = trouble is Trouble.OFFLINE and row == ROWS - 1
    assert said == JobState(Stage.UNKNOWN if unheard else Stage.PRINTING, trouble)
    mend(plain.device)
    assert plain.polled(job) == (said if unheard else TORN)
    assert not plain.device.hanging.rows or unheard
    again = plain.submit()
    assert plain.polled(again) == SETTLED
    assert plain.whole


def test_paper_that_ends_only_behind_the_page_does_not_unsay_it(plain: Bench) -> None:
    plain.device.near_end = True
    assert plain.ours.state().warnings == (Trouble.PAPER_LOW,)
    assert plain.ours.poll(plain.submit()) == SETTLED
    plain.device.run_out()
    assert plain.ours.state().trouble is Trouble.PAPER_OUT


@pytest.mark.parametrize("hold", ["paused", "hot", "feeding"])
def test_what_passes_by_itself_tears_nothing(plain: Bench, hold: str) -> None:
    plain.device.at(150, lambda: setattr(plain.device, hold, True))
    job = plain.ours.begin(Ticket("receipt"))
    prints = threading.Thread(target=plain.ours.send, args=(job, PDF))
    prints.start()
    said = plain.polled(job, lambda said: said.trouble is not Trouble.NONE)
    assert said == JobState(Stage.PRINTING, Trouble.PAUSED)
    setattr(plain.device, hold, False)
    prints.join()
    assert plain.ours.poll(job) == SETTLED
    assert plain.whole


def test_a_cut_line_behind_the_last_band_leaves_the_fate_unknown(plain: Bench) -> None:
    plain.device.at(ROWS, plain.device.switch_off)
    assert plain.ours.poll(plain.submit()) == JobState(Stage.UNKNOWN, Trouble.OFFLINE)


def test_a_mark_that_never_comes_is_no_settlement(plain: Bench) -> None:
    plain.device.at(1, lambda: setattr(plain.device, "deaf_to_marks", True))
    job = plain.submit()
    assert plain.ours.poll(job).stage is not Stage.SETTLED


def test_a_printer_that_never_counts_back_prints_nothing(plain: Bench) -> None:
    plain.device.deaf_to_marks = True
    assert plain.ours.poll(plain.submit()) == JobState(Stage.PENDING, Trouble.OTHER)
    assert plain.device.printed == 0


@pytest.mark.parametrize("said", [b"\xff\xff", b"\x92" * 3, b"HTTP/1.1 400\r\n", b"_" + b"x" * 200])
def test_what_answers_nonsense_is_no_printer_and_gets_no_page(plain: Bench, said: bytes) -> None:
    plain.device.garbage = lambda _: said
    assert plain.ours.poll(plain.submit()) == JobState(Stage.PENDING, Trouble.OTHER)
    assert plain.device.printed == 0


def test_nonsense_within_the_page_tears_it(plain: Bench) -> None:
    plain.device.at(150, lambda: setattr(plain.device, "garbage", lambda _: b"\x00" * 9))
    job = plain.submit()
    assert plain.ours.poll(job).stage is Stage.PRINTING
    plain.device.garbage = None
    assert plain.polled(job) == TORN


def test_a_waiting_page_is_taken_back_and_never_printed(plain: Bench) -> None:
    plain.device.run_out()
    job = plain.submit()
    plain.ours.cancel(job)
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)
    plain.device.load()
    assert plain.ours.state().ready
    assert plain.device.printed == 0


def test_a_page_taken_back_half_way_is_cut_off(plain: Bench) -> None:
    job = plain.ours.begin(Ticket("receipt"))
    plain.device.at(150, lambda: plain.ours.cancel(job))
    plain.ours.send(job, PDF)
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)
    assert len(plain.device.pieces) == 1
    assert not plain.whole


def test_a_page_taken_back_while_it_stands_still_is_cut_off_when_mended(plain: Bench) -> None:
    plain.device.at(150, plain.device.open_cover)
    job = plain.submit()
    plain.ours.cancel(job)
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)
    plain.device.cover_open = False
    assert plain.ours.state().ready
    assert len(plain.device.pieces) == 1
    assert plain.polled(plain.submit()) == SETTLED
    assert plain.device.pieces[-1].rows[:ROWS] == plain.device.pieces[-1].rows[:ROWS]


def test_a_page_that_is_out_cannot_be_taken_back(plain: Bench) -> None:
    job = plain.submit()
    plain.ours.cancel(job)
    assert plain.ours.poll(job) == SETTLED


def test_a_jam_that_was_cleared_goes_on_when_told(plain: Bench) -> None:
    plain.device.at(150, lambda: setattr(plain.device, "jammed", True))
    job = plain.submit()
    assert plain.ours.poll(job) == JobState(Stage.PRINTING, Trouble.PAPER_JAM)
    plain.ours.resume()
    assert plain.polled(job) == TORN


def test_after_a_restart_an_old_job_is_unknown_and_its_half_band_spoils_nothing(plain: Bench) -> None:
    plain.device.take(b"\x1dv0\x00\x48\x00\x71\x00" + b"\x55" * 3000)
    fresh = printer_at(plain.line.address)
    assert fresh.poll("0badc0de0badc0de") == JobState(Stage.UNKNOWN)
    job = fresh.begin(Ticket("receipt"))
    fresh.send(job, PDF)
    assert fresh.poll(job) == SETTLED
    assert plain.whole
    assert len(plain.device.pieces) == 2


def test_two_programs_take_turns(plain: Bench) -> None:
    other = printer_at(plain.line.address)
    plain.device.at(150, lambda: setattr(plain.device, "paused", True))
    job = plain.ours.begin(Ticket("receipt"))
    prints = threading.Thread(target=plain.ours.send, args=(job, PDF))
    prints.start()
    plain.polled(job, lambda said: said.trouble is Trouble.PAUSED)
    waits = other.begin(Ticket("another"))
    other.send(waits, PDF)
    assert other.poll(waits) == JobState(Stage.PENDING, Trouble.BUSY)
    assert other.state().ready
    plain.device.paused = False
    prints.join()
    assert other.poll(waits) == SETTLED
    assert len(plain.device.pieces) == 2


def test_what_is_no_pdf_is_our_own_mistake(plain: Bench) -> None:
    with pytest.raises(ValueError, match="PDF"):
        plain.ours.send(plain.ours.begin(Ticket("receipt")), b"hello")


def test_the_ends_of_old_jobs_are_forgotten_in_time(plain: Bench) -> None:
    first = plain.ours.begin(Ticket("receipt"))
    plain.ours.cancel(first)
    for _ in range(70):
        plain.ours.cancel(plain.ours.begin(Ticket("receipt")))
    assert plain.ours.poll(first) == JobState(Stage.UNKNOWN)


def test_closing_drops_what_waits(plain: Bench) -> None:
    plain.device.run_out()
    job = plain.submit()
    plain.ours.close()
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)


def test_the_last_word_is_the_printers_when_it_does_not_sign_after_all() -> None:
    with bench("TM-T20II") as made:
        made.device.signs = False
        assert made.ours.poll(made.submit()) == SETTLED
        assert made.whole


def test_paper_that_ends_before_the_page_is_signed_tears_it() -> None:
    with bench("TM-T20II") as made:
        made.device.signs = False
        made.device.after_mark = made.device.run_out
        job = made.submit()
        assert made.ours.poll(job) == JobState(Stage.PRINTING, Trouble.PAPER_OUT)
        made.device.load()
        assert made.polled(job) == TORN


def test_a_page_taken_back_when_the_printer_has_all_of_it_is_unknown(plain: Bench) -> None:
    plain.device.at(ROWS - 1, plain.device.open_cover)
    job = plain.submit()
    assert plain.ours.poll(job) == JobState(Stage.PRINTING, Trouble.DOOR_OPEN)
    plain.ours.cancel(job)
    assert plain.ours.poll(job) == JobState(Stage.UNKNOWN, Trouble.DOOR_OPEN)


def test_a_page_that_cannot_be_drawn_fails_and_holds_up_nothing(
    plain: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("stationkiosk.devices.printing.escpos.printer.raster", lambda *_: 1 / 0)
        job = plain.ours.begin(Ticket("receipt"))
        with pytest.raises(ZeroDivisionError):
            plain.ours.send(job, PDF)
    assert plain.ours.poll(job) == JobState(Stage.FAILED, Trouble.OTHER)
    assert plain.ours.poll(plain.submit()) == SETTLED


def test_a_page_taken_back_while_the_printer_pauses_is_cut_off_later(plain: Bench) -> None:
    plain.device.at(150, lambda: setattr(plain.device, "paused", True))
    job = plain.ours.begin(Ticket("receipt"))
    prints = threading.Thread(target=plain.ours.send, args=(job, PDF))
    prints.start()
    plain.polled(job, lambda said: said.trouble is Trouble.PAUSED)
    assert plain.ours.state().jobs == 1
    plain.ours.cancel(job)
    prints.join()
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)
    plain.device.paused = False
    assert plain.ours.state().ready
    assert not plain.device.hanging.rows
    assert not plain.whole


def test_a_page_taken_back_as_it_is_drawn_never_starts(
    plain: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = plain.ours.begin(Ticket("receipt"))

    def draw(*_: object) -> Image.Image:
        plain.ours.cancel(job)
        return PAGE

    monkeypatch.setattr("stationkiosk.devices.printing.escpos.printer.raster", draw)
    plain.ours.send(job, PDF)
    assert plain.ours.poll(job) == JobState(Stage.CANCELLED)
    assert plain.device.printed == 0


def test_what_is_sent_for_no_job_goes_nowhere(plain: Bench) -> None:
    plain.ours.send("0badc0de0badc0de", PDF)
    plain.ours.cancel("0badc0de0badc0de")
    assert plain.device.printed == 0

"""A paper on its way, turn by turn: what is told of it, what may be done, and that a tap prints once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Language
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.view import application
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.paper import BACK_SECONDS, LOOK_SECONDS, SLOW_SECONDS, Paper
from tests.ui.conftest import RESOURCES
from tests.ui.fake_printing import HALL, OFFICE, SAVED
from tests.ui.fakes import CASE, FakeCounter, StandingClock, progress

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.ui.common.executor import Executor

REF = PaperRef(CASE, 1)


class AtOnce:
    """Does what is asked at once, or when it is let."""

    def __init__(self, counter: FakeCounter) -> None:
        self.counter = counter
        self.held: list[Callable[[], None]] | None = None

    def ask(
        self,
        job: Callable[[Any], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], bool] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        def work() -> None:
            try:
                result = job(self.counter)
            except Exception as trouble:
                if otherwise is None or not otherwise(trouble):
                    raise
            else:
                if then:
                    then(result)

        if self.held is None:
            work()
        else:
            self.held.append(work)

    def let(self) -> None:
        held, self.held = self.held or [], None
        for work in held:
            work()


@pytest.fixture
def worker(counter: FakeCounter) -> AtOnce:
    return AtOnce(counter)


@pytest.fixture
def paper(reference: Reference, worker: AtOnce, clock: StandingClock) -> Iterator[Paper]:
    application(RESOURCES)
    made = Paper(Words(reference.words.text), cast("Executor[Counter]", worker), clock)
    yield made
    made.forget()


def stands(paper: Paper, counter: FakeCounter, state: CopyState, trouble: str = "") -> str:
    """Have the copy stand so and return the stage."""
    counter.copy_state, counter.copy_trouble = state, trouble
    paper.poll()
    return str(paper.stage)


def asked(counter: FakeCounter) -> list[str]:
    return [name for name, _given in counter.calls if name in ("print_receipt", "print_later", "reprint")]


def test_sent_is_not_printed_and_printed_is_not_in_hand(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    assert (paper.stage, paper.said) == ("printing", "打印机正在打印……")
    assert stands(paper, counter, CopyState.SPOOLED) == "printing"
    assert paper.said == "已经送到打印机，还没有出来。"
    assert paper.waits
    assert stands(paper, counter, CopyState.SETTLED) == "ask"
    paper.inHand(True)
    assert paper.stage == "taken"


def test_a_trouble_that_is_over_lets_the_same_copy_go_on(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    assert stands(paper, counter, CopyState.SPOOLED, "paper_out") == "trouble"
    assert paper.title == "打印机没纸了"
    assert str(paper.said).endswith("修好以后，会自动接着打印。")
    assert stands(paper, counter, CopyState.PRINTING) == "printing"
    assert paper.said == "打印机好了，接着打印。"
    assert asked(counter) == ["print_receipt"]


def test_what_says_itself_that_it_goes_on_says_so_once(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "door_open")
    assert str(paper.said).count("接着打印") == 1


@pytest.mark.parametrize("act", ["again", "later"])
def test_one_tap_asks_once(paper: Paper, counter: FakeCounter, worker: AtOnce, act: str) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "paper_out")
    worker.held = []
    for _ in range(3):
        getattr(paper, act)()
    worker.let()
    assert asked(counter).count("print_later") == 1
    assert asked(counter).count("print_receipt") == (2 if act == "again" else 1)


def test_a_tap_is_heard_while_the_printer_is_being_asked(
    paper: Paper, counter: FakeCounter, worker: AtOnce
) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.FAILED, "offline")
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "paper_out"
    paper.again()
    worker.held = []
    paper.poll()
    paper.later()
    worker.let()
    assert paper.stage == "later"


def test_another_copy_waits_until_the_one_before_was_called_back(
    paper: Paper, counter: FakeCounter
) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "paper_out")
    counter.back_state = CopyState.SPOOLED
    paper.again()
    assert (paper.stage, paper.said) == ("printing", "先撤回还在等的那一份……")
    assert asked(counter) == ["print_receipt", "print_later"]
    stands(paper, counter, CopyState.CANCELLED, "later")
    assert asked(counter)[-1] == "print_receipt"
    assert len(asked(counter)) == 3


def test_a_copy_that_came_out_after_all_is_the_one(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "paper_out")
    counter.back_state = CopyState.SPOOLED
    paper.again()
    assert stands(paper, counter, CopyState.SETTLED) == "ask"
    assert len(asked(counter)) == 2


def test_a_printer_that_lets_nothing_go_is_not_waited_for_without_end(
    paper: Paper, counter: FakeCounter, clock: StandingClock
) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "offline")
    counter.back_state = CopyState.SPOOLED
    paper.again()
    clock.seconds += BACK_SECONDS + 1
    assert stands(paper, counter, CopyState.SPOOLED, "later") == "later"
    assert str(paper.said).startswith("正在从打印机撤回")
    stands(paper, counter, CopyState.CANCELLED, "later")
    assert (paper.stage, len(asked(counter))) == ("later", 2)


@pytest.mark.parametrize(
    ("back", "told"),
    [
        (CopyState.CANCELLED, "以后在这台自助终端"),
        (CopyState.SPOOLED, "正在从打印机撤回，打印机还没有确认。"),
        (CopyState.UNKNOWN, "打印机没有确认撤回。"),
    ],
)
def test_print_later_says_how_far_the_calling_back_is(
    paper: Paper, counter: FakeCounter, back: CopyState, told: str
) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.SPOOLED, "paper_jam")
    counter.back_state = back
    paper.later()
    assert (paper.stage, paper.title) == ("later", "现在不打印了")
    assert str(paper.said).startswith(told)
    assert "查询码" in str(paper.said)
    assert stands(paper, counter, CopyState.SETTLED) == ("ask" if back is CopyState.SPOOLED else "later")


def test_where_nothing_is_printed_again_here_nobody_is_sent_back_here(
    paper: Paper, counter: FakeCounter
) -> None:
    paper.reprints = False
    paper.first(REF)
    paper.later()
    assert paper.said == "以后带身份证到窗口取。"


def test_what_failed_needs_no_calling_back(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    stands(paper, counter, CopyState.FAILED, "offline")
    paper.later()
    assert (paper.stage, asked(counter)) == ("later", ["print_receipt"])
    paper.again()
    assert paper.stage == "printing"


def test_only_another_printer_that_is_ready_is_offered(
    paper: Paper, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.printers = (SAVED, replace(HALL, ready=False), OFFICE)
    paper.first(REF)
    assert paper.ways == []
    stands(paper, counter, CopyState.SPOOLED, "paper_out")
    assert [way["id"] for way in cast("list[dict[str, str]]", paper.ways)] == ["office"]
    assert paper.at == "打印机：存成文件"
    counter.printers = (SAVED, HALL, OFFICE)
    paper.poll()
    assert len(cast("list[object]", paper.ways)) == 1
    clock.seconds += LOOK_SECONDS
    paper.poll()
    assert len(cast("list[object]", paper.ways)) == 2
    paper.on("hall")
    assert counter.named("print_receipt")[-1] == (REF, "again", "hall")
    assert asked(counter).count("print_later") == 0


def test_the_only_printer_is_not_named(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    assert stands(paper, counter, CopyState.FAILED, "offline") == "trouble"
    assert (paper.at, paper.ways) == ("", [])


def test_a_printer_that_is_back_is_told_to_whoever_has_to_ask_again(
    paper: Paper, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.printers = (replace(SAVED, ready=False),)
    paper.first(REF)
    stands(paper, counter, CopyState.FAILED, "offline")
    assert "再试一次" not in str(paper.said)
    counter.printers = (SAVED,)
    clock.seconds += LOOK_SECONDS
    paper.poll()
    assert str(paper.said).endswith("打印机现在好了。按“再试一次”。")


def test_a_torn_copy_is_told_and_the_whole_one_says_its_number(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    counter.torn = 1
    stands(paper, counter, CopyState.PRINTING)
    assert (paper.stage, paper.title) == ("printing", "第 1 份没有印完")
    assert paper.said == "那一截作废，不用保留。正在重新印完整的一份，上面写着第 2 份。"
    counter.torn = 0
    assert stands(paper, counter, CopyState.SETTLED) == "ask"
    assert paper.copyNo == "这是第 2 份，纸上也写着。"


@pytest.mark.parametrize(("word", "then"), [(True, "taken"), (False, "missing")])
def test_what_nobody_knows_is_asked_of_the_person(
    paper: Paper, counter: FakeCounter, word: bool, then: str
) -> None:
    paper.first(REF)
    assert stands(paper, counter, CopyState.UNKNOWN, "offline") == "ask"
    assert paper.title == "打印机说不清印出来没有"
    paper.inHand(word)
    assert paper.stage == then


@pytest.mark.parametrize(
    ("trouble", "title"),
    [
        ("printer_swapped", "打印机换过了"),
        ("printer_refuses", "打印机不接收"),
        ("printer_none_fits", "没有打印机装着这种纸"),
        ("printer_full_folder", "打印机现在用不了"),
    ],
)
def test_what_no_person_can_mend_is_told_in_plain_words(
    paper: Paper, counter: FakeCounter, trouble: str, title: str
) -> None:
    counter.trouble["print_receipt"] = KnownError(trouble)
    paper.first(REF)
    assert (paper.stage, paper.title) == ("trouble", title)
    assert "工作人员：" not in str(paper.said)


def test_what_staff_took_back_is_told(paper: Paper, counter: FakeCounter) -> None:
    paper.first(REF)
    assert stands(paper, counter, CopyState.CANCELLED) == "trouble"
    assert paper.title == "这一份没有打印"


def test_a_fault_of_ours_is_told_and_can_be_tried_again(paper: Paper, counter: FakeCounter) -> None:
    counter.trouble["print_receipt"] = RuntimeError("made up")
    paper.first(REF)
    assert (paper.stage, paper.title) == ("trouble", "打印机出了问题")
    counter.trouble.clear()
    paper.again()
    assert paper.stage == "printing"


def test_a_paper_that_takes_long_leaves_a_choice(
    paper: Paper, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.printers = (SAVED, HALL)
    paper.first(REF)
    clock.seconds += SLOW_SECONDS + 1
    assert stands(paper, counter, CopyState.PRINTING) == "printing"
    assert (paper.slow, paper.comes) == (True, False)
    assert str(paper.said).startswith("比平时慢")
    assert len(cast("list[object]", paper.ways)) == 1
    assert stands(paper, counter, CopyState.SETTLED) == "ask"
    paper.poll()
    assert not paper.slow


def test_a_paper_printed_again_goes_the_same_way(paper: Paper, counter: FakeCounter) -> None:
    paper.once_more(progress().papers[0])
    stands(paper, counter, CopyState.FAILED, "offline")
    paper.again()
    paper.on("hall")
    assert counter.named("reprint") == [(REF, ""), (REF, ""), (REF, "hall")]
    paper.words.choose(Language.EN)
    assert paper.name == "Receipt"


def test_no_more_copies_is_an_answer_and_not_a_trouble(paper: Paper, counter: FakeCounter) -> None:
    counter.trouble["reprint"] = Closed("reprints_used_up", most="3")
    paper.once_more(progress().papers[0])
    assert (paper.stage, paper.ways, paper.rests) == ("refused", [], False)
    assert "3" in str(paper.said)


def test_a_paper_that_was_left_is_told_to_nobody(
    paper: Paper, counter: FakeCounter, worker: AtOnce
) -> None:
    worker.held = []
    paper.first(REF)
    paper.forget()
    worker.let()
    for act in (paper.poll, paper.again, paper.later):
        act()
    paper.inHand(True)
    paper.on("hall")
    assert (paper.stage, paper.said, paper.title, paper.at) == ("", "", "", "")
    assert asked(counter) == ["print_receipt"]

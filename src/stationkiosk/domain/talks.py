"""What is said to reach a settlement: notes, offers in the order they were made, and their answers.

None of it may serve against anybody elsewhere: what was given way for the sake of a
settlement is no evidence later. So it lies sealed, and that something was said is all that stands open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from stationkiosk.domain.money import FEN, MOST, to_fen, to_yuan


class Reader(StrEnum):
    """Who may be shown what was said: the mediator alone, one side, or both."""

    MEDIATOR = "mediator"
    FILER = "filer"
    OTHER = "other"
    BOTH = "both"


class Answer(StrEnum):
    """What became of an offer; ``OPEN`` while nobody answered it."""

    OPEN = ""
    TAKEN = "taken"
    REFUSED = "refused"
    COUNTERED = "countered"


@dataclass(frozen=True, slots=True)
class Talk:
    """One thing said, and who may be shown it. ``amount`` is in yuan and only an offer names one.

    ``side_n`` is the party who said it, None the mediator. ``answers`` is the number of the offer
    that this answers, with ``answer``; it then says nothing else.
    """

    text: str = ""
    reader: Reader = Reader.MEDIATOR
    session_n: int | None = None
    side_n: int | None = None
    amount: Decimal | None = None
    offer: bool = False
    answers: int | None = None
    answer: Answer = Answer.OPEN

    def written(self) -> dict[str, Any]:
        """Return it as JSON takes it, the sum in fen."""
        return {
            "text": self.text,
            "reader": self.reader.value,
            "session": self.session_n,
            "side": self.side_n,
            "fen": None if self.amount is None else to_fen(self.amount),
            "offer": self.offer,
            "answers": self.answers,
            "answer": self.answer.value,
        }


def read_talk(written: Mapping[str, Any]) -> Talk:
    """Return what ``Talk.written`` wrote."""
    fen = written["fen"]
    return Talk(
        text=written["text"],
        reader=Reader(written["reader"]),
        session_n=written["session"],
        side_n=written["side"],
        amount=None if fen is None else to_yuan(fen),
        offer=written["offer"],
        answers=written["answers"],
        answer=Answer(written["answer"]),
    )


def payable(amount: Decimal) -> bool:
    """Tell whether a sum can be offered: more than nothing, in whole fen, no more than is taken."""
    return amount.is_finite() and 0 < amount <= MOST and amount == amount.quantize(FEN)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, with its number, its place among the offers (0: no offer) and what became of it."""

    n: int
    said: Talk
    offer: int
    answer: Answer = Answer.OPEN


def heard(talks: Iterable[tuple[int, Talk]]) -> tuple[Heard, ...]:
    """Return what was said in its order; answers stand with the offers they answer."""
    found: dict[int, Heard] = {}
    offers = 0
    for n, said in talks:
        if said.answers is not None:
            found[said.answers] = replace(found[said.answers], answer=said.answer)
            continue
        offers += said.offer
        found[n] = Heard(n, said, offers if said.offer else 0)
    return tuple(found.values())


def open_offer(told: Iterable[Heard], n: int) -> bool:
    """Tell whether number ``n`` is an offer that nobody answered yet."""
    return any(one.n == n and one.offer and one.answer is Answer.OPEN for one in told)

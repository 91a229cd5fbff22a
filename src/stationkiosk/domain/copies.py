"""A copy: one printing of a paper, and what may become of it.

rendered → spooled → printing → settled, failed, cancelled or unknown → in hand or abandoned.
What a printer says moves a copy until one of the four ends; after an end a person's word does.
"Sent to the printer" is never "printed".
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal


class CopyState(StrEnum):
    """What became of one copy.

    ``rendered``: entered, and no printer has it. ``spooled``: a printer has it. ``settled``: the
    printer says that it is out. ``unknown``: nobody can tell. ``abandoned``: it may be out, and
    is in nobody's hand.
    """

    RENDERED = "rendered"
    SPOOLED = "spooled"
    PRINTING = "printing"
    SETTLED = "settled"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    IN_HAND = "in_hand"
    ABANDONED = "abandoned"


class Word(StrEnum):
    """What a person says of a copy: it is in their hand, or not; it was destroyed; none was there."""

    IN_HAND = "in_hand"
    NOT_TAKEN = "not_taken"
    DESTROYED = "destroyed"
    NOT_THERE = "not_there"


class Withdrawn(StrEnum):
    """Why a copy is being taken back: its session ended, later will do, another printer has it."""

    SESSION_ENDED = "session_ended"
    LATER = "later"
    ELSEWHERE = "elsewhere"


NEVER_SPOOLED = "never_spooled"
"""Why a copy failed that no printer was ever given."""

Needs = Literal["", "fate", "collect", "reprint"]
"""What a copy waits for: somebody to say what became of it, to take it, or to print it again."""

_S = CopyState
MOVING = (_S.RENDERED, _S.SPOOLED, _S.PRINTING)
"""States a copy does not stay in: someone has to find out what became of it."""
UNPRINTED = (_S.FAILED, _S.CANCELLED)
"""States in which no paper came out, so that the copy does not count against a limit."""

_ENDS = frozenset({_S.SETTLED, _S.FAILED, _S.CANCELLED, _S.UNKNOWN})
TURNS: Mapping[CopyState, frozenset[CopyState]] = {
    _S.RENDERED: frozenset({_S.SPOOLED, _S.FAILED, _S.CANCELLED}),
    _S.SPOOLED: frozenset({_S.SPOOLED, _S.PRINTING}) | _ENDS,
    _S.PRINTING: frozenset({_S.SPOOLED, _S.PRINTING}) | _ENDS,
    _S.UNKNOWN: _ENDS - {_S.UNKNOWN},
}
"""What may follow by a printer's answer. A printer that is back may say how an unknown copy ended; any
other end has no turn left but a person's word."""

_OUT_AFTER_ALL = {Word.IN_HAND: _S.IN_HAND, Word.DESTROYED: _S.ABANDONED}
_WORDS: Mapping[CopyState, Mapping[Word, CopyState]] = {
    _S.SETTLED: {
        **_OUT_AFTER_ALL,
        Word.NOT_TAKEN: _S.ABANDONED,
        Word.NOT_THERE: _S.ABANDONED,
    },
    _S.UNKNOWN: {
        **_OUT_AFTER_ALL,
        Word.NOT_TAKEN: _S.ABANDONED,
        Word.NOT_THERE: _S.FAILED,
    },
    _S.FAILED: _OUT_AFTER_ALL,
    _S.CANCELLED: _OUT_AFTER_ALL,
}
_STILL_SOMEWHERE = {**_OUT_AFTER_ALL, Word.NOT_THERE: _S.ABANDONED}


def may_turn(now: CopyState, to: CopyState) -> bool:
    """Tell whether a copy may go from one state to another by what its printer says.

    A copy that moves may be found where it was: with another trouble.
    """
    return to in TURNS.get(now, frozenset())


def after_word(now: CopyState, said: str, word: Word) -> CopyState | None:
    """Return what a copy becomes by a person's word, None where the word does not count.

    ``said`` is what was last said of it. While a copy moves nobody's word counts: the printer is
    asked. Who has the paper in hand has the last word; "not taken" leaves it lying somewhere, until
    it is found, destroyed, or known not to be there.
    """
    if now is CopyState.ABANDONED and said == Word.NOT_TAKEN:
        return _STILL_SOMEWHERE.get(word)
    return _WORDS.get(now, {}).get(word)


def withdrawn(said: str) -> bool:
    """Tell whether what was last said of a moving copy means that it is being taken back."""
    return said in set(Withdrawn)


def trouble_kept(state: CopyState, said: str, trouble: str) -> str:
    """Return what to keep beside a printer's answer about a copy of which ``said`` was last said.

    A copy that is being taken back stays so until its end, and one cancelled says why.
    """
    stays = withdrawn(said) and (state in MOVING or state is CopyState.CANCELLED)
    return said if stays else trouble


def needs(state: CopyState, said: str, *, of_public: bool, there: bool, again: bool) -> Needs:
    """Return what a copy waits for.

    ``of_public``: somebody at a kiosk asked for it; ``there``: they may still stand before it;
    ``again``: the paper was printed again since.
    """
    if state is CopyState.UNKNOWN:
        return "" if there else "fate"
    if not of_public or there:
        return ""
    if state is CopyState.SETTLED or (state is CopyState.ABANDONED and said == Word.NOT_TAKEN):
        return "collect"
    return "reprint" if state is CopyState.FAILED and not again else ""

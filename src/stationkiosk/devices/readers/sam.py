"""A reader with the police ministry's SAM module: the only kind that mainland ID cards answer to.

Find, select, read: three commands, each with its answer. ``read`` goes on from wherever the last
call stood, so that no call waits; a state machine over a line that may vanish at any time. The
answer to the last command holds text, portrait and (from some readers) fingerprint in one frame:
name and number are taken from it and the frame is overwritten with zeros at once.
"""

from __future__ import annotations

from collections.abc import Callable

from stationkiosk.devices.readers.card import Card, ReaderState
from stationkiosk.devices.readers.frames import Answer, BadFrameError, Command, Frames, frame
from stationkiosk.devices.readers.laid import Laid
from stationkiosk.devices.readers.serial_line import Line
from stationkiosk.devices.readers.text_part import card_of
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

GLANCE_SECONDS = 0.15
"""How long a call that nobody asked for waits for the line."""

ASKED_SECONDS = 4.0
"""How long somebody who pressed a button waits for a card that is being read."""

SILENT_SECONDS = 3.0
"""How long a reader may take over one command before it counts as gone."""

RETRY_SECONDS = 3.0
"""How long a reader that is gone is left alone."""

STALE_SECONDS = 3.0
"""After a gap this long, what the reader still says belongs to somebody else."""

TRIES = 2
"""How often a card is read before it counts as unreadable: the line may be noisy."""

_FOUND, _DONE = b"\x00\x00\x9f", b"\x00\x00\x90"
_LENGTHS = 4
"""The card's data begin with two lengths of two bytes: text and portrait."""


class SamReader:
    """One reader on a line that ``open_line`` opens; it raises OSError while there is none."""

    def __init__(self, open_line: Callable[[], Line], clock: Clock, random: Random) -> None:
        self._open_line = open_line
        self._clock = clock
        self._line: Line | None = None
        self._frames = Frames()
        self._laid = Laid(random)
        self._told: Command | None = None
        self._told_at = 0.0
        self._seen_at = 0.0
        self._tries = 0
        self._deaf = False
        self._retry_at = float("-inf")

    def state(self) -> ReaderState:
        """Return ready while the line is open and the reader answered the last command."""
        try:
            line = self._open()
            if line is not None and self._told is None:
                line.drain()
        except OSError:
            self._lose()
        ready = self._line is not None and not self._deaf
        return ReaderState(present=True, ready=ready, trouble="" if ready else "reader_missing")

    def read(self, *, asked: bool = False) -> Card | None:
        """Go on with the card that lies there; see ``IdReader.read``."""
        now = self._clock.monotonic()
        if now - self._seen_at > STALE_SECONDS:
            self.forget()
        self._seen_at = now
        try:
            line = self._open()
            return self._advance(line, asked, now) if line is not None else None
        except OSError:
            self._lose()
            return None

    def forget(self) -> None:
        """Drop what is half read."""
        self._frames.clear()
        self._laid.gap()
        self._told = None
        self._tries = 0

    def _advance(self, line: Line, asked: bool, now: float) -> Card | None:
        ends = now + (ASKED_SECONDS if asked else GLANCE_SECONDS)
        if self._told is None:
            line.drain()
            self._tell(line, Command.FIND)
        while self._told is not None:
            try:
                answer = self._await(line, ends)
                if answer is None:
                    return None
                card = self._take(line, self._told, answer, asked)
            except BadFrameError:
                card = None
                self._again(line)
            finally:
                if self._told is None:
                    self._frames.clear()
            if card is not None:
                return card
        return None

    def _await(self, line: Line, ends: float) -> Answer | None:
        while True:
            answer = self._frames.answer()
            if answer is not None:
                self._deaf = False
                return answer
            now, before = self._clock.monotonic(), self._frames.filled
            if now - self._told_at > SILENT_SECONDS:
                self._deaf = not before
                raise BadFrameError if before else OSError("the reader is silent")
            self._frames.fill(line.read_into, ends - now)
            if self._frames.filled == before:
                return None

    def _take(self, line: Line, told: Command, answer: Answer, asked: bool) -> Card | None:
        self._told = None
        if told is Command.FIND:
            self._look(line, answer.status, asked)
        elif told is Command.SELECT and answer.status == _DONE:
            self._tell(line, Command.READ)
        elif told is Command.READ and answer.status == _DONE and (card := _card(answer.data)):
            self._tries = 0
            return card if self._laid.is_new(card.id_number, asked=asked) else None
        else:
            self._again(line)
        return None

    def _look(self, line: Line, status: bytes, asked: bool) -> None:
        if status != _FOUND:
            half_read, self._tries = self._tries, 0
            self._laid.lifted()
            if half_read:
                raise KnownError("card_unreadable")
        elif asked or not self._laid.still:
            self._tell(line, Command.SELECT)

    def _again(self, line: Line) -> None:
        """What was read is no card: look once more, then tell."""
        self._told = None
        self._tries += 1
        if self._tries >= TRIES:
            self._tries = 0
            self._laid.unreadable()
            raise KnownError("card_unreadable")
        line.drain()
        self._tell(line, Command.FIND)

    def _tell(self, line: Line, command: Command) -> None:
        self._frames.clear()
        line.write(frame(command.value))
        self._told, self._told_at = command, self._clock.monotonic()

    def _open(self) -> Line | None:
        now = self._clock.monotonic()
        if self._line is None and now >= self._retry_at:
            self._retry_at = now + RETRY_SECONDS
            self._line = self._open_line()
        return self._line

    def _lose(self) -> None:
        self.forget()
        line, self._line = self._line, None
        if line is not None:
            line.close()


def _card(data: memoryview) -> Card | None:
    """Return the card in the data of a whole answer; nothing behind the text part is looked at."""
    if len(data) < _LENGTHS:
        return None
    text = int.from_bytes(data[:2], "big")
    return card_of(data[_LENGTHS : _LENGTHS + text])

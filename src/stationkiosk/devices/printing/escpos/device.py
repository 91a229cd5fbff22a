"""The machine itself: what is known of it, and visits to it, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from stationkiosk.devices.printing.escpos import commands
from stationkiosk.devices.printing.escpos.dialogue import Dialogue, Pace, StoppedError
from stationkiosk.devices.printing.escpos.faults import trouble_of
from stationkiosk.devices.printing.escpos.links.turn import BusyError, Turn
from stationkiosk.devices.printing.escpos.place import Place
from stationkiosk.devices.printing.printer import PrinterState, Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock


class Device:
    """A printer at a place. Whoever visits it holds ``taken``; everybody may read the rest.

    ``seen`` is its last known state; ``heard`` whether it can answer; ``untidy`` that a torn piece
    may hang at its cutter; ``recover`` that it is to be told that a jam was cleared.
    """

    def __init__(self, place: Place, clock: Clock, pace: Pace) -> None:
        self.taken = threading.Lock()
        self.seen = PrinterState(False, Trouble.OFFLINE)
        self.heard = place.answers
        self.untidy = False
        self.recover = False
        self._place = place
        self._clock = clock
        self._pace = pace
        self._greeted = False
        self._cut = False

    @contextmanager
    def visit(self) -> Iterator[Dialogue]:
        """Open the line for a while. Raises ``BusyError``, OSError or ``KnownError``."""
        turn = Turn(self._place.address)
        try:
            link = self._place.open(self._pace.open)
            self.heard = link.answers
            try:
                talk = Dialogue(link, self._clock, self._pace)
                if self.recover and link.answers:
                    self.recover = False
                    talk.put(commands.RECOVER)
                yield talk
            finally:
                with suppress(OSError):
                    link.close()
        finally:
            turn.give_back()

    def look(self) -> None:
        """See how it is now, and cut off what hangs there."""
        try:
            with self.visit() as talk:
                status = talk.look()
                self._saw(status.trouble, status.warnings)
                if self.seen.ready and (self.untidy or not self._greeted):
                    self.prepare(talk)
        except BusyError:
            self._saw(Trouble.NONE, self.seen.warnings)
        except KnownError as error:
            self._saw(Trouble(error.key))
        except OSError as error:
            self._saw(trouble_of(error))

    def stopped(self, trouble: Trouble) -> None:
        """Note what a page came to a halt for."""
        self._saw(trouble)

    def prepare(self, talk: Dialogue, *, page: bool = False) -> None:
        """Come to where commands are read as such, with no old piece at the cutter.

        Before this program's first ``page`` it is cut in any case: one that was killed may have left
        somebody's paper hanging, and the next person would get it.
        """
        torn = talk.greet()
        self._greeted = True
        self.seen = replace(self.seen, model=talk.model)
        if torn or self.untidy or (page and not self._cut):
            self.cut_off(talk)

    def cut_off(self, talk: Dialogue) -> None:
        """Cut off an unfinished piece; as long as that does not work it is still to be done."""
        self.untidy = True
        talk.put_marked(commands.RESET + commands.cut(self._place.cut))
        talk.await_marks(0, _at_once)
        self.untidy = False
        self._cut = True

    def _saw(self, trouble: Trouble, warnings: tuple[Trouble, ...] = ()) -> None:
        ready = trouble is Trouble.NONE
        self.seen = replace(self.seen, ready=ready, trouble=trouble, warnings=warnings)


def _at_once(trouble: Trouble) -> None:
    """Wait for nothing."""
    if trouble is not Trouble.NONE:
        raise StoppedError(trouble)

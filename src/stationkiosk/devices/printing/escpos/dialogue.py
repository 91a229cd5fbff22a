"""One conversation with a receipt printer: bands go out, marks come back.

After each band stands a mark (GS r 1) that the printer answers when it has worked through
everything before it; what is counted back is therefore printed. The real-time status (DLE EOT)
is asked beside it and answered even while printing stands still.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stationkiosk.devices.printing.escpos import commands
from stationkiosk.devices.printing.escpos import status as real_time
from stationkiosk.devices.printing.escpos.answers import Answer, Answers, Kind, NonsenseError
from stationkiosk.devices.printing.escpos.links.link import Link
from stationkiosk.devices.printing.escpos.status import Status
from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

OLD_MARKS = 3
"""The most marks a page that was broken off can have left unanswered: two bands and the cut."""

_ANY = 1 << 30
"""So many marks are asked for while it is not known how many come."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long anything is waited for, in seconds.

    ``open`` and ``write``: the line; ``answer``: a real-time status; ``hello``: the first mark,
    before it is thought that the printer stands within an unfinished band; ``look``: how often a
    silent printer's status is asked; ``stall``: how long it may say it is well and print nothing.
    """

    open: float = 3.0
    write: float = 10.0
    answer: float = 2.0
    hello: float = 3.0
    look: float = 0.5
    stall: float = 20.0


class StoppedError(KnownError):
    """The printer itself says that printing stands still, and why."""


class Dialogue:
    """Speaks over one open link. Raises OSError when it is lost, ``KnownError`` for a trouble."""

    def __init__(self, link: Link, clock: Clock, pace: Pace) -> None:
        self.link = link
        self.model = ""
        self.process = b""
        self._clock = clock
        self._pace = pace
        self._answers = Answers()
        self._asked = 0
        self._marks = 0
        self._status: int | None = None

    @property
    def outstanding(self) -> int:
        """Marks sent and not yet answered."""
        return self._asked - self._marks

    def put(self, content: bytes) -> None:
        """Send."""
        self.link.write(content, self._pace.write)

    def put_marked(self, content: bytes) -> None:
        """Send, and ask to be told when all of it is printed; only send where nobody answers.

        Both go in one piece: a printer that starts anew within ``content`` then misses the mark too.
        """
        marked = self.link.answers
        self.put(content + commands.MARK if marked else content)
        self._asked += marked

    def look(self) -> Status:
        """Return the whole real-time status; all well where nobody answers."""
        if not self.link.answers:
            return Status()
        return Status(*(self._ask(kind) for kind in range(1, 5)))

    def glance(self) -> Trouble:
        """Return what stops the printer now, asking for the cause only when it is offline."""
        if self.link.answers and real_time.is_offline(self._ask(real_time.PRINTER)):
            return self.look().trouble
        return Trouble.NONE

    def await_marks(self, left: int, waits: Callable[[Trouble], None]) -> None:
        """Wait until at most ``left`` marks are outstanding.

        ``waits`` is told what holds the printer up for now and may raise. ``StoppedError`` when a
        person has to mend something; ``KnownError`` when it is well and yet prints nothing.
        """
        before, since = self.outstanding, self._clock.monotonic()
        while self.outstanding > left:
            self._hear(self._pace.look)
            if self.outstanding < before:
                before, since = self.outstanding, self._clock.monotonic()
                continue
            trouble = self.glance()
            if trouble not in (Trouble.NONE, Trouble.PAUSED):
                raise StoppedError(trouble)
            waits(trouble)
            if trouble is Trouble.PAUSED:
                since = self._clock.monotonic()
            elif self._clock.monotonic() - since > self._pace.stall:
                raise KnownError(Trouble.OTHER)

    def await_process(self, process: bytes) -> bool:
        """Return whether the printer told ``process`` back within a short while."""
        ends = self._clock.monotonic() + self._pace.hello
        while self.process != process and self._clock.monotonic() < ends:
            self._hear(self._pace.look)
        return self.process == process

    def greet(self) -> bool:
        """Come to where the next command is read as one; return whether a torn piece was found.

        A printer cut off within a band takes what follows for dots: then nothing is answered, and
        as many zeros as a band can still lack bring it back (a zero alone is no command). Answers to
        somebody's old marks may still come; so many new ones are asked for that the old alone are
        never enough.
        """
        if not self.link.answers:
            self.put(bytes(self.link.room))
            return False
        enough = OLD_MARKS + 1
        if self._greeted(b"", enough, self._pace.hello):
            return False
        if self._greeted(bytes(self.link.room), OLD_MARKS + enough + 1, self._pace.stall):
            return True
        raise KnownError(Trouble.OTHER)

    def _greeted(self, before: bytes, marks: int, seconds: float) -> bool:
        """Ask for the name and so many marks; return whether these or as many came.

        Those that are left over come at once, before the answer to what is asked then.
        """
        self._asked, self._marks, self.model = _ANY, 0, ""
        self.put(before + commands.NAME + commands.MARK * marks)
        ends = self._clock.monotonic() + seconds
        while self._marks < marks:
            left = ends - self._clock.monotonic()
            if left <= 0:
                return False
            self._hear(left)
        self._ask(real_time.PRINTER)
        self._asked = self._marks = 0
        return True

    def _ask(self, kind: int) -> int:
        self._status = None
        self.put(commands.status(kind))
        ends = self._clock.monotonic() + self._pace.answer
        while self._status is None:
            left = ends - self._clock.monotonic()
            if left <= 0:
                raise TimeoutError("no status")
            self._hear(left)
        return self._status

    def _hear(self, seconds: float) -> bool:
        came = self.link.read(seconds)
        for answer in self._answers.take(came):
            self._take(answer)
        return bool(came)

    def _take(self, answer: Answer) -> None:
        match answer.kind:
            case Kind.STATUS:
                self._status = answer.content[0]
            case Kind.MARK:
                self._marks += self._asked > 0
                if self._marks > self._asked > 0:
                    raise NonsenseError("an answer to no question")
            case Kind.NAME:
                self.model, self._marks = answer.content.decode("ascii", "replace").strip(), 0
            case Kind.PROCESS:
                self.process = answer.content[1:]
            case Kind.OTHER:
                pass

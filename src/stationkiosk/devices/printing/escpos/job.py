"""One job of a receipt printer and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from stationkiosk.devices.printing.printer import JobState, Queued, Stage, Trouble


class Step(Enum):
    """``waits``: no dot has left; ``moves``: some have; ``sent``: all have, and the cut; ``torn``."""

    WAITS = auto()
    MOVES = auto()
    SENT = auto()
    TORN = auto()


@dataclass(slots=True)
class Job:
    """A job in memory only, so that no personal paper is left in a spool.

    ``handed_over``: it tore when the printer had everything, and may still bring out the rest.
    """

    name: str
    title: str
    pdf: bytes = b""
    step: Step = Step.WAITS
    state: JobState = field(default=JobState(Stage.PENDING))
    unwanted: bool = False
    handed_over: bool = False

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen."""
        return self.state.stage.ended

    @property
    def queued(self) -> Queued:
        """The job as a printer's queue shows it."""
        return Queued(self.name, self.title, self.state.stage, self.state.trouble)

    def moving(self, step: Step, trouble: Trouble = Trouble.NONE) -> None:
        """Note how far it is; ``trouble`` holds it up."""
        self.step = step
        stage = Stage.PENDING if step is Step.WAITS else Stage.PRINTING
        self.state = JobState(stage, trouble)

    def end(self, stage: Stage, trouble: Trouble = Trouble.NONE) -> None:
        """Decide its fate and forget the paper."""
        self.state = JobState(stage, trouble)
        self.pdf = b""

    def take_back(self) -> None:
        """End a job that stands still: cancelled, unless the printer has all of it."""
        if self.handed_over:
            self.end(Stage.UNKNOWN, self.state.trouble)
        else:
            self.end(Stage.CANCELLED)

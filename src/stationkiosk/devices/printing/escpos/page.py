"""One page on its way through the printer."""

from __future__ import annotations

from PIL.Image import Image

from stationkiosk.devices.printing.escpos import bands, commands
from stationkiosk.devices.printing.escpos.commands import Cut
from stationkiosk.devices.printing.escpos.dialogue import Dialogue, StoppedError
from stationkiosk.devices.printing.escpos.job import Job, Step
from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError

UNDER_WAY = 1
"""Bands sent ahead of the one being printed; one keeps the paper moving."""

_SIGNERS = ("TM-", "EU-")
"""Models that tell by GS ( H when printing is done, which is later than the data are worked through."""


class UnwantedError(Exception):
    """The job being printed was taken back."""


def send_bands(talk: Dialogue, job: Job, paper: Image) -> None:
    """Send the whole page, seeing before each band that the printer goes on.

    Raises ``UnwantedError`` while at least one band is missing; ``StoppedError``, ``KnownError`` and
    OSError as a ``Dialogue`` does.
    """

    def waits(trouble: Trouble) -> None:
        if job.unwanted:
            raise UnwantedError
        job.moving(Step.MOVES, trouble)

    talk.put(commands.RESET)
    for band in bands.bands(paper, bands.rows_of(paper.width, talk.link.room)):
        talk.await_marks(UNDER_WAY, waits)
        waits(_only_waits(talk.glance()))
        talk.put_marked(band)
    job.moving(Step.SENT)


def confirm(talk: Dialogue, job: Job, cut: Cut) -> None:
    """Cut, and wait for the printer's own word that everything before is on paper."""

    def waits(trouble: Trouble) -> None:
        if job.unwanted and trouble is not Trouble.NONE:
            raise KnownError(trouble)
        job.moving(Step.SENT, trouble)

    process = job.name[:4].encode()
    signs = talk.link.answers and talk.model.startswith(_SIGNERS)
    talk.put_marked(commands.cut(cut) + (commands.signed(process) if signs else b""))
    talk.await_marks(0, waits)
    if signs and not talk.await_process(process):
        _only_waits(talk.glance())


def _only_waits(trouble: Trouble) -> Trouble:
    """Return what only holds it up; raise what a person has to mend."""
    if trouble not in (Trouble.NONE, Trouble.PAUSED):
        raise StoppedError(trouble)
    return trouble

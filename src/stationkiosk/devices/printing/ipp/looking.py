"""Looks at a printer: its queue, and the device behind the queue."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from stationkiosk.devices.printing.ipp.client import IppClient
from stationkiosk.devices.printing.ipp.pause import Pause
from stationkiosk.devices.printing.ipp.sight import ASKABLE, ASKED, Sight
from stationkiosk.devices.printing.ipp.values import number, text
from stationkiosk.devices.printing.ipp.words import Attributes, Operation
from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

#: Seconds for which one look serves several questions.
FRESH = 0.9

#: Unanswered looks in a row after which a device that once answered counts as gone: a small one
#: takes a single caller at a time, and the queue may just be that.
SILENT_LOOKS = 2


class Looking:
    """Looks at the printer that ``queue`` asks. Safe to share between threads.

    CUPS does not notice that the device of a job under way is gone, so the device is asked itself.
    A queue that stopped over a fault is let go on as soon as its device is well again.
    """

    def __init__(self, queue: IppClient, clock: Clock, seconds: float) -> None:
        self._queue = queue
        self._clock = clock
        self._seconds = seconds
        self._lock = threading.Lock()
        self._sight: Sight | None = None
        self._at = 0.0
        self._device: IppClient | None = None
        self._device_uri = ""
        self._missed = 0
        self._pause = Pause()

    @property
    def last(self) -> Sight | None:
        """What the last look showed."""
        return self._sight

    @property
    def device(self) -> IppClient | None:
        """Who asks the device behind the queue; None for a printer that is its own, or cannot be asked."""
        return self._device

    def look(self, fresh: float = FRESH) -> Sight:
        """Return what stands at the printer, seen at most ``fresh`` seconds ago.

        Raises ``KnownError`` when the queue, or the printer that is its own, gives no answer.
        """
        with self._lock:
            if self._sight is not None and self._clock.monotonic() - self._at < fresh:
                return self._sight
            queue = _asked(self._queue)
            self._sight = self._behind(queue)
            self._at = self._clock.monotonic()
            self._mind_the_pause(self._sight)
            return self._sight

    def resume(self) -> None:
        """Let the queue go on, or the device where it is the device that was paused."""
        sight = self.look(fresh=0.0)
        with self._lock:
            self._at = float("-inf")
            if sight.queue.get("printer-is-accepting-jobs") is False:
                self._queue.ask_with_rights(Operation.ENABLE_PRINTER)
            paused = Trouble.PAUSED in sight.of_device.troubles
            if sight.stopped or (paused and not sight.device):
                self._queue.ask_with_rights(Operation.RESUME_PRINTER)
            elif paused and self._device is not None:
                self._device.ask(Operation.RESUME_PRINTER)

    def close(self) -> None:
        """Let go of queue and device."""
        self._queue.close()
        if (device := self._device) is not None:
            device.close()

    def _behind(self, queue: Attributes) -> Sight:
        device = self._device_of(text(queue, "device-uri"))
        if device is None:
            return Sight(queue)
        try:
            seen = _asked(device)
        except KnownError as error:
            return self._unanswered(queue, Trouble(error.key))
        self._missed = 0
        return Sight(queue, seen)

    def _unanswered(self, queue: Attributes, why: Trouble) -> Sight:
        if why is not Trouble.OFFLINE:  # it is there, and says nothing to us
            return Sight(queue)
        self._missed += 1
        before = self._sight.device if self._sight else {}
        if before and self._missed < SILENT_LOOKS:
            return Sight(queue, before)
        return Sight(queue, before, why)

    def _device_of(self, uri: str) -> IppClient | None:
        if uri != self._device_uri:
            if self._device is not None:
                self._device.close()
            self._device_uri, self._missed = uri, 0
            parts = urlsplit(uri)
            place = parts._replace(query="").geturl()
            self._device = IppClient(place, self._seconds) if uri.startswith(ASKABLE) else None
        return self._device

    def _mind_the_pause(self, sight: Sight) -> None:
        self._pause = self._pause.seen(sight, jobs=number(sight.queue, "queued-job-count") > 0)
        if self._pause.over(sight):
            try:
                self._queue.ask_with_rights(Operation.RESUME_PRINTER)
            except KnownError:
                self._pause = replace(self._pause, ours=False)


def _asked(client: IppClient) -> Attributes:
    answer = client.ask(Operation.GET_PRINTER_ATTRIBUTES, {"requested-attributes": ASKED})
    if not answer.printers:
        raise KnownError(Trouble.OTHER)
    return answer.printers[0]


LOCAL_SOCKET = Path("/run/cups/cups.sock")
"""Where CUPS listens for people of this machine."""

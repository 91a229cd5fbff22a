"""What one look at a printer shows: the queue, and the device behind it where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field

from stationkiosk.devices.printing.ipp.reasons import STOPPED, Found, read_reasons
from stationkiosk.devices.printing.ipp.supplies import read_supplies, read_trays
from stationkiosk.devices.printing.ipp.values import number, text, texts
from stationkiosk.devices.printing.ipp.words import Attributes
from stationkiosk.devices.printing.printer import PrinterState, Trouble

#: What a look asks for.
ASKED = (
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "printer-uuid",
    "printer-name",
    "printer-info",
    "printer-make-and-model",
    "queued-job-count",
    "document-format-supported",
    "media-supported",
    "media-source-supported",
    "marker-names",
    "marker-types",
    "marker-levels",
    "marker-low-levels",
    "printer-supply",
    "printer-supply-description",
    "printer-input-tray",
    "device-uri",
)

#: Ways to a device on which it can be asked itself.
ASKABLE = ("ipp:", "ipps:", "http:", "https:")

#: Ways to a device on which a job's end is the device's own word. ``waitjob=false`` takes it back.
_TELLING = (*ASKABLE, "dnssd:", "implicitclass:")
_BY_A_PERSON = "Paused"


@dataclass(frozen=True, slots=True)
class Sight:
    """``queue`` is what answers at the printer's address; ``device`` what answers behind it.

    ``behind`` is why the device could not be asked. A printer that is its own device has none.
    """

    queue: Attributes
    device: Attributes = field(default_factory=dict)
    behind: Trouble = Trouble.NONE

    @property
    def uuid(self) -> str:
        """What the device calls itself; the queue's name for itself where the device is not asked."""
        return text(self.device, "printer-uuid") or text(self.queue, "printer-uuid")

    @property
    def model(self) -> str:
        """Make and model, the device's own word first."""
        return text(self.device, "printer-make-and-model") or text(self.queue, "printer-make-and-model")

    @property
    def stopped(self) -> bool:
        """Whether the queue lets nothing through to its device."""
        return number(self.queue, "printer-state") == STOPPED

    @property
    def stopped_by_person(self) -> bool:
        """Whether somebody paused the queue, in CUPS's own words for that."""
        return self.stopped and text(self.queue, "printer-state-message") == _BY_A_PERSON

    @property
    def askable(self) -> bool:
        """Whether a device stands behind the queue that has a name of its own to tell."""
        return text(self.queue, "device-uri").startswith(ASKABLE)

    @property
    def confirms(self) -> bool:
        """Whether a job's end is the device's word and not merely a queue's."""
        way = text(self.queue, "device-uri")
        return not way or (way.startswith(_TELLING) and "waitjob=false" not in way)

    @property
    def takes_pdf(self) -> bool:
        """Whether it prints PDF as it is."""
        return "application/pdf" in texts(self.queue, "document-format-supported")

    def swapped(self, uuid: str) -> bool:
        """Whether another device than ``uuid`` is in its place; False where nobody can tell."""
        known = {text(side, "printer-uuid") for side in (self.queue, self.device)} - {""}
        told = self.behind is Trouble.NONE and (bool(self.device) or not self.askable)
        return bool(uuid and known) and uuid not in known and told

    @property
    def of_device(self) -> Found:
        """What is in the way at the device, or at the printer that is its own."""
        if self.behind is not Trouble.NONE:
            return Found((self.behind,))
        return read_reasons(self.device or self.queue)

    def state(self, uuid: str) -> PrinterState:
        """Return the printer's state; the device's word weighs more than its queue's."""
        found = self.of_device
        if self.device or self.behind:
            found = _queue_alone(read_reasons(self.queue), found)
        trouble = Trouble.SWAPPED if self.swapped(uuid) else found.trouble
        side = self.device or self.queue
        return PrinterState(
            ready=trouble is Trouble.NONE,
            trouble=trouble,
            warnings=found.warnings,
            supplies=read_supplies(side),
            trays=read_trays(self.queue),
            model=self.model,
            jobs=number(self.queue, "queued-job-count"),
        )


def _queue_alone(queue: Found, device: Found) -> Found:
    """Of the queue only what is its own counts: it keeps saying what the device was before."""
    own = tuple(t for t in queue.troubles if t in (Trouble.PAUSED, Trouble.SPOOL_FULL, Trouble.HELD))
    return device.joined(Found(own))

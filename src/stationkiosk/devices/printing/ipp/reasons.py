"""What a printer's reasons mean (RFC 8011, 5.4.12; PWG 5100.9).

The severity behind a reason (``-report``, ``-warning``, ``-error``) is the printer's own taste:
one says ``media-empty-report`` while it stands still, another ``media-empty-warning`` for a tray
nobody needs. So the stem counts; the severity only where printing may well go on.
"""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.devices.printing.ipp.values import fields, number, texts
from stationkiosk.devices.printing.ipp.words import Attributes
from stationkiosk.devices.printing.printer import Trouble

IDLE, STOPPED = 3, 5

#: Reasons in whose presence nothing prints, whatever the severity.
_FIRM = {
    "media-jam": Trouble.PAPER_JAM,
    "cover-open": Trouble.DOOR_OPEN,
    "door-open": Trouble.DOOR_OPEN,
    "interlock-open": Trouble.DOOR_OPEN,
    "output-area-full": Trouble.TRAY_FULL,
    "spool-area-full": Trouble.SPOOL_FULL,
    "hold-new-jobs": Trouble.HELD,
    "paused": Trouble.PAUSED,
    "moving-to-paused": Trouble.PAUSED,
    "deactivated": Trouble.PAUSED,
    "offline": Trouble.OFFLINE,
    "shutdown": Trouble.OFFLINE,
    "timed-out": Trouble.OFFLINE,
}

#: Reasons that stop a printer at work or one that says so, and otherwise concern a part nobody needs.
_SOFT = {
    "marker-supply-empty": Trouble.INK_OUT,
    "marker-supply-missing": Trouble.INK_OUT,
    "toner-empty": Trouble.INK_OUT,
    "developer-empty": Trouble.INK_OUT,
    "input-tray-missing": Trouble.PAPER_OUT,
    "cups-missing-filter": Trouble.OTHER,
    "cups-insecure-filter": Trouble.OTHER,
}

#: Reasons that only foretell.
_MILD = {
    "media-low": Trouble.PAPER_LOW,
    "marker-supply-low": Trouble.INK_LOW,
    "toner-low": Trouble.INK_LOW,
    "developer-low": Trouble.INK_LOW,
}

_NO_PAPER = ("media-empty", "media-needed")

#: Troubles in the order in which people should hear of them: what hides the others first.
_ORDER = (
    Trouble.OFFLINE,
    Trouble.PAPER_JAM,
    Trouble.DOOR_OPEN,
    Trouble.PAPER_OUT,
    Trouble.INK_OUT,
    Trouble.TRAY_FULL,
    Trouble.SPOOL_FULL,
    Trouble.HELD,
    Trouble.PAUSED,
    Trouble.OTHER,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the way of printing, the weightiest first, and what merely will soon."""

    troubles: tuple[Trouble, ...] = ()
    warnings: tuple[Trouble, ...] = ()

    @property
    def trouble(self) -> Trouble:
        """The one people should hear of."""
        return self.troubles[0] if self.troubles else Trouble.NONE

    def joined(self, other: Found) -> Found:
        """Return what both found."""
        return _found(self.troubles + other.troubles, self.warnings + other.warnings)


def read_reasons(printer: Attributes) -> Found:
    """Return what a printer's own state says."""
    state = number(printer, "printer-state")
    troubles: list[Trouble] = []
    warnings: list[Trouble] = []
    for reason in texts(printer, "printer-state-reasons"):
        stem, mild = _stem(reason)
        may_go_on = mild and state != STOPPED
        if stem in _FIRM:
            troubles.append(_FIRM[stem])
        elif stem in _NO_PAPER:
            (warnings if may_go_on and paper_elsewhere(printer) else troubles).append(Trouble.PAPER_OUT)
        elif stem in _SOFT:
            (warnings if mild and state == IDLE else troubles).append(_SOFT[stem])
        elif stem in _MILD:
            warnings.append(_MILD[stem])
    if printer.get("printer-is-accepting-jobs") is False:
        troubles.append(Trouble.PAUSED)
    if state == STOPPED and not troubles:
        troubles.append(Trouble.OTHER)
    return _found(tuple(troubles), tuple(warnings))


def paper_elsewhere(printer: Attributes) -> bool:
    """Whether some tray of the printer says that paper lies in it (PWG 5100.13, printer-input-tray)."""
    trays = (fields(packed) for packed in texts(printer, "printer-input-tray"))
    return any(
        tray.get("mediafeed", "0") not in ("0", "") and _holds(tray.get("level", "0")) for tray in trays
    )


def _holds(level: str) -> bool:
    """A level is a count of sheets; -3 says that there is at least one (RFC 3805)."""
    return level == "-3" or (level.isdecimal() and level != "0")


def _stem(reason: str) -> tuple[str, bool]:
    stem, dash, severity = reason.rpartition("-")
    if dash and severity in ("report", "warning", "error"):
        return stem, severity != "error"
    return reason, False


def _found(troubles: tuple[Trouble, ...], warnings: tuple[Trouble, ...]) -> Found:
    heard = tuple(trouble for trouble in _ORDER if trouble in troubles)
    return Found(heard, tuple(dict.fromkeys(warning for warning in warnings if warning not in heard)))

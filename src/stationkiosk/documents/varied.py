"""The words of papers that are built like a receipt: their own where they have them, else the receipt's."""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.documents.frame import Frame, Wording
from stationkiosk.domain.text import Text

_RECEIPT = "paper.receipt."


class Varied:
    """The wording of one kind of paper over that of the receipt."""

    def __init__(self, wording: Wording, kind: str) -> None:
        self._wording = wording
        self._own = f"paper.{kind}."

    def text(self, key: str) -> Text:
        """Return the kind's own words at ``key``, else the receipt's."""
        own = key.replace(_RECEIPT, self._own, 1)
        return self._wording.text(own if self._wording.has(own) else key)

    def has(self, key: str) -> bool:
        """Tell whether there are words at ``key``, its own or the receipt's."""
        return self._wording.has(key.replace(_RECEIPT, self._own, 1)) or self._wording.has(key)


def varied(frame: Frame, kind: str) -> Frame:
    """Return the frame of a paper of another kind that is built like a receipt."""
    return replace(frame, wording=Varied(frame.wording, kind))

"""A reader with a SAM module, made of a pseudo-terminal; every card it holds is made up.

It answers as the real ones do: a card that was read is not found again until it is lifted.
"""

from __future__ import annotations

import hashlib
import os
import select
import threading
from pathlib import Path

from stationkiosk.devices.readers.frames import PREAMBLE, Command, frame
from stationkiosk.devices.readers.text_part import RESIDENT, Layout

NAME, NUMBER = "样品人", "11010519491231002X"
MARK = hashlib.sha256(b"a made-up portrait").digest()
NONE, FOUND, DONE, NOT_SELECTED, NOT_READ = (
    bytes.fromhex(status) for status in ("000080", "00009f", "000090", "000081", "000041")
)


def text_part(layout: Layout = RESIDENT, **fields: str) -> bytes:
    """Return the 256 bytes of a card; fields that are not given are blank."""
    out = b""
    for name, width in layout:
        out += fields.get(name, "").ljust(width // 2).encode("utf-16-le")
    return out


def content(text: bytes, portrait: bytes = MARK * 32) -> bytes:
    """Return status and data of the answer to the reading of a card."""
    return DONE + len(text).to_bytes(2, "big") + len(portrait).to_bytes(2, "big") + text + portrait


CARD = content(text_part(name=NAME, number=NUMBER, birth="19491231", address="样品路 7 号"))


class SamStandin:
    """``card`` lies on it or is None; ``spoil`` may change what it sends; ``hold`` keeps answers back."""

    def __init__(self, card: bytes | None = None) -> None:
        self.card = card
        self.spoil: dict[Command, bytes | None] = {}
        self.hold: dict[Command, threading.Event] = {}
        self.heard: list[Command] = []
        self.finds_again = False
        self._read = False
        self._master, slave = os.openpty()
        self.device = Path(os.ttyname(slave))
        self._slave = slave
        self._ear, self._bell = os.pipe()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def lay(self, card: bytes | None) -> None:
        """Lay a card on, or lift it."""
        self.card, self._read = card, False

    def unplug(self) -> None:
        """Take the reader away: nothing reads its line any more when it is closed."""
        os.write(self._bell, b".")
        self._thread.join()
        for handle in (self._slave, self._master, self._ear, self._bell):
            os.close(handle)

    def _run(self) -> None:
        pending = b""
        size = len(frame(Command.FIND.value))
        while True:
            ready, _, _ = select.select([self._master, self._ear], [], [])
            if self._ear in ready:
                return
            pending += os.read(self._master, 4096)
            while len(pending) >= size:
                told = Command(pending[len(PREAMBLE) + 2 :][:2])
                pending = pending[size:]
                self.heard.append(told)
                self._answer(told)

    def _answer(self, told: Command) -> None:
        said: bytes | None = frame(self._content(told))
        if told in self.hold:
            self.hold[told].wait(10)
        if told in self.spoil:
            said = self.spoil[told]
        if said:
            try:
                os.write(self._master, said)
            except OSError:
                return

    def _content(self, told: Command) -> bytes:
        there = self.card is not None
        if told is Command.FIND:
            return FOUND + bytes(4) if there and (self.finds_again or not self._read) else NONE
        if told is Command.SELECT:
            return DONE + bytes(8) if there else NOT_SELECTED
        self._read = there
        return self.card if self.card is not None else NOT_READ

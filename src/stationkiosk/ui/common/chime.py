"""The sound of the warning: two soft notes, made and not recorded."""

from __future__ import annotations

import array
import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject

RATE = 22_050
NOTES = (880.0, 659.3)
SECONDS = 0.35
LOUDNESS = 9_000


def samples() -> bytes:
    """Return both notes as 16-bit mono samples; each fades out."""
    count = int(RATE * SECONDS)
    notes = array.array("h")
    for note in NOTES:
        notes.extend(
            int(LOUDNESS * (1 - i / count) * math.sin(2 * math.pi * note * i / RATE)) for i in range(count)
        )
    return notes.tobytes()


class Chime(QObject):
    """Plays the warning, where the machine has a loudspeaker. The sound system is loaded at first use."""

    def __init__(self, sound: bool) -> None:
        super().__init__()
        self._sound = sound
        self._kept: list[QObject] = []

    def play(self) -> None:
        """Play it once; silent without a loudspeaker."""
        if not self._sound:
            return
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        notes = QBuffer(self)
        notes.setData(QByteArray(samples()))
        notes.open(QIODevice.OpenModeFlag.ReadOnly)
        sink = QAudioSink(device, form, self)
        self._kept = [notes, sink]
        sink.start(notes)

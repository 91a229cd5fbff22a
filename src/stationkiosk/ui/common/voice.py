"""The voice of the machine, in a process of its own."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from stationkiosk.domain.text import Language

CLOSING_MS = 1000


class Voice(QObject):
    """Speaks what it is given; silent where no engine and no voice is installed.

    ``engine`` names a Qt engine; empty takes the machine's own and never Qt's stand-in.

    Signals:
        changed: languages were found or lost, or it began or ceased to speak.
    """

    changed = Signal()

    def __init__(self, engine: str = "") -> None:
        super().__init__()
        self._engine = engine
        self._process: QProcess | None = None
        self._languages: frozenset[Language] = frozenset()
        self._speaking = False

    @property
    def languages(self) -> frozenset[Language]:
        """The languages it can speak."""
        return self._languages

    @property
    def speaking(self) -> bool:
        """Whether it speaks now."""
        return self._speaking

    def begin(self) -> None:
        """Look for a voice; ``changed`` tells when there is one."""
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.start(sys.executable, ["-P", "-m", "stationkiosk.ui.common.speaking", self._engine])

    def say(self, text: str, language: Language) -> None:
        """Speak ``text`` in place of what it speaks now."""
        self._tell({"say": text, "language": language.value})

    def hush(self) -> None:
        """Be silent."""
        if self._speaking:
            self._tell({"hush": True})

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._ended)
        process.closeWriteChannel()
        if not process.waitForFinished(CLOSING_MS):
            process.kill()
            process.waitForFinished(CLOSING_MS)

    def _tell(self, asked: dict[str, object]) -> None:
        if self._process is not None and self._languages:
            self._process.write(json.dumps(asked).encode() + b"\n")

    @Slot()
    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            told = json.loads(bytes(self._process.readLine().data()))
            if "voices" in told:
                self._languages = frozenset(map(Language, told["voices"]))
            self._speaking = bool(told.get("speaking", False))
            self.changed.emit()

    @Slot()
    def _ended(self) -> None:
        self._process = None
        self._languages = frozenset()
        self._speaking = False
        self.changed.emit()

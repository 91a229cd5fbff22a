"""The process that speaks: a voice hung, slow or crashed takes no session with it.

Started as ``python -m stationkiosk.ui.common.speaking [ENGINE]``. It tells on standard output, a
line of JSON each, ``{"voices": [language, …]}`` once and ``{"speaking": bool}`` at each change. It
takes ``{"say": text, "language": language}`` and ``{"hush": true}`` on standard input and ends
with it. Where nothing can speak it ends at once.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QCoreApplication, QLocale, QSocketNotifier, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from stationkiosk.domain.text import Language

FOR_TESTS = "mock"
PIECE = 65_536

NAMED = {Language.ZH: ("Mandarin", "Chinese (China)")}
"""What voices of a language are called whose engine gives them a code that Qt does not know."""

SPOKEN = {Language.ZH: QLocale.Language.Chinese, Language.EN: QLocale.Language.English}


def engine_named(asked: str) -> str:
    """Return the engine to use: the one asked for, else the first that is no stand-in, else none."""
    there = QTextToSpeech.availableEngines()
    if asked:
        return asked if asked in there else ""
    return next((name for name in there if name != FOR_TESTS), "")


def voice_for(engine: QTextToSpeech, language: Language) -> QVoice | None:
    """Return a voice that speaks ``language``, None where there is none."""
    wanted = SPOKEN[language]
    known = [locale for locale in engine.availableLocales() if locale.language() == wanted]
    for locale in [*known, *([QLocale.c()] if language in NAMED else [])]:
        engine.setLocale(locale)
        for voice in engine.availableVoices():
            if locale in known or any(name in voice.name() for name in NAMED[language]):
                return voice
    return None


class Speaking:
    """One engine and its voices between the two pipes."""

    def __init__(self, engine: QTextToSpeech, voices: dict[Language, QVoice]) -> None:
        self._engine = engine
        self._voices = voices
        self._speaking = False
        self._rest = b""
        self._ears = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._ears.activated.connect(self._hear)
        engine.stateChanged.connect(self._changed)

    @Slot()
    def _hear(self) -> None:
        piece = os.read(0, PIECE)
        if not piece:
            QCoreApplication.quit()
            return
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            self._do(json.loads(line))

    def _do(self, asked: dict[str, str]) -> None:
        self._engine.stop()
        text = asked.get("say")
        voice = self._voices.get(Language(asked["language"])) if text else None
        if text and voice is not None:
            self._engine.setLocale(voice.locale())
            self._engine.setVoice(voice)
            self._engine.say(text)

    def _changed(self, state: QTextToSpeech.State) -> None:
        speaking = state in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        if speaking != self._speaking:
            self._speaking = speaking
            tell(speaking=speaking)


def tell(**said: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Speak until standard input ends."""
    application = QCoreApplication(arguments)
    name = engine_named(arguments[1] if len(arguments) > 1 else "")
    if not name:
        return 1
    engine = QTextToSpeech(name)
    if engine.state() is QTextToSpeech.State.Error:
        return 1
    found = {language: voice_for(engine, language) for language in Language}
    voices = {language: voice for language, voice in found.items() if voice is not None}
    if not voices:
        return 1
    speaking = Speaking(engine, voices)
    tell(voices=[language.value for language in voices])
    code = application.exec()
    engine.stop()
    del speaking
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv))

"""The page that shows while the kiosk waits to start again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from stationkiosk.domain.text import Language
from stationkiosk.reference.words import FirstWords
from stationkiosk.ui.common.view import View, application
from stationkiosk.ui.common.words import Words


def show_calm(resources: Path, windowed: bool, size: tuple[int, int] | None) -> int:
    """Show the page in both languages until this process is ended; return the exit code."""
    app = application(resources)
    app.setApplicationDisplayName("stationkiosk")
    text = FirstWords(resources / "i18n", "restart.toml").text
    view = View()
    view.add({language.value: Words(text, language) for language in Language})
    view.load(resources / "qml" / "kiosk" / "Calm.qml")
    if windowed:
        view.resize(*(size or (1080, 1920)))
        view.show()
    else:
        view.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        view.showFullScreen()
    code = app.exec()
    view.unload()
    return code

"""Which screen a window takes."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen


def chosen_screen(wanted: str) -> QScreen:
    """Return the screen with this number (from 1) or name; the first where there is none such."""
    screens = QGuiApplication.screens()
    if wanted.isdecimal() and 0 < int(wanted) <= len(screens):
        return screens[int(wanted) - 1]
    named = (screen for screen in screens if screen.name() == wanted)
    return next(named, QGuiApplication.primaryScreen())

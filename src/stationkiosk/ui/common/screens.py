"""Which screen a window takes, and where two windows stand on one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

PORTRAIT = 9 / 16
KIOSK_SHARE = 0.4
"""How much of a single screen's width the kiosk takes at the most beside the desk."""


def chosen_screen(wanted: str, otherwise: int = 1) -> QScreen:
    """Return the screen with this number (from 1) or name.

    With nothing wanted it is the one numbered ``otherwise``; where there is none such, the main one.
    """
    screens = QGuiApplication.screens()
    number = int(wanted) if wanted.isdecimal() else otherwise if not wanted else 0
    if 0 < number <= len(screens):
        return screens[number - 1]
    named = (screen for screen in screens if screen.name() == wanted)
    return next(named, QGuiApplication.primaryScreen())


def room_of(screen: QScreen) -> QRect:
    """Return where windows may stand on a screen; where nothing is shown, anywhere."""
    if QGuiApplication.platformName() == "offscreen":
        return QRect(0, 0, 3840, 2160)
    return screen.availableGeometry()


def alone() -> bool:
    """Tell whether there is one screen only."""
    return len(QGuiApplication.screens()) < 2


def halves(room: QRect) -> tuple[QRect, QRect]:
    """Return where desk and kiosk stand side by side on one screen: the kiosk upright at the right."""
    wide = min(round(room.height() * PORTRAIT), round(room.width() * KIOSK_SHARE))
    kiosk = QRect(room.x() + room.width() - wide, room.y(), wide, room.height())
    return QRect(room.x(), room.y(), room.width() - wide, room.height()), kiosk

"""Stands between the world's touches and keys and the window: what leads out of the kiosk stops here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickView

from stationkiosk.ui.common.display import Display
from stationkiosk.ui.kiosk.idle import Idle
from stationkiosk.ui.kiosk.kiosk import Kiosk
from stationkiosk.ui.kiosk.scanner import Scanner

TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate)
BUTTONS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
LEFT = Qt.MouseButton.LeftButton
KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
FROM_ELSEWHERE = (
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.DragLeave,
    QEvent.Type.Drop,
)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
FOCUS_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, *ARROWS)
PLAIN_KEYS = frozenset(
    {
        *(*FOCUS_KEYS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
        *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
    }
)
"""Keys that write nothing and lead nowhere; every other key has to write a sign."""

_WRITING = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


class Guard(QObject):
    """Lets through touches, signs and the keys one moves with; tells idle time, focus and scanner.

    Everything else is swallowed: function keys, the menu key, the system's key, anything with
    Ctrl, Alt or Meta (the clipboard's keys too), other mouse buttons, context menus, files
    dragged in. ``locked``: closing the window and taking it off the whole screen as well.
    """

    def __init__(
        self,
        view: QQuickView,
        kiosk: Kiosk,
        idle: Idle,
        display: Display,
        scanner: Scanner,
        *,
        locked: bool,
    ) -> None:
        super().__init__()
        self._view = view
        self._kiosk = kiosk
        self._idle = idle
        self._display = display
        self._scanner = scanner
        self._locked = locked

    def watch(self) -> None:
        """Begin to stand there."""
        self._view.installEventFilter(self)

    def release(self) -> None:
        """Let go of the window, which may close now."""
        self._locked = False
        self._view.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Swallow what leads out, note the rest."""
        kind = event.type()
        if kind in KEYS and isinstance(event, QKeyEvent):
            return leads_out(event) or (kind == QEvent.Type.KeyPress and self._pressed(event))
        if (
            kind in BUTTONS
            and isinstance(event, QMouseEvent)
            and event.button() != Qt.MouseButton.LeftButton
        ):
            return True
        if kind in TOUCHES:
            self._idle.touch()
            self._display.work_by_keys(False)
        elif kind in FROM_ELSEWHERE or (self._locked and kind == QEvent.Type.Close):
            event.ignore()
            return True
        elif self._locked and kind == QEvent.Type.WindowStateChange:
            QTimer.singleShot(0, self._fill_the_screen)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        self._idle.touch()
        if event.key() in FOCUS_KEYS:
            self._display.work_by_keys(True)
        return not self._kiosk.is_covered and self._scanner.key(self._kiosk.showing, event)

    def _fill_the_screen(self) -> None:
        if self._locked and self._view.windowStates() != Qt.WindowState.WindowFullScreen:
            self._view.showFullScreen()


def leads_out(event: QKeyEvent) -> bool:
    """Tell whether a key could reach the system or a menu."""
    modifiers = event.modifiers()
    if modifiers & ~_WRITING:
        return True
    if event.key() in PLAIN_KEYS:
        cuts = event.key() == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.ShiftModifier
        return bool(cuts)
    text = event.text()
    if text:
        return not text.isprintable()
    return not _composes(event.key())


def _composes(key: int) -> bool:
    """Tell whether a key is part of writing a sign with several (accents, input methods)."""
    return Qt.Key.Key_Multi_key.value <= key <= Qt.Key.Key_Dead_Longsolidusoverlay.value or (
        key < Qt.Key.Key_Escape.value
    )

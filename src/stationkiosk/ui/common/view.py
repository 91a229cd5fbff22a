"""The Qt side of a window: surroundings, application, view."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from stationkiosk.ui.common.fonts import load_fonts

PAPER = "#F6F5F1"
SWITCH_SECONDS = 0.0005
"""How soon the worker hands the interpreter to the UI thread that asks for it."""

RENDER_NODES = Path("/dev/dri")


def prepare_surroundings(touch: bool = True) -> None:
    """Set what Qt reads when the application starts; what is already set stays.

    Without a graphics card the software renderer is faster and half as large as an emulated one.
    With ``touch`` the keyboard is on the screen; a real one keeps the input method of its system.
    """
    if not any(RENDER_NODES.glob("renderD*")):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if touch:
        os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")


def application(resources: Path, touch: bool = True) -> QGuiApplication:
    """Return the process's application, made if there is none yet, with the typeface loaded."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        prepare_surroundings(touch)
        sys.setswitchinterval(SWITCH_SECONDS)
        app = QGuiApplication(["stationkiosk"])
        app.setApplicationDisplayName("stationkiosk")
    load_fonts(resources / "fonts")
    return app


class View(QQuickView):
    """A window whose root item fills it and that knows bridges by name."""

    def __init__(self) -> None:
        super().__init__()
        self.setColor(QColor(PAPER))
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.bridges: dict[str, QObject] = {}
        self._compiled: list[QQmlComponent] = []

    def add(self, bridges: dict[str, QObject]) -> None:
        """Let QML know bridges by their names."""
        self.bridges |= bridges
        for name, bridge in bridges.items():
            self.rootContext().setContextProperty(name, bridge)

    def load(self, file: Path) -> None:
        """Load the root item. Raises RuntimeError with QML's own words when it cannot."""
        self.setSource(QUrl.fromLocalFile(str(file)))
        if self.status() is not QQuickView.Status.Ready:
            raise RuntimeError("; ".join(error.toString() for error in self.errors()))

    def compile(self, folder: Path) -> None:
        """Compile the QML files of a folder ahead, in QML's own thread, so that none is waited for."""
        mode = QQmlComponent.CompilationMode.Asynchronous
        for file in sorted(folder.rglob("*.qml")):
            self._compiled.append(QQmlComponent(self.engine(), QUrl.fromLocalFile(str(file)), mode))

    def unload(self) -> None:
        """Let go of the root item while the bridges are still there, and close."""
        self.close()
        self._compiled.clear()
        self.setSource(QUrl())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

"""The floor of starting: a bare Qt Quick window with the virtual keyboard; tells its first frame."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

WINDOW = b"""
import QtQuick
import QtQuick.Window
import QtQuick.VirtualKeyboard
Window {
    width: 1080; height: 1920; visible: true
    Text { text: "stationkiosk"; anchors.centerIn: parent }
    TextInput { width: 200; height: 40; y: 100 }
    InputPanel { y: parent.height; width: parent.width }
}
"""


def main() -> None:
    """Show the window until its first frame."""
    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QByteArray(WINDOW), QUrl("bare.qml"))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(_out)
    application.exec()


def _out() -> None:
    print(f"first frame {time.clock_gettime(time.CLOCK_MONOTONIC)}", flush=True)
    os._exit(0)


main()

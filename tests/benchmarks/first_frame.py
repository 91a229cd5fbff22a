"""Starts a window as its command does and tells when its first frame is out, then ends at once.

python -m tests.benchmarks.first_frame DATA [kiosk|desk]
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from stationkiosk.cli import main

wait = QGuiApplication.exec


def watched() -> int:
    """Run the event loop with an ear on the window's first frame."""
    for window in QGuiApplication.topLevelWindows():
        if isinstance(window, QQuickWindow):
            window.frameSwapped.connect(_out)
    return wait()


def _out() -> None:
    print(f"first frame {time.clock_gettime(time.CLOCK_MONOTONIC)}", flush=True)
    os._exit(0)


if __name__ == "__main__":
    setattr(QGuiApplication, "exec", staticmethod(watched))  # noqa: B010
    which = sys.argv[2:3] or ["kiosk"]
    shape = ["--portrait"] if which == ["kiosk"] else []
    sys.argv = ["stationkiosk", *which, "--windowed", *shape, "--data", sys.argv[1]]
    main()

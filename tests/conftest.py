"""What every test may rely on: no screen, no settings from outside, the same examples every time."""

from __future__ import annotations

import gc
import os
import sys

import structlog
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")

settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("suite")

# As in the program's own log, a crash is told without the locals of every frame.
structlog.configure(
    [
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


def pytest_collection_finish() -> None:
    """What was imported lives as long as the process: no search for rubbish goes through it again."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    """Let a window that was closed go now, in the thread that made it: swept up in another, it crashes."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and any(not window.isVisible() for window in gui.QGuiApplication.allWindows()):
        gc.collect()

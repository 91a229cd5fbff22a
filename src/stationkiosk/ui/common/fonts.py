"""The one typeface of the screens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from stationkiosk.domain.errors import KnownError

FAMILY = "Noto Sans SC"


def load_fonts(folder: Path) -> None:
    """Load every weight of the typeface from ``folder`` and make it the application's.

    Raises KnownError("typeface_missing") when the folder holds none.
    """
    files = sorted(folder.glob("NotoSansSC*.ttf"))
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    if not any(number >= 0 for number in loaded):
        raise KnownError("typeface_missing", folder=str(folder))
    QGuiApplication.setFont(QFont(FAMILY))

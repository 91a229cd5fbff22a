"""What the window remembers of itself: its size, its splitter, who signed in here last."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QSize, Signal

from stationkiosk.ui.common.bridge import ROWS

QUEUE_WIDTH = 440.0
LEAST_WIDTH, MOST_WIDTH = 320.0, 640.0
PEOPLE = 9


class Memory(QObject):
    """A small file beside the station's; one that cannot be read or written is done without.

    Signals:
        changed: something remembered is new.
    """

    changed = Signal()

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self._file = file
        self._kept: dict[str, Any] = {}
        if file is not None:
            with contextlib.suppress(OSError, ValueError):
                found = json.loads(file.read_text("utf-8"))
                self._kept = found if isinstance(found, dict) else {}

    @property
    def size(self) -> QSize | None:
        """The window's size when it was last closed."""
        found = self._kept.get("size")
        right = isinstance(found, list) and len(found) == 2 and all(type(part) is int for part in found)
        return QSize(*found) if isinstance(found, list) and right else None

    def keep_size(self, size: QSize) -> None:
        """Remember the window's size."""
        self._keep("size", [size.width(), size.height()])

    def greet(self, login: str, name: str) -> None:
        """Remember who signed in; the last one first."""
        others = [person for person in self._people() if person["login"] != login]
        self._keep("people", [{"login": login, "name": name}, *others][:PEOPLE])

    def known_people(self) -> list[dict[str, str]]:
        """Return who signed in here, the last one first: ``login`` and ``name``."""
        return self._people()

    def _people(self) -> list[dict[str, str]]:
        found = self._kept.get("people")
        whole = (
            [p for p in found if isinstance(p, dict) and {"login", "name"} <= set(p)]
            if isinstance(found, list)
            else []
        )
        return [{"login": str(person["login"]), "name": str(person["name"])} for person in whole]

    def _keep(self, name: str, value: object) -> None:
        if self._kept.get(name) == value:
            return
        self._kept[name] = value
        self.changed.emit()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.write_text(json.dumps(self._kept, ensure_ascii=False), "utf-8")

    def _get_width(self) -> float:
        found = self._kept.get("queue_width", QUEUE_WIDTH)
        wide = float(found) if isinstance(found, int | float) else QUEUE_WIDTH
        return max(LEAST_WIDTH, min(wide, MOST_WIDTH))

    def _set_width(self, wide: float) -> None:
        self._keep("queue_width", max(LEAST_WIDTH, min(float(wide), MOST_WIDTH)))

    queueWidth = Property(float, _get_width, _set_width, notify=changed)  # noqa: N815
    people = Property(ROWS, _people, notify=changed)

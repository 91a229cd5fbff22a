"""The keys of the window for QML: what is heard, and the list on F1."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, Signal

from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.desk.bridge import DeskBridge
from stationkiosk.ui.desk.keys import GROUPS, KEYS, LISTED_ONLY


class KeyList(DeskBridge):
    """Bridge of the list of keys."""

    changed = Signal()

    def _get_sequences(self) -> list[dict[str, Any]]:
        return [{"id": key.id, "sequences": list(key.sequences), "writes": key.writes} for key in KEYS]

    def _get_groups(self) -> list[dict[str, Any]]:
        pages = {f"page_{place}": page["label"] for place, page in enumerate(self.shell.pages_told(), 1)}
        return [
            {
                "title": self.say(f"desk.keys.{group}"),
                "rows": [
                    {"keys": list(key.sequences), "label": pages.get(key.id) or self._label(key.id)}
                    for key in (*KEYS, *LISTED_ONLY)
                    if key.group == group and (group != "pages" or key.id in pages)
                ],
            }
            for group in GROUPS
        ]

    def _label(self, key_id: str) -> str:
        return self.say(f"desk.key.{key_id}")

    sequences = Property(ROWS, _get_sequences, constant=True)
    groups = Property(ROWS, _get_groups, notify=changed)

"""Lines of a list for QML that are renewed in place: nothing jumps and no line loses the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

from stationkiosk.casework.desk.views import Listed

ROW = Qt.ItemDataRole.UserRole.value + 1
T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def key_of(row: Listed) -> str:
    """Return what a line is known by from one refresh to the next."""
    return f"{row.case_id}/{row.matter_n}"


class Rows(QAbstractListModel, Generic[T]):
    """The lines held now, each a map of what its delegate shows; ``tell`` makes the map.

    A refresh changes only what changed, so that the list neither jumps nor loses its place.
    ``key`` is what a line is known by from one refresh to the next.
    """

    def __init__(self, tell: Callable[[T], dict[str, Any]], key: Callable[[T], str]) -> None:
        super().__init__()
        self._tell = tell
        self._key = key
        self._rows: list[T] = []

    @property
    def rows(self) -> tuple[T, ...]:
        """The lines held."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many lines are held."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = ROW) -> dict[str, Any] | None:
        """Return a line as its delegate shows it."""
        if role != ROW or not 0 <= index.row() < len(self._rows):
            return None
        return self._tell(self._rows[index.row()])

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        """Return the one role there is: ``row``."""
        return {ROW: QByteArray(b"row")}

    def place(self, key: str) -> int:
        """Return where a line stands, -1 where it is not held."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), -1)

    def put(self, rows: Sequence[T]) -> None:
        """Hold these lines: take away, put in and renew only what differs."""
        before = [self._key(row) for row in self._rows]
        after = [self._key(row) for row in rows]
        opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for tag, first, last, new_first, new_last in reversed(opcodes):
            if tag in ("delete", "replace"):
                self.beginRemoveRows(NOWHERE, first, last - 1)
                del self._rows[first:last]
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                self.beginInsertRows(NOWHERE, first, first + new_last - new_first - 1)
                self._rows[first:first] = rows[new_first:new_last]
                self.endInsertRows()
        for n, row in enumerate(rows):
            if self._rows[n] != row:
                self._rows[n] = row
                self._renew(n, n)

    def drop_first(self, count: int) -> None:
        """Hold the first lines no longer."""
        self.beginRemoveRows(NOWHERE, 0, count - 1)
        del self._rows[:count]
        self.endRemoveRows()

    def drop_last(self, count: int) -> None:
        """Hold the last lines no longer."""
        self.beginRemoveRows(NOWHERE, len(self._rows) - count, len(self._rows) - 1)
        del self._rows[-count:]
        self.endRemoveRows()

    def add_last(self, rows: Sequence[T]) -> None:
        """Hold these too, behind the others."""
        if rows:
            self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def add_first(self, rows: Sequence[T]) -> None:
        """Hold these too, before the others."""
        if rows:
            self.beginInsertRows(NOWHERE, 0, len(rows) - 1)
            self._rows[:0] = rows
            self.endInsertRows()

    def say_again(self) -> None:
        """Another language: every line is said anew."""
        if self._rows:
            self._renew(0, len(self._rows) - 1)

    def _renew(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0), [ROW])

"""Many other sides of one filing, as a table worked by keys: typed, pasted, read from a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication

from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.forms import Answers, Question
from stationkiosk.journeys.rows import Cells, RowRead, cells_of, read_rows, text_of
from stationkiosk.journeys.sides import NAME
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

MOST = 30


CELLS, WRONG = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel):
    """The rows as a list view takes them: one that comes or goes leaves the others, and the keys, alone."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[list[str]] = []
        self._wrong: list[dict[str, str]] = []

    def put(self, cells: list[list[str]]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self.cells, self._wrong = cells, []
        self.endResetModel()

    def append(self, row: list[str]) -> None:
        """Add a row at the end."""
        self.beginInsertRows(QModelIndex(), len(self.cells), len(self.cells))
        self.cells.append(row)
        self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.cells[row]
        self.endRemoveRows()

    def blame(self, wrong: list[dict[str, str]]) -> None:
        """Tell what is wrong with each row."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.dataChanged.emit(self.index(0), self.index(len(self.cells) - 1), [WRONG])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008, N802
        """Return how many rows there are."""
        return len(self.cells)

    def data(self, index: Index, role: int = CELLS) -> object:
        """Return the cells of a row, or what is wrong with it."""
        if role == CELLS:
            return list(self.cells[index.row()])
        return self._wrong[index.row()] if index.row() < len(self._wrong) else {}

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        """Return what QML calls them."""
        return {CELLS: QByteArray(b"cells"), WRONG: QByteArray(b"wrong")}


class Batch(Bridge):
    """Bridge of the table of other sides. The last row is always an empty one to go on in.

    Signals:
        listed: rows came or went; apart from ``changed``, so that typing rebuilds no row.
        edited: what the rows say is new.
        focusAsked(int, int): this row and column are to have the keys.
    """

    changed = Signal()
    listed = Signal()
    edited = Signal()
    focusAsked = Signal(int, int)  # noqa: N815

    def __init__(self, words: Words, asking: Asking) -> None:
        super().__init__(words)
        self._asking = asking
        self.most = MOST
        self.rows = Rows()
        words.changed.connect(self.listed)
        self._clear()

    def _clear(self) -> None:
        self._on = False
        self._columns: tuple[Question, ...] = ()
        self.rows.put([])
        self._read: tuple[RowRead, ...] = ()
        self._blamed = False
        self._files: list[tuple[Path, str]] = []
        self._said = ""

    @property
    def on(self) -> bool:
        """Whether several other sides are named by the table."""
        return self._on

    @property
    def sides(self) -> tuple[Answers, ...]:
        """Return the rows that were filled in, as answers."""
        return tuple(row.answers for row in self._read)

    @property
    def cells(self) -> list[list[str]]:
        """Return the rows that were filled in, as typed."""
        return [list(row) for row in self._filled()]

    def open(self, columns: tuple[Question, ...], cells: list[list[str]]) -> None:
        """Show the table with these columns and rows."""
        self._clear()
        self._on, self._columns = True, columns
        self._put([tuple(row) for row in cells])

    def forget(self) -> None:
        """Hold no row."""
        self._clear()
        self.listed.emit()
        self.changed.emit()

    def amiss(self) -> tuple[Problem, ...]:
        """Return what keeps the table from being filed, and show it beside each cell from now on."""
        self._blamed = True
        self.rows.blame(self._get_wrong())
        self.changed.emit()
        wrong = sum(bool(row.problems) for row in self._read)
        if not self._read:
            return (Problem(NAME, "rows_none"),)
        if wrong:
            return (Problem(NAME, "rows_wrong", {"count": str(wrong)}),)
        if len(self._read) > self.most:
            return (Problem(NAME, "sides_full", {"most": str(self.most)}),)
        return ()

    @Slot(int, int, str)
    def type(self, row: int, column: int, text: str) -> None:
        """Take what stands in a cell."""
        if self._cells[row][column] == text:
            return
        self._cells[row][column] = text
        if row == len(self._cells) - 1 and text.strip():
            self.rows.append(self._empty())
        self._reckon()

    @Slot(int)
    def remove(self, row: int) -> None:
        """Take a row out."""
        if row < len(self._cells) - 1:
            self.rows.remove(row)
            self._reckon()
            self.focusAsked.emit(min(row, len(self._cells) - 1), 0)

    @Slot()
    def paste(self) -> None:
        """Add the rows that were copied from a spreadsheet."""
        self.add(QGuiApplication.clipboard().text())

    @Slot(result=bool)
    def pasteRows(self) -> bool:  # noqa: N802
        """Add what was copied where it is rows and not a word for one cell; tell whether it was."""
        rows = any(mark in QGuiApplication.clipboard().text().strip() for mark in "\t\n\r")
        if rows:
            self.paste()
        return rows

    @Slot(str)
    def add(self, text: str) -> None:
        """Add the rows of a text, its heading left out; those that are there already stay."""
        read = cells_of(text, len(self._columns), self._headings())
        self._said = self.say("batch.added", n=len(read))
        self._blamed = self._blamed or bool(read)
        self._put([*self._filled(), *read])
        self.edited.emit()
        self.focusAsked.emit(len(self._cells) - 1, 0)

    @Slot()
    def look(self) -> None:
        """Look for text files on the stick."""
        self._asking.ask(lambda desk: desk.lists_on_stick(), self._found, self._not_read)

    @Slot(int)
    def read(self, index: int) -> None:
        """Add the rows of a text file on the stick."""
        path = self._files[index][0]
        self._asking.ask(lambda desk: desk.read_list(path), self._read_file, self._not_read)

    def _read_file(self, data: bytes) -> None:
        self._files = []
        try:
            self.add(text_of(data))
        except UnicodeError:
            self._said = self.say("batch.no_text")
            self.changed.emit()

    def _found(self, files: tuple[Any, ...]) -> None:
        self._files = [(file.path, file.name) for file in files]
        self._said = "" if files else self.say("batch.no_files")
        self.changed.emit()

    def _not_read(self, fault: Exception) -> bool:
        if not isinstance(fault, KnownError):
            return False
        _title, what, do = self.words.fault(fault)
        self._files, self._said = [], self.words.join(what, do)
        self.changed.emit()
        return True

    def _put(self, rows: list[Cells]) -> None:
        self.rows.put([*(list(row) for row in rows), self._empty()])
        self.listed.emit()
        self._reckon(tell=False)

    def _reckon(self, *, tell: bool = True) -> None:
        self._read = read_rows(self._columns, self._filled())
        self.rows.blame(self._get_wrong())
        self.changed.emit()
        if tell:
            self.edited.emit()

    @property
    def _cells(self) -> list[list[str]]:
        return self.rows.cells

    def _empty(self) -> list[str]:
        return [""] * len(self._columns)

    def _filled(self) -> list[Cells]:
        return [tuple(row) for row in self._cells if any(cell.strip() for cell in row)]

    def _headings(self) -> tuple[frozenset[str], ...]:
        known = (self.words.text(f"batch.heading_{question.id}") for question in self._columns)
        return tuple(frozenset(f"{text.zh} {text.en}".casefold().split()) for text in known)

    def _get_columns(self) -> list[dict[str, object]]:
        return [
            {"id": q.id, "label": self.speak(q.label), "optional": q.optional or q.unknown}
            for q in self._columns
        ]

    def _get_wrong(self) -> list[dict[str, str]]:
        """Return what is wrong, one map a row, by the column's question; none before it is looked for."""
        read = iter(self._read)
        filled = (any(cell.strip() for cell in cells) for cells in self._cells)
        rows = [self._told(next(read)) if full else {} for full in filled]
        return rows if self._blamed else [{} for _ in rows]

    def _told(self, row: RowRead) -> dict[str, str]:
        return {problem.question: self.words.problem(problem) for problem in reversed(row.problems)}

    def _get_count(self) -> str:
        return self.say("batch.count", n=len(self._read), most=self.most)

    shown = Property(bool, lambda self: self._on, notify=changed)
    columns = Property(ROWS, _get_columns, notify=listed)
    model = Property(QObject, lambda self: self.rows, constant=True)
    count = Property(str, _get_count, notify=changed)
    said = Property(str, lambda self: self._said, notify=changed)
    files = Property(LINES, lambda self: [name for _, name in self._files], notify=changed)

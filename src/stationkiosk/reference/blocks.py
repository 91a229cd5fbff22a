"""Blocks that forms share: whole pages, questions and options, taken in by ``include = "<block>"``.

What stands beside ``include`` lies over the block. A block may take in blocks below its own
level, never one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from stationkiosk.reference.rows import Row, read

Level = Literal["page", "question", "option"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Blocks:
    """The shared rows by level and name, each with the file it stands in."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[Level, str], tuple[str, dict[str, object]]] = {}

    def add(self, path: Path) -> None:
        """Read the blocks of a file. A block's name is its ``block``, or else its ``id``."""
        file = read(path)
        for level in LEVELS:
            for row in file.rows(level):
                name = row.string("block") if row.has("block") else row.name
                if (level, name) in self._blocks:
                    row.fail("twice", name)
                self._blocks[level, name] = (row.file, row.everything())
        file.done()

    def each(self, level: Level) -> Iterator[Row]:
        """Take every block of a level by itself, to be checked as one row."""
        for (at, name), (file, block) in self._blocks.items():
            if at == level:
                row = Row(block, file, name)
                yield row
                row.done()

    def rows(self, parent: Row, level: Level) -> Iterator[Row]:
        """Take the rows of a level, each include put in its place and checked as one row."""
        for row in parent.rows(level):
            if row.has("include"):
                whole = self._laid_under(row, level)
                yield whole
                whole.done()
            else:
                yield row

    def _laid_under(self, row: Row, level: Level) -> Row:
        name = row.string("include")
        if (level, name) not in self._blocks:
            row.fail("no_such_block", name)
        _, block = self._blocks[level, name]
        return Row({**block, **row.everything()}, row.file, row.name)

"""The type of a row read from the store: its columns by name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

Record = Row[*tuple[Any, ...]]
"""A row; ``row.state`` is its column ``state``."""

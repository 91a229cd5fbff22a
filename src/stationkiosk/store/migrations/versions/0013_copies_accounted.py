"""The ledger of copies: who at the desk asked, at which machine, which torn copy one replaces."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column

from stationkiosk.store.types import Whole, Words

revision = "0013"
down_revision = "0012"

_ADDED = (("asked_name", Words), ("device", Words), ("replaces", Whole))


def upgrade() -> None:
    """Add the columns."""
    for column, kind in _ADDED:
        op.add_column("copies", Column(column, kind(), nullable=True))


def downgrade() -> None:
    """Take them out again."""
    for column, _kind in reversed(_ADDED):
        op.drop_column("copies", column)

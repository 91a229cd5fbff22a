"""The desk: whose a matter is, clocks that stand still, contacts with results, acts taken back."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column

from stationkiosk.store.types import Day, Json, Moment, Whole, Words

revision = "0009"
down_revision = "0008"

_ADDED = (
    ("matters", "owner", Words),
    ("deadlines", "pauses", Json),
    ("deadlines", "longer", Json),
    ("deadlines", "still_since", Day),
    ("contacts", "result", Words),
    ("contacts", "served_on", Day),
    ("acted", "seq", Whole),
    ("acted", "before", Json),
    ("acted", "undone_at", Moment),
)


def upgrade() -> None:
    """Add the columns."""
    for table, column, kind in _ADDED:
        op.add_column(table, Column(column, kind(), nullable=True))


def downgrade() -> None:
    """Take them out again."""
    for table, column, _kind in reversed(_ADDED):
        op.drop_column(table, column)

"""What a message was answered with, and by whom."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column

from stationkiosk.store.types import Words

revision = "0006"
down_revision = "0005"

ADDED = ("answer", "answered_by")


def upgrade() -> None:
    """Add the columns."""
    for column in ADDED:
        op.add_column("messages", Column(column, Words(), nullable=True))


def downgrade() -> None:
    """Take them out again."""
    for column in ADDED:
        op.drop_column("messages", column)

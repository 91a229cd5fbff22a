"""The counts of the bureau's official numbers."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint

from stationkiosk.store.types import Whole, Words

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "official_counters",
        Column("series", Words(), nullable=False),
        Column("year", Whole(), nullable=False),
        Column("last", Whole(), nullable=False),
        PrimaryKeyConstraint("series", "year", name="pk_official_counters"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it out again."""
    op.drop_table("official_counters")

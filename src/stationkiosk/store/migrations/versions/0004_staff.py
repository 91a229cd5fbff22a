"""The members of staff: who may sign in at the desk, and in which posts."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint

from stationkiosk.store.types import Flag, Json, Moment, Words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "staff",
        Column("login", Words(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("password", Words(), nullable=False),
        Column("roles", Json(), nullable=False),
        Column("active", Flag(), nullable=False),
        Column("must_change", Flag(), nullable=False),
        Column("password_at", Moment(), nullable=False),
        Column("signed_in_at", Moment(), nullable=True),
        PrimaryKeyConstraint("login", name="pk_staff"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it out again."""
    op.drop_table("staff")

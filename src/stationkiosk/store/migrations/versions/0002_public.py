"""What the public leaves beside its cases: calls for staff, messages, marks given."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint

from stationkiosk.store.types import Day, Moment, Whole, Words

revision = "0002"
down_revision = "0001"

_CLUSTERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "staff_calls",
        Column("n", Whole(), nullable=False),
        Column("device", Words(), nullable=False),
        Column("page", Words(), nullable=False),
        Column("called_at", Moment(), nullable=False),
        Column("ended", Words(), nullable=False),
        Column("ended_at", Moment(), nullable=True),
        PrimaryKeyConstraint("n", name="pk_staff_calls"),
        **_CLUSTERED,
    )
    op.create_table(
        "messages",
        Column("n", Whole(), nullable=False),
        Column("device", Words(), nullable=False),
        Column("language", Words(), nullable=False),
        Column("text", Words(), nullable=False),
        Column("phone", Words(), nullable=False),
        Column("case_number", Words(), nullable=False),
        Column("left_at", Moment(), nullable=False),
        Column("answer_by", Day(), nullable=False),
        Column("answered_at", Moment(), nullable=True),
        PrimaryKeyConstraint("n", name="pk_messages"),
        **_CLUSTERED,
    )
    op.create_table(
        "ratings",
        Column("day", Day(), nullable=False),
        Column("device", Words(), nullable=False),
        Column("question", Words(), nullable=False),
        Column("mark", Whole(), nullable=False),
        Column("times", Whole(), nullable=False),
        PrimaryKeyConstraint("day", "device", "question", "mark", name="pk_ratings"),
        **_CLUSTERED,
    )


def downgrade() -> None:
    """Take them out again."""
    for table in ("ratings", "messages", "staff_calls"):
        op.drop_table(table)

"""More words of numbers and last days in the search: the lists are made anew behind every upgrade."""

from __future__ import annotations

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Do nothing: ``schema.migrate`` makes the lists."""


def downgrade() -> None:
    """Do nothing: ``schema.migrate`` makes the lists where it ends at the newest."""

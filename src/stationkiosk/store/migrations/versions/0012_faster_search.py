"""Words of first letters by themselves, the other matters of a line: the lists are made anew."""

from __future__ import annotations

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Do nothing: ``schema.migrate`` makes the lists."""


def downgrade() -> None:
    """Do nothing: ``schema.migrate`` makes the lists where it ends at the newest."""

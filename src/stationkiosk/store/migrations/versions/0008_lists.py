"""The lists and the search: made anew behind every upgrade, so that nothing is to be done here."""

from __future__ import annotations

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Do nothing: ``schema.migrate`` makes the lists."""


def downgrade() -> None:
    """Do nothing: ``schema.migrate`` removes them."""

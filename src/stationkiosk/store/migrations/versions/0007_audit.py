"""What staff did is found by its time and by who did it, without reading the whole journal."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0007"
down_revision = "0006"

_AUDITED = text(
    "(role NOT IN ('applicant', 'respondent', 'station') OR action IN ('sign_in_wrong', 'sign_in_locked'))"
)
_INDEXES = {
    "ix_journal_audited_at": ["at", "chain", "seq"],
    "ix_journal_audited_actor": ["actor", "at", "chain", "seq"],
}


def upgrade() -> None:
    """Add the indexes."""
    for name, columns in _INDEXES.items():
        op.create_index(name, "journal", columns, sqlite_where=_AUDITED, postgresql_where=_AUDITED)


def downgrade() -> None:
    """Take them out again."""
    for name in _INDEXES:
        op.drop_index(name, "journal")

"""Answers of those who were complained about: whose a consent, an exhibit, a seal or a signature is."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from stationkiosk.store.types import Day, Id, Json, Moment, Whole, Words

revision = "0003"
down_revision = "0002"

_WHOSE = (
    ("parties", "answers_for"),
    ("consents", "party_n"),
    ("exhibits", "party_n"),
    ("sealed", "party_n"),
    ("signatures", "party_n"),
)


def upgrade() -> None:
    """Add the columns and tables."""
    for table, column in _WHOSE:
        op.add_column(table, Column(column, Whole(), nullable=True))
    op.create_table(
        "responses",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("party_n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("paper_n", Whole(), nullable=False),
        Column("draft_id", Id(), nullable=False),
        Column("client_key", Words(), nullable=False),
        Column("language", Words(), nullable=False),
        Column("mediate", Words(), nullable=False),
        Column("grounds", Json(), nullable=False),
        Column("supplier", Words(), nullable=False),
        Column("supplied_on", Words(), nullable=False),
        Column("facts", Json(), nullable=False),
        Column("until", Day(), nullable=True),
        Column("answered_at", Moment(), nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_responses_case_id"),
        PrimaryKeyConstraint("case_id", "n", name="pk_responses"),
        UniqueConstraint("client_key", name="uq_responses_client_key"),
        UniqueConstraint("draft_id", name="uq_responses_draft_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contacts",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("party_n", Whole(), nullable=False),
        Column("paper_n", Whole(), nullable=True),
        Column("way", Words(), nullable=False),
        Column("made_by", Words(), nullable=False),
        Column("made_at", Moment(), nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_contacts_case_id"),
        PrimaryKeyConstraint("case_id", "n", name="pk_contacts"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them out again."""
    op.drop_table("contacts")
    op.drop_table("responses")
    for table, column in _WHOSE:
        op.drop_column(table, column)

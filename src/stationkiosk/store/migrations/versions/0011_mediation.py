"""Mediation: sessions, talks, agreements and duties; and what a public screen does for the desk."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint

from stationkiosk.store.types import Blob, Day, Id, Json, Moment, Whole, Words

revision = "0011"
down_revision = "0010"

_TABLES = ("mediations", "sessions", "informed", "talks", "undisputed", "agreements", "duties", "stages")


def upgrade() -> None:
    """Add the tables, and to signatures the agreement they stand on."""
    op.create_table(
        "mediations",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("way", Words(), nullable=False),
        Column("mediator", Words(), nullable=False),
        Column("disclosed", Words(), nullable=False),
        Column("entrusted", Words(), nullable=False),
        Column("appointed_at", Moment(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_mediations"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_mediations_case_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sessions",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("private_with", Whole(), nullable=True),
        Column("mediator", Words(), nullable=False),
        Column("room", Words(), nullable=False),
        Column("starts_at", Moment(), nullable=False),
        Column("minutes", Whole(), nullable=False),
        Column("opened_at", Moment(), nullable=True),
        Column("closed_at", Moment(), nullable=True),
        Column("outcome", Words(), nullable=False),
        Column("present", Json(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_sessions"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_sessions_case_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "informed",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("party_n", Whole(), nullable=False),
        Column("way", Words(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("signature_n", Whole(), nullable=True),
        PrimaryKeyConstraint("case_id", "n", name="pk_informed"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_informed_case_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "talks",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("by", Words(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("algorithm", Words(), nullable=False),
        Column("key_id", Words(), nullable=False),
        Column("box", Blob(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_talks"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_talks_case_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "undisputed",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("text", Words(), nullable=False),
        Column("at", Moment(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_undisputed"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_undisputed_case_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreements",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("by", Words(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("fixed_at", Moment(), nullable=True),
        Column("effective_at", Moment(), nullable=True),
        Column("text_sha256", Words(), nullable=False),
        Column("algorithm", Words(), nullable=False),
        Column("key_id", Words(), nullable=False),
        Column("terms_box", Blob(), nullable=False),
        Column("text_box", Blob(), nullable=True),
        PrimaryKeyConstraint("case_id", "n", name="pk_agreements"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_agreements_case_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "duties",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("agreement_n", Whole(), nullable=False),
        Column("term", Whole(), nullable=False),
        Column("party_n", Whole(), nullable=False),
        Column("what_zh", Words(), nullable=False),
        Column("what_en", Words(), nullable=False),
        Column("due", Day(), nullable=True),
        Column("amount_fen", Whole(), nullable=True),
        Column("state", Words(), nullable=False),
        Column("done_on", Day(), nullable=True),
        Column("exhibit_n", Whole(), nullable=True),
        Column("note", Words(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_duties"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_duties_case_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stages",
        Column("device", Words(), nullable=False),
        Column("screen_key", Blob(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("case_id", Id(), nullable=True),
        Column("by", Words(), nullable=False),
        Column("seq", Whole(), nullable=False),
        Column("box", Blob(), nullable=True),
        Column("answer", Blob(), nullable=True),
        Column("at", Moment(), nullable=False),
        PrimaryKeyConstraint("device", name="pk_stages"),
        sqlite_strict=True,
    )
    op.add_column("signatures", Column("agreement_n", Whole(), nullable=True))


def downgrade() -> None:
    """Take them out again."""
    op.drop_column("signatures", "agreement_n")
    for table in reversed(_TABLES):
        op.drop_table(table)

"""The first schema: cases and what hangs on them, papers, codes, drafts, the journal."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from stationkiosk.store.types import Blob, Day, Flag, Id, Json, Moment, Whole, Words

revision = "0001"
down_revision = None


_STRICT: dict[str, Any] = {"sqlite_strict": True}
_CLUSTERED: dict[str, Any] = _STRICT | {"sqlite_with_rowid": False}

_TABLES = (
    "cases",
    "checkpoints",
    "counters",
    "drafts",
    "evidence_chunks",
    "guesses",
    "journal",
    "journal_salts",
    "public_screen",
    "settings",
    "station",
    "acted",
    "claims",
    "codes",
    "consents",
    "copies",
    "copy_events",
    "deadlines",
    "exhibits",
    "facts",
    "matters",
    "outbox",
    "paper_files",
    "papers",
    "parties",
    "rights",
    "sealed",
    "signatures",
)
_TRIGGERS = (
    "CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal"
    " WHEN EXISTS (SELECT 1 FROM journal"
    " WHERE chain = NEW.chain AND seq = NEW.seq)"
    " BEGIN SELECT RAISE(ABORT, 'journal: already written'); END",
    "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'journal: never changed'); END",
    "CREATE TRIGGER checkpoints_no_replace BEFORE INSERT ON checkpoints"
    " WHEN EXISTS (SELECT 1 FROM checkpoints"
    " WHERE n = NEW.n)"
    " BEGIN SELECT RAISE(ABORT, 'checkpoints: already written'); END",
    "CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints"
    " BEGIN SELECT RAISE(ABORT, 'checkpoints: never changed'); END",
    "CREATE TRIGGER paper_files_no_replace BEFORE INSERT ON paper_files"
    " WHEN EXISTS (SELECT 1 FROM paper_files"
    " WHERE case_id = NEW.case_id AND paper_n = NEW.paper_n AND format = NEW.format)"
    " BEGIN SELECT RAISE(ABORT, 'paper_files: already written'); END",
    "CREATE TRIGGER paper_files_no_update BEFORE UPDATE ON paper_files"
    " BEGIN SELECT RAISE(ABORT, 'paper_files: never changed'); END",
    "CREATE TRIGGER evidence_chunks_no_replace BEFORE INSERT ON evidence_chunks"
    " WHEN EXISTS (SELECT 1 FROM evidence_chunks"
    " WHERE case_id = NEW.case_id AND sha256 = NEW.sha256 AND n = NEW.n)"
    " BEGIN SELECT RAISE(ABORT, 'evidence_chunks: already written'); END",
    "CREATE TRIGGER evidence_chunks_no_update BEFORE UPDATE ON evidence_chunks"
    " BEGIN SELECT RAISE(ABORT, 'evidence_chunks: never changed'); END",
    "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'journal: only added to'); END",
    "CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints"
    " BEGIN SELECT RAISE(ABORT, 'checkpoints: only added to'); END",
    "CREATE TRIGGER evidence_chunks_no_delete BEFORE DELETE ON evidence_chunks"
    " WHEN EXISTS (SELECT 1 FROM cases"
    " WHERE id = OLD.case_id)"
    " BEGIN SELECT RAISE(ABORT, 'evidence_chunks: belong to a case'); END",
)


def upgrade() -> None:
    """Create everything."""
    _cases()
    _papers()
    _station()
    _journal()
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _TRIGGERS:
            op.execute(trigger)


def downgrade() -> None:
    """Drop everything."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _cases() -> None:
    op.create_table(
        "cases",
        Column("id", Id(), nullable=False),
        Column("number", Words(), nullable=False),
        Column("form", Words(), nullable=False),
        Column("language", Words(), nullable=False),
        Column("filed_at", Moment(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("client_key", Words(), nullable=False),
        Column("proof_later", Flag(), nullable=False),
        PrimaryKeyConstraint("id", name="pk_cases"),
        UniqueConstraint("number", name="uq_cases_number"),
        UniqueConstraint("client_key", name="uq_cases_client_key"),
        **_CLUSTERED,
    )
    op.create_table(
        "claims",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("claim", Words(), nullable=False),
        Column("amount_fen", Whole(), nullable=True),
        PrimaryKeyConstraint("case_id", "n", name="pk_claims"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_claims_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "consents",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("consent", Words(), nullable=False),
        Column("given", Flag(), nullable=False),
        Column("given_at", Moment(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_consents"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_consents_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "deadlines",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("rule", Words(), nullable=False),
        Column("start", Day(), nullable=False),
        Column("due", Day(), nullable=False),
        Column("provisional", Flag(), nullable=False),
        Column("stopped_at", Moment(), nullable=True),
        Column("trace", Json(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_deadlines"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_deadlines_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "exhibits",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("media_type", Words(), nullable=False),
        Column("size", Whole(), nullable=False),
        Column("sha256", Words(), nullable=False),
        Column("sm3", Words(), nullable=False),
        Column("source", Words(), nullable=False),
        Column("device", Words(), nullable=False),
        Column("received_at", Moment(), nullable=False),
        Column("purpose", Words(), nullable=False),
        Column("pages", Whole(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_exhibits"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_exhibits_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "facts",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("question", Words(), nullable=False),
        Column("value", Json(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_facts"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_facts_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "matters",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("track", Words(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("opened_at", Moment(), nullable=False),
        Column("since", Moment(), nullable=False),
        Column("owner_role", Words(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("number", Words(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_matters"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_matters_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "parties",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("role", Words(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("id_number", Words(), nullable=False),
        Column("phone", Words(), nullable=False),
        Column("address", Words(), nullable=False),
        Column("representative", Words(), nullable=False),
        Column("authority", Words(), nullable=False),
        Column("by_card", Flag(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_parties"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_parties_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "rights",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("number", Words(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("standing", Words(), nullable=False),
        Column("classes", Json(), nullable=False),
        Column("goods", Words(), nullable=False),
        Column("expires", Day(), nullable=True),
        PrimaryKeyConstraint("case_id", "n", name="pk_rights"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_rights_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "sealed",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("field", Words(), nullable=False),
        Column("reader", Words(), nullable=False),
        Column("algorithm", Words(), nullable=False),
        Column("key_id", Words(), nullable=False),
        Column("box", Blob(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_sealed"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_sealed_case_id"),
        **_STRICT,
    )
    op.create_table(
        "signatures",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("signer", Words(), nullable=False),
        Column("text_sha256", Words(), nullable=False),
        Column("strokes", Json(), nullable=False),
        Column("witness", Words(), nullable=False),
        Column("signed_at", Moment(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_signatures"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_signatures_case_id"),
        **_STRICT,
    )


def _papers() -> None:
    op.create_table(
        "acted",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("client_key", Words(), nullable=False),
        Column("matter_n", Whole(), nullable=False),
        Column("action", Words(), nullable=False),
        Column("inputs", Json(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_acted"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_acted_case_id"),
        UniqueConstraint("client_key", name="uq_acted_client_key"),
        **_CLUSTERED,
    )
    op.create_table(
        "codes",
        Column("case_id", Id(), nullable=False),
        Column("digest", Words(), nullable=False),
        Column("purpose", Words(), nullable=False),
        Column("paper_n", Whole(), nullable=True),
        Column("holder", Words(), nullable=False),
        Column("bits", Whole(), nullable=False),
        Column("opens_at", Moment(), nullable=False),
        Column("ends_at", Moment(), nullable=True),
        PrimaryKeyConstraint("case_id", "digest", name="pk_codes"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_codes_case_id"),
        UniqueConstraint("digest", name="uq_codes_digest"),
        **_CLUSTERED,
    )
    op.create_table(
        "copies",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("paper_n", Whole(), nullable=False),
        Column("format", Words(), nullable=False),
        Column("copy_no", Whole(), nullable=False),
        Column("reason", Words(), nullable=False),
        Column("printer", Words(), nullable=False),
        Column("asked_by", Words(), nullable=False),
        Column("asked_at", Moment(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("sha256", Words(), nullable=True),
        Column("job", Words(), nullable=False),
        PrimaryKeyConstraint("case_id", "n", name="pk_copies"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_copies_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "copy_events",
        Column("case_id", Id(), nullable=False),
        Column("copy_n", Whole(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("state", Words(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("detail", Words(), nullable=False),
        PrimaryKeyConstraint("case_id", "copy_n", "n", name="pk_copy_events"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_copy_events_case_id"),
        **_CLUSTERED,
    )
    op.create_table(
        "outbox",
        Column("id", Id(), nullable=False),
        Column("case_id", Id(), nullable=True),
        Column("topic", Words(), nullable=False),
        Column("body", Json(), nullable=False),
        Column("queued_at", Moment(), nullable=False),
        Column("tries", Whole(), nullable=False),
        Column("sent_at", Moment(), nullable=True),
        PrimaryKeyConstraint("id", name="pk_outbox"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_outbox_case_id"),
        **_STRICT,
    )
    op.create_index("ix_outbox_sent_at", "outbox", ["sent_at", "queued_at"])
    op.create_table(
        "paper_files",
        Column("case_id", Id(), nullable=False),
        Column("paper_n", Whole(), nullable=False),
        Column("format", Words(), nullable=False),
        Column("bytes", Blob(), nullable=False),
        Column("sha256", Words(), nullable=False),
        Column("rendered_at", Moment(), nullable=False),
        PrimaryKeyConstraint("case_id", "paper_n", "format", name="pk_paper_files"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_paper_files_case_id"),
        **_STRICT,
    )
    op.create_table(
        "papers",
        Column("case_id", Id(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("form_code", Words(), nullable=False),
        Column("number", Words(), nullable=False),
        Column("version", Whole(), nullable=False),
        Column("language", Words(), nullable=False),
        Column("data", Json(), nullable=False),
        Column("issued_at", Moment(), nullable=False),
        Column("verification_code", Words(), nullable=False),
        Column("effective_at", Moment(), nullable=True),
        PrimaryKeyConstraint("case_id", "n", name="pk_papers"),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_papers_case_id"),
        **_STRICT,
    )


def _station() -> None:
    op.create_table(
        "counters",
        Column("day", Day(), nullable=False),
        Column("block", Whole(), nullable=False),
        Column("first", Whole(), nullable=False),
        Column("last", Whole(), nullable=False),
        PrimaryKeyConstraint("day", "block", name="pk_counters"),
        **_CLUSTERED,
    )
    op.create_table(
        "drafts",
        Column("id", Id(), nullable=False),
        Column("journey", Words(), nullable=False),
        Column("code_digest", Words(), nullable=False),
        Column("id_digest", Words(), nullable=True),
        Column("box_by_code", Blob(), nullable=False),
        Column("box_by_id", Blob(), nullable=True),
        Column("body", Blob(), nullable=False),
        Column("saved_at", Moment(), nullable=False),
        Column("expires_at", Moment(), nullable=False),
        PrimaryKeyConstraint("id", name="pk_drafts"),
        UniqueConstraint("code_digest", name="uq_drafts_code_digest"),
        **_STRICT,
    )
    op.create_index("ix_drafts_expires_at", "drafts", ["expires_at"])
    op.create_index("ix_drafts_id_digest", "drafts", ["id_digest"])
    op.create_table(
        "evidence_chunks",
        Column("case_id", Id(), nullable=False),
        Column("sha256", Words(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("bytes", Blob(), nullable=False),
        PrimaryKeyConstraint("case_id", "sha256", "n", name="pk_evidence_chunks"),
        **_STRICT,
    )
    op.create_table(
        "guesses",
        Column("device", Words(), nullable=False),
        Column("failures", Whole(), nullable=False),
        Column("last_at", Moment(), nullable=False),
        PrimaryKeyConstraint("device", name="pk_guesses"),
        **_CLUSTERED,
    )
    op.create_table(
        "public_screen",
        Column("screen", Words(), nullable=False),
        Column("n", Whole(), nullable=False),
        Column("kind", Words(), nullable=False),
        Column("body", Json(), nullable=False),
        Column("shown_at", Moment(), nullable=False),
        PrimaryKeyConstraint("screen", "n", name="pk_public_screen"),
        **_CLUSTERED,
    )
    op.create_table(
        "settings",
        Column("name", Words(), nullable=False),
        Column("value", Json(), nullable=False),
        PrimaryKeyConstraint("name", name="pk_settings"),
        **_CLUSTERED,
    )
    op.create_table(
        "station",
        Column("code", Words(), nullable=False),
        Column("machine", Words(), nullable=False),
        Column("name_zh", Words(), nullable=False),
        Column("name_en", Words(), nullable=False),
        Column("created_at", Moment(), nullable=False),
        Column("block", Whole(), nullable=False),
        PrimaryKeyConstraint("code", name="pk_station"),
        **_CLUSTERED,
    )


def _journal() -> None:
    op.create_table(
        "checkpoints",
        Column("n", Whole(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("size", Whole(), nullable=False),
        Column("root", Words(), nullable=False),
        Column("heads", Json(), nullable=False),
        Column("signature", Words(), nullable=False),
        Column("key_id", Words(), nullable=False),
        Column("algorithm", Words(), nullable=False),
        PrimaryKeyConstraint("n", name="pk_checkpoints"),
        **_STRICT,
    )
    op.create_table(
        "journal",
        Column("chain", Words(), nullable=False),
        Column("seq", Whole(), nullable=False),
        Column("at", Moment(), nullable=False),
        Column("role", Words(), nullable=False),
        Column("actor", Words(), nullable=False),
        Column("device", Words(), nullable=False),
        Column("action", Words(), nullable=False),
        Column("body", Words(), nullable=False),
        Column("prev", Words(), nullable=False),
        Column("hash", Words(), nullable=False),
        Column("algorithm", Words(), nullable=False),
        PrimaryKeyConstraint("chain", "seq", name="pk_journal"),
        **_STRICT,
    )
    op.create_table(
        "journal_salts",
        Column("chain", Words(), nullable=False),
        Column("seq", Whole(), nullable=False),
        Column("name", Words(), nullable=False),
        Column("salt", Blob(), nullable=False),
        PrimaryKeyConstraint("chain", "seq", "name", name="pk_journal_salts"),
        **_CLUSTERED,
    )

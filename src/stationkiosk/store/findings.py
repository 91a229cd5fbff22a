"""What verification says."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "entry_missing",
    "entry_changed",
    "link_broken",
    "algorithm_unknown",
    "entry_unreadable",
    "row_changed",
    "row_missing",
    "row_extra",
    "evidence_missing",
    "evidence_changed",
    "evidence_extra",
    "paper_changed",
    "case_missing",
    "counter_behind",
    "official_missing",
    "official_unsound",
    "checkpoint_missing",
    "checkpoint_unsigned",
    "checkpoint_changed",
    "page_damaged",
    "index_damaged",
    "list_changed",
    "database_unreadable",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: in which chain, at which entry (0: none), what, and where.

    ``what`` is one of ``KINDS``; its words stand at ``finding.<what>``. ``chain`` is ``""``
    for what belongs to no chain.
    """

    chain: str
    seq: int
    what: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what was found; the first broken entry stands first."""

    cases: int
    entries: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything holds."""
        return not self.findings

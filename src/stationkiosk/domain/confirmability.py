"""Will a court confirm it? Interp 355 and 358 run over an agreement, each finding with its mend.

The rules are dated rows; each names the check that looks. A ``BLOCK`` would have the court refuse or
dismiss; a ``WARN`` is for people to weigh. Nothing here decides: the court does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stationkiosk.domain.agreement import Agreement
from stationkiosk.domain.confirming import court, people, right, terms
from stationkiosk.domain.confirming.asked import Asked, Check
from stationkiosk.domain.phrases import Phrases, even
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text

CHECKS: Mapping[str, Check] = {**terms.CHECKS, **right.CHECKS, **people.CHECKS, **court.CHECKS}


class Severity(StrEnum):
    """``BLOCK`` stops the way to the court until mended; ``WARN`` is shown and may stand."""

    BLOCK = "block"
    WARN = "warn"


class Stage(StrEnum):
    """From when on a rule is asked: over the draft, once signed, when the court is applied to."""

    DRAFT = "draft"
    SIGNED = "signed"
    APPLY = "apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmability(Dated):
    """A rule: which check looks, how grave it is, what it says and how to mend it."""

    check: str
    severity: Severity
    stage: Stage
    what: Text
    mend: Text
    article: Text
    phrases: Phrases
    clauses: tuple[str, ...] = ()
    days: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``term`` counts from 1 (None: the whole agreement); ``clause`` is its name."""

    rule: str
    severity: Severity
    term: int | None
    clause: Text | None
    what: Text
    mend: Text
    article: Text
    quote: str


_STAGES = tuple(Stage)


def findings(
    agreement: Agreement, rules: Iterable[Confirmability], today: date, stage: Stage
) -> tuple[Finding, ...]:
    """Return what the rules in force find up to a stage: blocks first, then by term."""
    asked = (rule for rule in rules if _STAGES.index(rule.stage) <= _STAGES.index(stage))
    said = tuple(even(term.words()) for term in agreement.terms)
    found = [finding for rule in asked for finding in _of(rule, agreement, today, said)]
    return tuple(sorted(found, key=lambda f: (f.severity is not Severity.BLOCK, f.term or 0)))


def blocked(found: Iterable[Finding]) -> bool:
    """Tell whether a finding would keep the agreement from being confirmed."""
    return any(finding.severity is Severity.BLOCK for finding in found)


def _of(
    rule: Confirmability, agreement: Agreement, today: date, said: tuple[Text, ...]
) -> Iterator[Finding]:
    asked = Asked(agreement, today, said, rule.phrases, rule.clauses, rule.days)
    for hit in CHECKS[rule.check](asked):
        term = None if hit.term is None else agreement.terms[hit.term]
        yield Finding(
            rule=rule.id,
            severity=rule.severity,
            term=None if hit.term is None else hit.term + 1,
            clause=term.clause.label if term else None,
            what=rule.what,
            mend=rule.mend,
            article=rule.article,
            quote=hit.quote,
        )

"""What the agreement is, as rows of plain words for QML."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import DraftShown, MediationShown, Screening
from stationkiosk.domain.clauses import Clause
from stationkiosk.domain.confirmability import Finding, Severity
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.times import moment_text

OF_AGREEMENT = ("agreement", "mediation_summary")
"""The papers that are handed out when all have signed."""

SHUT = {
    Screening.AWAY: "drafting.screen_away",
    Screening.BUSY: "drafting.screen_busy",
    Screening.SIGNS: "drafting.screen_signs",
}
"""Why a public screen can be given nothing, by what it does."""


def clauses(words: Words, offered: Iterable[Clause], used: Collection[str]) -> list[dict[str, object]]:
    """Return clauses of the library as they are offered; ``used`` are in the agreement already."""
    return [
        {
            "id": clause.id,
            "label": words.speak(clause.label),
            "needs": words.speak(clause.needs),
            "used": words.say("drafting.used", "") if clause.id in used else "",
        }
        for clause in offered
    ]


def findings(words: Words, found: Iterable[Finding]) -> list[dict[str, object]]:
    """Return what was found: the term and clause, what, how to mend it, and why."""
    return [
        {
            "n": n,
            "blocks": one.severity is Severity.BLOCK,
            "grave": words.say(f"drafting.{one.severity}", ""),
            "where": _where(words, one),
            "term": one.term or 0,
            "what": words.speak(one.what),
            "mend": words.speak(one.mend),
            "article": words.speak(one.article),
            "quote": one.quote,
        }
        for n, one in enumerate(found)
    ]


def counts(words: Words, found: Iterable[Finding]) -> dict[str, object]:
    """Return how many block the way to the court and how many are for people to weigh, in words."""
    graves = [one.severity for one in found]
    blocks, warns = graves.count(Severity.BLOCK), graves.count(Severity.WARN)
    return {
        "blocks": blocks,
        "warns": warns,
        "blocksTold": words.speak(words.text("drafting.blocks").put(n=blocks)) if blocks else "",
        "warnsTold": words.speak(words.text("drafting.warns").put(n=warns)) if warns else "",
    }


def version(words: Words, kept: DraftShown | None, dirty: bool, busy: bool) -> str:
    """Say which version this is and when it was kept."""
    if busy:
        return words.say("drafting.keeping", "")
    if kept is None or not kept.version:
        return words.say("drafting.unkept_all" if dirty else "drafting.nothing", "")
    at = moment_text(kept.versions[-1]) if kept.versions else ""
    said = words.speak(words.text("drafting.version").put(n=kept.version, at=at))
    return words.speak(words.text("drafting.unkept").put(version=said)) if dirty else said


def way(words: Words, shown: MediationShown | None) -> dict[str, str]:
    """Return the way of mediating in words; empty where it is not settled yet."""
    if shown is None or shown.way is None:
        return {}
    return {
        "label": words.speak(shown.way.label),
        "takesEffect": words.speak(shown.way.takes_effect),
        "signs": words.speak(shown.way.signs),
        "mediator": shown.mediator_name,
        "body": words.speak(shown.body),
    }


def papers(words: Words, file: CaseFile | None) -> list[dict[str, object]]:
    """Return the papers that are handed out by their place in the list: the agreement, the summaries."""
    return [
        {
            "at": n,
            "title": words.speak(paper.title),
            "number": paper.number,
            "printed": paper.copies > 0,
        }
        for kind in OF_AGREEMENT
        for n, paper in enumerate(file.papers if file else ())
        if paper.kind == kind
    ]


def trouble(words: Words, fault: KnownError | None) -> str:
    """Say what went wrong and what to do."""
    if fault is None:
        return ""
    _title, what, do = words.fault(fault)
    return words.join(what, do)


def _where(words: Words, one: Finding) -> str:
    if one.term is None:
        return words.say("drafting.whole", "")
    return words.speak(words.text("drafting.term_named").put(n=one.term, clause=one.clause))

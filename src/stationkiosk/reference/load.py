"""Loads every resource once, at start-up, into one frozen object; what is wrong fails there."""

from __future__ import annotations

from pathlib import Path

from stationkiosk.domain.forms import Form
from stationkiosk.domain.routes import Matrix
from stationkiosk.domain.text import Text
from stationkiosk.domain.triage import Triage
from stationkiosk.reference import matrix, periods, rules, sums
from stationkiosk.reference.clauses import load_agreements
from stationkiosk.reference.forms import load_blocks, load_consents, load_form, load_kinds, load_triage
from stationkiosk.reference.links import check_links
from stationkiosk.reference.mediation import way
from stationkiosk.reference.reference import Reference
from stationkiosk.reference.rows import fault
from stationkiosk.reference.words import Words, load_words

__all__ = ["Reference", "load"]


def load(resources: Path, corrections: Path | None = None) -> Reference:
    """Read the resources. Raises KnownError ``reference_broken``, naming file and row.

    ``corrections`` is a station's folder with the same shape: its rows lie over those shipped.
    """
    over = _corrections(resources, corrections)
    folder, over_rules = resources / "rules", over / "rules" if over else None
    agreements = load_agreements(resources / "clauses", over / "clauses" if over else None)
    forms, triage, missing = _forms(resources / "forms")
    reference = Reference(
        forms=forms,
        triage=triage,
        kinds=load_kinds(resources / "forms" / "kinds.toml"),
        consents=load_consents(resources / "forms" / "consents.toml"),
        words=Words(load_words(resources / "i18n", over / "i18n" if over else None) | missing),
        periods=rules.load_book("deadlines.toml", "period", periods.period, folder, over_rules),
        counting=rules.load_book("counting.toml", "law", periods.counting, folder, over_rules),
        articles=rules.load_book("articles.toml", "article", rules.article, folder, over_rules),
        matrix=Matrix(
            routes=rules.load_book("routes.toml", "route", matrix.route, folder, over_rules),
            courts=rules.load_book("courts.toml", "court", matrix.court, folder, over_rules),
            venues=rules.load_book("venues.toml", "venue", matrix.venue, folder, over_rules),
        ),
        laws=rules.load_book("laws.toml", "law", matrix.law_version, folder, over_rules),
        terms=rules.load_book("terms.toml", "term", matrix.term, folder, over_rules),
        number_words=rules.load_book("numbers.toml", "word", matrix.number_word, folder, over_rules),
        grounds=rules.load_book("grounds.toml", "ground", matrix.ground, folder, over_rules),
        case_fee=rules.load_book("fees.toml", "fee", sums.case_fee, folder, over_rules),
        shares=rules.load_book("shares.toml", "share", sums.share, folder, over_rules),
        rates=rules.load_book("rates.toml", "rate", sums.rate, folder, over_rules),
        fines=rules.load_book("fines.toml", "fine", sums.fine, folder, over_rules),
        damages=rules.load_book("damages.toml", "damages", sums.damages, folder, over_rules),
        thresholds=rules.load_book("thresholds.toml", "threshold", sums.threshold, folder, over_rules),
        calendar=rules.load_calendar(folder, over_rules),
        clauses=agreements.clauses,
        confirmability=agreements.confirmability,
        breaches=rules.load_book("breaches.toml", "breach", rules.breach, folder, over_rules),
        mediation=rules.load_book("mediation.toml", "way", way, folder, over_rules),
    )
    check_links(reference)
    return reference


NOT_FORMS = ("kinds.toml", "consents.toml", "unsure.toml")


def _forms(folder: Path) -> tuple[dict[str, Form], Triage, dict[str, Text]]:
    blocks = load_blocks(folder / "shared")
    triage, missing = load_triage(folder / "unsure.toml")
    forms: dict[str, Form] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in NOT_FORMS:
            continue
        form, words = load_form(path, blocks)
        for key, text in words.items():
            if missing.setdefault(key, text) != text:
                raise fault(path.name, key, "two_texts", key)
        forms[form.id] = form
    return forms, triage, missing


def _corrections(resources: Path, corrections: Path | None) -> Path | None:
    """Return the corrections folder if there is one; a file in it that corrects nothing is a fault."""
    if not corrections or not corrections.is_dir():
        return None
    for path in sorted(corrections.rglob("*.toml")):
        inside = path.relative_to(corrections)
        if inside.parts[0] not in ("rules", "i18n", "clauses") or not (resources / inside).is_file():
            raise fault(str(inside), "", "corrects_nothing")
    return corrections

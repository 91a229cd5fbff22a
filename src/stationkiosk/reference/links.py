"""What one resource says of another must be there: forms, articles, tracks, rules."""

from __future__ import annotations

from stationkiosk.domain.routes import ORDER, Gate
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import Action
from stationkiosk.reference.periods import check_units
from stationkiosk.reference.reference import ISSUER, Reference
from stationkiosk.reference.rows import fault

_FOR_NOW = (Gate.OPEN, Gate.BY_ITSELF)


def check_links(reference: Reference) -> None:
    """Raise KnownError ``reference_broken`` for the first thing that is named and is not there."""
    _kinds(reference)
    _articles(reference)
    _routes(reference)
    _courts(reference)
    _clocks(reference)
    _issuer(reference)
    _options(reference)
    check_units(reference.periods, reference.counting)


def _kinds(reference: Reference) -> None:
    begun = {*reference.forms, reference.triage.form.id}
    for kind in reference.kinds:
        if kind.form and kind.form not in begun:
            raise fault("kinds.toml", kind.id, "no_such_form", kind.form)
    for landing in reference.triage.landings:
        if landing.form and landing.form not in reference.forms:
            raise fault("unsure.toml", landing.id, "no_such_form", landing.form)


def _articles(reference: Reference) -> None:
    for form in reference.forms.values():
        for option in (option for question in form.questions() for option in question.options):
            if option.article and option.article not in reference.articles.rows:
                raise fault(f"{form.id}.toml", option.id, "no_such_article", option.article)
    for track in TRACKS.values():
        for row in track.actions:
            if row.article not in reference.articles.rows:
                raise fault("articles.toml", row.article, "missing_row", track.id)


def _routes(reference: Reference) -> None:
    for row in (row for rows in reference.routes.rows.values() for row in rows):
        known = TRACKS if row.gate in _FOR_NOW else ORDER
        if row.track not in known or row.track not in ORDER:
            raise fault("routes.toml", row.id, "no_such_track", row.track)
    for consent in reference.consents:
        for track in set(consent.routes) - set(ORDER):
            raise fault("consents.toml", consent.id, "no_such_track", track)


def _courts(reference: Reference) -> None:
    for row in (row for rows in reference.matrix.venues.rows.values() for row in rows):
        if row.court not in reference.matrix.courts.rows:
            raise fault("venues.toml", row.id, "no_such_court", row.court)


def _clocks(reference: Reference) -> None:
    for track in TRACKS.values():
        for rule in (rule for row in track.actions for rule in _rules(row)):
            if rule not in reference.periods.rows:
                raise fault("deadlines.toml", rule, "missing_row", track.id)
    for row in (row for rows in reference.mediation.rows.values() for row in rows):
        if row.clock not in reference.periods.rows:
            raise fault("mediation.toml", row.id, "missing_row", row.clock)


def _issuer(reference: Reference) -> None:
    if ISSUER not in reference.number_words.rows:
        raise fault("numbers.toml", ISSUER, "missing_row")


def _rules(row: Action) -> tuple[str, ...]:
    when = (rule for _, rule in (*row.starts_if, *row.stops_if))
    named = (rule for rule, _ in row.sets)
    return (*row.starts, *row.stops, *when, *named, *row.drops, *filter(None, (row.lengthens,)))


def _options(reference: Reference) -> None:
    lists = {row.list for rows in reference.grounds.rows.values() for row in rows}
    for track in TRACKS.values():
        for need in (need for row in track.actions for need in row.needs):
            if need.options and need.options not in lists:
                raise fault("grounds.toml", need.options, "missing_row", track.id)
    for row in (row for rows in reference.breaches.rows.values() for row in rows):
        if row.article not in reference.articles.rows:
            raise fault("breaches.toml", row.id, "no_such_article", row.article)

"""The case page: one case as one person may see it, at one moment of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from stationkiosk.casework.desk import course, history, kept, makes, people, story
from stationkiosk.casework.desk.colleagues import Colleague, members_at
from stationkiosk.casework.desk.reading import CaseRows, read_case
from stationkiosk.casework.desk.seeing import CONTACTERS, CORRECTORS, Sees, sees
from stationkiosk.casework.desk.undoable import last_own
from stationkiosk.casework.desk.views import CaseFile, Line, Undoable
from stationkiosk.casework.receipt import kind_of_dispute
from stationkiosk.casework.staff import SignedIn, named_on_case
from stationkiosk.casework.station import Station
from stationkiosk.casework.undoing import LastAct
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.sealing import OFFICER
from stationkiosk.domain.text import Text

TARGET = 150
"""Minutes the station aims at from filing to the court's confirmation: two and a half hours."""

T = TypeVar("T")

CORRECT = "correct"
"""What the journal calls a correction."""


def open_case(station: Station, who: SignedIn, case_id: UUID) -> CaseFile:
    """Return a case as ``who`` may see it. Closed ``no_such_case``, ``case_not_yours``."""
    with station.store.read() as connection:
        seen = sees(connection, who, case_id)
        mediates = bool(named_on_case(connection, case_id, who.login) & seen.roles)
        rows = read_case(connection, case_id, seen.tracks, mediates=mediates)
        colleagues = members_at(connection, who)
        last = last_own(connection, case_id, who, seen.roles, station.device)
    found = shown(station, rows, seen, colleagues)
    if not seen.roles & CORRECTORS:
        found = uncorrectable(found)
    return replace(found, undoable=undoable(rows, last[1]) if last is not None else None)


def shown(
    station: Station, rows: CaseRows, watcher: Sees, colleagues: tuple[Colleague, ...] = ()
) -> CaseFile:
    """Return what the rows of a case say to somebody who sees these parts of it.

    ``colleagues`` are those whom work may be handed to.
    """
    seen = watcher.parts
    reference, case = station.reference, rows.case
    words, corrected = reference.words, corrections(rows)
    fields = frozenset(corrected)

    reaches = Part.CONTACTS in seen and bool(watcher.roles & CONTACTERS)

    def if_seen(part: Part, shown: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        return shown() if part in seen else ()

    return CaseFile(
        case_id=case.id,
        number=case.number,
        version=case.version,
        form=case.form,
        kind=kind_of_dispute(words, reference.forms[case.form]),
        language=case.language,
        claimant=people.side_name(words, rows, PartyRole.APPLICANT, seen),
        respondent=people.side_name(words, rows, PartyRole.RESPONDENT, seen),
        filed_at=case.filed_at,
        target=TARGET,
        parties=people.parties(words, rows, seen, fields),
        right=if_seen(Part.RIGHT, lambda: story.right(reference, rows, fields)),
        facts=if_seen(Part.FACTS, lambda: story.facts(reference, rows, fields)),
        claims=if_seen(Part.CLAIMS, lambda: story.claims(reference, rows)),
        consents=if_seen(Part.CONSENTS, lambda: story.consents(reference, rows)),
        answers=if_seen(Part.ANSWERS, lambda: story.answers(reference, rows)),
        exhibits=if_seen(Part.EVIDENCE, lambda: kept.exhibits(words, rows)),
        matters=course.matters(station, rows, watcher.roles, colleagues),
        clocks=if_seen(Part.CLOCKS, lambda: course.clocks(reference, rows, station.today())),
        papers=if_seen(
            Part.PAPERS, lambda: kept.papers(words, rows, watcher, max(corrected.values(), default=None))
        ),
        contact_ways=kept.ways(station) if reaches else (),
        contact_results=kept.results(station) if reaches else (),
        contacts=if_seen(Part.CONTACTS, lambda: kept.contacts(station, rows)),
        journal=if_seen(Part.JOURNAL, lambda: history.journal(words, rows)),
        withheld=tuple(people.withheld(words, rows, seen)),
        station=station.site.name,
        makes=if_seen(Part.PAPERS, lambda: makes.makes(words, rows, watcher.roles)),
        how=_how(station, rows),
        verified=rows.holds if Part.JOURNAL in seen else None,
        opens_reporter=Part.REPORTER in seen and _names_a_reporter(rows) and Role.OFFICER in watcher.roles,
    )


def _names_a_reporter(rows: CaseRows) -> bool:
    return any(row.reader == OFFICER for row in rows.sealed)


def uncorrectable(found: CaseFile) -> CaseFile:
    """Return the case with no line offered for a correction; a party's name stands over its lines."""

    def plain(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        kept = (line for line in lines if not line.field.endswith(".name"))
        return tuple(replace(line, field="") for line in kept)

    parties = tuple(replace(party, lines=plain(party.lines)) for party in found.parties)
    right = tuple(replace(line, field="") for line in found.right)
    return replace(found, parties=parties, right=right, facts=plain(found.facts))


def undoable(rows: CaseRows, last: LastAct) -> Undoable | None:
    """Return the act that can be taken back as the page tells it, if its matter is seen."""
    if all(matter.n != last.matter_n for matter in rows.matters):
        return None
    return Undoable(last.matter_n, last.row.label, last.at)


def corrections(rows: CaseRows) -> dict[str, datetime]:
    """Return the fields that were corrected, each with the moment of its last correction."""
    found = {}
    for entry in rows.journal:
        acted = rows.acted_in(entry) if entry.action == CORRECT else None
        if acted is not None:
            found[acted.inputs["field"]] = entry.at
    return found


def _how(station: Station, rows: CaseRows) -> Text:
    """Return by which way the case was filed: by its filer at a kiosk, or by a clerk for them."""
    filed = next(entry for entry in rows.journal if entry.action == "file")
    key = "casefile.how.kiosk" if filed.role == Role.APPLICANT else "casefile.how.desk"
    return station.reference.words.text(key).put(device=filed.device, who=filed.actor)

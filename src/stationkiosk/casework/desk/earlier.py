"""What a clerk need not type again: an earlier case's right and owner, a draft, a list on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from stationkiosk.casework import evidence
from stationkiosk.casework.desk.intake import HELPERS
from stationkiosk.casework.desk.reading import CaseRows, read_case
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.staff import SignedIn, check_present
from stationkiosk.casework.station import Station
from stationkiosk.devices.evidence.folder import Found
from stationkiosk.domain.access import Part
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.forms import Answer, Form, Question

OF_PAGES = ("who", "agent", "right")
"""The pages whose other answers go along: who acts for whom, which paper they have."""

LISTS = (".csv", ".tsv", ".txt")
MOST_BYTES = 256 * 1024
"""A list of other sides has a few hundred rows; a larger file is none."""


def answers_of(station: Station, who: SignedIn, case_id: UUID) -> dict[str, Answer]:
    """Return how a case answered who asks, by whom, for which right; nothing of the other side.

    Closed ``not_your_role`` for whoever takes no applications down, ``no_such_case``.
    """
    with station.store.read() as connection:
        acting(connection, who, HELPERS, station.device, case_id)
        seen = sees(connection, who, case_id)
        for part in (Part.PARTIES, Part.REACH, Part.RIGHT):
            seen.check(part)
        rows = read_case(connection, case_id, frozenset())
    form = station.reference.forms[rows.case.form]
    return form.relevant(dict(_answers(form, rows)))


def draft_key(who: SignedIn) -> str:
    """Return what opens the drafts of a member of staff; no ID card has such a number."""
    return f"staff:{who.login}"


def own_key(station: Station, who: SignedIn) -> str:
    """Return ``draft_key`` of somebody who is a member still. Closed as ``staff.check_present``."""
    _check_present(station, who)
    return draft_key(who)


def _check_present(station: Station, who: SignedIn) -> None:
    with station.store.read() as connection:
        check_present(connection, who)


def lists_on_stick(station: Station, who: SignedIn) -> tuple[Found, ...]:
    """Return the text files on the sticks that are in, the newest first.

    KnownError ``stick_missing``; Closed as ``staff.check_present`` for who is no member any more.
    """
    _check_present(station, who)
    files = evidence.found_files(station).files
    return tuple(file for file in files if file.path.suffix.casefold() in LISTS)


def read_list(station: Station, who: SignedIn, path: Path) -> bytes:
    """Return a text file on a stick. KnownError ``list_too_large``, ``stick_gone`` or ``file_gone``."""
    _check_present(station, who)
    with evidence.open_on_stick(station, path) as stream:
        try:
            data = stream.read(MOST_BYTES + 1)
        except OSError as fault:
            raise KnownError("file_gone") from fault
    if len(data) > MOST_BYTES:
        raise KnownError("list_too_large")
    return data


def _answers(form: Form, rows: CaseRows) -> Iterator[tuple[str, Answer]]:
    told = {fact.question: fact.value for fact in rows.facts}
    fields = _fields(rows)
    for page in form.pages:
        for question in page.questions:
            filled = fields.get(question.fills)
            if filled:
                yield question.id, filled
            elif page.id in OF_PAGES and question.id in told:
                yield question.id, _answer(question, told[question.id])


def _fields(rows: CaseRows) -> dict[str, str]:
    fields: dict[str, str] = {}
    for party in rows.parties:
        if party.answers_for is None and party.role in (PartyRole.APPLICANT, PartyRole.AGENT):
            for field in ("kind", "name", "id_number", "phone", "address", "representative", "authority"):
                fields[f"{party.role}.{field}"] = getattr(party, field) or ""
    for right in rows.rights:
        for field in ("number", "name", "standing", "goods"):
            fields[f"right.{field}"] = getattr(right, field)
        fields["right.expires"] = right.expires.isoformat() if right.expires else ""
    return fields


def _answer(question: Question, value: object) -> Answer:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return None if value is None and question.unknown else str(value or "")

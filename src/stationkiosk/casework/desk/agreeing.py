"""The agreement at its mediator's desk: written, weighed, looked at as it will print, and fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from stationkiosk.casework.desk.acting import Asked, Looked, act
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.by_hand import paper_to_sign
from stationkiosk.casework.mediating.composing import compose, fix_text, language_of, open_text, seal_text
from stationkiosk.casework.mediating.drafting import FIXED, OPEN
from stationkiosk.casework.mediating.ground import Ground, read_ground
from stationkiosk.casework.mediating.pages import agreement_pdf
from stationkiosk.casework.mediating.pressed import pressed
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.mediating.shown import DraftShown, TermsWritten
from stationkiosk.casework.mediating.terms import Drafted, drafted, open_terms, read_terms, seal_terms
from stationkiosk.casework.mediating.version import draft_shown
from stationkiosk.casework.mediating.weighing import weigh
from stationkiosk.casework.printing import copies
from stationkiosk.casework.printing.entering import DESK
from stationkiosk.casework.saying import needed
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView
from stationkiosk.domain.actors import Role
from stationkiosk.domain.confirmability import Finding, blocked
from stationkiosk.domain.errors import Closed


@dataclass(frozen=True, slots=True)
class Draft:
    """Terms as they stand at the desk, of a matter."""

    case_id: UUID
    matter_n: int
    terms: TermsWritten
    wishes_confirmation: bool


def save(station: Station, who: SignedIn, draft: Draft, looked: Looked) -> DraftShown:
    """Keep the terms as another version, sealed, and return what is found in them.

    Raises as ``acting.act``; Closed ``not_the_mediator``, ``no_such_clause``.
    """
    with station.store.read() as connection:
        _of_mediator(station, connection, who, draft.case_id, draft.matter_n)
    made = drafted(station, draft.terms, draft.wishes_confirmation, station.today())
    inputs = pressed(station, draft.case_id, draft.matter_n, "draft", looked.client_key)
    if inputs is None or _terms_in(station, draft, inputs["sealed"], made.day) != made:
        inputs = {"sealed": seal_terms(station, draft.case_id, draft.matter_n, made).hex()}
    act(station, who, Asked(draft.case_id, draft.matter_n, "draft", inputs), looked)
    return shown(station, who, draft.case_id, draft.matter_n)


def shown(station: Station, who: SignedIn, case_id: UUID, matter_n: int) -> DraftShown:
    """Return the agreement as it now stands. Closed ``not_the_mediator``."""
    with station.store.read() as connection:
        return draft_shown(_of_mediator(station, connection, who, case_id, matter_n))


def weighed(station: Station, who: SignedIn, draft: Draft) -> tuple[Finding, ...]:
    """Return what the checks find in terms as they stand at the desk; nothing is kept."""
    made = drafted(station, draft.terms, draft.wishes_confirmation, station.today())
    with station.store.read() as connection:
        return weigh(_of_mediator(station, connection, who, draft.case_id, draft.matter_n), made)


def pages(station: Station, who: SignedIn, draft: Draft) -> bytes:
    """Return the terms as they would print, with the draft mark; nothing is kept."""
    made = drafted(station, draft.terms, draft.wishes_confirmation, station.today())
    with station.store.read() as connection:
        known = _of_mediator(station, connection, who, draft.case_id, draft.matter_n)
        newest = known.newest()
        text = compose(known, made, newest.version + 1 if newest is not None else 1)
        language = language_of(known)
    return agreement_pdf(station, text, language, draft=True)


def fix(
    station: Station, who: SignedIn, case_id: UUID, matter_n: int, version: int, looked: Looked
) -> CaseFile:
    """Fix the text of the newest version: its pages are made once, and their bytes are what is signed.

    Raises as ``acting.act``; Closed ``not_the_mediator``, ``no_such_version``, ``agreement_blocked``.
    """
    before = pressed(station, case_id, matter_n, "fix", looked.client_key)
    if before is not None and before["version"] == str(version):
        return act(station, who, Asked(case_id, matter_n, "fix", before), looked)
    with station.store.read() as connection:
        known = _of_mediator(station, connection, who, case_id, matter_n)
        newest = known.standing(OPEN)
        if newest.version != version:
            raise Closed("no_such_version")
        draft = open_terms(station, newest)
        if blocked(weigh(known, draft)):
            raise Closed("agreement_blocked")
        text = compose(known, draft, version)
        fixed = fix_text(known, text)
        sealed = seal_text(station, known.matter, fixed)
    inputs = {"version": str(version), "text_sha256": fixed.sha256, "sealed": sealed.hex()}
    return act(station, who, Asked(case_id, matter_n, "fix", inputs), looked)


def to_sign(station: Station, who: SignedIn, case_id: UUID, matter_n: int) -> bytes:
    """Return the exact bytes that are signed. Closed ``not_the_mediator``, ``no_such_version``."""
    with station.store.read() as connection:
        known = _of_mediator(station, connection, who, case_id, matter_n)
        return open_text(station, case_id, matter_n, known.standing(FIXED).text_box).pdf


def version_pages(station: Station, who: SignedIn, case_id: UUID, matter_n: int, version: int) -> bytes:
    """Return the pages of a version that was kept: one that was fixed as it lay before the sides.

    Closed ``not_the_mediator``; ``no_such_version`` for what another mediator never fixed, too.
    """
    with station.store.read() as connection:
        known = _of_mediator(station, connection, who, case_id, matter_n)
        row = next((one for one in known.readable() if one.version == version), None)
        if row is None:
            raise Closed("no_such_version")
        if row.text_box is not None:
            return open_text(station, case_id, matter_n, row.text_box).pdf
        text, language = compose(known, open_terms(station, row), version), language_of(known)
    return agreement_pdf(station, text, language, draft=True)


def print_to_sign(station: Station, who: SignedIn, case_id: UUID, matter_n: int, reason: str) -> CopyView:
    """Print the exact bytes that are signed, to be signed by hand; the copy is accounted for.

    Closed as ``to_sign``, ``reason_missing``.
    """
    why = needed(reason)
    with station.store.read() as connection:
        sees(connection, who, case_id)
        check_mediator(connection, case_id, matter_n, who.login)
        actor = acting(connection, who, frozenset({Role.MEDIATOR}), station.device, case_id)
    ref = paper_to_sign(station, case_id, matter_n, actor)
    return copies.print_copy(station, ref, actor, DESK, why)


def _terms_in(station: Station, draft: Draft, sealed: str, day: date) -> Drafted:
    return read_terms(station, draft.case_id, draft.matter_n, bytes.fromhex(sealed), day)


def _of_mediator(
    station: Station, connection: Connection, who: SignedIn, case_id: UUID, matter_n: int
) -> Ground:
    sees(connection, who, case_id)
    check_mediator(connection, case_id, matter_n, who.login)
    return read_ground(station, connection, case_id, matter_n)

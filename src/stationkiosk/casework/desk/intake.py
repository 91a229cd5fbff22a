"""Taking an application down at the desk for somebody who cannot use the screen: the same forms.

Nothing differs from a kiosk's filing but who helped: the member of staff is the actor of the entry
that files. A filing against several respondents makes a case for each, as at the kiosk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from stationkiosk.casework.desk.seeing import acting
from stationkiosk.casework.filing import file_application
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import Filed
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Application, Consent, Exhibit, Signature
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.filing import assemble, lacking
from stationkiosk.domain.forms import Answers
from stationkiosk.domain.text import Language

HELPERS = frozenset({Role.CLERK, Role.SUPERVISOR})
"""Who takes applications down."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken down under a draft: answers to a form and what goes with them."""

    draft_id: UUID
    form: str
    answers: Answers
    signature: Signature
    language: Language = Language.ZH
    routes: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    sealed: Mapping[str, bytes] = field(default_factory=dict)
    by_card: frozenset[str] = frozenset()
    proof_later: bool = False
    others: tuple[Answers, ...] = ()


def intake(station: Station, who: SignedIn, taken: Taken, client_key: str) -> Filed:
    """File what was taken down. Closed ``not_your_role``, ``intake_lacks``; else as ``file``."""
    form = station.reference.forms[taken.form]
    missing = lacking(
        form,
        form.relevant(taken.answers),
        exhibits=taken.exhibits,
        proof_later=taken.proof_later,
        routes=taken.routes,
    )
    if missing:
        told = station.reference.words.problem(missing[0])
        raise Closed("intake_lacks", told_zh=told.zh, told_en=told.en)
    application = assemble(
        form,
        taken.answers,
        case_id=taken.draft_id,
        language=taken.language,
        routes=taken.routes,
        consents=taken.consents,
        exhibits=taken.exhibits,
        signature=taken.signature,
        sealed=taken.sealed,
        by_card=taken.by_card,
        proof_later=taken.proof_later,
        others=taken.others,
    )
    return file(station, who, application, client_key)


def file(station: Station, who: SignedIn, application: Application, client_key: str) -> Filed:
    """File an application for somebody; see ``casework.filing.file_application``.

    Closed ``not_your_role`` for whoever takes no applications down.
    """
    with station.store.read() as connection:
        helper = acting(connection, who, HELPERS, station.device)
    return file_application(station, application, client_key, helper)

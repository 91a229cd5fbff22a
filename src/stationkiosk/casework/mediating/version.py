"""The agreement as its mediator sees it: terms, what changed, what is found, and who signed."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.mediating.attendants import mediator_words
from stationkiosk.casework.mediating.drafting import OPEN
from stationkiosk.casework.mediating.effect import WAY_OF
from stationkiosk.casework.mediating.ground import Ground
from stationkiosk.casework.mediating.shown import DraftShown, SignerShown, TermShown
from stationkiosk.casework.mediating.signing import hands
from stationkiosk.casework.mediating.terms import open_terms
from stationkiosk.casework.mediating.weighing import may_sign, weigh
from stationkiosk.casework.record import Record
from stationkiosk.domain.confirmability import Stage
from stationkiosk.domain.mediation import MEDIATOR
from stationkiosk.domain.versions import differences

_NOTHING = DraftShown(0, OPEN, (), (), (), False, "", (), ())


def draft_shown(known: Ground) -> DraftShown:
    """Return the newest version with what changed in it. The caller has asked who looks."""
    versions = known.readable()
    if not versions:
        return _NOTHING
    newest = versions[-1]
    draft = open_terms(known.station, newest)
    before = open_terms(known.station, versions[-2]).terms if len(versions) > 1 else draft.terms
    changed = differences(before, draft.terms)
    return DraftShown(
        version=newest.version,
        state=newest.state,
        terms=tuple(
            TermShown(term.clause, term.values, term.words(), change.change.value, change.before)
            for term, change in zip(draft.terms, changed.terms, strict=True)
        ),
        gone=changed.gone,
        findings=weigh(known, draft, _stage(newest)),
        wishes_confirmation=draft.wishes_confirmation,
        text_sha256=newest.text_sha256,
        signers=tuple(_signers(known, newest)) if newest.state != OPEN else (),
        versions=tuple(version.at for version in versions),
        numbers=tuple(version.version for version in versions),
    )


def _stage(version: Record) -> Stage:
    return Stage.SIGNED if version.effective_at else Stage.DRAFT


def _signers(known: Ground, version: Record) -> Iterator[SignerShown]:
    """Yield for each side who signed, or else everybody who may; then the mediator, as number 0."""
    made = hands(known, version).by
    for side in known.sides:
        row = made.get(str(side.n))
        for one in may_sign(known, side.n):
            if row is None:
                yield SignerShown(one.n, one.name, one.side, one.role, None)
            elif row.party_n == one.n:
                way = WAY_OF[row.kind]
                yield SignerShown(one.n, one.name, one.side, one.role, row.signed_at, way)
    own = made.get(MEDIATOR)
    as_ = mediator_words(known.station.reference.words)
    name = known.brief.member(known.mediation.mediator)
    way = WAY_OF[own.kind] if own is not None else ""
    yield SignerShown(0, name, "", as_, own.signed_at if own is not None else None, way)

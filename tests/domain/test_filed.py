"""An application tells the gate matrix what the answers it was made of told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from stationkiosk.domain.application import (
    Application,
    Claim,
    Fact,
    Party,
    PartyKind,
    PartyRole,
    Right,
    Signature,
    SignatureKind,
)
from stationkiosk.domain.disputes import Ask
from stationkiosk.domain.filed import dispute_filed
from stationkiosk.domain.identity_kinds import Tie
from stationkiosk.domain.text import Language
from tests.journeys.samples import REFERENCE

ONE = Application(
    id=UUID(int=1),
    form="patent",
    language=Language.ZH,
    parties=(Party(PartyRole.APPLICANT, PartyKind.PERSON, "样本", "110101199001011237"),),
    right=Right("patent", "ZL202110954529.7", "样本", "owner", expires=date(2031, 1, 1)),
    facts=(Fact("patent_type", "utility"), Fact("acts", ("sell",))),
    claims=(Claim("stop"), Claim("damages", Decimal("5000.00"))),
    routes=(),
    consents=(),
    exhibits=(),
    signature=Signature(SignatureKind.STROKES, "样本", "0" * 64),
)


def test_subject_sum_and_wishes_are_told() -> None:
    dispute = dispute_filed(REFERENCE.forms["patent"], ONE)
    assert (dispute.kind, dispute.subject, dispute.claimed) == ("patent", "utility", Decimal("5000.00"))
    assert dispute.asks == {Ask.STOP, Ask.DAMAGES}
    assert dispute.tie is Tie.MAINLAND


def test_marking_without_a_patent_decides_the_way() -> None:
    marked = replace(ONE, facts=(Fact("acts", ("passing_off",)),), claims=(Claim("stop"),))
    dispute = dispute_filed(REFERENCE.forms["patent"], marked)
    assert (dispute.subject, dispute.claimed) == ("passing_off", None)

"""The gate matrix of the domain, row by row: what is open, what is shut and why, and which court."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.courts import CourtOffer, Purpose, court_for
from stationkiosk.domain.disputes import Ask, Dispute, DisputeKind, Fits, Subject
from stationkiosk.domain.identity_kinds import Tie
from stationkiosk.domain.routes import ORDER, Gate, RouteOffer, at_the_kiosk
from stationkiosk.domain.rules import Book, Confidence
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)
DAYS = (date(2024, 3, 1), date(2025, 10, 14), TODAY, date(2027, 1, 1))
PENALTY_LAW_2025 = date(2025, 10, 15)
SUBJECTS = {
    DisputeKind.PATENT: (Subject.INVENTION, Subject.UTILITY, Subject.PASSING_OFF),
    DisputeKind.DESIGN: (Subject.PASSING_OFF,),
    DisputeKind.COPYRIGHT: (Subject.WORK, Subject.SOFTWARE),
    DisputeKind.TRADE_SECRET: (Subject.TECHNICAL, Subject.BUSINESS),
    DisputeKind.COMPETITION: (Subject.CONFUSION, Subject.DEFAMATION),
}
ASKS = (
    frozenset[Ask](),
    frozenset({Ask.DAMAGES}),
    frozenset({Ask.STOP, Ask.DAMAGES, Ask.OWNERSHIP}),
    frozenset({Ask.OWNERSHIP}),
    frozenset({Ask.VALIDITY}),
    frozenset({Ask.REWARD}),
    frozenset({Ask.WELL_KNOWN, Ask.STOP}),
)
DISPUTES = [
    Dispute(kind, subject, asks, claimed, tie, consumer)
    for kind in DisputeKind
    for subject in ("", *SUBJECTS.get(kind, ()))
    for asks, claimed, tie, consumer in product(
        ASKS, (None, Decimal(4_999_999), Decimal(5_000_000)), Tie, (False, True)
    )
]


def ways(
    kind: str, subject: str = "", *asks: Ask, day: date = TODAY, **more: object
) -> dict[str, RouteOffer]:
    dispute = Dispute(kind, subject, frozenset(asks), **more)  # type: ignore[arg-type]
    return {offer.track: offer for offer in REFERENCE.ways(dispute, day)}


def court(kind: str, subject: str = "", *asks: Ask, track: str = "court", **more: object) -> CourtOffer:
    found = ways(kind, subject, *asks, **more)[track].court  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "subject", "gate"),
    [
        ("trademark", "", Gate.OPEN),
        ("patent", "passing_off", Gate.OPEN),
        ("design", "passing_off", Gate.OPEN),
        ("patent", "", Gate.SHUT),
        ("patent", "invention", Gate.SHUT),
        ("patent", "utility", Gate.SHUT),
        ("design", "", Gate.SHUT),
        ("copyright", "", Gate.SHUT),
        ("copyright", "software", Gate.SHUT),
        ("trade_secret", "technical", Gate.OPEN),
        ("trade_secret", "business", Gate.OPEN),
        ("competition", "confusion", Gate.OPEN),
        ("geographical_indication", "", Gate.OPEN),
        ("technology_contract", "", Gate.SHUT),
    ],
)
def test_a_penalty_is_open_where_market_supervision_may_punish(kind: str, subject: str, gate: Gate) -> None:
    assert ways(kind, subject)["report"].gate is gate


def test_a_patent_infringed_has_no_fine_but_an_adjudication() -> None:
    offers = ways("patent", "invention")
    assert "no fine" in offers["report"].why.en
    assert offers["patent_adjudication"].gate is Gate.ELSEWHERE
    assert offers["patent_adjudication"].article.zh.startswith("《专利法》第六十五条")
    assert ways("patent", "passing_off")["patent_adjudication"].gate is Gate.SHUT
    assert ways("trademark")["patent_adjudication"].gate is Gate.SHUT


def test_a_copyright_penalty_belongs_to_the_other_agency() -> None:
    offers = ways("copyright")
    assert "著作权主管部门" in offers["report"].agency.zh
    assert offers["referral"].gate is Gate.ELSEWHERE
    assert offers["referral"].article.en == "Copyright Law, article 53"
    assert {ways(kind)["referral"].gate for kind in DisputeKind if kind != "copyright"} == {Gate.SHUT}


@pytest.mark.parametrize("kind", list(DisputeKind))
@pytest.mark.parametrize("ask", [Ask.OWNERSHIP, Ask.VALIDITY])
def test_ownership_and_validity_are_never_confirmed_nor_punished(kind: str, ask: Ask) -> None:
    offers = ways(kind, "", ask)
    assert offers["confirmation"].gate is Gate.SHUT
    assert offers["confirmation"].court is None
    assert "三百五十五条" in offers["confirmation"].article.zh
    assert offers["report"].gate is Gate.SHUT
    mixed = ways(kind, "", ask, Ask.DAMAGES)["confirmation"]
    assert mixed.gate is Gate.LATER
    assert "ownership or validity cannot" in mixed.why.en


def test_validity_is_for_the_national_office_and_ownership_can_be_mediated() -> None:
    assert ways("patent", "", Ask.VALIDITY)["mediation"].gate is Gate.SHUT
    assert court("patent", "", Ask.VALIDITY).court.sign == "京73"
    owner = ways("patent", "", Ask.OWNERSHIP)["mediation"]
    assert owner.gate is Gate.OPEN
    assert owner.article.en.endswith("article 102")


@pytest.mark.parametrize(
    ("kind", "subject", "asks", "claimed", "sign"),
    [
        ("trademark", "", (), None, "渝0192"),
        ("trademark", "", (), Decimal("4999999.99"), "渝0192"),
        ("trademark", "", (), Decimal(5_000_000), "渝01"),
        ("trademark", "", (Ask.WELL_KNOWN,), Decimal(1), "渝01"),
        ("patent", "invention", (), Decimal(1), "渝01"),
        ("patent", "utility", (), Decimal(1), "渝01"),
        ("design", "", (), Decimal(1), "渝01"),
        ("copyright", "work", (), Decimal(1), "渝0192"),
        ("copyright", "software", (), Decimal(1), "渝01"),
        ("trade_secret", "technical", (), Decimal(1), "渝01"),
        ("trade_secret", "business", (), Decimal(1), "渝0192"),
        ("trade_secret", "business", (), Decimal(5_000_000), "渝01"),
        ("trade_secret", "", (), Decimal(1), ""),
        ("competition", "", (), Decimal(1), "渝0192"),
        ("geographical_indication", "", (), Decimal(1), "渝0192"),
        ("technology_contract", "", (), Decimal(1), "渝0192"),
    ],
)
def test_the_court_follows_the_right_and_the_sum(
    kind: str, subject: str, asks: tuple[Ask, ...], claimed: Decimal | None, sign: str
) -> None:
    assert court(kind, subject, *asks, claimed=claimed).court.sign == sign
    assert court(kind, subject, *asks, claimed=claimed, track="confirmation").court.sign == sign


@pytest.mark.parametrize(
    ("tie", "sign"), [(Tie.MAINLAND, "渝0192"), (Tie.HK_MACAO_TAIWAN, "渝0192"), (Tie.FOREIGN, "渝01")]
)
def test_a_deal_with_a_foreign_party_is_confirmed_by_the_first_court(tie: Tie, sign: str) -> None:
    assert court("trademark", tie=tie, track="confirmation").court.sign == sign
    assert court("trademark", tie=tie).court.sign == "渝0192"


def test_a_court_says_why_and_how_sure_it_is() -> None:
    today = court("trademark")
    assert "500 万元" in today.why.zh
    assert today.confidence is Confidence.INFERRED
    assert court("trademark", day=date(2025, 9, 30)).confidence is Confidence.SECONDARY
    assert not today.corrected


def test_a_consumer_may_complain_and_no_other() -> None:
    assert ways("trademark", consumer=True)["complaint"].gate is Gate.ELSEWHERE
    assert ways("trademark")["complaint"].gate is Gate.SHUT
    assert ways("trademark", consumer=True)["commercial_mediation"].gate is Gate.SHUT
    assert ways("trademark", consumer=True, day=date(2026, 4, 14))["complaint"].confidence.value == "A"


def test_commercial_mediation_begins_with_its_regulations() -> None:
    assert "commercial_mediation" not in ways("trademark", day=date(2026, 4, 30))
    offer = ways("trademark", day=date(2026, 5, 1))["commercial_mediation"]
    assert (offer.gate, offer.cost.zh) == (Gate.ELSEWHERE, "收费，按调解组织公布的标准")


@pytest.mark.parametrize(
    ("kind", "before", "after", "change"),
    [
        ("trademark", "article 60", "article 74", date(2027, 1, 1)),
        ("geographical_indication", "article 60", "article 74", date(2027, 1, 1)),
        ("trade_secret", "article 21", "articles 26 and 16", PENALTY_LAW_2025),
        ("competition", "article 18", "articles 23, 25, 28 and 29", PENALTY_LAW_2025),
    ],
)
def test_the_article_of_a_penalty_changes_on_its_day(
    kind: str, before: str, after: str, change: date
) -> None:
    eve = date.fromordinal(change.toordinal() - 1)
    assert ways(kind, day=eve)["report"].article.en.endswith(before)
    assert ways(kind, day=change)["report"].article.en.endswith(after)


def test_free_ways_cost_nothing_and_the_court_its_fee() -> None:
    offers = ways("patent", claimed=Decimal(300_000))
    assert {offers[t].cost.zh for t in ("mediation", "preservation", "confirmation")} == {"0 元"}
    assert "5,800" in offers["court"].cost.en


def test_each_track_has_one_voice_for_every_dispute() -> None:
    for day in DAYS:
        for dispute in DISPUTES:
            for track in ORDER:
                ranks = [
                    row.fits.rank
                    for row in REFERENCE.routes.all_on(day)
                    if row.track == track and row.fits.holds(dispute)
                ]
                assert ranks.count(min(ranks, default=0)) <= 1, (day, dispute, track)
                assert ranks or (track == "commercial_mediation" and day < date(2026, 5, 1)), (day, dispute)


def test_one_court_is_named_for_every_dispute_that_has_one() -> None:
    for day, dispute, purpose in product(DAYS, DISPUTES, Purpose):
        found = court_for(REFERENCE.matrix.courts, REFERENCE.matrix.venues, dispute, purpose, day)
        assert found is not None, (day, dispute, purpose)
        ranks = [
            row.fits.rank
            for row in REFERENCE.matrix.venues.all_on(day)
            if purpose in row.purposes and row.fits.holds(dispute)
        ]
        assert ranks.count(min(ranks)) == 1, (day, dispute, purpose)


@given(st.sampled_from(DISPUTES), st.sampled_from(DAYS))
def test_what_is_shut_says_why_and_what_a_filing_opens_is_never_shut(dispute: Dispute, day: date) -> None:
    offers = REFERENCE.ways(dispute, day)
    assert all(offer.why.zh and offer.why.en and offer.article.zh for offer in offers)
    assert [offer.track for offer in offers] == [t for t in ORDER if t in {o.track for o in offers}]
    shown = at_the_kiosk(REFERENCE.ways(Dispute(dispute.kind, claimed=dispute.claimed), day))
    assert not {offer.gate for offer in shown} & {Gate.SHUT, Gate.ELSEWHERE}


def test_a_kind_nobody_knows_still_keeps_proof_and_may_sue() -> None:
    offers = ways("unsure")
    assert "mediation" not in offers
    assert offers["preservation"].by_itself
    assert offers["court"].court is None


def test_a_venue_whose_court_is_gone_names_none() -> None:
    day, empty = TODAY, Book.of(REFERENCE.matrix.courts.rows["competent"])
    found = court_for(empty, REFERENCE.matrix.venues, Dispute("design"), Purpose.SUIT, date(2018, 1, 1))
    assert found is None
    early = [row for row in REFERENCE.matrix.courts.rows["liangjiang"] if row.valid_to]
    courts = Book.of([*early])
    assert court_for(courts, REFERENCE.matrix.venues, Dispute("trademark"), Purpose.SUIT, day) is None


def test_every_condition_of_a_row_must_hold() -> None:
    dispute = Dispute("patent", "invention", frozenset({Ask.STOP}), Decimal(10), Tie.FOREIGN, consumer=True)
    assert Fits().holds(dispute)
    for fits in (
        Fits(kinds=frozenset({"design"})),
        Fits(subjects=frozenset({"utility"})),
        Fits(asks=frozenset({Ask.DAMAGES})),
        Fits(only=frozenset({Ask.DAMAGES})),
        Fits(ties=frozenset({Tie.MAINLAND})),
        Fits(least=Decimal(11)),
    ):
        assert not fits.holds(dispute)
    assert not Fits(consumer=True).holds(Dispute("patent"))
    assert not Fits(least=Decimal(1)).holds(Dispute("patent"))
    assert not Fits(only=frozenset({Ask.STOP})).holds(Dispute("patent"))

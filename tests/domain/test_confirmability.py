"""What a court would not confirm is found before it is asked, with the mend, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.agreement import Agreement, Capacity, Level, RightHeld, Signer, Term, Way
from stationkiosk.domain.clauses import Account, Facet, Value
from stationkiosk.domain.confirmability import CHECKS, Severity, Stage, blocked
from stationkiosk.domain.phrases import Phrases, even
from stationkiosk.domain.text import Text
from tests.domain.agreements import (
    CLAUSES,
    CLEAN,
    HOLDER,
    LATER,
    PARTS,
    SHOP,
    TODAY,
    found,
    own,
    part,
    rules_of,
    signed,
    term,
    with_term,
)
from tests.journeys.samples import REFERENCE

LEAST_RULES = 20
RULES = {row.id: row for row in REFERENCE.confirmability.all_on(TODAY)}
STRANGER = "路人样本"


def test_there_are_rules_enough_each_with_its_mend_and_article() -> None:
    assert len(RULES) >= LEAST_RULES
    assert {rule.check for rule in RULES.values()} == set(CHECKS)
    assert all(rule.mend.zh and rule.article.en for rule in RULES.values())


def test_a_clean_agreement_has_no_finding() -> None:
    assert found(CLEAN) == ()
    assert not blocked(found(CLEAN))


@pytest.mark.parametrize("clause", sorted(CLAUSES))
def test_no_clause_of_the_shelf_is_found_fault_with(clause: str) -> None:
    terms = (term("stop"), term("breach_sum"), term(clause))
    assert rules_of(replace(CLEAN, terms=terms)) == set()


def sides(**changed: object) -> Agreement:
    return replace(CLEAN, sides=(replace(CLEAN.sides[0], **changed), CLEAN.sides[1]))  # type: ignore[arg-type]


def signers(*given: Signer) -> Agreement:
    return replace(CLEAN, signers=given)


def right(**changed: object) -> Agreement:
    assert CLEAN.right
    return replace(CLEAN, right=replace(CLEAN.right, **changed))  # type: ignore[arg-type]


def licence(**changed: Value) -> Term:
    values: dict[str, Value] = {"start": TODAY, **changed}
    return term("licence", **values)


AGENT = signed(SHOP, "代理样本", Capacity.AGENT)
HEAD = CLEAN.signers[0]

LATE = (part(1, Decimal(18000), TODAY - timedelta(9)),)
OWNERS = RightHeld((HOLDER, "样本二"), all_agree=False)

SPOILED: list[tuple[str, Agreement]] = [
    ("who_missing", with_term(term("own_words", ("party",)))),
    ("what_missing", with_term(term("own_words", ("what",)))),
    ("how_much_missing", with_term(term("own_words", ("how_much",)))),
    ("how_missing", with_term(term("own_words", ("how",)))),
    ("by_when_missing", with_term(term("own_words", ("day",)))),
    ("blank_left", with_term(term("disputes", ("court",)))),
    ("no_duty", replace(CLEAN, terms=(term("liability_stays"),))),
    ("past_day", with_term(term("stop", day=TODAY - timedelta(1)))),
    (
        "past_day",
        with_term(term("pay_instalments", parts=LATE)),
    ),
    ("instalments_sum", with_term(term("pay_instalments", amount=Decimal(18001)))),
    ("instalments_order", with_term(term("pay_instalments", parts=PARTS[::-1]))),
    ("account_of_another", with_term(term("pay_by_day", account=Account(STRANGER, "样本银行", "62")))),
    ("stranger_bound", with_term(term("stop", party=STRANGER))),
    ("one_on_both_sides", with_term(term("pay_by_day", payer=HOLDER))),
    ("above_claim", replace(CLEAN, claimed=Decimal(100))),
    ("nothing_on_breach", replace(CLEAN, terms=(term("pay_instalments"),))),
    ("confirmation_at_odds", with_term(term("no_confirmation"))),
    ("effect_at_odds", with_term(term("effect_online"))),
    ("beyond_right", with_term(licence(end=date(2031, 1, 21)))),
    ("licence_backwards", with_term(licence(end=TODAY - timedelta(0), start=LATER))),
    ("right_ended", right(ends=TODAY - timedelta(1))),
    ("licensor_no_holder", with_term(licence(holder=SHOP, other=HOLDER))),
    (
        "owners_not_asked",
        replace(with_term(licence()), right=OWNERS),
    ),
    ("no_right_proof", right(proof=False)),
    ("no_right_proof", replace(CLEAN, right=None)),
    ("too_few_sides", replace(CLEAN, sides=(CLEAN.sides[0], replace(CLEAN.sides[1], name=HOLDER)))),
    ("unwilling", sides(willing=False)),
    ("not_joint", sides(applies=False)),
    ("no_identity", sides(phone="")),
    ("same_contact", sides(phone="13800138000")),
    ("no_signer", signers(HEAD)),
    ("same_signer", signers(HEAD, replace(HEAD, side=SHOP))),
    ("no_authority", signers(HEAD, replace(AGENT, may_settle=False))),
    ("authority_ended", signers(HEAD, replace(AGENT, until=TODAY - timedelta(1)))),
    ("authority_ended", signers(HEAD, replace(AGENT, until=TODAY - timedelta(1), signed_on=None))),
    ("no_proof_of_post", signers(replace(HEAD, proof=False), AGENT)),
    ("unsigned", signers(HEAD, replace(AGENT, signed_on=None))),
    ("mediator_unsigned", replace(CLEAN, mediator_signed=False)),
    ("unsealed", replace(CLEAN, sealed=False)),
    ("not_effective", replace(CLEAN, effective_on=None)),
    ("effect_before_signing", replace(CLEAN, effective_on=TODAY - timedelta(1))),
    ("window_closed", replace(CLEAN, apply_by=TODAY - timedelta(1))),
    ("window_closing", replace(CLEAN, apply_by=TODAY + timedelta(4))),
    ("wrong_court", replace(CLEAN, court_due=Level.INTERMEDIATE)),
    ("no_court", replace(CLEAN, court_chosen=None)),
    ("foreign", replace(CLEAN, foreign=True)),
    ("no_body", replace(CLEAN, body_proof=False)),
    ("no_body", replace(CLEAN, body=" ")),
    ("no_exhibit", replace(CLEAN, exhibits=0)),
]

WORDED: list[tuple[str, str]] = [
    ("unclear_time", "尽快付清"),
    ("unclear_time", "资 金 到 位 后付"),
    ("unclear_time", "pay As Soon  As possible"),
    ("unclear_sum", "给予适当补偿"),
    ("unclear_sum", "约5000元"),
    ("unclear_sum", "pay about 5000 yuan"),
    ("unclear_scope", "停止销售等类似商品"),
    ("left_open", "运费另行协商"),
    ("left_open", "the rest to be agreed"),
    ("conditional", "经总公司批准后付款"),
    ("ownership_decided", "“山城样本”商标归甲方所有"),
    ("ownership_decided", "图样的著作权归乙方"),
    ("ownership_decided", "该商标归甲方"),
    ("ownership_decided", "专利权属于甲方"),
    ("ownership_decided", "版权由甲方享有"),
    ("ownership_decided", "技术成果归甲方"),
    ("ownership_decided", "The maker owns the patent"),
    ("ownership_decided", "该商标的所有权由乙方享有"),
    ("ownership_decided", "商标为乙方所有。"),
    ("ownership_decided", "该图样由甲乙双方共有，由双方共有"),
    ("ownership_decided", "双方认可乙方是专利权人"),
    ("ownership_decided", "该商标的商标权人为乙方"),
    ("ownership_decided", "双方确认商标专用权由乙方享有"),
    ("ownership_decided", "乙方拥有该商标"),
    ("ownership_decided", "專利歸乙方"),
    ("validity_decided", "该注册商标应予宣告无效"),
    ("validity_decided", "乙方认可甲方的商标合法有效"),
    ("validity_decided", "双方认为该专利应当无效"),
    ("validity_decided", "The patent is void"),
    ("ownership_decided", "The mark belongs to the shop"),
    ("validity_decided", "双方认可该专利无效"),
    ("validity_decided", "the patent is invalid"),
    ("personal_status", "双方离婚"),
    ("other_procedure", "申请破产"),
    ("liability_bargained", "收款后撤回举报"),
    ("liability_bargained", "收款后不再举报"),
    ("liability_bargained", "the holder will not report this"),
    ("crime_bargained", "不追究刑事责任"),
    ("crime_bargained", "will not go to the police"),
    ("illegal_content", "可以继续销售假冒商品"),
    ("public_interest", "双方划分市场"),
    ("public_order", "当众下跪"),
    ("forced_words", "店主被迫同意"),
    ("third_party_words", "由其供货商付款"),
]

HARMLESS = [
    "本条不决定商标归谁所有",
    "把样品归还对方",
    "本协议不决定商标归谁",
    "把带商标归还的清单和专利归档",
    "在违约的地方张贴3元的标签",
    "在权利有效期内使用",
    "许可到专利权有效期届满那一天",
    "乙方为甲方登报，所有费用由乙方承担",
    "赔偿权利人为制止侵权所付的开支",
    "停止侵犯甲方享有的注册商标专用权",
    "可以继续经营，但是商标权人另有书面同意的除外",
    "专利被宣告无效以后不再付许可费",
    "由乙方承担所有费用",
    "本协议合法有效",
    "不取消刑事责任",
    "停止伪造标识",
    "The parties sign this without deciding the ownership of the mark",
]


@pytest.mark.parametrize(("rule", "agreement"), SPOILED)
def test_each_rule_finds_what_it_is_for_and_little_else(rule: str, agreement: Agreement) -> None:
    told = rules_of(agreement)
    assert rule in told
    assert len(told) <= 2, told


@pytest.mark.parametrize(("rule", "words"), WORDED)
def test_words_are_found_in_either_language_however_spaced(rule: str, words: str) -> None:
    told = found(with_term(own(words)))
    assert [finding.rule for finding in told] == [rule]
    assert told[0].term == len(CLEAN.terms) + 1
    assert told[0].clause == CLAUSES["own_words"].label
    assert told[0].quote


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_mean_no_harm_are_left_alone(words: str) -> None:
    assert rules_of(with_term(own(words))) == set()


def test_every_rule_has_an_example_here() -> None:
    assert {rule for rule, _ in (*SPOILED, *WORDED)} == set(RULES)


def test_one_owner_alone_or_a_right_without_an_end_is_no_trouble() -> None:
    assert rules_of(right(ends=None)) == set()
    assert rules_of(replace(with_term(licence()), right=RightHeld((HOLDER,), all_agree=False))) == set()
    assert rules_of(replace(CLEAN, right=OWNERS)) == set()
    assert rules_of(replace(CLEAN, claimed=None, court_due=None, apply_by=None)) == set()


def test_a_licence_of_no_known_right_is_found_by_its_lack_of_proof_only() -> None:
    assert rules_of(replace(with_term(licence()), right=None)) == {"no_right_proof"}


def test_signed_online_needs_neither_mediators_name_nor_seal() -> None:
    assert rules_of(replace(CLEAN, way=Way.ONLINE, mediator_signed=False, sealed=False)) == set()
    assert rules_of(replace(CLEAN, way=Way.COURT, sealed=False)) == set()


def test_an_agreement_nobody_signed_yet_has_no_last_signature() -> None:
    unsigned = signers(*(replace(one, signed_on=None) for one in CLEAN.signers))
    assert rules_of(unsigned) == {"unsigned"}


def test_a_draft_is_not_asked_for_what_comes_later() -> None:
    bare = replace(
        signers(*(replace(one, signed_on=None) for one in CLEAN.signers)),
        effective_on=None,
        court_chosen=None,
        mediator_signed=False,
        sealed=False,
    )
    assert rules_of(bare, Stage.DRAFT) == set()
    assert rules_of(bare, Stage.SIGNED) == {"unsigned", "mediator_unsigned", "unsealed"}
    assert rules_of(bare) == {"unsigned", "mediator_unsigned", "unsealed", "not_effective", "no_court"}


def test_blocks_come_first_then_the_order_of_the_terms() -> None:
    told = found(replace(CLEAN, foreign=True, terms=(own("第三方付款"), own("尽快"), own("下跪"))))
    assert [(f.severity, f.term) for f in told] == [
        (Severity.BLOCK, 2),
        (Severity.BLOCK, 3),
        (Severity.WARN, None),
        (Severity.WARN, 1),
    ]
    assert blocked(told)
    assert not blocked(f for f in told if f.severity is Severity.WARN)


BAD = st.sampled_from([words for rule, words in WORDED if rule not in ("conditional", "unclear_sum")])
FILLING = st.text(alphabet=" \t\u3000\u200b", max_size=2)


@given(BAD, st.data())
def test_blanks_inside_a_word_hide_nothing(words: str, data: st.DataObject) -> None:
    if words.isascii():
        return
    spaced = "".join(c + data.draw(FILLING) for c in words)
    assert rules_of(with_term(own(spaced))) == rules_of(with_term(own(words)))


@given(st.permutations(list(CLEAN.terms)), st.sampled_from(SPOILED))
def test_the_order_of_the_terms_changes_nothing_found(
    terms: list[Term], spoiled: tuple[str, Agreement]
) -> None:
    rest = tuple(one for one in spoiled[1].terms if one not in CLEAN.terms)
    both = (replace(spoiled[1], terms=made) for made in ((*CLEAN.terms, *rest), (*terms, *rest)))
    first, second = (rules_of(one) for one in both)
    assert first == second


@given(BAD, st.lists(st.sampled_from(list(CLEAN.terms)), max_size=4))
def test_more_clean_terms_hide_no_finding(words: str, more: list[Term]) -> None:
    few, many = (own(words),), (own(words), *more)
    assert rules_of(replace(CLEAN, terms=few)) <= rules_of(replace(CLEAN, terms=many))


@given(st.lists(st.decimals(min_value="0.01", max_value="1e6", places=2), min_size=1, max_size=12))
def test_instalments_that_add_up_are_let_by_and_others_are_not(amounts: list[Decimal]) -> None:
    parts = tuple(part(n + 1, amount, LATER + timedelta(30 * n)) for n, amount in enumerate(amounts))
    whole = term("pay_instalments", amount=sum(amounts, Decimal(0)), parts=parts)
    short = term("pay_instalments", amount=sum(amounts, Decimal("0.01")), parts=parts)
    plain = replace(CLEAN, claimed=None)
    assert rules_of(replace(plain, terms=(whole, term("acceleration")))) == set()
    assert rules_of(replace(plain, terms=(short, term("acceleration")))) == {"instalments_sum"}


@given(st.sets(st.sampled_from(list(Facet)), max_size=3))
def test_each_facet_left_out_is_told_and_no_other(left_out: set[Facet]) -> None:
    slots = tuple(CLAUSES["own_words"].duty[facet] for facet in left_out)
    assert rules_of(with_term(term("own_words", slots))) == {f"{facet}_missing" for facet in left_out}


def test_a_list_without_words_finds_nothing() -> None:
    assert Phrases().first(Text("尽快", "soon")) == ""
    assert Phrases(en=("soon",)).first(even(Text("尽快", "Soon."))) == "soon"
    assert Phrases(en=("soon",)).first(Text("", "sooner")) == ""

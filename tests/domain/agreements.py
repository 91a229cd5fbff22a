"""Made-up agreements between made-up people, clean unless a test spoils them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from stationkiosk.domain.agreement import Agreement, Capacity, Level, RightHeld, Side, Signer, Term, Way
from stationkiosk.domain.clauses import Account, Clause, Role, Slot, SlotKind, Value
from stationkiosk.domain.confirmability import Finding, Stage, findings
from stationkiosk.domain.instalments import Instalment
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)
LATER = date(2026, 12, 18)
HOLDER, SHOP = "重庆样本食品有限公司", "陈样本"
PLACE = "样本市样本路 1 号"

CLAUSES = {row.id: row for row in REFERENCE.clauses.all_on(TODAY)}
SETTLED = ("stop", "pay_instalments", "acceleration", "liability_stays", "confirmation", "effect")


def part(n: int, amount: Decimal, due: date) -> Instalment:
    """Return an instalment that falls due on the day agreed."""
    return Instalment(n, amount, due, due)


PARTS = (part(1, Decimal(8000), date(2026, 12, 10)), part(2, Decimal(10000), date(2027, 1, 11)))


def value_of(slot: Slot) -> Value:
    """Return something right for a slot."""
    if slot.kind is SlotKind.PARTY:
        holder = slot.id in ("other", "payee", "holder") and slot.role is Role.NONE
        return HOLDER if holder or slot.role is Role.LICENSOR else SHOP
    values: dict[SlotKind, Value] = {
        SlotKind.SUM: Decimal(18000),
        SlotKind.DAY: LATER,
        SlotKind.PLACE: PLACE,
        SlotKind.LIST: ("火锅底料 20 箱", "包装袋 300 个"),
        SlotKind.ACCOUNT: Account(HOLDER, "样本银行样本支行", "6200 0000 0000"),
        SlotKind.TEXT: "样本内容",
        SlotKind.COUNT: 3,
        SlotKind.CHOICE: slot.choices[0].id if slot.choices else "",
        SlotKind.INSTALMENTS: PARTS,
    }
    return values[slot.kind]


def values_of(clause: Clause, **changed: Value) -> dict[str, Value]:
    """Return right values for every slot of a clause, with some changed."""
    values = {slot.id: value_of(slot) for slot in clause.slots}
    if clause.id in ("licence", "free_licence"):
        values["other"] = SHOP
    return values | changed


def term(clause: str, without: tuple[str, ...] = (), **changed: Value) -> Term:
    """Return a filled term, with some values changed or left out."""
    values = values_of(CLAUSES[clause], **changed)
    return Term(CLAUSES[clause], {key: value for key, value in values.items() if key not in without})


def own(words: str) -> Term:
    """Return a term in people's own words."""
    return term("own_words", what=words)


def signed(side: str, name: str, capacity: Capacity = Capacity.SELF) -> Signer:
    """Return a signer with everything in order."""
    return Signer(side, name, capacity, may_settle=True, signed_on=TODAY)


CLEAN = Agreement(
    way=Way.PEOPLE,
    sides=(
        Side(HOLDER, True, PLACE, "02300000001", "91330100799655058B", willing=True),
        Side(SHOP, False, "样本市样本路 2 号", "13800138000", "11010519491231002X", willing=True),
    ),
    terms=tuple(term(clause) for clause in SETTLED),
    right=RightHeld((HOLDER,), date(2031, 1, 20)),
    signers=(signed(HOLDER, "样本一", Capacity.HEAD), signed(SHOP, SHOP)),
    body="样本人民调解委员会",
    body_proof=True,
    mediator_signed=True,
    sealed=True,
    claimed=Decimal(30000),
    exhibits=2,
    effective_on=TODAY,
    apply_by=LATER,
    court_due=Level.BASIC,
    court_chosen=Level.BASIC,
)


def with_term(one: Term) -> Agreement:
    """Return the clean agreement with a term more."""
    return replace(CLEAN, terms=(*CLEAN.terms, one))


def found(agreement: Agreement, stage: Stage = Stage.APPLY, today: date = TODAY) -> tuple[Finding, ...]:
    """Return what the shipped rules find."""
    return findings(agreement, REFERENCE.confirmability.all_on(today), today, stage)


def rules_of(agreement: Agreement, stage: Stage = Stage.APPLY, today: date = TODAY) -> set[str]:
    """Return the ids of the rules that find something."""
    return {finding.rule for finding in found(agreement, stage, today)}

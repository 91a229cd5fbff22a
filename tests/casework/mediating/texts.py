"""A made-up agreement between made-up people, as its pages have it."""

from __future__ import annotations

from datetime import date

from stationkiosk.casework.mediating.text import AgreementText, PartyNamed
from stationkiosk.domain.clauses import Values
from stationkiosk.domain.text import Text
from tests.domain.agreements import SETTLED, term

TERMS: tuple[tuple[str, Values], ...] = tuple((clause, term(clause).values) for clause in SETTLED)


def agreement_text(**changes: object) -> AgreementText:
    """An agreement over made-up tea."""
    said: dict[str, object] = {
        "number": "LJ07-A-20261123-0001-2/1",
        "case_number": "LJ07-A-20261123-0001-2",
        "version": 1,
        "way": "administrative",
        "way_label": Text("行政调解", "administrative mediation"),
        "body": Text("两江新区样品站（虚构）", "Liangjiang sample station (made up)"),
        "mediator": "样品调解员",
        "subject": Text("商标纠纷（样品老茶）", "a trademark dispute (样品老茶)"),
        "parties": (
            PartyNamed(
                n=1,
                side="filer",
                name="样品老茶坊（虚构）",
                organisation=True,
                id_number="91330100799655058B",
                representative="欧阳样品",
                address="样品路 9 号",
                phone="+8613800001234",
                agents=("𠮷样品",),
            ),
            PartyNamed(
                n=3, side="other", name="样品街对面茶店（虚构）", organisation=True, address="样品路 1 号"
            ),
        ),
        "facts": ("样品茶店自 2026 年 10 月起卖过 20 箱",),
        "claims": (Text("停止侵权", "Stop"), Text("赔偿：18,000 元", "Damages: CNY 18,000")),
        "terms": tuple(term(clause).words() for clause in SETTLED),
        "takes_effect": Text(
            "双方和调解员签名并盖章时生效", "It takes effect once all have signed and it is sealed"
        ),
        "wishes_confirmation": True,
        "copies": 3,
        "drawn_on": date(2026, 11, 23),
    }
    return AgreementText(**(said | changes))  # type: ignore[arg-type]

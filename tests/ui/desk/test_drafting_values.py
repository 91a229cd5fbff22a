"""What is typed into the blanks of a term: read as values, written back, never lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from stationkiosk.domain.clauses import Account, Slot, SlotKind
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text
from stationkiosk.reference.load import Reference
from stationkiosk.ui.desk.drafting_library import found
from stationkiosk.ui.desk.drafting_values import read, readable, write
from tests.ui.desk.mediation_samples import TODAY, library

READ = [
    (SlotKind.PARTY, ("乙商行样本店",), "乙商行样本店"),
    (SlotKind.SUM, ("1.8万",), Decimal(18000)),
    (SlotKind.DAY, ("+3",), date(2026, 11, 25)),
    (SlotKind.COUNT, ("1,200",), 1200),
    (SlotKind.LIST, ("糕点\n\n 招牌 ",), ("糕点", "招牌")),
    (SlotKind.ACCOUNT, ("甲", "", " 6222 "), Account("甲", "", "6222")),
    (
        SlotKind.INSTALMENTS,
        ("8000", "2026-12-05", "", ""),
        (Instalment(1, Decimal(8000), date(2026, 12, 5), date(2026, 12, 7)),),
    ),
]
UNREAD = [
    (SlotKind.SUM, ("很多",)),
    (SlotKind.DAY, ("月底",)),
    (SlotKind.COUNT, ("几个",)),
    (SlotKind.INSTALMENTS, ("8000", "月底", "10000", "2026-12-22")),
]


def blank(kind: SlotKind) -> Slot:
    return Slot("blank", kind, Text("空", "Blank"))


@pytest.mark.parametrize(("kind", "cells", "value"), READ)
def test_what_people_type_is_read_and_shown_again_as_the_same(
    reference: Reference, kind: SlotKind, cells: tuple[str, ...], value: object
) -> None:
    slot = blank(kind)
    found_ = read(slot, cells, TODAY, reference.calendar)
    assert found_ == value
    assert readable(slot, found_)
    assert read(slot, write(slot, found_), TODAY, reference.calendar) == value


@pytest.mark.parametrize(("kind", "cells"), UNREAD)
def test_what_cannot_be_read_is_kept_as_it_was_typed(
    reference: Reference, kind: SlotKind, cells: tuple[str, ...]
) -> None:
    slot = blank(kind)
    kept = read(slot, cells, TODAY, reference.calendar)
    assert isinstance(kept, str)
    assert not readable(slot, kept)
    assert write(slot, kept) == cells


@pytest.mark.parametrize("kind", list(SlotKind))
def test_nothing_typed_is_no_value(reference: Reference, kind: SlotKind) -> None:
    slot = blank(kind)
    assert read(slot, write(slot, None), TODAY, reference.calendar) is None


def test_clauses_are_found_by_name_first_then_by_what_they_say_in_both_languages() -> None:
    clauses = tuple(library().values())
    assert found(clauses, "分期")[0].id == "pay_instalments"
    assert found(clauses, "INSTALMENTS")[0].id == "pay_instalments"
    assert found(clauses, "销毁 库存")[0].id == "destroy_stock"
    assert {clause.id for clause in found(clauses, "注册商")} == {"transfer_domain"}
    assert not found(clauses, "没有这样的")
    assert len(found(clauses, "")) == len(clauses)

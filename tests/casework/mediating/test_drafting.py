"""Terms become a text that is fixed: sealed, version by version, and never what a court would refuse."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from stationkiosk.casework.desk import agreeing
from stationkiosk.casework.mediating.shown import Reader, Said, TermsWritten
from stationkiosk.domain.actors import Role
from stationkiosk.domain.clauses import Account, Values
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.mediating.settled import (
    AGENT_N,
    FILER,
    FILER_N,
    OTHER,
    OTHER_N,
    TERMS,
    Table,
    at_table,
    to_be_signed,
)
from tests.casework.world import World

OWNS: TermsWritten = (("own_words", {"party": OTHER, "what": "商标归样品街对面茶店所有"}),)


def agreements(table: Table) -> list[Any]:
    return rows(table.station, tables.Agreement)


def test_terms_are_kept_sealed_version_by_version_with_what_changed(world: World) -> None:
    table = at_table(world)
    assert table.draft().version == 0
    first = table.save()
    assert (first.version, first.state, first.wishes_confirmation) == (1, "open", True)
    assert [term.change for term in first.terms] == ["same"] * 4
    cheaper = dict(TERMS[1][1]) | {"amount": Decimal(17000)}
    second = table.save((TERMS[0], (TERMS[1][0], cheaper), TERMS[3]))
    assert [term.change for term in second.terms] == ["same", "changed", "same"]
    assert second.terms[1].before == first.terms[1].reads
    assert second.gone == (first.terms[2].reads,)
    assert len(second.versions) == 2
    assert [row.state for row in agreements(table)] == ["void", "open"]
    assert all(b"18000" not in row.terms_box for row in agreements(table))


def test_what_was_typed_and_cannot_be_read_stands_again_and_is_an_open_blank(
    world: World,
) -> None:
    table = at_table(world)
    typed: TermsWritten = (("pay_by_day", {"payer": OTHER, "amount": "约一万", "dropped": "x"}),)
    shown = table.save(typed)
    assert shown.terms[0].values == {"payer": OTHER, "amount": "约一万"}
    weighed = table.desk.weigh_agreement(table.case_id, 1, typed, wishes_confirmation=False)
    assert weighed == shown.findings
    assert {"how_much_missing", "by_when_missing"} <= {one.rule for one in weighed}
    with pytest.raises(Closed, match="no_such_clause"):
        table.desk.weigh_agreement(table.case_id, 1, (("nothing", {}),), wishes_confirmation=False)


def test_the_live_pages_are_a_draft_and_keep_nothing(world: World) -> None:
    table = at_table(world)
    pages = table.desk.agreement_pages(table.case_id, 1, TERMS, wishes_confirmation=True)
    assert pages.startswith(b"%PDF")
    assert agreements(table) == []
    table.save()
    assert table.desk.agreement_pages(table.case_id, 1, TERMS, wishes_confirmation=True) != pages


def test_a_draft_a_court_would_not_confirm_is_not_fixed(world: World) -> None:
    table = at_table(world)
    assert {one.rule for one in table.save(OWNS).findings} >= {"ownership_decided", "by_when_missing"}
    with pytest.raises(Closed, match="agreement_blocked"):
        table.fix()
    assert table.state() == "mediating"


def test_a_text_is_fixed_once_with_the_hash_of_its_exact_bytes(world: World) -> None:
    table = to_be_signed(world)
    shown, mediator = table.draft(), table.desk.who
    pages = agreeing.to_sign(table.station, mediator, table.case_id, 1)
    assert shown.state == "fixed"
    assert shown.text_sha256 == hashlib.sha256(pages).hexdigest()
    assert [one.n for one in shown.signers] == [FILER_N, AGENT_N, OTHER_N, 0]
    assert [one.side for one in shown.signers] == [FILER, FILER, OTHER, ""]
    with pytest.raises(Closed):
        table.save()


def test_an_older_version_is_not_fixed_and_a_box_of_other_bytes_neither(world: World) -> None:
    table = at_table(world)
    table.save()
    table.save(TERMS[:3])
    with pytest.raises(Closed, match="no_such_version"):
        table.fix(1)
    table.fix(2)
    sealed = agreements(table)[-1].text_box.hex()
    table.do("reopen", reason="样品：改金额")
    for version, expected in (("3", "not_this_text"), ("2", "no_such_version")):
        with pytest.raises(Closed, match=expected):
            table.do("fix", version=version, text_sha256="0" * 64, sealed=sealed)


def test_nobody_but_the_mediator_writes_looks_or_fixes(world: World) -> None:
    table = to_be_signed(world)
    other = desk(table.station, Role.MEDIATOR, Role.CLERK, Role.OFFICER, login="staff-1")
    asked = (table.case_id, 1, TERMS, True)
    for call in (
        lambda: other.save_draft_agreement(*asked, *table.versions(), "k"),
        lambda: other.agreement_pages(*asked),
        lambda: other.weigh_agreement(*asked),
        lambda: other.fix_agreement(table.case_id, 1, 1, *table.versions(), "k"),
        lambda: agreeing.to_sign(table.station, other.who, table.case_id, 1),
        lambda: other.act(table.case_id, 1, "reopen", {"reason": "样品"}, *table.versions(), "k"),
    ):
        with pytest.raises(Closed, match="not_the_mediator"):
            call()


def test_terms_typed_while_the_record_moved_on_are_not_kept(world: World) -> None:
    table = at_table(world)
    before = table.versions()
    table.save()
    with pytest.raises(Changed):
        table.desk.save_draft_agreement(table.case_id, 1, TERMS, True, *before, "late")


def test_away_from_the_mediators_desk_nothing_opens(world: World) -> None:
    table = to_be_signed(world)
    away = replace(table.station, keys=load_keys(world.folder / "keys"))
    with pytest.raises(KnownError, match="mediator_key_missing"):
        agreeing.to_sign(away, table.desk.who, table.case_id, 1)


def test_nothing_of_an_agreement_is_taken_back_by_undo(world: World) -> None:
    table = at_table(world)
    table.save()
    assert table.desk.open(table.case_id).undoable is None
    table.fix()
    table.sign(OTHER_N)
    with pytest.raises(Closed):
        table.desk.undo(table.case_id)


def test_what_the_record_knows_stands_ready_and_nobody_types_it_again(world: World) -> None:
    table = at_table(world)

    def ready() -> Mapping[str, Values]:
        found = table.desk.mediation(table.case_id, 1).ready
        assert found is not None
        return found

    pay = ready()["pay_by_day"]
    assert (pay["payer"], pay["payee"], pay["amount"]) == (OTHER, FILER, Decimal(18000))
    assert pay["account"] == Account(FILER, "", "")
    assert ready()["stop"]["acts"] == (f"卖的商品用了和{FILER}一样的商标",)
    assert "重庆" in str(ready()["confirmation"]["court"])
    versions = table.versions()
    offer = Said("样品：付一万二", Reader.BOTH, amount=Decimal(12000), offer=True)
    table.desk.talk(table.case_id, 1, offer, *versions, "offer")
    table.desk.answer_offer(table.case_id, 1, 1, "taken", *table.versions(), "taken")
    table.save()
    assert ready()["pay_by_day"]["amount"] == Decimal(12000)
    assert ready()["breach_sum"]["account"] == TERMS[1][1]["account"]


def test_a_second_press_of_the_same_key_keeps_and_fixes_once(world: World) -> None:
    table = at_table(world)
    asked = (table.case_id, 1, TERMS, True, *table.versions(), "press-draft")
    assert table.desk.save_draft_agreement(*asked).version == 1
    assert table.desk.save_draft_agreement(*asked).version == 1
    with pytest.raises(Closed, match="another_act"):
        table.desk.save_draft_agreement(table.case_id, 1, TERMS[:1], True, *table.versions(), "press-draft")
    fixing = (table.case_id, 1, 1, *table.versions(), "press-fix")
    first = table.desk.fix_agreement(*fixing)
    assert table.desk.fix_agreement(*fixing).version == first.version
    assert [row.state for row in agreements(table)] == ["fixed"]


def test_every_version_that_was_kept_can_be_read_again(world: World) -> None:
    table = to_be_signed(world)
    fixed = table.desk.text_to_sign(table.case_id, 1)
    table.do("reopen", reason="样品")
    table.save(TERMS[:1])
    assert table.draft().numbers == (1, 2, 3)
    assert table.desk.version_pages(table.case_id, 1, 1) == fixed
    assert table.desk.version_pages(table.case_id, 1, 2) != table.desk.version_pages(table.case_id, 1, 3)
    with pytest.raises(Closed, match="no_such_version"):
        table.desk.version_pages(table.case_id, 1, 4)

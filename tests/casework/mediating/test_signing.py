"""Who signs the fixed text, in which order, and what is no signature under it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.desk import agreeing
from stationkiosk.casework.door import Act, perform
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.mediating.settled import (
    AGENT_N,
    FILER_N,
    OTHER_N,
    STROKES,
    TERMS,
    at_table,
    to_be_signed,
)
from tests.casework.world import PARTIES, World

GENERAL = tuple(replace(party, authority="general") if party.authority else party for party in PARTIES)


def test_the_mediator_and_the_seal_wait_for_both_sides(world: World) -> None:
    table = to_be_signed(world)
    fixed = table.draft().text_sha256
    with pytest.raises(Closed, match="others_first"):
        table.do("sign_mediator", text_sha256=fixed)
    table.sign(AGENT_N)
    with pytest.raises(Closed, match="signed_already"):
        table.sign(FILER_N)
    table.sign(OTHER_N, "typed", witness="样品见证人")
    with pytest.raises(Closed, match="others_first"):
        table.do("seal_agreement", text_sha256=fixed)
    assert [one.n for one in table.draft().signers] == [AGENT_N, OTHER_N, 0]


def test_a_change_after_the_first_signature_takes_new_signatures_from_all(world: World) -> None:
    table = to_be_signed(world)
    table.sign(FILER_N)
    before = table.draft().text_sha256
    table.do("reopen", reason="样品：日期写错")
    assert table.draft().state == "open"
    table.save(TERMS[:3])
    table.fix(3)
    assert table.draft().text_sha256 != before
    assert not any(one.signed_at for one in table.draft().signers)
    with pytest.raises(Closed, match="not_this_text"):
        table.do("sign", party="3", way="pad", text_sha256=before, strokes=STROKES)
    made = [row for row in rows(table.station, tables.Signature) if row.agreement_n]
    assert [(row.agreement_n, row.text_sha256) for row in made] == [(1, before)]


def test_whoever_signs_at_the_public_screen_signs_for_their_own_side(world: World) -> None:
    table = to_be_signed(world)
    fixed, station = table.draft().text_sha256, table.station

    def signed(party: int, actor: Actor) -> None:
        given = {"party": str(party), "way": "pad", "text_sha256": fixed, "strokes": STROKES}
        perform(station, Act("sign", table.case_id, 1, *table.versions(), actor, table.key(), given))

    with pytest.raises(Closed, match="not_their_side"):
        signed(OTHER_N, station.public())
    signed(OTHER_N, station.respondent())
    signed(FILER_N, station.public())
    assert {one.n for one in table.draft().signers if one.signed_at} == {FILER_N, OTHER_N}


def test_a_kiosk_signs_without_a_key_that_opens_anything(world: World) -> None:
    table = to_be_signed(world)
    fixed = table.draft().text_sha256
    kiosk = replace(table.station, keys=load_keys(world.folder / "keys"))
    given = {"party": "3", "way": "pad", "text_sha256": fixed, "strokes": STROKES}
    act = Act("sign", table.case_id, 1, *table.versions(), kiosk.respondent(), table.key(), given)
    assert perform(kiosk, act).state == "signing"
    assert perform(kiosk, act).again


@pytest.mark.parametrize(
    ("inputs", "closed"),
    [
        ({"party": "9", "way": "pad", "strokes": STROKES}, "no_signer"),
        ({"party": "3", "way": "pad"}, "signature_missing"),
        ({"party": "3", "way": "pad", "strokes": "[[[1]]]"}, "signature_missing"),
        ({"party": "3", "way": "pad", "strokes": "{"}, "signature_missing"),
        ({"party": "3", "way": "typed"}, "witness_missing"),
        ({"party": "3", "way": "typed", "witness": "样品", "strokes": STROKES}, "signature_missing"),
        ({"party": "3", "way": "paper"}, "proof_missing"),
        ({"party": "3", "way": "paper", "exhibit": "7"}, "proof_missing"),
    ],
)
def test_what_is_no_signature_is_not_taken(world: World, inputs: dict[str, str], closed: str) -> None:
    table = to_be_signed(world)
    with pytest.raises(Closed, match=closed):
        table.do("sign", text_sha256=table.draft().text_sha256, **inputs)
    assert not any(row.agreement_n for row in rows(table.station, tables.Signature))


def test_a_paper_signed_by_hand_counts_by_its_scan(world: World) -> None:
    table = to_be_signed(world)
    table.sign(OTHER_N, "paper", exhibit="1")
    (signer,) = (one for one in table.draft().signers if one.n == OTHER_N)
    assert signer.way == "paper"


def test_a_scan_that_was_there_before_the_text_is_no_signature_under_it(world: World) -> None:
    table = at_table(world)
    table.save()
    world.clock.move(minutes=1)
    table.fix()
    with pytest.raises(Closed, match="scan_before_text"):
        table.sign(OTHER_N, "paper", exhibit="1")


def test_an_agent_without_authority_to_settle_signs_nothing(world: World) -> None:
    table = to_be_signed(world, parties=GENERAL)
    assert AGENT_N not in {one.n for one in table.draft().signers}
    with pytest.raises(Closed, match="signer_no_authority"):
        table.sign(AGENT_N)


def test_a_paper_signed_by_hand_is_scanned_into_the_case_and_then_counts(world: World) -> None:
    table = to_be_signed(world)
    with pytest.raises(KnownError, match="scan_missing"):
        table.desk.take_scan(table.case_id, OTHER_N, table.versions()[0])
    pages = agreeing.to_sign(table.station, table.desk.who, table.case_id, 1)
    (world.folder / "usb" / "signed.pdf").write_bytes(pages)
    with pytest.raises(Changed):
        table.desk.take_scan(table.case_id, OTHER_N, 1)
    with pytest.raises(Closed, match="no_such_party"):
        table.desk.take_scan(table.case_id, 9, table.versions()[0])
    case = table.desk.take_scan(table.case_id, OTHER_N, table.versions()[0])
    scan = case.exhibits[-1]
    assert (scan.name, scan.n) == ("signed.pdf", 2)
    assert table.desk.exhibit_bytes(table.case_id, scan.n) == pages
    with pytest.raises(KnownError, match="proof_there_already"):
        table.desk.take_scan(table.case_id, OTHER_N, table.versions()[0])
    table.sign(OTHER_N, "paper", exhibit=str(scan.n))
    assert {one.way for one in table.draft().signers if one.n == OTHER_N} == {"paper"}
    assert verify(table.station.store, table.station.keys).ok

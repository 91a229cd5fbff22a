"""Signing in: right and wrong, slowed and locked, told to the journal, never the password."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from sqlalchemy import select

from stationkiosk.casework import staff
from stationkiosk.casework.staff import (
    NOBODY,
    SignedIn,
    check_member,
    check_present,
    hashed,
    lock,
    posts_on_case,
    sign_in,
    sign_out,
    unlock,
)
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role, kiosk_public
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.canonical import parse
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.members import enrol
from tests.casework.world import HeldClock, World

PASSWORD = "Teapot-7 cups"
WRONG = "Teapot-8 cups"
WAIT = 40


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = partial(PasswordHasher, 1, 8, 1)
    monkeypatch.setattr(staff, "PasswordHasher", quick)
    monkeypatch.setattr(staff, "NOBODY", quick().hash("nobody"))


@pytest.fixture
def station(world: World) -> Station:
    enrol(
        world.station,
        {"li.min": (Role.CLERK, Role.OFFICER), "sec": (Role.SECURITY_ADMIN,)},
        hashed(PASSWORD),
    )
    return world.station


def tried(station: Station, login: str = "li.min", password: str = WRONG) -> str:
    """The key of what came of it."""
    try:
        sign_in(station, login, password)
    except Closed as fault:
        return fault.key
    return ""


def locked(station: Station, clock: HeldClock, login: str = "li.min") -> None:
    """Try until the name is locked, waiting as the machine wants."""
    for _ in range(station.terms.sign_in_tries):
        assert tried(station, login) == "sign_in_wrong"
        clock.move(seconds=WAIT)
    assert tried(station, login) == "sign_in_locked"


def change(station: Station, login: str = "li.min", **values: object) -> None:
    with station.store.write() as unit:
        unit.update(tables.Staff, {"login": login}, **values)
        unit.journal(None, station.itself(), "set_roles", station.clock.now())


def journal(station: Station) -> list[tuple[str, str, str, dict[str, object]]]:
    with station.store.read() as connection:
        table = tables.Journal.__table__
        found = connection.execute(select(table).where(table.c.chain == "station").order_by(table.c.seq))
        return [(row.action, row.role, row.actor, parse(row.body)["detail"]) for row in found]


def test_a_member_signs_in_with_their_posts_and_the_journal_tells(station: Station) -> None:
    who = sign_in(station, " Li.Min ", PASSWORD)
    assert (who.login, who.name, who.must_change) == ("li.min", "样品 li.min", False)
    assert who.roles == {Role.CLERK, Role.OFFICER}
    assert who.actor(Role.OFFICER, "desk-1") == Actor(Role.OFFICER, "li.min", "desk-1")
    with pytest.raises(Closed, match="not_your_role"):
        who.actor(Role.MEDIATOR, "desk-1")
    assert journal(station)[-1] == ("sign_in", "clerk", "li.min", {})
    assert verify(station.store, station.keys).ok


def test_it_is_argon2id_as_strong_as_the_one_of_nobody() -> None:
    strong = extract_parameters(PasswordHasher().hash("x"))
    assert strong.type is Type.ID
    assert strong.memory_cost >= 65536
    assert extract_parameters(NOBODY).memory_cost == strong.memory_cost
    assert extract_parameters(NOBODY).time_cost == strong.time_cost


@pytest.mark.parametrize("login", ["li.min", "nobody", "李敏", ""])
def test_a_wrong_password_and_a_name_nobody_has_get_the_same_answer(
    station: Station, clock: HeldClock, login: str
) -> None:
    locked(station, clock, login)


def test_every_try_is_held_against_a_hash_once(
    station: Station, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            held.append(str(hash))
            return super().verify(hash, password)  # type: ignore[return-value]

    monkeypatch.setattr(staff, "PasswordHasher", Counting)
    for login in ("li.min", "nobody"):
        locked(station, clock, login)
    tries = station.terms.sign_in_tries + 1
    assert len(held) == 2 * tries
    assert held[tries:] == [staff.NOBODY] * tries


def test_a_name_that_was_locked_opens_by_itself(station: Station, clock: HeldClock) -> None:
    locked(station, clock)
    assert tried(station, password=PASSWORD) == "sign_in_locked"
    clock.move(minutes=15)
    assert tried(station, password=PASSWORD) == ""
    assert tried(station, password=PASSWORD) == ""


def test_trying_on_does_not_lock_it_longer(station: Station, clock: HeldClock) -> None:
    locked(station, clock)
    for _ in range(20):
        clock.move(seconds=WAIT)
        assert tried(station) == "sign_in_locked"
    clock.move(minutes=2)
    assert tried(station, password=PASSWORD) == ""


def test_a_locked_name_locks_no_other_and_no_other_machine(
    station: Station, clock: HeldClock, world: World
) -> None:
    locked(station, clock)
    clock.move(seconds=WAIT)
    assert tried(station, "sec", PASSWORD) == ""
    elsewhere = replace(station, site=replace(station.site, machine="B"))
    assert tried(elsewhere, password=PASSWORD) == ""


def test_nobody_can_lock_a_security_admin_out(station: Station, clock: HeldClock) -> None:
    locked(station, clock, "sec")
    clock.move(seconds=WAIT)
    assert tried(station, "sec") == "sign_in_locked"
    assert tried(station, "sec", PASSWORD) == "sign_in_locked"
    clock.move(minutes=1)
    assert tried(station, "sec", PASSWORD) == ""


def test_the_answer_to_a_locked_security_admin_is_that_of_anybody(
    station: Station, clock: HeldClock
) -> None:
    said = []
    for login in ("sec", "nobody"):
        locked(station, clock, login)
        answers = []
        for _ in range(4):
            clock.move(minutes=2)
            with pytest.raises(Closed) as fault:
                sign_in(station, login, WRONG)
            answers.append((fault.value.key, fault.value.values))
        said.append(answers)
    assert said[0] == said[1]


def test_many_names_at_one_machine_make_it_wait_but_never_long(station: Station, clock: HeldClock) -> None:
    for n in range(40):
        if tried(station, f"name{n}") == "slow_down":
            clock.move(seconds=30)
    clock.move(seconds=30)
    assert tried(station, password=PASSWORD) == ""


def test_the_journal_tells_of_wrong_passwords_but_not_what_was_typed(
    station: Station, clock: HeldClock
) -> None:
    tried(station)
    tried(station, PASSWORD)
    told = journal(station)[-2:]
    assert told[0] == ("sign_in_wrong", "station", "station", {"login": "li.min", "failures": 1})
    assert told[1] == ("sign_in_wrong", "station", "station", {"login": "", "failures": 1})
    with station.store.read() as connection:
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
        counted = "".join(connection.execute(select(tables.Guess.device)).scalars())
        kept = connection.execute(
            select(tables.Staff.password).where(tables.Staff.login == "sec")
        ).scalar_one()
    for secret in (PASSWORD, PASSWORD.casefold(), WRONG, kept):
        assert secret not in bodies
        assert secret not in counted


def test_a_fault_holds_neither_name_nor_password(station: Station) -> None:
    with pytest.raises(Closed) as fault:
        sign_in(station, "li.min", WRONG)
    assert fault.value.values == {}


def test_who_was_closed_is_told_only_with_the_right_password(station: Station) -> None:
    change(station, active=False)
    assert tried(station) == "sign_in_wrong"
    assert tried(station, password=PASSWORD) == "sign_in_closed"


def test_who_is_closed_while_the_password_is_checked_stays_out(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = staff.matches

    def slow(row: object, password: str) -> bool:
        change(station, active=False)
        return once(row, password)  # type: ignore[arg-type]

    monkeypatch.setattr(staff, "matches", slow)
    assert tried(station, password=PASSWORD) == "sign_in_wrong"


def test_an_old_password_is_changed_first(station: Station, clock: HeldClock) -> None:
    strict = replace(station, terms=replace(station.terms, password_days=90))
    assert not sign_in(strict, "li.min", PASSWORD).must_change
    clock.move(days=90)
    who = sign_in(strict, "li.min", PASSWORD)
    assert who.must_change
    with strict.store.read() as connection:
        with pytest.raises(Closed, match="password_first"):
            check_present(connection, who)
        with pytest.raises(Closed, match="password_first"):
            check_member(connection, who.actor(Role.CLERK, "desk-1"))
        assert check_present(connection, who, must_change=True) == who.roles


def test_the_desk_is_locked_and_opened_and_left(station: Station, clock: HeldClock) -> None:
    who = sign_in(station, "li.min", PASSWORD)
    lock(station, who, idle=True)
    with pytest.raises(Closed, match="sign_in_wrong"):
        unlock(station, who, WRONG)
    unlock(station, who, PASSWORD)
    sign_out(station, who)
    assert [entry[0] for entry in journal(station)[-4:]] == [
        "lock_desk",
        "sign_in_wrong",
        "unlock_desk",
        "sign_out",
    ]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"active": False}, "not_a_member"),
        ({"roles": []}, "sign_in_again"),
        ({"roles": ["auditor"]}, "sign_in_again"),
    ],
)
def test_who_is_no_member_any_more_sees_nothing_more(
    station: Station, values: dict[str, object], why: str
) -> None:
    who = sign_in(station, "li.min", PASSWORD)
    change(station, **values)
    with station.store.read() as connection, pytest.raises(Closed, match=why):
        check_present(connection, who)


def test_a_post_that_was_taken_away_counts_no_more(station: Station) -> None:
    who = sign_in(station, "li.min", PASSWORD)
    change(station, roles=["clerk", "supervisor"])
    with station.store.read() as connection:
        assert check_present(connection, who) == {Role.CLERK}
        with pytest.raises(Closed, match="not_your_role"):
            check_member(connection, who.actor(Role.OFFICER, "desk-1"))


def test_who_got_another_password_signs_in_again(station: Station, clock: HeldClock) -> None:
    who = sign_in(station, "li.min", PASSWORD)
    clock.move(seconds=1)
    change(station, password_at=clock.now())
    with station.store.read() as connection, pytest.raises(Closed, match="sign_in_again"):
        check_present(connection, who)


def test_the_public_is_no_member_and_need_not_be(station: Station) -> None:
    with station.store.read() as connection:
        check_member(connection, kiosk_public("kiosk-1"))


def test_what_somebody_did_on_a_case_tells_their_posts_there(station: Station, world: World) -> None:
    who = SignedIn("li.min", "", frozenset({Role.OFFICER}), station.clock.now())
    with station.store.write() as unit:
        unit.journal(None, who.actor(Role.OFFICER, "desk-1"), "open_reporter", station.clock.now())
    with station.store.read() as connection:
        assert posts_on_case(connection, "station", "li.min") == {Role.OFFICER}
        assert posts_on_case(connection, "station", "sec") == set()

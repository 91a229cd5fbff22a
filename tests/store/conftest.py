"""A store in a temporary folder and made-up cases to put into it."""

from __future__ import annotations

import random as chance
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from stationkiosk.domain.actors import Actor, kiosk_public, the_station
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Case, Claim, Consent, Fact, Matter, Party, Right
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


class FixedClock:
    """A clock that moves only when told."""

    def __init__(self, now: datetime = NOON) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


class SeededRandom:
    """Chance that is the same every time."""

    def __init__(self, seed: int = 7) -> None:
        self._source = chance.Random(seed)

    def bytes(self, count: int) -> bytes:
        return self._source.randbytes(count)


CLOCK = FixedClock()
RANDOM = SeededRandom()
PUBLIC: Actor = kiosk_public("kiosk-1")
STATION: Actor = the_station("kiosk-1")


def put_case(unit: Unit, number: str, at: datetime = NOON, case_id: UUID | None = None) -> UUID:
    """Write a made-up trademark dispute of twelve rows and its journal entry."""
    case_id = case_id or uuid7(CLOCK, RANDOM)
    unit.insert(
        Case,
        id=case_id,
        number=number,
        form="trademark",
        language="zh",
        filed_at=at,
        version=1,
        client_key=f"key-{number}",
        proof_later=False,
    )
    for n, (role, name) in enumerate((("applicant", "样例张三"), ("respondent", "样例贸易有限公司")), 1):
        unit.insert(Party, case_id=case_id, n=n, kind="person", **_party(role, name))
    unit.insert(
        Right,
        case_id=case_id,
        n=1,
        kind="trademark",
        number="12345678",
        name="样例",
        standing="owner",
        classes=[25, 35],
        goods="服装",
        expires=date(2030, 1, 1),
    )
    unit.insert_all(
        Fact, [{"case_id": case_id, "n": n, "question": f"q{n}", "value": "甲"} for n in range(1, 5)]
    )
    unit.insert(Claim, case_id=case_id, n=1, claim="stop", amount_fen=None)
    unit.insert(Claim, case_id=case_id, n=2, claim="damages", amount_fen=50_000_00)
    unit.insert(Consent, case_id=case_id, n=1, consent="privacy", given=True, given_at=at)
    unit.insert(
        Matter,
        case_id=case_id,
        n=1,
        track="mediation",
        state="applied",
        opened_at=at,
        since=at,
        owner_role="clerk",
        version=1,
        number=f"{number}-T1",
    )
    unit.journal(case_id, PUBLIC, "file", at, {"number": number})
    return case_id


def fail_after_writing(store: Store, number: str) -> None:
    """Write a case and fall over before the end of the transaction."""
    with store.write() as unit:
        put_case(unit, number)
        raise ZeroDivisionError


def _party(role: str, name: str) -> dict[str, object]:
    return {
        "role": role,
        "name": name,
        "id_number": "110101199003070011",
        "phone": "13800000000",
        "address": "样例路1号",
        "representative": "",
        "authority": "",
        "by_card": role == "applicant",
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "数据 store" / "station.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = Store.create(path, KEY, random=SeededRandom())
    yield made
    made.close()

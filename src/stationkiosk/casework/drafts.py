"""Applications begun and not yet filed: saved after every page, opened again only by their owner.

A draft is enciphered under a key of its own. That key is kept nowhere but in two boxes:
one opens with the code its owner was shown, one with the number of the ID card its owner
laid on the reader. While the owner is at the screen the key is in memory, and is dropped
when the session ends.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import ColumnElement, delete, insert, select, update

from stationkiosk.casework.codes import LENGTHS, Purpose, code_digest, new_code, read_code
from stationkiosk.casework.guessing import note_failure
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import DraftOpened
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import code_bits
from stationkiosk.store.evidence import drop_orphans
from stationkiosk.store.tables import Case, Code, Draft
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

KEPT = "draft.keep"
"""The rule that says how long an unfinished application is kept."""

KEPT_ANSWER = "draft.keep_answer"
"""The same for an answer: longer than a side that was asked has to answer."""

ANSWERING = "answer"
"""The journey of an answer."""

NONCE = 12
KEY = 32


class Drafts:
    """The drafts of one station, and the keys of those that are open at this screen."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._keys: dict[UUID, bytes] = {}

    def open(self, journey: str) -> DraftOpened:
        """Begin a draft: reserve its id and give its owner a code."""
        station = self._station
        draft_id = uuid7(station.clock, station.random)
        code, key = new_code(station, Purpose.DRAFT), station.random.bytes(KEY)
        rule = KEPT_ANSWER if journey == ANSWERING else KEPT
        until = station.reference.deadline(rule, station.today()).due
        with station.store.write() as unit:
            unit.connection.execute(
                insert(Draft).values(
                    id=draft_id,
                    journey=journey,
                    code_digest=code_digest(station, Purpose.DRAFT, code),
                    id_digest=None,
                    box_by_code=self._lock(self._key_of_code(code, draft_id), key, draft_id),
                    box_by_id=None,
                    body=self._lock(key, b"{}", draft_id),
                    saved_at=station.clock.now(),
                    expires_at=datetime.combine(until, time.max, STATION_TIME),
                )
            )
        self._keys[draft_id] = key
        return DraftOpened(draft_id, code, until)

    def save(self, draft_id: UUID, body: Mapping[str, Any], id_number: str = "") -> None:
        """Keep the draft as it now is; with an ID number read from a card, let that card open it too.

        Raises Closed ``draft_gone`` when it was dropped or filed meanwhile: it is not kept then.
        """
        station, key = self._station, self._keys[draft_id]
        plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        row: dict[str, object] = {"body": self._lock(key, plain, draft_id), "saved_at": station.clock.now()}
        if id_number:
            row["id_digest"] = self._mac("draft-id", id_number).hex()
            row["box_by_id"] = self._lock(self._key_of_id(id_number, draft_id), key, draft_id)
        with station.store.write() as unit:
            kept = unit.connection.execute(update(Draft).where(Draft.id == draft_id).values(**row))
            if not kept.rowcount:
                raise Closed("draft_gone")

    def resume_by_code(self, typed: str) -> tuple[UUID, dict[str, Any]]:
        """Open the draft this code was shown for.

        Raises Closed: ``draft_filed`` names the number of the case it became (a crash may have
        hidden it), ``code_unknown`` when there is no such draft, ``draft_damaged``.
        """
        code = read_code(self._station, Purpose.DRAFT, typed)
        digest = code_digest(self._station, Purpose.DRAFT, code)
        row = self._find(Draft.code_digest == digest)
        if row is None:
            self._check_filed(digest)
            note_failure(self._station, Purpose.DRAFT)
            raise Closed("code_unknown")
        return self._unlock(row, row.box_by_code, self._key_of_code(code, row.id))

    def _check_filed(self, digest: str) -> None:
        query = select(Case.number).join(Code, Code.case_id == Case.id).where(Code.digest == digest)
        with self._station.store.read() as connection:
            number = connection.execute(query.where(Code.ends_at > self._station.clock.now())).scalar()
        if number is not None:
            raise Closed("draft_filed", number=number)

    def resume_by_id(self, id_number: str) -> tuple[UUID, dict[str, Any]] | None:
        """Open the newest draft that this ID card was laid on for; None when there is none."""
        row = self._find(Draft.id_digest == self._mac("draft-id", id_number).hex())
        if row is None:
            return None
        return self._unlock(row, row.box_by_id, self._key_of_id(id_number, row.id))

    def discard(self, draft_id: UUID) -> None:
        """Drop a draft and the evidence kept for it."""
        self._keys.pop(draft_id, None)
        with self._station.store.write() as unit:
            unit.connection.execute(delete(Draft).where(Draft.id == draft_id))
        drop_orphans(self._station.store, {draft_id})

    def drop_expired(self) -> int:
        """Drop every draft whose day has come, with its evidence; return how many."""
        over = Draft.expires_at <= self._station.clock.now()
        with self._station.store.read() as connection:
            if not connection.execute(select(Draft.id).where(over).limit(1)).first():
                return 0
        with self._station.store.write() as unit:
            dropped = set(unit.connection.execute(delete(Draft).where(over).returning(Draft.id)).scalars())
        drop_orphans(self._station.store, dropped)
        return len(dropped)

    def is_open(self, draft_id: UUID) -> bool:
        """Tell whether a draft is open at this screen."""
        return draft_id in self._keys

    def forget_keys(self) -> None:
        """Drop from memory every key that is open at this screen."""
        self._keys.clear()

    def _find(self, condition: ColumnElement[bool]) -> Record | None:
        table = Draft.__table__
        query = (
            select(table)
            .where(condition, table.c.expires_at > self._station.clock.now())
            .order_by(table.c.saved_at.desc())
        )
        with self._station.store.read() as connection:
            return connection.execute(query).first()

    def _unlock(self, row: Record, box: bytes, wrapping: bytes) -> tuple[UUID, dict[str, Any]]:
        try:
            key = self._open(wrapping, box, row.id)
            body = json.loads(self._open(key, row.body, row.id))
        except InvalidTag as fault:
            raise Closed("draft_damaged") from fault
        self._keys[row.id] = key
        return row.id, body

    def _lock(self, key: bytes, plain: bytes, draft_id: UUID) -> bytes:
        nonce = self._station.random.bytes(NONCE)
        return nonce + AESGCM(key).encrypt(nonce, plain, draft_id.bytes)

    @staticmethod
    def _open(key: bytes, box: bytes, draft_id: UUID) -> bytes:
        return AESGCM(key).decrypt(box[:NONCE], box[NONCE:], draft_id.bytes)

    def _mac(self, label: str, value: str) -> bytes:
        return hmac.new(self._station.keys.pepper, f"{label}:{value}".encode(), hashlib.sha256).digest()

    def _key_of_code(self, code: str, draft_id: UUID) -> bytes:
        return _stretch(self._mac("draft-code-key", code.replace("-", "")), draft_id)

    def _key_of_id(self, id_number: str, draft_id: UUID) -> bytes:
        return _stretch(self._mac("draft-id-key", id_number), draft_id)


def end_draft(unit: Unit, draft_id: UUID, case_id: UUID, holder: str, now: datetime) -> None:
    """Drop the draft that came into a case; until its day its code still tells that it was filed."""
    draft = unit.connection.execute(
        select(Draft.code_digest, Draft.expires_at).where(Draft.id == draft_id)
    ).first()
    if draft is None:
        return
    unit.connection.execute(delete(Draft).where(Draft.id == draft_id))
    unit.insert(
        Code,
        case_id=case_id,
        digest=draft.code_digest,
        purpose=Purpose.DRAFT.value,
        paper_n=None,
        holder=holder,
        bits=code_bits(LENGTHS[Purpose.DRAFT]),
        opens_at=now,
        ends_at=draft.expires_at,
    )


def _stretch(secret: bytes, draft_id: UUID) -> bytes:
    """Return a key from a short secret (Argon2id, RFC 9106; salted by the draft's id)."""
    return hash_secret_raw(
        secret, draft_id.bytes, time_cost=2, memory_cost=19_456, parallelism=1, hash_len=KEY, type=Type.ID
    )

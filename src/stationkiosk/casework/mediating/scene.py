"""What a desk puts on a public screen, and the box in which it goes there.

The box opens with a key that the kiosk's process made when it began and keeps in memory alone:
what lies in the store is readable to nobody, and to nobody at all once that process has ended.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from stationkiosk.casework.desk.views import Line
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.ledger.seal import open_seal, seal

_LENGTH = 4
"""Bytes that tell how long the part before the pages is."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who is to sign: the row among the parties, in which role, before whom at the desk."""

    matter_n: int
    party_n: int
    name: str
    role: Role
    witness: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Pages as PDF bytes, with the amounts and dates in them to be read large.

    ``signer`` is who is to sign them, None where they are only shown.
    """

    pdf: bytes
    lines: tuple[Line, ...] = ()
    signer: Signer | None = None

    @property
    def text_sha256(self) -> str:
        """The hash of the exact bytes that are shown."""
        return sha256(self.pdf).hexdigest()


def close_box(key: bytes, device: str, seq: int, case_id: UUID, scene: Scene) -> bytes:
    """Return the scene readable to the screen of ``device`` alone, and only in its turn ``seq``."""
    signer = scene.signer
    head = {
        "lines": [[line.label.zh, line.label.en, line.value.zh, line.value.en] for line in scene.lines],
        "signer": signer
        and [signer.matter_n, signer.party_n, signer.name, signer.role.value, signer.witness],
    }
    told = json.dumps(head, ensure_ascii=False).encode()
    plain = len(told).to_bytes(_LENGTH) + told + scene.pdf
    return seal(key, plain, _place(device, seq, case_id))


def open_box(key: bytes, device: str, seq: int, case_id: UUID, box: bytes) -> Scene:
    """Return what lies in a box. Raises ``KnownError("seal_closed")`` for another screen, turn or case."""
    plain = open_seal(key, box, _place(device, seq, case_id))
    end = _LENGTH + int.from_bytes(plain[:_LENGTH])
    head = json.loads(plain[_LENGTH:end])
    lines = tuple(Line(Text(*line[:2]), Text(*line[2:])) for line in head["lines"])
    return Scene(plain[end:], lines, _signer(head["signer"]))


def _signer(told: list[object] | None) -> Signer | None:
    if told is None:
        return None
    matter_n, party_n, name, role, witness = told
    return Signer(int(str(matter_n)), int(str(party_n)), str(name), Role(str(role)), str(witness))


def _place(device: str, seq: int, case_id: UUID) -> bytes:
    return f"stage {device} {seq} {case_id}".encode()

"""A signature given at a public screen, taken through the one door."""

from __future__ import annotations

import json
from uuid import UUID

from stationkiosk.casework.door import Act, carry_out, read_matter
from stationkiosk.casework.mediating.scene import Signer
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.store.unit import Unit

KEY_BYTES = 16
"""Of the key that stands for this one act."""

WAYS = {SignatureKind.STROKES: "pad", SignatureKind.WITNESSED: "typed"}
"""What the ways to sign at a screen are called in the act."""


def enter_signature(
    station: Station, unit: Unit, case_id: UUID, signer: Signer, signature: Signature
) -> None:
    """Enter a party's signature under the agreement within ``unit``, as the public.

    Raises Closed as ``door.perform``; ``signature_missing`` for a way that no screen has.
    """
    if signature.kind not in WAYS:
        raise Closed("signature_missing")
    matter, case_version = read_matter(unit.connection, case_id, signer.matter_n)
    actor = station.respondent() if signer.role is Role.RESPONDENT else station.public()
    inputs = {
        "party": str(signer.party_n),
        "text_sha256": signature.text_sha256,
        "way": WAYS[signature.kind],
    }
    if signature.strokes:
        inputs["strokes"] = json.dumps(signature.strokes, separators=(",", ":"))
    if signature.witness:
        inputs["witness"] = signature.witness
    key = station.random.bytes(KEY_BYTES).hex()
    act = Act("sign", case_id, signer.matter_n, case_version, matter.version, actor, key, inputs)
    carry_out(station.at_one_moment(), unit, act)

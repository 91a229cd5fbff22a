"""The one file a backup is: an enciphered database with a signed manifest behind it.

The database comes first, so that it is written once and nothing is copied. Behind it
stand the manifest (canonical JSON), the manifest's SHA-256, its length and a mark. The
keys are in the manifest's box, sealed to the recovery key and bound to this database.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.canonical import canonical_bytes, parse
from stationkiosk.ledger.keys import Keys, from_json, key_id, to_json
from stationkiosk.ledger.seal import ALGORITHM, open_seal, public_of, seal

FORMAT = 1
_MARK = b"\nstationkiosk backup 1\n"
_INFO = b"stationkiosk backup "
_TAIL = 32 + 4 + len(_MARK)
_LARGEST_MANIFEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``size`` and ``sha256`` are the database's; ``box`` holds the keys.

    ``recovery_id`` names the recovery key that opens the box, ``schema`` the revision of
    the tables; ``cases`` and ``entries`` are what it held when it was made.
    """

    made_at: datetime
    station: str
    schema: str
    cases: int
    entries: int
    size: int
    sha256: str
    recovery_id: str
    box: bytes

    def signed_text(self) -> bytes:
        """Return what the station signs."""
        return canonical_bytes(self._told())

    def _told(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "made_at": self.made_at.isoformat(timespec="microseconds"),
            "station": self.station,
            "schema": self.schema,
            "cases": self.cases,
            "entries": self.entries,
            "size": self.size,
            "sha256": self.sha256,
            "recovery_id": self.recovery_id,
            "seal": ALGORITHM,
            "box": base64.b64encode(self.box).decode(),
        }

    def packed(self, sign_key: bytes) -> bytes:
        """Return the end of the backup file."""
        signature = Ed25519PrivateKey.from_private_bytes(sign_key).sign(self.signed_text()).hex()
        text = canonical_bytes(self._told() | {"signature": signature})
        return text + sha256(text).digest() + len(text).to_bytes(4, "big") + _MARK


def seal_keys(copy_key: bytes, keys: Keys, digest: str) -> tuple[str, bytes]:
    """Return the recovery key's name and the box that holds the copy's key and the station's keys."""
    content = canonical_bytes({"copy": copy_key.hex(), "keys": to_json(keys)})
    return key_id(keys.recovery_public), seal(keys.recovery_public, content, _INFO + digest.encode())


def open_keys(manifest: Manifest, recovery_key: bytes) -> tuple[bytes, Keys]:
    """Return the copy's key and the station's keys.

    Raises ``KnownError("wrong_recovery_key")``; ``backup_damaged`` where the box is.
    """
    if key_id(public_of(recovery_key)) != manifest.recovery_id:
        raise KnownError("wrong_recovery_key")
    try:
        content = parse(open_seal(recovery_key, manifest.box, _INFO + manifest.sha256.encode()))
        return bytes.fromhex(content["copy"]), from_json(content["keys"])
    except (KnownError, KeyError, ValueError, TypeError) as fault:
        raise KnownError("backup_damaged") from fault


def read_manifest(path: Path) -> tuple[Manifest, str]:
    """Return the manifest at the end of the file and its signature. Raises ``backup_damaged``."""
    with path.open("rb") as file:
        try:
            found = parse(_manifest_text(file))
            return _manifest(found), str(found["signature"])
        except (KeyError, ValueError, TypeError) as fault:
            raise KnownError("backup_damaged", file=str(path)) from fault


def signed(manifest: Manifest, signature: str, keys: Keys) -> bool:
    """Tell whether the station whose keys are in the box signed the manifest."""
    public = Ed25519PublicKey.from_public_bytes(keys.sign_public)
    try:
        public.verify(bytes.fromhex(signature), manifest.signed_text())
    except (InvalidSignature, ValueError):
        return False
    return True


def _manifest_text(file: BinaryIO) -> bytes:
    end = file.seek(0, 2)
    file.seek(max(0, end - _TAIL))
    tail = file.read()
    length = int.from_bytes(tail[32:36], "big")
    if (
        not tail.endswith(_MARK)
        or len(tail) != _TAIL
        or not 0 < length <= min(_LARGEST_MANIFEST, end - _TAIL)
    ):
        raise ValueError("no manifest")
    file.seek(end - _TAIL - length)
    text = file.read(length)
    if sha256(text).digest() != tail[:32]:
        raise ValueError("the manifest was changed")
    return text


def _manifest(found: Mapping[str, Any]) -> Manifest:
    if found["format"] != FORMAT or found["seal"] != ALGORITHM:
        raise ValueError("another format")
    return Manifest(
        made_at=datetime.fromisoformat(found["made_at"]),
        station=found["station"],
        schema=found["schema"],
        cases=found["cases"],
        entries=found["entries"],
        size=found["size"],
        sha256=found["sha256"],
        recovery_id=found["recovery_id"],
        box=base64.b64decode(found["box"], validate=True),
    )

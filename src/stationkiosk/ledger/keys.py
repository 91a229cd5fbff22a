"""The station's keys: made once, kept in files nobody else may read, loaded at start.

An installed station gets them from systemd (``$CREDENTIALS_DIRECTORY``); elsewhere they lie
in a folder of mode 0700. Each file holds one key in hexadecimal. systemd lets the service's
user in by an access list, whose mask shows as the group's right to read: that one is allowed
there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random
from stationkiosk.domain.sealing import MEDIATOR, OFFICER
from stationkiosk.ledger.seal import open_seal, public_of, seal

KEY_BYTES = 32
_FILES = {
    "store": "store.key",
    "sign": "sign.key",
    "pepper": "pepper.key",
    "seal_public": "seal.pub",
    "recovery_public": "recovery.pub",
}
_PRIVATE = {"seal_private": "seal.key", "officer_private": "officer.key"}
_LATER = {"officer_public": "officer.pub"}
"""What a station made before there was such a key has not; see ``complete_keys``."""

_ALL_FILES = {**_FILES, **_LATER, **_PRIVATE}
_FILE_OF = {MEDIATOR: _PRIVATE["seal_private"], OFFICER: _PRIVATE["officer_private"]}


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The keys of a station, 32 bytes each.

    ``store`` opens the database; ``sign`` is the Ed25519 key of checkpoints; ``pepper``
    keys the digests of codes; ``seal_public`` (to the mediator), ``officer_public`` and
    ``recovery_public`` are X25519 keys. ``officer_public`` is empty in a folder that has none
    yet. The private ones are there only at a desk that may read sealed values.
    """

    store: bytes
    sign: bytes
    pepper: bytes
    seal_public: bytes
    recovery_public: bytes
    officer_public: bytes = b""
    seal_private: bytes | None = None
    officer_private: bytes | None = None

    @property
    def sign_public(self) -> bytes:
        """Return the Ed25519 public key that checks the station's signatures."""
        return Ed25519PrivateKey.from_private_bytes(self.sign).public_key().public_bytes_raw()

    def public_of(self, reader: str) -> bytes:
        """Return the key to seal to a reader by. Raises ``officer_key_missing`` where there is none."""
        key = {MEDIATOR: self.seal_public, OFFICER: self.officer_public}[reader]
        if not key:
            raise KnownError("officer_key_missing")
        return key


def key_id(public_key: bytes) -> str:
    """Return the short name of a public key, printed beside what it made."""
    return sha256(public_key).hexdigest()[:16]


def create_keys(folder: Path, random: Random, recovery_public: bytes) -> Keys:
    """Make a station's keys in ``folder`` and return those a kiosk holds.

    Raises ``KnownError("keys_exist")`` rather than overwrite a key.
    """
    seal_private, officer_private = random.bytes(KEY_BYTES), random.bytes(KEY_BYTES)
    keys = Keys(
        store=random.bytes(KEY_BYTES),
        sign=random.bytes(KEY_BYTES),
        pepper=random.bytes(KEY_BYTES),
        seal_public=public_of(seal_private),
        recovery_public=recovery_public,
        officer_public=public_of(officer_private),
    )
    write_keys(folder, replace(keys, seal_private=seal_private, officer_private=officer_private))
    return keys


def complete_keys(folder: Path, random: Random) -> bool:
    """Make the officers' key pair in a folder older than it; tell whether both halves lie there now.

    Only a folder that holds the mediator's private key gets one: elsewhere the private half
    would come to a machine that must not have it. Two programs that start at once make one; a
    folder that cannot be written to stays as it is.
    """
    private, public = folder / _FILE_OF[OFFICER], folder / _LATER["officer_public"]
    if not _there([folder], _FILE_OF[MEDIATOR]):
        return _there([folder], private.name)
    try:
        if not private.exists():
            _write_once(private, random.bytes(KEY_BYTES).hex(), random)
        if not public.exists():
            _write_once(public, public_of(_read([folder], private.name)).hex(), random)
    except OSError:
        return False
    return True


def write_keys(folder: Path, keys: Keys) -> None:
    """Write ``keys`` into an empty place. Raises ``KnownError("keys_exist")`` if one is there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    if any((folder / name).exists() for name in _ALL_FILES.values()):
        raise KnownError("keys_exist", folder=str(folder))
    for field, text in to_json(keys).items():
        _write(folder / _ALL_FILES[field], text)


def load_keys(folder: Path, desk: bool = False, environ: Mapping[str, str] = os.environ) -> Keys:
    """Return the station's keys; only a ``desk`` touches the keys that open seals.

    The officers' keys are missing from a folder older than they are, and so are not missed.
    Raises ``KnownError``: ``key_missing``, ``key_exposed`` (others may read it),
    ``key_damaged``; each names the file.
    """
    credentials = environ.get("CREDENTIALS_DIRECTORY")
    places = ([Path(credentials)] if credentials else []) + [folder]
    found = {field: _read(places, name) for field, name in _FILES.items()}
    found |= {field: _read(places, name) for field, name in _LATER.items() if _there(places, name)}
    if desk:
        opens = {
            f: name for f, name in _PRIVATE.items() if name != _FILE_OF[OFFICER] or _there(places, name)
        }
        found |= {field: _read(places, name) for field, name in opens.items()}
    return Keys(**found)


def box_key(folder: Path, reader: str) -> bytes:
    """Return the key by which a reader opens seals, sealed to the recovery key: a backup may hold it."""
    name = _FILE_OF[reader]
    recovery_public = _read([folder], _FILES["recovery_public"])
    return seal(recovery_public, _read([folder], name), _place(name))


def unbox_key(folder: Path, reader: str, box: bytes, recovery_key: bytes) -> None:
    """Write a reader's key out of its box into ``folder`` where it is missing. Raises ``seal_closed``."""
    name = _FILE_OF[reader]
    if not (folder / name).exists():
        _write(folder / name, open_seal(recovery_key, box, _place(name)).hex())


def _place(name: str) -> bytes:
    return f"stationkiosk {name}".encode()


def to_json(keys: Keys) -> dict[str, str]:
    """Return the keys in hexadecimal, as their files and a sealed backup hold them."""
    held = {field: getattr(keys, field) for field in _ALL_FILES}
    return {field: key.hex() for field, key in held.items() if key}


def from_json(found: Mapping[str, str]) -> Keys:
    """Return keys written by ``to_json``. Raises ``KeyError`` or ``ValueError`` where they are none."""
    held = {field: _key(text) for field, text in found.items() if field in _ALL_FILES}
    return Keys(**{field: held[field] for field in _FILES} | held)


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def _write_once(path: Path, text: str, random: Random) -> None:
    """Write a key whole, unless another program has just done it."""
    draft = path.with_name(f".{path.name}.{random.bytes(8).hex()}")
    _write(draft, text)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _there(places: list[Path], name: str) -> bool:
    return any(os.path.isfile(place / name) for place in places)  # noqa: PTH113 -- may not be let in


def _read(places: list[Path], name: str) -> bytes:
    path = next((place / name for place in places if (place / name).is_file()), None)
    if path is None:
        raise KnownError("key_missing", file=str(places[-1] / name))
    if not name.endswith(".pub") and path.stat().st_mode & (0o077 if path.parent == places[-1] else 0o007):
        raise KnownError("key_exposed", file=str(path))
    try:
        return _key(path.read_text("ascii").strip())
    except PermissionError as fault:
        raise KnownError("key_unreadable", file=str(path)) from fault
    except ValueError as fault:
        raise KnownError("key_damaged", file=str(path)) from fault


def _key(text: str) -> bytes:
    key = bytes.fromhex(text)
    if len(key) != KEY_BYTES:
        raise ValueError("a key is 32 bytes")
    return key

"""Sealing to a key that the writer does not hold (HPKE, RFC 9180, base mode).

A sealed value can be written by anyone who has the public key and read only where the
private key is: the kiosk holds the first and never the second.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from stationkiosk.domain.errors import KnownError

ALGORITHM = "hpke-x25519-hkdfsha256-aes256gcm"
"""The suite, named beside every sealed value."""

PADDED = f"{ALGORITHM}-pad256"
"""The suite over a text that was filled up (ISO/IEC 7816-4: 80 00 …) to whole ``PADDED_TO`` bytes."""

PADDED_TO = 256
_END = b"\x80"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def seal(public_key: bytes, plaintext: bytes, info: bytes) -> bytes:
    """Return ``plaintext`` readable only by the holder of the private key.

    ``info`` says what the value is and where it stands; opening needs the same.
    """
    return _SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(public_key), info)


def open_seal(private_key: bytes, box: bytes, info: bytes) -> bytes:
    """Return what was sealed. Raises ``KnownError("seal_closed")`` for another key, place or content."""
    try:
        return _SUITE.decrypt(box, X25519PrivateKey.from_private_bytes(private_key), info)
    except (InvalidTag, ValueError) as fault:
        raise KnownError("seal_closed") from fault


def seal_padded(public_key: bytes, plain: bytes, info: bytes) -> bytes:
    """Return ``plain`` sealed; the box tells its length in steps of ``PADDED_TO`` bytes only."""
    ended = plain + _END
    return seal(public_key, ended + bytes(-len(ended) % PADDED_TO), info)


def open_padded(private_key: bytes, box: bytes, info: bytes) -> bytes:
    """Return what ``seal_padded`` sealed. Raises as ``open_seal`` does."""
    return open_seal(private_key, box, info).rstrip(b"\0").removesuffix(_END)


def seal_text(public_key: bytes, text: str, info: bytes) -> bytes:
    """Return ``text`` sealed as ``seal_padded`` does."""
    return seal_padded(public_key, text.encode(), info)


def open_text(private_key: bytes, box: bytes, info: bytes) -> str:
    """Return the text that ``seal_text`` sealed. Raises as ``open_seal`` does."""
    return open_padded(private_key, box, info).decode()


def public_of(private_key: bytes) -> bytes:
    """Return the public key, 32 bytes, of an X25519 private key, 32 bytes."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()

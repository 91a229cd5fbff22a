"""Opening an enciphered database file (SQLCipher 4), and telling a wrong key from a damaged file."""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from sqlcipher3 import dbapi2

from stationkiosk.store.descriptors import descriptor

PAGE = 4096
SALT = 16
_PLAIN_HEADER = b"SQLite format 3\0"
BUSY_SECONDS = 10.0
ROOMY_KB = 16_000
"""The page cache of a connection that walks long lists, in kB."""

SPARE_KB = 4_000
"""The page cache of a connection that touches one case at a time, in kB."""

_PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    'PRAGMA key = "{key}"',
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -{cache_kb}",
    "PRAGMA recursive_triggers = ON",
)


def salt_of(key: bytes) -> bytes:
    """Return the salt that stands in the first 16 bytes of a file enciphered with ``key``.

    It is derived from the key, so that it tells whether a key belongs to a file even when
    the file's pages are damaged. It says nothing about the key.
    """
    return hmac.digest(key, b"stationkiosk store salt", "sha256")[:SALT]


def key_words(key: bytes) -> str:
    """Return the key and its salt as SQLCipher's raw key literal."""
    return f"x'{key.hex()}{salt_of(key).hex()}'"


def connect(path: Path, key: bytes, mode: str = "rw", cache_kb: int = ROOMY_KB) -> dbapi2.Connection:
    """Return a keyed connection in autocommit; ``mode`` is SQLite's ``ro``, ``rw`` or ``rwc``.

    ``cache_kb`` is the most its page cache holds, in kB.
    No key is derived: 32 random bytes need no stretching, and a connection costs nothing.
    """
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma.format(key=key_words(key), cache_kb=cache_kb))
    except BaseException:
        connection.close()
        raise
    return connection


def header_trouble(path: Path, key: bytes) -> str:
    """Return why the file could not be read with ``key``: ``wrong_key`` or ``store_corrupt``."""
    with descriptor(path) as file:
        head = os.pread(file, SALT, 0)
        if len(head) < SALT or head == _PLAIN_HEADER or head == salt_of(key):
            return "store_corrupt"
        return "store_corrupt" if _some_page_is_ours(file, key) else "wrong_key"


def _some_page_is_ours(file: int, key: bytes) -> bool:
    """Tell whether any page but the first carries a code made with ``key`` (SQLCipher's page HMAC)."""
    page_key = _page_key(key)
    number = 2
    while len(page := os.pread(file, PAGE, (number - 1) * PAGE)) == PAGE:
        body, code = page[:-64], page[-64:]
        if hmac.compare_digest(hmac.digest(page_key, body + number.to_bytes(4, "little"), "sha512"), code):
            return True
        number += 1
    return False


def _page_key(key: bytes) -> bytes:
    salt = bytes(byte ^ 0x3A for byte in salt_of(key))
    return hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32)

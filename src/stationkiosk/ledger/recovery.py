"""The recovery key: 32 bytes that open a station's backups, written for paper and typed back.

It is an X25519 private key, shown as thirteen groups of five characters: four that carry
the key and one that checks them and the group's place, so that a slip of the pen, two
characters swapped or two groups swapped are caught and the group is named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random

KEY_BYTES = 32
ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXY"
"""Digits and letters without I, O, Q and Z, which look like others."""

GROUPS = 13
_DATA = 4
_ALIKE = str.maketrans("OIZ", "012")
_FIELD = 0b100101
"""x^5 + x^2 + 1: what GF(32) is counted with."""


def make_recovery_key(random: Random) -> bytes:
    """Return a new recovery key; its public half is ``seal.public_of`` of it."""
    return random.bytes(KEY_BYTES)


def spell(key: bytes) -> tuple[str, ...]:
    """Return the thirteen groups that write ``key``."""
    number = int.from_bytes(key, "big") << (GROUPS * _DATA * 5 - KEY_BYTES * 8)
    digits = [number >> shift & 31 for shift in range((GROUPS * _DATA - 1) * 5, -1, -5)]
    groups = [digits[i : i + _DATA] for i in range(0, len(digits), _DATA)]
    return tuple(
        "".join(ALPHABET[d] for d in [*group, _check(place, group)]) for place, group in enumerate(groups)
    )


def parse_key(text: str) -> bytes:
    """Return the key that ``text`` writes; case, spaces, dashes, full width, O, I and Z are forgiven.

    Raises ``KnownError``: ``recovery_key_length`` (``found`` characters of ``needed``) or
    ``recovery_key_group``, which names the first wrong ``group``, counted from 1.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_ALIKE)
    letters = [letter for letter in plain if letter.isalnum()]
    needed = GROUPS * (_DATA + 1)
    if len(letters) != needed:
        raise KnownError("recovery_key_length", found=str(len(letters)), needed=str(needed))
    number = 0
    for place in range(GROUPS):
        group = letters[place * (_DATA + 1) : (place + 1) * (_DATA + 1)]
        for digit in _digits(place, group):
            number = number << 5 | digit
    spare = GROUPS * _DATA * 5 - KEY_BYTES * 8
    if number & (1 << spare) - 1:
        raise KnownError("recovery_key_group", group=str(GROUPS))
    return (number >> spare).to_bytes(KEY_BYTES, "big")


def _digits(place: int, group: Sequence[str]) -> list[int]:
    digits = [ALPHABET.find(letter) for letter in group]
    if min(digits) < 0 or _check(place, digits[:_DATA]) != digits[_DATA]:
        raise KnownError("recovery_key_group", group=str(place + 1))
    return digits[:_DATA]


def _check(place: int, digits: Sequence[int]) -> int:
    """Return the character that checks a group: a sum in GF(32) with a weight for each place."""
    total = 0
    for digit in (*digits, place):
        total = _doubled(total ^ digit)
    return total


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 32 else value

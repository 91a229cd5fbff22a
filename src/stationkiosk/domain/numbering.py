"""Numbers and codes that people read, say and type: each slip of one sign is caught.

The alphabet has 32 signs: no I, O, Q, Z, which are read as 1, 0, 0, 2. The check is a Damm
quasigroup of order 32, the operation ``x ∘ y = 2x + y`` in GF(32): totally anti-symmetric,
so it catches every single wrong sign and every swap of two neighbours (Damm 2004).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random
from stationkiosk.domain.typed import mark

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXY"
GROUP = 4
"""Signs in a group of a code; the last of each is its check."""

_LOOK_ALIKE = str.maketrans("OQIZ", "0012")
_REDUCE = 0b100101
_ORDER = 32
_BITS_A_SIGN = 5
_SERIALS = 10_000
_SIGN = "[0-9A-HJ-NPR-Y]"
_NUMBER = re.compile(f"({_SIGN}{{2,8}})({_SIGN})(20[0-9]{{6}})({_SIGN})([0-9]{{4}}){_SIGN}")


def check_sign(signs: str) -> str:
    """Return the sign that makes ``signs`` whole: with it at the end the chain comes to nought."""
    state = 0
    for sign in signs:
        state = _twice(state) ^ ALPHABET.index(sign)
    return ALPHABET[_twice(state)]


def whole(signs: str) -> bool:
    """Tell whether signs that end with their check sign are as they were made."""
    return len(signs) > 1 and all(s in ALPHABET for s in signs) and check_sign(signs[:-1]) == signs[-1]


def _twice(value: int) -> int:
    doubled = value << 1
    return doubled ^ _REDUCE if doubled >= _ORDER else doubled


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case's number.

    ``block`` rises with each restore, so that no number comes twice; it is one sign, and
    begins anew after 32: a day does not see so many restores.
    """

    station: str
    machine: str
    day: date
    block: int
    serial: int

    def __str__(self) -> str:
        block = ALPHABET[self.block % _ORDER]
        body = f"{self.station}{self.machine}-{self.day:%Y%m%d}-{block}{self.serial:04d}"
        return f"{body}-{check_sign(body.replace('-', ''))}"


def case_number(*, station: str, machine: str, day: date, block: int, serial: int) -> str:
    """Return ``LJ07A-20261122-00042-7`` for station LJ07, machine A, block 0, serial 42.

    Raises KnownError ``numbers_used_up`` beyond serial 9999 of a machine's day.
    """
    if serial >= _SERIALS:
        raise KnownError("numbers_used_up", day=day.isoformat())
    return str(CaseNumber(station, machine, day, block, serial))


def parse_case_number(typed: str) -> CaseNumber | None:
    """Return the case number in what was typed, or None if it is none or has a slip in it."""
    signs = mark(typed).replace("-", "").translate(_LOOK_ALIKE)
    found = _NUMBER.fullmatch(signs)
    if not found or not whole(signs):
        return None
    station, machine, day, block, serial = found.groups()
    try:
        on = datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007
    except ValueError:
        return None
    return CaseNumber(station, machine, on, ALPHABET.index(block), int(serial))


def make_code(random: Random, chars: int = 12) -> str:
    """Return a secret code such as ``K7MP-4XQR-2H9D``: ``chars`` signs in groups of four.

    Three signs of each group are chance (15 bits); the fourth checks all signs so far, so
    that a slip is found in its own group. ``code_bits`` tells how many bits there are.
    """
    if chars <= 0 or chars % GROUP:
        raise ValueError(chars)
    chance = random.bytes(chars // GROUP * (GROUP - 1))
    signs = ""
    for index, byte in enumerate(chance):
        signs += ALPHABET[byte % _ORDER]
        if index % (GROUP - 1) == GROUP - 2:
            signs += check_sign(signs)
    return _grouped(signs)


def code_bits(chars: int) -> int:
    """Return the bits of chance in a code of so many signs."""
    return chars // GROUP * (GROUP - 1) * _BITS_A_SIGN


@dataclass(frozen=True, slots=True)
class CodeTyped:
    """A code as typed, made even; ``wrong_group`` counts from 1 and is 0 if none is wrong.

    ``missing`` is how many signs are still to come.
    """

    code: str
    wrong_group: int = 0
    missing: int = 0

    @property
    def ok(self) -> bool:
        """Tell whether the code is whole."""
        return not self.wrong_group and not self.missing


def parse_code(typed: str, chars: int = 12) -> CodeTyped:
    """Return a code as it was meant: small letters, blanks, full width, O for 0, I for 1 forgiven."""
    signs = mark(typed).replace("-", "").translate(_LOOK_ALIKE)
    even = _grouped(signs)
    for end in range(GROUP, len(signs) + 1, GROUP):
        if end > chars or not whole(signs[:end]):
            return CodeTyped(even, wrong_group=end // GROUP)
    if len(signs) > chars or any(s not in ALPHABET for s in signs):
        return CodeTyped(even, wrong_group=len(signs) // GROUP + 1)
    return CodeTyped(even, missing=chars - len(signs))


def _grouped(signs: str) -> str:
    return "-".join(signs[i : i + GROUP] for i in range(0, len(signs), GROUP))

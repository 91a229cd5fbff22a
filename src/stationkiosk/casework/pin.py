"""The admin PIN: what lets a person out of the kiosk."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from stationkiosk.casework.guessing import check_patience, note_failure
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import KnownError
from stationkiosk.store.setting import keep_setting, read_setting
from stationkiosk.store.unit import Unit

SETTING = "admin_pin"
DOOR = "admin_pin"
WITNESS_DOOR = "witness_pin"
"""Where the public may type: what is wrong there does not keep staff from the acts of staff."""

SHORTEST = 6


def set_pin(unit: Unit, pin: str) -> None:
    """Keep the PIN's Argon2id hash within ``unit``; KnownError ``pin_too_short`` or ``pin_not_digits``."""
    if not (pin.isascii() and pin.isdigit()):
        raise KnownError("pin_not_digits")
    if len(pin) < SHORTEST:
        raise KnownError("pin_too_short", least=str(SHORTEST))
    keep_setting(unit, SETTING, PasswordHasher().hash(pin))


def check_pin(station: Station, pin: str, door: str = DOOR) -> bool:
    """Tell whether this is the PIN; each wrong one makes the next wait longer and is journalled."""
    check_patience(station, door)
    with station.store.read() as connection:
        kept = read_setting(connection, SETTING, "")
    try:
        PasswordHasher().verify(kept, pin)
    except VerifyMismatchError:
        note_failure(station, door)
        return False
    return True

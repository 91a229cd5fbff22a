"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562)."""

from __future__ import annotations

import threading
from uuid import UUID

from stationkiosk.domain.ports import Clock, Random

_lock = threading.Lock()
_last = 0


def uuid7(clock: Clock, random: Random) -> UUID:
    """Return a UUIDv7 greater than every one this process made before, even if the clock goes back."""
    global _last
    chance = int.from_bytes(random.bytes(10), "big")
    now = int(clock.now().timestamp() * 1000)
    stamp = now << 12 | chance >> 69  # 48 bits of milliseconds, 12 of counter, its top bit clear
    with _lock:
        stamp = max(stamp, _last + 1)
        _last = stamp
    milliseconds, counter = stamp >> 12, stamp & 0xFFF
    return UUID(int=milliseconds << 80 | 7 << 76 | counter << 64 | 2 << 62 | chance & (1 << 62) - 1)

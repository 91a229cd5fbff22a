"""The machine's source of chance."""

from __future__ import annotations

import os


class SystemRandom:
    """Unpredictable bytes from the kernel (``domain.ports.Random``)."""

    def bytes(self, count: int) -> bytes:
        """Return ``count`` unpredictable bytes."""
        return os.urandom(count)

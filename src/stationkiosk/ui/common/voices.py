"""Asks, without a window, in which languages the machine can read aloud."""

from __future__ import annotations

import json
import subprocess
import sys

from stationkiosk.domain.text import Language

SECONDS = 5.0


def voices(engine: str = "", seconds: float = SECONDS) -> frozenset[Language]:
    """Return the languages the machine has a voice for; none where it does not say so in time.

    The voice is asked in the process that speaks (``speaking``), which ends when it has told.
    """
    command = [sys.executable, "-P", "-m", "stationkiosk.ui.common.speaking", engine]
    try:
        told = subprocess.run(command, input=b"", capture_output=True, timeout=seconds, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    lines = (json.loads(line) for line in told.splitlines())
    return frozenset(Language(name) for line in lines for name in line.get("voices", ()))

"""A made-up receipt: nobody in it exists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("sample_receipt.json")


def sample_data() -> dict[str, Any]:
    """Return an ordinary receipt's data: three parties, three exhibits, two routes."""
    data: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data

from __future__ import annotations

import pytest

from tests.casework.members import hash_quickly


@pytest.fixture(autouse=True)
def _hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What PINs and passwords are worth is tested where they are kept."""
    hash_quickly(monkeypatch)

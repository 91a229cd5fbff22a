from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.devices.evidence.examine import Examiner
from tests.devices.holding import Put


@pytest.fixture(scope="module")
def examiner() -> Iterator[Examiner]:
    with Examiner() as made:
        yield made


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put

"""The made-up filing: what keeps it from being filed is told as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.reference.load import Reference
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.sample import film
from tests.ui.conftest import RESOURCES
from tests.ui.fakes import FakeCounter, StandingClock


def test_a_station_that_cannot_be_opened_says_why(
    reference: Reference, clock: StandingClock, tmp_path: Path
) -> None:
    def closed() -> FakeCounter:
        raise KnownError("store_missing", file="station.db")

    options = KioskOptions(RESOURCES, windowed=True, size=(1080, 1920), sound=False)
    with pytest.raises(KnownError, match="store_missing"):
        film(closed, reference, clock, options, tmp_path, lambda _page: None)

from __future__ import annotations

import pytest

from stationkiosk.documents.fonts import Fonts, shipped_fonts
from stationkiosk.documents.press import Press


@pytest.fixture(scope="session")
def press() -> Press:
    return Press()


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return shipped_fonts()

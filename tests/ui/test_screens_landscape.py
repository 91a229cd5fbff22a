"""Every screen on a landscape panel."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Open
from tests.ui.fakes import FakeCounter, StandingClock
from tests.ui.screens import Look, look_at_every_screen, looks


@pytest.mark.parametrize("look", looks("zh", "zh-contrast", "stretched"))
def test_every_screen_is_whole_touchable_and_told(
    open_kiosk: Open,
    counter: FakeCounter,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    look: Look,
) -> None:
    look_at_every_screen(open_kiosk, counter, clock, monkeypatch, (1920, 1080), look)

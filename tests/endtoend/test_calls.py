"""A call at the kiosk, answered at a desk of the same store: the kiosk says so at once."""

from __future__ import annotations

import time

from stationkiosk.app import load_reference, open_desk
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import wait_for
from tests.endtoend.conftest import PASSWORD, Open


def test_an_answered_call_ends_the_wait_at_the_kiosk(open_kiosk: Open, settings: Settings) -> None:
    drive = open_kiosk()
    drive.tap("callStaff")
    wait_for(lambda: drive.window.staff.called, "the call")
    front = open_desk(settings, load_reference(settings))
    try:
        _who, desk = front.sign_in("li.min", PASSWORD)
        (call,) = desk.calls()
        desk.answer_call(call.n)
        begun = time.monotonic()
        wait_for(lambda: drive.window.staff.answered, "the answer", 1.0)
        assert time.monotonic() - begun < 1.0
        assert not desk.calls()
    finally:
        front.close()

"""A call on a slow device that nobody has to wait out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError

Got = TypeVar("Got")


def within(seconds: float, call: Callable[[], Got], late: Callable[[Got], None] | None = None) -> Got:
    """Return what ``call`` gives, or raise ``offline`` when it takes longer than ``seconds``.

    The call goes on in its own thread then; what it gives after all is handed to ``late``.
    """
    told: Future[Got] = Future()

    def run() -> None:
        try:
            got = call()
        except Exception as error:
            if told.set_running_or_notify_cancel():
                told.set_exception(error)
            return
        if told.set_running_or_notify_cancel():
            told.set_result(got)
        elif late is not None:
            late(got)

    threading.Thread(target=run, name="printer errand", daemon=True).start()
    try:
        return told.result(seconds)
    except TimeoutError:
        if told.cancel():
            raise KnownError(Trouble.OFFLINE) from None
        return told.result()

"""The bridges of the case page without a window, over a made-up desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count

import pytest
from PySide6.QtCore import QObject, Signal

from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.view import application
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk import case
from stationkiosk.ui.desk.case import CasePage
from stationkiosk.ui.desk.field import FieldAsked
from tests.ui.conftest import RESOURCES
from tests.ui.desk.case_samples import CASE, NOW
from tests.ui.desk.sample_desk import SampleDesk


class Standing:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 0.0


class Around(QObject):
    """The window as a whole, as far as the case page hears of it."""

    caseAsked = Signal(object)  # noqa: N815
    backAsked = Signal()  # noqa: N815


class Window:
    def __init__(self) -> None:
        self.thumbnails = Thumbnails()
        self.clock = Standing()


def alone(desk: SampleDesk, reference: Reference, patch: pytest.MonkeyPatch) -> Iterator[CasePage]:
    """Make a case page whose client keys are key1, key2 …, and leave nothing of it behind."""
    application(RESOURCES)
    executor: Executor[SampleDesk] = Executor(lambda: desk)
    keys = count(1)
    patch.setattr(case, "new_key", lambda: f"key{next(keys)}")
    made = CasePage(Words(reference.words.text), executor, Around())  # type: ignore[arg-type]
    made.furnish(Window())  # type: ignore[arg-type]
    made.settled = lambda: wait_for(lambda: executor.idle)  # type: ignore[attr-defined]
    yield made
    made.forget()
    executor.close()


def opened(page: CasePage) -> CasePage:
    page.open(CASE)
    settled(page)
    return page


def settled(page: CasePage) -> None:
    page.settled()  # type: ignore[attr-defined]


def fields(page: CasePage) -> dict[str, FieldAsked]:
    return {field.asked.id: field for field in page.acting.fields}

"""The desk's way to casework in the shape that what is shared with the kiosk asks it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from stationkiosk.casework.taking import Taking

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

R = TypeVar("R")


class DeskWorker:
    """Runs the jobs of shared pages with the desk of whoever is signed in."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    @property
    def idle(self) -> bool:
        """Whether no job is waiting or running."""
        return self._asking.idle

    def ask(
        self,
        job: Callable[[Taking], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], bool] | None = None,
        *,
        lasting: bool = False,  # noqa: ARG002
    ) -> None:
        """Run ``job`` with the desk; an answer that comes after signing out is dropped."""
        self._asking.ask(job, then, otherwise)

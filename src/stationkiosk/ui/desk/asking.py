"""The way of the desk's pages to casework: jobs on the worker, with whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import uuid4

from stationkiosk.domain.errors import Closed
from stationkiosk.ui.common.executor import Executor

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk
    from stationkiosk.casework.desk.place import DeskFace
    from stationkiosk.casework.staff import SignedIn

R = TypeVar("R")
Otherwise = Callable[[Exception], bool]


class Place(Protocol):
    """The station as a desk finds it before anybody has signed in."""

    def face(self) -> DeskFace:
        """Return what the foot of the window tells of the station."""

    def tend(self) -> int:
        """Look after the copies that desks printed, and return how many changed."""

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Any]:
        """Return a member of staff and their desk; a fault of the world where it may not be."""

    def unlock(self, who: SignedIn, password: str) -> None:
        """Check the password of whoever locked the window; a fault of the world where it is wrong."""

    def lock(self, who: SignedIn, idle: bool) -> None:
        """Note that the window was locked, by hand or because nobody worked there."""

    def sign_out(self, who: SignedIn, idle: bool) -> None:
        """Note that somebody left."""

    def close(self) -> None:
        """Let go of the station."""


class Asking:
    """Runs jobs with the desk of whoever is signed in, off the UI thread, one after another.

    The answers come back in the UI thread. ``leave`` drops those still under way: what one
    person asked is never shown to the next.
    """

    def __init__(self, executor: Executor[Place]) -> None:
        self.executor = executor
        self._desk: list[Any] = []

    @property
    def idle(self) -> bool:
        """Whether no job is waiting or running."""
        return self.executor.idle

    @property
    def signed_in(self) -> bool:
        """Whether there is a desk to ask."""
        return bool(self._desk)

    def ask(
        self,
        job: Callable[[Desk], R],
        then: Callable[[R], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Run ``job`` with the ``Desk`` on the worker, then ``then`` with its result here.

        ``otherwise`` gets the exception and returns True when it has dealt with it; any other
        is told by the window. With nobody signed in the job fails: ``Closed("signed_out")``.
        """
        held = tuple(self._desk)

        def with_the_desk(_place: Place) -> R:
            if not held:
                raise Closed("signed_out")
            return job(held[0])

        self.executor.ask(with_the_desk, then, otherwise)

    def ask_place(
        self,
        job: Callable[[Place], R],
        then: Callable[[R], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Run a job that needs nobody signed in; its answer survives ``leave``."""
        self.executor.ask(job, then, otherwise, lasting=True)

    def sit(self, desk: object) -> None:
        """Ask this desk from now on."""
        self._desk = [desk]

    def leave(self) -> None:
        """Ask no desk any more, and drop what comes back late."""
        self._desk = []
        self.executor.forget()


def new_key() -> str:
    """Return a client key: what is asked with it is done once."""
    return uuid4().hex

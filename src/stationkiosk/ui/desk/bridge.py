"""The base of the bridges of the desk's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol
from uuid import UUID

from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow


SCREENS = "stage"
"""The topic of a change that is a public screen's alone."""


class Moved(Protocol):
    """What a store tells of a change: its topic (``case``, ``station``, ``stage``, ``all``), the case."""

    @property
    def topic(self) -> str:
        """Return what kind of thing changed."""

    @property
    def case_id(self) -> UUID | None:
        """Return the case that changed."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette offers: its words, the keys that do the same, and the deed.

    ``closed`` is why it cannot be done now, "" where it can.
    """

    id: str
    label: str
    do: Callable[[], None]
    detail: str = ""
    keys: str = ""
    icon: str = ""
    closed: str = ""


class DeskBridge(Bridge):
    """One page's bridge. Each declares ``changed`` itself, as every bridge does.

    ``asking`` runs jobs with the ``Desk`` of whoever is signed in; ``shell`` is the window as a
    whole: who works here, which page and which case show, what is told.
    """

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        self.asking = asking
        self.shell = shell

    page: ClassVar[str] = ""
    """The page of the rail it belongs to; that page's bridges are told when it shows."""

    follows_screens: ClassVar[bool] = False
    """Whether it is told, too, that a public screen does something else: no record changed then."""

    def furnish(self, window: DeskWindow) -> None:
        """The window made this: take from it what the page needs besides (its other bridges, pictures)."""

    def arrive(self) -> None:
        """The page shows now: ask for what it has to show."""

    def forget(self) -> None:
        """Somebody else may sit down: let go of all that was shown and typed."""

    def moved(self, change: Moved) -> None:
        """Something changed in the store, here or in another process."""

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers of this page."""
        return ()

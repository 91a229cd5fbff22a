"""What the tabs of the page of printing have in common."""

from __future__ import annotations

from stationkiosk.ui.common.bridge import Bridge


class Tab(Bridge):
    """One tab. Each declares ``changed`` itself, as every bridge does."""

    def look(self) -> None:
        """Ask for what shows."""
        raise NotImplementedError

    def forget(self) -> None:
        """Somebody else may sit down: hold nothing."""
        raise NotImplementedError

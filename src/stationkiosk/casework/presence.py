"""The names under which open windows are known to one another (``ChangeFeed.enter``)."""

from __future__ import annotations

KIOSK, DESK = "kiosk", "desk"

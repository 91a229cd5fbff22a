# mypy: ignore-errors
"""Walks the kiosk from outside and prints what it finds as JSON. Runs with the system's Python and its gi.

First the home page; then the way to track a case is pressed, and the page it leads to is walked.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

SECONDS = 40


def kiosk() -> Atspi.Accessible | None:
    """Return the kiosk on the accessibility bus, None while it is not there."""
    desktop = Atspi.get_desktop(0)
    for n in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(n)
        if program is not None and "stationkiosk" in (program.get_name() or ""):
            return program
    return None


def walk(item: Atspi.Accessible | None, found: list[dict]) -> None:
    """Note role, name, objectName and actions of an item and of all below it that shows."""
    if item is None:
        return
    action = item.get_action_iface()
    names = (
        [Atspi.Action.get_action_name(action, n) for n in range(action.get_n_actions())] if action else []
    )
    name = (item.get_accessible_id() or "").rsplit(".", 1)[-1]
    found.append({"role": item.get_role_name(), "name": item.get_name(), "id": name, "actions": names})
    if name == "track" and "press" in [n.lower() for n in names]:
        walk.press = lambda: action.do_action([n.lower() for n in names].index("press"))
    for n in range(item.get_child_count()):
        walk(item.get_child_at_index(n), found)


def wait_for(look: Callable[[], list[dict] | None]) -> list[dict]:
    """Return what ``look`` finds, when it finds something."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.3)
    sys.exit("waited in vain")


def page(wanted: str) -> list[dict]:
    """Return everything on the bus once ``wanted`` is among it."""

    def look() -> list[dict] | None:
        found = []
        program = kiosk()
        if program is not None:
            program.clear_cache()
            walk(program, found)
        return found if any(item["id"] == wanted for item in found) else None

    return wait_for(look)


home = page("track")
walk.press()
tracking = page("code")
print(json.dumps({"home": home, "track": tracking}))

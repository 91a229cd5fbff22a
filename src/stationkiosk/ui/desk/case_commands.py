"""What the palette offers of the open case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stationkiosk.ui.desk.bridge import Command

if TYPE_CHECKING:
    from stationkiosk.ui.desk.case import CasePage


def commands_of(page: CasePage) -> tuple[Command, ...]:
    """Return what the palette offers of the open case, closed ones last, keys where heard."""
    file = page.file
    if file is None:
        return ()
    speak, say = page.speak, page.say
    offered = [
        Command(
            f"act_{action.id}",
            speak(action.label),
            partial(page.act, matter.n, action.id),
            detail=speak(matter.track),
            keys=action.key if matter.n == page.property("matter") else "",
            icon="right",
            closed=speak(action.closed),
        )
        for matter in file.matters
        for action in matter.actions
    ]
    offered += [
        Command(f"make_{p.id}", say("acting.make", paper=p.label), partial(page.make, p.id), icon="paper")
        for p in file.makes
        if p.closed is None
    ]
    if file.contact_ways:
        offered.append(Command("contact", say("case.contact_add"), page.contact, icon="bell"))
    if file.undoable is not None:
        offered.append(Command("undo", say("case.undo"), page.undo, speak(file.undoable.label), "Ctrl+Z"))
    return tuple(sorted(offered, key=lambda command: bool(command.closed)))

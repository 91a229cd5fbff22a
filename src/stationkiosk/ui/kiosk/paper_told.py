"""What is told of a paper on its way: where it stands, in a title and in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.casework.views import CopyView, PaperIssued, PaperRef
from stationkiosk.domain.copies import MOVING, CopyState, Withdrawn
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.words import Words

REFUSED = ("reprints_used_up", "reprints_off")

TOLD_AS = {
    "printer_missing": "printer_away",
    "printer_read_only": "printer_away",
    "printer_full_folder": "printer_away",
    "printer_swapped": "printer_exchanged",
    "never_spooled": "printer_error",
    "session_ended": "copy_taken_back",
    "elsewhere": "copy_taken_back",
}
"""What only staff can mend, in words for the public."""


GOES_ON = ("door_open", "tray_full")
"""Troubles whose own words say that the printer goes on by itself."""


@dataclass(slots=True)
class OnItsWay:
    """A paper and its latest copy; ``told`` is the family of words it is told in, ``issued`` names it.

    ``later``: nothing is to be printed now. ``waits_for_back``: a new copy waits until this one is
    called back. ``mended``: a trouble of this copy is over. ``works_again``: its printer is ready.
    ``reprints``: it can be printed here another day.
    """

    ref: PaperRef | None = None
    told: str = ""
    issued: PaperIssued | None = None
    copy: CopyView | None = None
    trouble: KnownError | None = None
    later: bool = False
    waits_for_back: bool = False
    mended: bool = False
    slow: bool = False
    works_again: bool = False
    reprints: bool = True

    def begin(self) -> None:
        """A new copy is asked for."""
        self.copy = self.trouble = None
        self.later = self.waits_for_back = self.mended = self.slow = self.works_again = False

    def take(self, copy: CopyView) -> bool:
        """Take what became of the copy, or of the one in a torn one's place; tell whether it is news."""
        before = self.copy
        same = before is not None and before.n == copy.n
        self.mended = same and (self.mended or _healed(before, copy))
        news = copy != before or self.trouble is not None
        self.copy, self.trouble = copy, None
        return news


def _healed(before: CopyView | None, now: CopyView) -> bool:
    return bool(before and before.trouble and before.state in MOVING and not now.trouble)


def stage(paper: OnItsWay) -> str:
    """Return where a paper stands, "" where there is none.

    ``printing``; ``ask``: is it in your hand?; ``taken``; ``trouble``; ``missing``: the person says
    that it is not in their hand; ``later``: not printed now; ``refused``: no more copies today.
    """
    copy = paper.copy
    state = copy.state if copy else None
    if paper.ref is None:
        return ""
    if paper.trouble is not None and paper.trouble.key in REFUSED:
        return "refused"
    if state in (CopyState.IN_HAND, CopyState.SETTLED):
        return "taken" if state is CopyState.IN_HAND else "ask"
    if paper.waits_for_back:
        return "printing"
    if paper.later or (copy and copy.trouble == Withdrawn.LATER):
        return "later"
    return _under_way(paper)


def _under_way(paper: OnItsWay) -> str:
    copy = paper.copy
    if paper.trouble is not None:
        return "trouble"
    if copy is None:
        return "printing"
    if copy.state is CopyState.ABANDONED:
        return "missing"
    if copy.state is CopyState.UNKNOWN:
        return "ask"
    return "printing" if copy.state in MOVING and not copy.trouble else "trouble"


def title(words: Words, paper: OnItsWay) -> str:
    """Return what happened in a line of its own, "" where one sentence tells all."""
    at, copy = stage(paper), paper.copy
    if at in ("trouble", "refused"):
        return words.speak(words.fault(_trouble(paper))[0])
    if at == "ask" and _in_doubt(copy):
        return words.say("your_paper.doubt", "")
    if at == "later":
        return words.say("your_paper.later", "")
    if at == "printing" and copy and copy.replaces:
        return words.speak(words.text("your_paper.torn").put(n=copy.replaces))
    return ""


def said(words: Words, paper: OnItsWay) -> str:
    """Return how it stands with the paper, and what its person can do."""
    at = stage(paper)
    if not at:
        return ""
    if at in ("trouble", "refused"):
        return _of_trouble(words, paper)
    if at == "printing":
        return _of_printing(words, paper)
    if at == "later":
        return _of_later(words, paper)
    if at == "ask" and _in_doubt(paper.copy):
        return words.say("your_paper.doubt_text", "")
    return words.say(f"{paper.told}.{at}", "")


def _in_doubt(copy: CopyView | None) -> bool:
    return copy is not None and copy.state is CopyState.UNKNOWN


def _trouble(paper: OnItsWay) -> KnownError:
    copy = paper.copy
    key = paper.trouble.key if paper.trouble else copy.trouble if copy else ""
    if key in TOLD_AS:
        return KnownError(TOLD_AS[key])
    if paper.trouble is not None:
        return paper.trouble
    taken_back = copy is not None and copy.state is CopyState.CANCELLED
    return KnownError(key or ("copy_taken_back" if taken_back else "printer_error"))


def _of_trouble(words: Words, paper: OnItsWay) -> str:
    _title, what, do = words.fault(_trouble(paper))
    parts = [what, do]
    if paper.copy is not None and paper.copy.state in MOVING:
        if paper.copy.trouble not in GOES_ON:
            parts.append(words.text("your_paper.waits"))
    elif paper.works_again and stage(paper) == "trouble":
        parts.append(words.text("your_paper.works_again"))
    return words.join(*parts)


def _of_printing(words: Words, paper: OnItsWay) -> str:
    copy = paper.copy
    if copy is not None and copy.replaces:
        return words.speak(words.text("your_paper.torn_text").put(n=copy.copy_no))
    states = {CopyState.SPOOLED: "sent", CopyState.PRINTING: "coming"}
    key = states.get(copy.state, "preparing") if copy else "preparing"
    if paper.waits_for_back:
        key = "calling_back"
    elif paper.slow or paper.mended:
        key = "slow" if paper.slow else "mended"
    return words.say(f"your_paper.{key}", "")


def _of_later(words: Words, paper: OnItsWay) -> str:
    parts, copy = [], paper.copy
    if copy is not None and copy.state in MOVING:
        parts.append(words.text("your_paper.later_calling"))
    elif _in_doubt(copy):
        parts.append(words.text("your_paper.later_unsure"))
    where = "later_here" if paper.reprints else "later_counter"
    return words.join(*parts, words.text(f"your_paper.{where}"))

"""The agreement of a mediation at the desk: how it stands, its versions, the text that is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import DraftShown, MediationShown
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.tracks.mediation import MEDIATION
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk import drafting_shown as say_of
from stationkiosk.ui.desk.bridge import SCREENS, Command, DeskBridge, Moved
from stationkiosk.ui.desk.drafting_by_hand import ByHand
from stationkiosk.ui.desk.drafting_record import Record
from stationkiosk.ui.desk.drafting_signing import Signers
from stationkiosk.ui.desk.drafting_slots import Around
from stationkiosk.ui.desk.drafting_terms import Draft
from stationkiosk.ui.desk.drafting_versions import Versions
from stationkiosk.ui.desk.drafting_writing import Writing
from stationkiosk.ui.desk.plans import find
from stationkiosk.ui.desk.shown import grouped

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.case import CasePage
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow

TAB = "agreement"
OPEN = "open"
STANDING = (OPEN, "fixed", "effective")
KEEP_MS = 60_000
"""How long after the last key what was typed is kept by itself: no crash takes more than that."""

OFFERED = ("reopen",)
"""What the tab offers of the matter's actions once the text is fixed."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A change that was seen on the case that shows."""

    case_id: UUID | None
    topic: str = "case"


class Drafting(DeskBridge):
    """Bridge of the tab, and of the sheet over it in ``sheet``.

    What is typed stands in a ``Draft`` a case, which is held until it was kept as a version: no
    conflict, lock, fault or change of language takes it away.
    """

    page = "cases"
    follows_screens = True
    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self.record = Record(asking)
        self.record.setParent(self)
        self.record.told.connect(self._told)
        self._works: dict[tuple[UUID, int], Draft] = {}
        self._fixing = False
        self._wished = False
        self._reading = False
        self._theirs: DraftShown | None = None
        self._shown: DraftShown | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(KEEP_MS)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.keep)
        shell.covered.connect(self.keep)

    def furnish(self, window: DeskWindow) -> None:
        """Take the case page, the clock, the rest days and the pictures from the window."""
        page = window.bridges["case_"]
        self._page: CasePage = page  # type: ignore[assignment]
        self._clock = window.clock
        self._calendar = window.reference.calendar
        self._writing = Writing(self.words, self.asking, window.thumbnails, self.record)
        self._signers = Signers(self.words, self.asking, self.record, self.shell)
        self._by_hand = ByHand(self.words, self.record, self._page)
        self._versions = Versions(self.words, self.record, self._writing.pages)
        for part in (self._writing, self._signers, self._by_hand, self._versions):
            part.setParent(self)
        self._writing.changed.connect(self.changed)
        self._writing.edited.connect(self._rest.start)
        self.record.renewed.connect(self._page.renew)
        self._page.filed.connect(self._look)
        self._page.turned.connect(self._look)
        self._page.wayAsked.connect(self._asked)

    # what Python may do

    def forget(self) -> None:
        """Hold nothing: somebody else sits down, or the window closes; what stands here is kept first."""
        if self.asking.signed_in:
            self.keep()
        self._works.clear()
        self._rest.stop()
        self._fixing, self._wished, self._theirs, self._shown = False, False, None, None
        self._reading = False
        self._writing.forget()
        self._signers.forget()
        self._by_hand.forget()
        self._versions.close()
        self.record.close()

    def moved(self, change: Moved) -> None:
        """A public screen does something else, a signature came, or a version was kept elsewhere."""
        if self.record.at is None or change.case_id not in (None, self.record.at[0]):
            return
        if change.topic == SCREENS:
            self._writing.look_at_screens()
            self._signers.look()
        elif not self.record.busy:
            self.record.read()

    def commands(self) -> tuple[Command, ...]:
        """Offer to write the agreement from anywhere."""
        if not self._may_write():
            return ()
        return (Command("drafting", self.say("drafting.write"), self.write, icon="pen"),)

    @Slot()
    def _look(self) -> None:
        """Read the mediation of the case that shows, where the tab or the sheet is up."""
        file = self._page.file
        at = _mediation(file) if file is not None else None
        if self.record.at is not None and self.record.at != at:
            if self.asking.signed_in:
                self.keep()
            self._writing.take(None)
            self._writing.shut()
            self._signers.forget()
            self._by_hand.forget()
            self._fixing, self._theirs, self._shown = False, None, None
            self.record.close()
        if at is not None and file is not None and self._page.property("tab") == TAB:
            shown = self.record.shown
            if self.record.at is None:
                self.record.open(*at)
            elif shown is not None and shown.case_version != file.version:
                self.moved(_Seen(file.case_id))
        self._signers.take(file)
        self.changed.emit()

    @Slot(str)
    def _asked(self, action_id: str) -> None:
        """Something that is done on this tab was begun elsewhere."""
        if action_id in ("draft", "fix"):
            self._wished = not self._may_write()
            self.write()

    # what the record tells

    @Slot()
    def _told(self) -> None:
        shown, at = self.record.shown, self.record.at
        if shown is not None and at is not None and shown.draft is not None and not self.record.busy:
            self._face(shown, shown.draft, at)
            if self._wished:
                self._wished = False
                self.write()
        self.changed.emit()

    def _face(self, mediation: MediationShown, shown: DraftShown, at: tuple[UUID, int]) -> None:
        """Show a version beside what is written: it never takes the place of what was not kept yet."""
        draft = self._works.get(at)
        if shown.state != OPEN:
            if shown != self._shown:
                self._writing.take(self._made(mediation, shown))
        elif draft is None or not (draft.dirty or draft.version == shown.version):
            self._put(mediation, shown)
        else:
            if self._writing.draft is not draft:
                self._writing.take(draft, shown.findings)
            self._theirs = shown if draft.dirty and draft.version != shown.version else None
        self._shown = shown
        moved = self.record.clashed and not self.record.reading and self._theirs is None
        if draft is not None and draft.dirty and moved:
            self.record.clashed, self.record.trouble = False, None
            self.keep()

    def _put(self, mediation: MediationShown, shown: DraftShown) -> None:
        """Write on a version of the draft from now on."""
        draft = self._made(mediation, shown)
        self._works[(mediation.case_id, mediation.matter_n)] = draft
        self._theirs = None
        self._writing.take(draft, shown.findings)

    def _made(self, mediation: MediationShown, shown: DraftShown) -> Draft:
        sides = tuple((a.name, a.role) for a in mediation.attendants if a.n == a.side_n)
        around = Around(self.words, self._today, self._calendar, sides)
        draft = Draft(around, mediation.clauses, mediation.ready or {})
        draft.take(shown)
        return draft

    def _today(self) -> date:
        return station_day(self._clock.now())

    # the sheet

    @Slot()
    def write(self) -> None:
        """Bring the sheet up; the keys go to the first open blank, or to the search."""
        if self._may_write():
            self._writing.open(-1)
            self._writing.begin()

    @Slot(int)
    def writeAt(self, at: int) -> None:  # noqa: N802
        """Bring the sheet up at a term."""
        if self._may_write():
            self._writing.open(-1)
            self._writing.unfold(at)

    @Slot()
    def leave(self) -> None:
        """Put the sheet away and keep what was typed."""
        self._fixing = False
        self.keep()
        self._writing.shut()
        self.changed.emit()

    # versions

    @Slot()
    def keep(self) -> None:
        """Keep what stands here as a version, where it is another than the last."""
        self._rest.stop()
        draft = self._draft
        if draft is None or not draft.dirty or self._theirs is not None or not self._may_write():
            return
        written, wishes = draft.written, draft.wishes

        def kept(shown: DraftShown) -> None:
            draft.kept(shown, written, wishes)
            if draft.written == written and draft is self._writing.draft:
                self._writing.weigh(shown.findings)

        self.record.do(
            lambda desk, read, key: desk.save_draft_agreement(
                read.case_id,
                read.matter_n,
                written,
                wishes,
                read.case_version,
                read.matter_version,
                key,
            ),
            kept,
            content=("keep", written, wishes),
        )

    @Slot()
    def keepMine(self) -> None:  # noqa: N802
        """Keep what stands here as the version after the one that was kept elsewhere meanwhile."""
        theirs, draft = self._theirs, self._draft
        if theirs is not None and draft is not None:
            self._theirs, draft.version = None, theirs.version
            self.record.hush()
            self.keep()

    @Slot()
    def takeTheirs(self) -> None:  # noqa: N802
        """Take what was kept elsewhere meanwhile in place of what stands here."""
        if self._theirs is not None and self.record.shown is not None:
            self._put(self.record.shown, self._theirs)
            self.record.hush()

    @Slot()
    def again(self) -> None:
        """Try once more what could not be done: keep what was typed, or read it."""
        if self._draft is not None and self._draft.dirty:
            self.keep()
        else:
            self.record.hush()
            self.record.read()

    @Slot()
    def hush(self) -> None:
        """Put away what went wrong."""
        self.record.hush()

    # the text is fixed

    @Slot()
    def askFix(self) -> None:  # noqa: N802
        """Show what is found, and ask whether the text shall be fixed."""
        if self._may_write() and not self._get_no_fix():
            self.keep()
            self._writing.open(-1)
            self._fixing = True
            self.changed.emit()

    @Slot()
    def backFromFix(self) -> None:  # noqa: N802
        """Go on writing."""
        self._fixing = False
        self.changed.emit()

    @Slot(int)
    def mend(self, finding: int) -> None:
        """Go to where a finding is mended."""
        if self._may_write():
            self._fixing = False
            self._writing.mend(finding)
            self.changed.emit()

    @Slot()
    def fix(self) -> None:
        """Fix the text of the version that was kept."""
        draft = self._draft
        if draft is None or not self._fixing or draft.dirty:
            self.keep()
            return
        version = draft.version
        self.record.do(
            lambda desk, read, key: desk.fix_agreement(
                read.case_id, read.matter_n, version, read.case_version, read.matter_version, key
            ),
            lambda _file: self._fixed() if self._draft is draft else None,
            content=("fix", version),
        )

    def _fixed(self) -> None:
        self._fixing = False
        self._writing.shut()
        self.shell.tell(self.words.text("drafting.fixed_told"))

    @Slot()
    def readText(self) -> None:  # noqa: N802
        """Bring up the exact text that is signed."""
        self._reading = self._get_stage() in ("fixed", "effective")
        if self._reading:
            self._writing.read()
        self.changed.emit()

    @Slot()
    def closeText(self) -> None:  # noqa: N802
        """Put the text away."""
        self._reading = False
        self._writing.put_away()
        self.changed.emit()

    @Slot()
    def handOut(self) -> None:  # noqa: N802
        """Print the agreement and the summaries, each that was not printed yet."""
        papers = self._page.property("papers")
        for paper in say_of.papers(self.words, self._page.file):
            if not paper["printed"]:
                papers.print(paper["at"])

    # what QML shows

    @property
    def _draft(self) -> Draft | None:
        return self._works.get(self.record.at) if self.record.at else None

    @property
    def _kept(self) -> DraftShown | None:
        return self.record.shown.draft if self.record.shown else None

    def _may_write(self) -> bool:
        shown = self.record.shown
        return bool(shown and shown.mine and shown.stage == "mediating" and self._draft)

    def _get_stage(self) -> str:
        shown = self.record.shown
        if self.record.at is None:
            return "none"
        if shown is None:
            return "withheld" if self.record.withheld else "fault" if self.record.trouble else "loading"
        if shown.draft is None:
            return "withheld"
        if shown.draft.state == OPEN and shown.stage != "mediating":
            return "still" if shown.mediator else "early"
        return shown.draft.state if shown.draft.state in STANDING else "still"

    def _get_no_fix(self) -> str:
        """Return why the text cannot be fixed yet, "" where it can."""
        if self._draft is None or not self._draft.terms:
            return self.say("drafting.no_terms")
        at, file = self.record.at, self._page.file
        found = find(file, at[1], "fix") if at is not None and file is not None else None
        return self.speak(found[1].closed) if found is not None else ""

    def _get_offers(self) -> list[dict[str, str]]:
        at, file = self.record.at, self._page.file
        found = [find(file, at[1], id) for id in OFFERED] if at is not None and file is not None else []
        return [
            {"id": one[1].id, "label": self.speak(one[1].label), "closed": self.speak(one[1].closed)}
            for one in found
            if one is not None
        ]

    def _get_told(self) -> str:
        draft = self._draft
        return say_of.version(self.words, self._kept, bool(draft and draft.dirty), self.record.busy)

    def _get_title(self) -> str:
        file = self._page.file
        return self.say("drafting.title", number=file.number) if file else ""

    def _get_clash(self) -> str:
        return self.say("drafting.clash", n=self._theirs.version) if self._theirs else ""

    def _get_papers(self) -> list[dict[str, object]]:
        return say_of.papers(self.words, self._page.file)

    sheet = Property(QObject, lambda self: self._writing, constant=True)
    signers = Property(QObject, lambda self: self._signers, constant=True)
    versions = Property(QObject, lambda self: self._versions, constant=True)
    byHand = Property(QObject, lambda self: self._by_hand, constant=True)  # noqa: N815
    stage = Property(str, _get_stage, notify=changed)
    signing = Property(
        bool,
        lambda self: bool(self.record.shown and self.record.shown.stage == "signing"),
        notify=changed,
    )
    reading = Property(bool, lambda self: self._reading, notify=changed)
    fixing = Property(bool, lambda self: self._fixing, notify=changed)
    mayWrite = Property(bool, _may_write, notify=changed)  # noqa: N815
    noFix = Property(str, _get_no_fix, notify=changed)  # noqa: N815
    matter = Property(int, lambda self: self.record.at[1] if self.record.at else 0, notify=changed)
    offers = Property(ROWS, _get_offers, notify=changed)
    busy = Property(bool, lambda self: self.record.busy, notify=changed)
    trouble = Property(str, lambda self: say_of.trouble(self.words, self.record.trouble), notify=changed)
    clash = Property(str, _get_clash, notify=changed)
    title = Property(str, _get_title, notify=changed)
    told = Property(str, _get_told, notify=changed)
    dirty = Property(bool, lambda self: bool(self._draft and self._draft.dirty), notify=changed)
    way = Property(MAP, lambda self: say_of.way(self.words, self.record.shown), notify=changed)
    hash = Property(str, lambda self: self._kept.text_sha256 if self._kept else "", notify=changed)
    hashRead = Property(str, lambda self: grouped(self.hash), notify=changed)  # noqa: N815
    papers = Property(ROWS, _get_papers, notify=changed)


def _mediation(file: CaseFile) -> tuple[UUID, int] | None:
    """Return the case and number of its mediation, the last where there are several."""
    found = [matter.n for matter in file.matters if matter.track == MEDIATION.label]
    return (file.case_id, found[-1]) if found else None

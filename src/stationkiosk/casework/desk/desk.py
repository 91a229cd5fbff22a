"""What a member of staff may ask of the station at a desk: every use case its pages have, in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from stationkiosk.casework import audit, filters, find, likeness, pattern
from stationkiosk.casework import members as staff
from stationkiosk.casework.contacts import Attempted
from stationkiosk.casework.desk import (
    acting,
    casefile,
    colleagues,
    contacting,
    correcting,
    earlier,
    intake,
    looking,
    making,
    opening,
    previewing,
    public,
    taking_back,
)
from stationkiosk.casework.desk.readiness import SelfTesting
from stationkiosk.casework.desk.views import (
    AuditPage,
    CallShown,
    CaseFile,
    Counts,
    Likeness,
    Line,
    ListPage,
    Member,
    MessageShown,
    Pattern,
    SavedFilter,
    Wanted,
)
from stationkiosk.casework.mediating import lending
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.views import Filed, PaperRef, Sight
from stationkiosk.devices.evidence.folder import Found
from stationkiosk.devices.readers import Card
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Application
from stationkiosk.domain.forms import Answer
from stationkiosk.store.changes import Change


class Desk(SelfTesting):
    """The desk of one person who is signed in. Every method blocks: call it off the UI thread.

    Each method checks what its person may do and see; the pages draw what comes back.
    """

    def page(self, wanted: Wanted, after: str = "") -> ListPage:
        """Return a page of the list that is asked for; ``after`` goes on from the page before."""
        return find.page(self._station, self.who, wanted, after)

    def counts(self) -> Counts:
        """Return how many lines each list holds."""
        return find.counts(self._station, self.who)

    def alike(self, case_id: UUID) -> tuple[Likeness, ...]:
        """Return the filings that may be the same as a case, with what is alike in words."""
        return likeness.alike(self._station, self.who, case_id)

    def decide_alike(self, case_id: UUID, other: UUID, same: bool | None, reason: str) -> None:
        """Keep what this person decided about two filings, or take it back. Closed ``reason_missing``, …"""
        likeness.decide_alike(self._station, self.who, case_id, other, same, reason)

    def pattern(self, case_id: UUID) -> Pattern | None:
        """Return what is counted around a case, None where it stands alone."""
        return pattern.pattern(self._station, self.who, case_id)

    def filters(self) -> tuple[SavedFilter, ...]:
        """Return the lists this person kept."""
        return filters.filters(self._station, self.who)

    def save_filter(self, name: str, wanted: Wanted) -> None:
        """Keep a list under a name. Closed ``filter_no_name``, ``filters_too_many``."""
        filters.save_filter(self._station, self.who, name, wanted)

    def drop_filter(self, name: str) -> None:
        """Forget a list that was kept."""
        filters.drop_filter(self._station, self.who, name)

    def open(self, case_id: UUID) -> CaseFile:
        """Return a case as this person may see it. Closed ``no_such_case``, ``case_not_yours``."""
        return casefile.open_case(self._station, self.who, case_id)

    def act(
        self,
        case_id: UUID,
        matter_n: int,
        action: str,
        inputs: Mapping[str, str],
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Do an act through the one door and return the case as it then is.

        Raises Changed where the record moved on since it was read: nothing was done, and what
        was typed is the caller's still; Closed with the reason why it may not be done.
        """
        asked = acting.Asked(case_id, matter_n, action, inputs)
        looked = acting.Looked(case_version, matter_version, client_key)
        return acting.act(self._station, self.who, asked, looked)

    def preview(
        self, case_id: UUID, matter_n: int, action: str, inputs: Mapping[str, str]
    ) -> tuple[bytes, ...]:
        """Return the papers an act would issue, as PDFs with the draft mark; nothing is kept."""
        asked = acting.Asked(case_id, matter_n, action, inputs)
        return previewing.preview(self._station, self.who, asked)

    def undo(self, case_id: UUID, case_version: int | None = None) -> CaseFile:
        """Take back this person's last act on a case; see ``taking_back.undo``."""
        return taking_back.undo(self._station, self.who, case_id, case_version)

    def contact(
        self,
        case_id: UUID,
        party_n: int,
        way: str,
        result: str,
        paper_n: int | None = None,
        day: date | None = None,
    ) -> CaseFile:
        """Note an attempt to reach a party; ``day`` decides for a paper that was served."""
        attempted = Attempted(party_n, way, result, paper_n, day=day)
        return contacting.contact(self._station, self.who, case_id, attempted)

    def make_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> CaseFile:
        """Make a paper that no act issues and return the case as it then is; see ``making.make``."""
        return making.make(self._station, self.who, case_id, kind, inputs)

    def preview_paper(self, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> tuple[bytes, ...]:
        """Return a paper that would be made, as a PDF with the draft mark; nothing is kept."""
        return making.preview(self._station, self.who, case_id, kind, inputs)

    def correct(self, case_id: UUID, field: str, value: str, reason: str, case_version: int) -> CaseFile:
        """Correct a line of the record; see ``correcting.correct``."""
        asked = correcting.Correction(case_id, field, value, reason)
        return correcting.correct(self._station, self.who, asked, case_version)

    def open_reporter(self, case_id: UUID, reason: str) -> tuple[Line, ...]:
        """Return who reported a breach, to an officer with a reason; see ``opening.open_reporter``."""
        return opening.open_reporter(self._station, self.who, case_id, reason)

    def sight(self, case_id: UUID, exhibit_n: int, page: int) -> Sight:
        """Return how a page (from 0) of a piece of evidence looks."""
        return looking.sight(self._station, self.who, case_id, exhibit_n, page)

    def exhibit_bytes(self, case_id: UUID, exhibit_n: int) -> bytes:
        """Return a piece of evidence as it was brought."""
        return looking.exhibit_bytes(self._station, self.who, case_id, exhibit_n)

    def paper(self, ref: PaperRef) -> bytes:
        """Return an issued paper's PDF."""
        return looking.paper(self._station, self.who, ref)

    def file(self, application: Application, client_key: str) -> Filed:
        """File an application for somebody and make its receipt; see ``intake.file``."""
        filed = intake.file(self._station, self.who, application, client_key)
        self._make_now(filed)
        return filed

    def intake(self, taken: intake.Taken, client_key: str) -> Filed:
        """File what was taken down for somebody and make its receipt; see ``intake.intake``."""
        filed = intake.intake(self._station, self.who, taken, client_key)
        self._make_now(filed)
        return filed

    def save_draft(self, draft_id: UUID, body: dict[str, Any], card: Card | None = None) -> None:  # noqa: ARG002
        """Keep an application as it now is, for whoever is signed in to go on with."""
        self._drafts.save(draft_id, body, earlier.draft_key(self.who))

    def own_draft(self) -> tuple[UUID, dict[str, Any]] | None:
        """Open the newest application that this person began and did not file, if there is one."""
        return self._drafts.resume_by_id(earlier.own_key(self._station, self.who))

    def answers_of(self, case_id: UUID) -> dict[str, Answer]:
        """Return what a case says of right, owner and agent, to begin another; see ``earlier``."""
        return earlier.answers_of(self._station, self.who, case_id)

    def lists_on_stick(self) -> tuple[Found, ...]:
        """Return the text files on the sticks that are in."""
        return earlier.lists_on_stick(self._station, self.who)

    def read_list(self, path: Path) -> bytes:
        """Return a text file on a stick, for a list of other sides."""
        return earlier.read_list(self._station, self.who, path)

    def calls(self) -> tuple[CallShown, ...]:
        """Return the calls from kiosks that nobody answered yet, oldest first."""
        return public.calls(self._station, self.who)

    def answer_call(self, n: int) -> None:
        """Answer a call; its kiosk says so within a second. Closed ``call_gone``."""
        public.answer_call(self._station, self.who, n)

    def messages(self) -> tuple[MessageShown, ...]:
        """Return the messages that wait for an answer, the most urgent first."""
        return public.waiting_messages(self._station, self.who)

    def answer_message(self, n: int, answer: str) -> None:
        """Answer a message in words. Closed ``message_gone``, ``answer_empty``, ``message_long``."""
        public.answer_message(self._station, self.who, n, answer)

    def members(self) -> tuple[Member, ...]:
        """Return the station's members: all of them to a security admin, else the colleagues' names."""
        return colleagues.members(self._station, self.who)

    def add_member(self, new: staff.NewMember) -> str:
        """Enter a member and return the password they begin with; see ``members.add_member``."""
        return staff.add_member(self._station, self.who, new)

    def set_roles(self, login: str, roles: Collection[Role]) -> None:
        """Give a member other posts; see ``members.set_roles``."""
        staff.set_roles(self._station, self.who, login, roles)

    def set_active(self, login: str, active: bool) -> None:
        """Close a member's account, or open it again; see ``members.set_active``."""
        staff.set_active(self._station, self.who, login, active)

    def reset_password(self, login: str) -> str:
        """Give a member a new password and return it; see ``members.reset_password``."""
        return staff.reset_password(self._station, self.who, login)

    def unlock_member(self, login: str) -> None:
        """Forget the wrong passwords tried with a member's name; see ``members.unlock_member``."""
        staff.unlock_member(self._station, self.who, login)

    def change_password(self, old: str, new: str) -> SignedIn:
        """Set one's own password; see ``members.change_password``."""
        self.who = staff.change_password(self._station, self.who, old, new)
        return self.who

    def audit(
        self, since: date | None = None, until: date | None = None, who: str = "", after: str = ""
    ) -> AuditPage:
        """Return a page of what staff did, to an auditor; see ``audit.audit``."""
        return audit.audit(self._station, self.who, audit.Asked(since, until, who), after)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``callback`` for each change of the store, on a thread of the feed; return how to stop."""
        return self._station.feed.subscribe(callback)

    def leave(self) -> None:
        """Forget what is held for this person, and give back their public screens: they leave the desk."""
        self.forget_drafts()
        lending.let_go(self._station, self.who)

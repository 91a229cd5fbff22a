"""A made-up desk that mediates: it answers as the desk does, and keeps what it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from stationkiosk.casework.desk.views import (
    CaseFile,
    Choice,
    InputAsked,
    Line,
    MatterShown,
    NextAction,
    PaperShown,
)
from stationkiosk.casework.mediating.shown import (
    Booked,
    DraftShown,
    MediationShown,
    Said,
    Screening,
    ScreenShown,
    TalkShown,
    TermsWritten,
)
from stationkiosk.casework.views import CopyState, CopyView, PaperRef
from stationkiosk.domain.confirmability import Finding
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.text import Text
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.agreement_samples import pages_of
from tests.ui.desk.case_samples import CASE, NOW
from tests.ui.desk.sample_desk import SampleDesk


def asked(id: str, kind: str, zh: str, en: str, required: bool = True) -> InputAsked:
    """Return an input of a made-up action."""
    return InputAsked(id, kind, Text(zh, en), required)


def chosen(id: str, zh: str, en: str, *choices: tuple[str, str, str]) -> InputAsked:
    """Return an input of a made-up action that takes one of several."""
    return InputAsked(
        id, "choice", Text(zh, en), True, choices=tuple(Choice(c, Text(z, e)) for c, z, e in choices)
    )


TO_SIGN = PaperShown(
    PaperRef(CASE, 90),
    "agreement_to_sign",
    Text("调解协议书（打印签名用）", "Agreement, to be signed by hand"),
    "样 2026-1",
    NOW,
    "zh",
)
REASON = asked("reason", "text", "理由", "Reason")
SESSION = asked("session", "number", "哪一次", "Which session")
ROOM = asked("room", "text", "调解室", "Room")
PRESENT = asked("present", "parties", "到场的人", "Who came")
CHECKED = asked("checked", "parties", "核对过身份的人", "Whose identity was checked")
DUTY = asked("duty", "number", "哪一项", "Which duty")
EXHIBIT = asked("exhibit", "number", "凭证", "Proof", required=False)
NOTE = asked("note", "text", "说明", "Note", required=False)
OUTCOME = chosen(
    "outcome", "结果", "How it ended", ("go_on", "继续谈", "Goes on"), ("agreed", "谈成了", "Agreed")
)
INPUTS: dict[str, tuple[InputAsked, ...]] = {
    "appoint": (
        chosen("way", "方式", "Way", ("administrative", "行政调解", "Administrative")),
        asked("mediator", "staff", "调解员", "Mediator"),
        asked("disclosed", "text", "利害关系", "Conflicts"),
    ),
    "ask_recusal": (asked("party", "party", "谁要求", "Who asks"), REASON),
    "grant_recusal": (asked("mediator", "staff", "换成谁", "Another mediator"), REASON),
    "refuse_recusal": (REASON,),
    "inform": (asked("party", "party", "告知谁", "Whom"), asked("told_way", "text", "怎样告知", "How")),
    "plan_session": (
        asked("private", "party", "只和谁谈", "With whom alone", required=False),
        ROOM,
        asked("starts", "moment", "什么时候开始", "From when"),
        asked("minutes", "number", "多少分钟", "How many minutes"),
    ),
    "move_session": (SESSION, asked("starts", "moment", "改到什么时候", "To when"), ROOM, REASON),
    "open_session": (SESSION, PRESENT, CHECKED),
    "close_session": (SESSION, OUTCOME),
    "undisputed": (asked("facts", "text", "无争议的事实", "Undisputed facts"),),
    "record": (SESSION,),
    "extend": (asked("until", "day", "到哪一天", "Until"),),
    "suspend": (REASON,),
    "resume": (),
    "reopen": (REASON,),
    "end": (REASON,),
    "duty_done": (
        DUTY,
        asked("day", "day", "哪一天", "On which day"),
        asked("note", "text", "凭据", "Proof"),
    ),
    "duty_broken": (DUTY, REASON),
    "follow_up": (asked("text", "text", "回访情况", "What was found"),),
    "finish": (),
}
LABELS = {
    "appoint": Text("确定调解员", "Appoint a mediator"),
    "ask_recusal": Text("记下：要求回避", "Note: a recusal is asked for"),
    "grant_recusal": Text("同意回避，换人", "Grant the recusal"),
    "refuse_recusal": Text("不同意回避", "Refuse the recusal"),
    "inform": Text("告知权利义务", "Tell rights and duties"),
    "plan_session": Text("安排一次调解", "Plan a session"),
    "move_session": Text("改时间或房间", "Move a session"),
    "open_session": Text("开始这次调解", "Open the session"),
    "close_session": Text("结束这次调解", "Close the session"),
    "undisputed": Text("记下无争议的事实", "Set down undisputed facts"),
    "record": Text("出调解笔录", "Make the record"),
    "extend": Text("延长", "Extend"),
    "suspend": Text("中止调解", "Suspend"),
    "resume": Text("恢复调解", "Resume"),
    "reopen": Text("退回修改", "Open the text again"),
    "end": Text("终止调解", "End the mediation"),
    "duty_done": Text("记下：做到了", "Tick off a duty"),
    "duty_broken": Text("记下：没有做到", "Note a breach"),
    "follow_up": Text("回访", "Follow up"),
    "finish": Text("履行完毕", "All is done"),
}
MAY: dict[str, tuple[str, ...]] = {
    "applied": (),
    "consented": ("appoint",),
    "mediating": (
        *("open_session", "plan_session", "close_session", "move_session", "inform", "undisputed"),
        *("record", "ask_recusal", "extend", "suspend", "end"),
    ),
    "recusal": ("grant_recusal", "refuse_recusal"),
    "suspended": ("resume", "end"),
    "signing": ("reopen", "inform"),
    "agreed": ("duty_done", "duty_broken", "follow_up", "finish"),
}
STATES = {
    "mediating": Text("正在调解", "Being mediated"),
    "recusal": Text("有人要求调解员回避", "A recusal is asked for"),
    "suspended": Text("中止", "Suspended"),
    "signing": Text("等签字", "To be signed"),
    "agreed": Text("已达成协议", "Agreed"),
    "performed": Text("履行完毕", "Performed"),
    "ended": Text("调解结束，没有达成协议", "Ended without an agreement"),
}


@dataclass
class MediatingDesk(SampleDesk):
    """A sample desk with a mediation. ``shown`` is how it stands, ``bookings`` the rooms of every day.

    What it is told is kept: a talk is there the next time, a screen shows what it was given.
    """

    shown: MediationShown = samples.LIVE
    bookings: tuple[Booked, ...] = samples.BOOKED
    public: list[ScreenShown] = field(default_factory=lambda: [samples.SCREEN])

    def open(self, case_id: UUID) -> CaseFile:
        """Return the case with its mediation where ``shown`` has it."""
        return self._dressed(super().open(case_id))

    def mediation(self, case_id: UUID, matter_n: int) -> MediationShown:
        """Return how the mediation stands."""
        self._called("mediation", case_id, matter_n)
        version = self.file.version
        return replace(
            self.shown,
            case_id=case_id,
            matter_n=matter_n,
            case_version=version,
            matter_version=self.file.matters[0].version,
        )

    def booked(self, day: date) -> tuple[Booked, ...]:
        """Return the rooms that are taken on a day."""
        self._called("booked", day)
        return tuple(one for one in self.bookings if one.starts_at.date() == day)

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
        """Take any act of the mediation; the record moves on by one."""
        given = (case_id, matter_n, action, dict(inputs), case_version, matter_version, client_key)
        self._called("act", *given)
        return self._moved(case_version)

    def talk(
        self,
        case_id: UUID,
        matter_n: int,
        said: Said,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Keep a note or an offer."""
        self._called("talk", case_id, matter_n, said, case_version, matter_version, client_key)
        talks = self.shown.talks
        if talks is None:
            raise Closed("not_the_mediator")
        n = max((one.n for one in talks), default=0) + 1
        offer = max((one.offer for one in talks), default=0) + 1 if said.offer else 0
        new = TalkShown(
            n,
            said.session_n,
            offer,
            said.side_n,
            said.text,
            said.amount,
            said.reader,
            "",
            self.shown.mediator,
            NOW,
        )
        file = self._moved(case_version)
        self.shown = replace(self.shown, talks=(*talks, new))
        return file

    def answer_offer(
        self,
        case_id: UUID,
        matter_n: int,
        talk_n: int,
        answer: str,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Keep what became of an offer."""
        self._called(
            "answer_offer", case_id, matter_n, talk_n, answer, case_version, matter_version, client_key
        )
        file = self._moved(case_version)
        talks = self.shown.talks or ()
        self.shown = replace(
            self.shown, talks=tuple(replace(t, answer=answer) if t.n == talk_n else t for t in talks)
        )
        return file

    def save_draft_agreement(
        self,
        case_id: UUID,
        matter_n: int,
        terms: TermsWritten,
        wishes_confirmation: bool,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> DraftShown:
        """Keep the terms as a further version."""
        versions = (case_version, matter_version, client_key)
        self._called("save_draft_agreement", case_id, matter_n, terms, wishes_confirmation, *versions)
        self._moved(case_version)
        before = self.shown.draft or samples.NO_DRAFT
        made = samples.terms_of(terms, before.terms)
        kept = {term.clause.id for term in made}
        draft = replace(
            before,
            version=before.version + 1,
            terms=made,
            gone=tuple(term.reads for term in before.terms if term.clause.id not in kept),
            findings=samples.found_in(made),
            wishes_confirmation=wishes_confirmation,
            versions=(*before.versions, NOW),
            numbers=(*before.numbers, before.version + 1),
            signers=samples.SIGNERS,
        )
        self.shown = replace(self.shown, draft=draft)
        return draft

    def agreement_pages(
        self, case_id: UUID, matter_n: int, terms: TermsWritten, wishes_confirmation: bool
    ) -> bytes:
        """Return made-up pages that say what the terms say."""
        self._called("agreement_pages", case_id, matter_n, terms, wishes_confirmation)
        return pages_of(terms, wishes_confirmation)

    def weigh_agreement(
        self, case_id: UUID, matter_n: int, terms: TermsWritten, wishes_confirmation: bool
    ) -> tuple[Finding, ...]:
        """Return a made-up finding for each term with an empty blank."""
        self._called("weigh_agreement", case_id, matter_n, terms, wishes_confirmation)
        return samples.found_in(samples.terms_of(terms))

    def fix_agreement(
        self,
        case_id: UUID,
        matter_n: int,
        version: int,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Fix the text; the matter waits for signatures."""
        self._called("fix_agreement", case_id, matter_n, version, case_version, matter_version, client_key)
        draft = self.shown.draft
        if draft is None or draft.findings:
            raise Closed("agreement_not_whole")
        fixed = replace(draft, state="fixed", text_sha256=samples.SHA256)
        self.shown = replace(self.shown, stage="signing", draft=fixed)
        return self._moved(case_version)

    def begin_scan(self) -> None:
        """From now on what the scanner writes is this person's."""
        self._called("begin_scan")

    def take_scan(self, case_id: UUID, party_n: int, case_version: int) -> CaseFile:
        """Take a scan in."""
        self._called("take_scan", case_id, party_n, case_version)
        return self._moved(case_version)

    def text_to_sign(self, case_id: UUID, matter_n: int) -> bytes:
        """Return made-up pages of the text that is fixed."""
        self._called("text_to_sign", case_id, matter_n)
        return pages_of(samples.WHOLE, True)

    def version_pages(self, case_id: UUID, matter_n: int, version: int) -> bytes:
        """Return made-up pages of an earlier version."""
        self._called("version_pages", case_id, matter_n, version)
        return pages_of(samples.WHOLE, True)

    def print_to_sign(self, case_id: UUID, matter_n: int, reason: str) -> CopyView:
        """Print them; the paper lies in the case from the first time on."""
        self._called("print_to_sign", case_id, matter_n, reason)
        kept = [paper for paper in self.file.papers if paper.kind == TO_SIGN.kind]
        self.file = replace(self.file, papers=(*self.file.papers, *([] if kept else [TO_SIGN])))
        return CopyView(TO_SIGN.ref, 1, CopyState.SPOOLED, "sample")

    def screens(self) -> tuple[ScreenShown, ...]:
        """Return the public screens."""
        self._called("screens")
        return tuple(self.public)

    def show(self, device: str, case_id: UUID, pdf: bytes, told: tuple[Line, ...]) -> None:
        """Put pages on a public screen."""
        self._called("show", device, case_id, pdf, told)
        self._turn(device, Screening.SHOWS, case_id)

    def blank(self, device: str) -> None:
        """Blank a public screen."""
        self._called("blank", device)
        self._turn(device, Screening.BLANK, self.shown.case_id)

    def take_back(self, device: str) -> None:
        """Give a public screen back."""
        self._called("take_back", device)
        self._turn(device, Screening.FREE, None)

    def ask_signature(self, device: str, case_id: UUID, matter_n: int, party_n: int) -> None:
        """Hand a public screen to a signer."""
        self._called("ask_signature", device, case_id, matter_n, party_n)
        name = next(one.name for one in self.shown.attendants if one.n == party_n)
        self._turn(device, Screening.SIGNS, case_id, name)

    def _turn(self, device: str, state: Screening, case_id: UUID | None, signer: str = "") -> None:
        busy = (Screening.BUSY, Screening.AWAY)
        held = next(screen for screen in self.public if screen.device == device)
        if held.state in busy:
            raise Closed(f"screen_{held.state}")
        by = self.shown.mediator if case_id else ""
        turned = ScreenShown(device, state, case_id, signer, NOW if case_id else None, by)
        self.public = [turned if screen is held else screen for screen in self.public]

    def _moved(self, case_version: int) -> CaseFile:
        """Move the record on by one, unless it moved on before."""
        if case_version != self.file.version:
            raise Changed("case", case_version, self.file.version)
        matter = replace(self.file.matters[0], version=self.file.matters[0].version + 1)
        self.file = replace(
            self.file, version=self.file.version + 1, matters=(matter, *self.file.matters[1:])
        )
        return self._dressed(self.file)

    def _dressed(self, file: CaseFile) -> CaseFile:
        first: MatterShown = file.matters[0]
        stage = self.shown.stage
        actions = tuple(
            NextAction(first.n, id, LABELS[id], None, INPUTS[id], None) for id in MAY.get(stage, ())
        )
        over = stage in ("performed", "ended")
        state = STATES.get(stage, first.state)
        told = replace(first, state=state, stage=stage, actions=actions)
        matter = replace(told, ended=over, owner=self.shown.mediator)
        papers = tuple(p for p in file.papers if p not in samples.PAPERS)
        return replace(file, matters=(matter, *file.matters[1:]), papers=(*papers, *samples.PAPERS))

"""What sets a period going, what makes it stand still, and who may lengthen it."""

from __future__ import annotations

from enum import StrEnum

from stationkiosk.domain.text import Text


class Event(StrEnum):
    """What a period is counted from."""

    APPLICATION = "application"
    RECEIPT = "receipt"
    ACCEPTANCE = "acceptance"
    DISCOVERY = "discovery"
    FILING = "filing"
    DECISION = "decision"
    LAST_SIGNATURE = "last_signature"
    SERVICE = "service"
    NOTICE = "notice"
    MEDIATOR_CHOSEN = "mediator_chosen"
    MEDIATOR_ASSIGNED = "mediator_assigned"
    MEDIATOR_ACCEPTED = "mediator_accepted"
    PERFORMANCE_DUE = "performance_due"
    KNOWLEDGE = "knowledge"
    PUBLICATION = "publication"
    PRESERVATION = "preservation"
    SEIZURE = "seizure"
    DEMAND = "demand"
    SUIT_PERIOD_END = "suit_period_end"
    ACT_END = "act_end"
    HEARING_DAY = "hearing_day"
    SUIT = "suit"
    COLLECTION = "collection"
    IN_FORCE = "in_force"
    PUBLISHED = "published"
    OBSTACLE_GONE = "obstacle_gone"
    REQUEST = "request"


class PauseReason(StrEnum):
    """Why days are not counted."""

    TESTING = "testing"
    IDENTIFICATION = "identification"
    RECUSAL = "recusal"
    HEARING = "hearing"
    PUBLICATION = "publication"
    SUSPENSION = "suspension"
    MEDIATION = "mediation"
    REVIEW_OR_SUIT = "review_or_suit"
    IDENTITY = "identity"

    @property
    def text(self) -> Text:
        """Return the reason as said in a trace."""
        return _PAUSES[self]


class Approver(StrEnum):
    """Who may lengthen a period."""

    HEAD = "head"
    GROUP = "group"
    PARTIES = "parties"
    COURT_HEAD = "court_head"
    COURT = "court"

    @property
    def text(self) -> Text:
        """Return the approver as said in a trace."""
        return _APPROVERS[self]


_PAUSES = {
    PauseReason.TESTING: Text("检验、检测、鉴定", "testing"),
    PauseReason.IDENTIFICATION: Text("权利人辨认或者鉴别", "identification by the right holder"),
    PauseReason.RECUSAL: Text("回避", "a question of recusal"),
    PauseReason.HEARING: Text("听证", "a hearing"),
    PauseReason.PUBLICATION: Text("公告", "notice by publication"),
    PauseReason.SUSPENSION: Text("中止", "suspension"),
    PauseReason.MEDIATION: Text("双方同意延长调解", "mediation prolonged by both sides"),
    PauseReason.IDENTITY: Text("补身份证明", "proof of identity"),
    PauseReason.REVIEW_OR_SUIT: Text("行政复议或者行政诉讼", "review or lawsuit"),
}
_APPROVERS = {
    Approver.HEAD: Text("机关负责人", "the head of the agency"),
    Approver.GROUP: Text("负责人集体讨论", "the heads in joint discussion"),
    Approver.PARTIES: Text("各方当事人", "all parties"),
    Approver.COURT_HEAD: Text("法院院长", "the president of the court"),
    Approver.COURT: Text("法院", "the court"),
}

"""Rows of a mediation from the draft of an agreement to its last duty.

ML 28-33: what an agreement says, who signs it, when it binds. A text that is fixed cannot change:
it is opened again as another version, and signed anew.
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.needs import REASON, Must, Need, NeedKind
from stationkiosk.domain.tracks.track import STAYS, Action

_STAFF = frozenset({Role.CLERK, Role.MEDIATOR})
_MEDIATOR = frozenset({Role.MEDIATOR})
_SIDES = frozenset({Role.APPLICANT, Role.RESPONDENT})
_SIGNING = frozenset({"signing"})
_AGREED = frozenset({"agreed"})

_HASH = Need("text_sha256", NeedKind.HASH, Text("文本的校验值", "Hash of the text"))
_VERSION = Need("version", NeedKind.NUMBER, Text("第几稿", "Which version"))
_STROKES = Need("strokes", NeedKind.STROKES, Text("签名", "Signature"), required=False)
_DUTY = Need("duty", NeedKind.NUMBER, Text("哪一项", "Which duty"))

LAST_SIGNATURE = "last_signature"
"""Circumstance: one signature is missing, so that the next one puts the agreement into effect."""

NO_OPEN_DUTY = "no_open_duty"
"""Circumstance: every duty was done, or is known to be broken."""

_IN_EFFECT = ((LAST_SIGNATURE, "agreed"),)
_BEGINS = ((LAST_SIGNATURE, "confirmation.apply"),)
_ISSUES = ((LAST_SIGNATURE, "agreement"), (LAST_SIGNATURE, "mediation_summary"))
_OVER = ((LAST_SIGNATURE, "mediation.mediate"), (LAST_SIGNATURE, "mediation.before_suit"))

SETTLING = (
    Action(
        id="draft",
        label=Text("写协议草稿", "Write the draft agreement"),
        roles=_MEDIATOR,
        from_states=frozenset({"mediating"}),
        to_state=STAYS,
        article="mediation.agreement",
        needs=(Need("sealed", NeedKind.SEALED, Text("条款", "The terms")),),
        enters=True,
    ),
    Action(
        id="fix",
        label=Text("定稿，准备签名", "Fix the text for signing"),
        roles=_MEDIATOR,
        from_states=frozenset({"mediating"}),
        to_state="signing",
        article="mediation.agreement",
        needs=(_VERSION, _HASH, Need("sealed", NeedKind.SEALED, Text("文本", "The text"))),
        enters=True,
    ),
    Action(
        id="reopen",
        label=Text("改文本，重新签名", "Change the text and sign anew"),
        roles=_MEDIATOR,
        from_states=_SIGNING,
        to_state="mediating",
        article="mediation.agreement",
        needs=(REASON,),
        enters=True,
    ),
    Action(
        id="sign",
        label=Text("当事人签名", "A party signs"),
        roles=_STAFF | _SIDES,
        from_states=_SIGNING,
        to_state=STAYS,
        to_state_if=_IN_EFFECT,
        article="mediation.agreement",
        needs=(
            Need("party", NeedKind.PARTY, Text("谁签", "Who signs")),
            _HASH,
            Need("way", NeedKind.CHOICE, Text("怎样签", "How"), options="mediation.signing"),
            _STROKES,
            Need("witness", NeedKind.TEXT, Text("见证人", "The witness"), required=False),
            Need("exhibit", NeedKind.NUMBER, Text("签好的纸的扫描件", "Scan of the paper"), required=False),
        ),
        starts_if=_BEGINS,
        stops_if=_OVER,
        papers_if=_ISSUES,
        enters=True,
    ),
    Action(
        id="sign_mediator",
        label=Text("调解员签名", "The mediator signs"),
        roles=_MEDIATOR,
        from_states=_SIGNING,
        to_state=STAYS,
        to_state_if=_IN_EFFECT,
        article="mediation.agreement",
        needs=(_HASH, _STROKES),
        starts_if=_BEGINS,
        stops_if=_OVER,
        papers_if=_ISSUES,
        enters=True,
    ),
    Action(
        id="seal_agreement",
        label=Text("盖章", "Put the seal on it"),
        roles=_STAFF,
        from_states=_SIGNING,
        to_state=STAYS,
        to_state_if=_IN_EFFECT,
        article="mediation.agreement",
        needs=(_HASH,),
        starts_if=_BEGINS,
        stops_if=_OVER,
        papers_if=_ISSUES,
        enters=True,
    ),
    Action(
        id="duty_done",
        label=Text("记下：已履行", "Note: it was done"),
        roles=_STAFF,
        from_states=_AGREED,
        to_state=STAYS,
        article="mediation.binding",
        needs=(
            _DUTY,
            Need("day", NeedKind.DAY, Text("哪天履行的", "Done on"), must=Must.PAST),
            Need("exhibit", NeedKind.NUMBER, Text("凭证", "Proof of it"), required=False),
            Need("note", NeedKind.TEXT, Text("说明", "Note"), required=False),
        ),
        enters=True,
    ),
    Action(
        id="duty_broken",
        label=Text("记下：没有履行", "Note: it was not done"),
        roles=_STAFF,
        from_states=_AGREED,
        to_state=STAYS,
        article="mediation.binding",
        needs=(_DUTY, REASON),
        enters=True,
    ),
    Action(
        id="follow_up",
        label=Text("回访履行情况", "Ask how it is going"),
        roles=_STAFF,
        from_states=_AGREED,
        to_state=STAYS,
        article="mediation.binding",
        needs=(Need("text", NeedKind.TEXT, Text("回访情况", "What was found")),),
        papers=("follow_up_record",),
    ),
    Action(
        id="finish",
        label=Text("履行完毕，结案", "All done: close the matter"),
        roles=_STAFF,
        from_states=_AGREED,
        to_state="performed",
        article="mediation.binding",
        stops=("confirmation.apply", "mediation.perform"),
        only=NO_OPEN_DUTY,
    ),
)
"""What makes the agreement, puts it into effect and sees it carried out."""

"""Made-up people who file made-up disputes, page by page."""

from __future__ import annotations

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import Exhibit, Signature, SignatureKind
from stationkiosk.journeys.walk import Walk
from stationkiosk.reference.load import Reference, load
from stationkiosk.reference.paths import resources
from tests.domain.fakes import NOON

REFERENCE: Reference = load(resources())
TRADEMARK = REFERENCE.forms["trademark"]

PERSON: dict[str, dict[str, Raw]] = {
    "about": {"about": "trademark"},
    "who": {
        "applicant_kind": "person",
        "acting": "self",
        "applicant_name": "陈样本",
        "applicant_id": "11010519491231002x",
        "applicant_phone": "138 0013 8000",
        "applicant_address": "",
    },
    "right": {
        "trademark_number": "第3333018号",
        "mark_name": "山城样本",
        "goods": "火锅底料，第30类",
        "standing": "owner",
        "expires": "2031年1月20日",
    },
    "respondent": {"respondent_name": None, "respondent_place": "样本路 1 号", "respondent_phone": ""},
    "acts": {"acts": ("same_mark", "signboard"), "since": "2026-3", "ongoing": "yes", "story": ""},
    "wishes": {"claims": ("stop", "damages"), "amount": "5万"},
}
"""A person for themselves, page by page as typed."""

AGENT: dict[str, dict[str, Raw]] = PERSON | {
    "who": {
        "applicant_kind": "organisation",
        "acting": "agent",
        "organisation_name": "重庆样本食品有限公司",
        "credit_code": "91330100799655058b",
        "representative": "样本一",
    },
    "agent": {
        "agent_name": "样本二",
        "agent_paper": "none",
        "agent_phone": "023-67570000",
        "authority": "special",
    },
    "wishes": {"claims": ("apology",)},
}
"""A company by its agent."""

EXHIBIT = Exhibit(
    name="店招.jpg", media_type="image/jpeg", size=1, sha256="a" * 64, sm3="b" * 64, source="usb",
    device="A", received_at=NOON,
)  # fmt: skip

SIGNED = Signature(SignatureKind.STROKES, "陈样本", "c" * 64, (((1, 2, 0), (3, 4, 9)),))


def to_check(walk: Walk, typed: dict[str, dict[str, Raw]]) -> list[str]:
    """Walk to the check page and return the pages on the way."""
    seen = []
    while walk.page.kind != "check":
        page = walk.page
        seen.append(page.id)
        if page.kind == "proof":
            walk.keep(EXHIBIT)
            problems = walk.accept_proof(later=False)
        elif page.kind == "routes":
            problems = walk.accept_routes(("mediation",), {"tell_other_side": True, "e_service": False})
        else:
            problems = walk.accept(typed[page.id])
        assert problems == ()
        assert walk.page is not page
    return seen

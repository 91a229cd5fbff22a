"""A made-up desk that takes an application down: the kiosk's fake, and what a desk has besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from stationkiosk.devices.evidence.folder import Found
from stationkiosk.domain.forms import Answer
from tests.ui.fakes import FakeCounter

EARLIER: dict[str, Answer] = {
    "applicant_kind": "organisation",
    "acting": "agent",
    "organisation_name": "重庆样本食品有限公司",
    "credit_code": "91330100799655058B",
    "representative": "样本一",
    "agent_name": "样本二",
    "agent_paper": "none",
    "agent_phone": "+862367570000",
    "authority": "special",
    "trademark_number": "3333018",
    "mark_name": "山城样本",
    "goods": "火锅底料，第30类",
    "standing": "owner",
}
LIST = "店名,地址,电话\n甲店（样本）,样本路 1 号,\n,,12\n"


@dataclass
class FakeTaking(FakeCounter):
    """Keeps the draft of one member of staff."""

    draft: tuple[UUID, dict[str, Any]] | None = None
    copied: list[UUID] = field(default_factory=list)

    def save_draft(self, id: UUID, body: dict[str, Any], card: object | None = None) -> None:
        super().save_draft(id, body, card)
        self.draft = (id, body)

    def discard_draft(self, id: UUID) -> None:
        super().discard_draft(id)
        self.draft = None

    def own_draft(self) -> tuple[UUID, dict[str, Any]] | None:
        return self.draft

    def answers_of(self, case_id: UUID) -> dict[str, Answer]:
        self.copied.append(case_id)
        return EARLIER

    def lists_on_stick(self) -> tuple[Found, ...]:
        file = self.found_files("usb").files[0]
        return (Found(Path("/stick/名单.csv"), "名单.csv", "", 80, file.modified),)

    def read_list(self, path: Path) -> bytes:
        assert path.name == "名单.csv"
        return LIST.encode("gb18030")

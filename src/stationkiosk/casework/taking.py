"""What a window needs of casework to take a filing down: the same for the kiosk and for the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from stationkiosk.casework.views import DraftOpened, EvidenceTerms, Filed
from stationkiosk.devices.evidence.folder import Listing
from stationkiosk.devices.readers import Card
from stationkiosk.domain.application import Application, Exhibit
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.store.progress import silent


class Taking(Protocol):
    """Drafts, evidence, cards and the one press that files; ``casework.counter`` says what each does.

    At the desk the member of staff who is signed in is the actor, and a draft is theirs: it is
    found again by who they are and not by a code.
    """

    def open_draft(self, journey: str) -> DraftOpened:
        """Begin an application."""

    def save_draft(self, draft_id: UUID, body: dict[str, Any], card: Card | None = None) -> None:
        """Keep an application as it now is."""

    def discard_draft(self, draft_id: UUID) -> None:
        """Drop an application that was begun, with its evidence."""

    def seal(self, field: str, text: str, reader: str = MEDIATOR) -> bytes:
        """Encipher a sealed answer to the key of ``reader``."""

    def evidence_terms(self) -> EvidenceTerms:
        """Return where evidence may come from here and how much is taken."""

    def found_files(self, source: str) -> Listing:
        """Return the files that could be kept as evidence."""

    def begin_scan(self) -> None:
        """From now on what the office scanner writes belongs to this application."""

    def keep_evidence(
        self,
        draft_id: UUID,
        path: Path,
        source: str,
        purpose: str = "",
        progress: Callable[[int, int], None] = silent,
    ) -> Exhibit:
        """Examine and keep a file under a draft."""

    def drop_evidence(self, draft_id: UUID, sha256: str) -> None:
        """Take a kept file out of a draft again."""

    def thumbnail(self, draft_id: UUID, sha256: str) -> bytes | None:
        """Return the small picture (PNG) of a kept file, if it has one."""

    def read_card(self, *, asked: bool = False) -> Card | None:
        """Return the ID card laid on the reader, or None."""

    def card_trouble(self) -> str:
        """Return the key of what keeps the reader from reading, "" while nothing does."""

    def file(self, application: Application, client_key: str) -> Filed:
        """File the dispute for good and make its receipt, once however often it is asked."""

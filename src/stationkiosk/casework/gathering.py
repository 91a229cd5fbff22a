"""What an application is gathered from at any window: its draft, its evidence, an ID card laid on.

A kiosk and a desk hold the same: the keys of open drafts and the small pictures of their evidence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from stationkiosk.casework import evidence, papers
from stationkiosk.casework.drafts import Drafts
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import DraftOpened, EvidenceTerms, Filed, Sight
from stationkiosk.devices.evidence.folder import Listing
from stationkiosk.devices.readers import Card
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.ledger.seal import seal_text
from stationkiosk.store.evidence import drop
from stationkiosk.store.progress import silent

log = structlog.get_logger()


class Gathering:
    """Drafts and evidence of one window. Every method blocks: call it off the UI thread."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._drafts = Drafts(station)
        self._thumbnails: dict[tuple[UUID, str], bytes] = {}

    def forget_drafts(self) -> None:
        """Forget the keys and small pictures of every draft; what is saved stays saved."""
        self._drafts.forget_keys()
        self._station.reader.forget()
        self._thumbnails.clear()
        if self._station.scanner is not None:
            self._station.scanner.forget()

    def open_draft(self, journey: str) -> DraftOpened:
        """Begin an application; the code in the answer opens it again."""
        return self._drafts.open(journey)

    def save_draft(self, draft_id: UUID, body: dict[str, Any], card: Card | None = None) -> None:
        """Keep an application as it now is."""
        self._drafts.save(draft_id, body, card.id_number if card else "")

    def resume_by_code(self, typed: str) -> tuple[UUID, dict[str, Any]]:
        """Open the application a code was shown for."""
        return self._drafts.resume_by_code(typed)

    def resume_by_card(self, card: Card) -> tuple[UUID, dict[str, Any]] | None:
        """Open the newest application this card was laid on for, if any."""
        return self._drafts.resume_by_id(card.id_number)

    def discard_draft(self, draft_id: UUID) -> None:
        """Drop an application that was begun, with its evidence."""
        self._drafts.discard(draft_id)

    def seal(self, field: str, text: str, reader: str = MEDIATOR) -> bytes:
        """Encipher a sealed answer to the key of ``reader``; a kiosk cannot open it again.

        KnownError ``officer_key_missing`` where the station has no key for the officers yet.
        """
        return seal_text(self._station.keys.public_of(reader), text, field.encode())

    def evidence_terms(self) -> EvidenceTerms:
        """Return where evidence may come from here and how much is taken."""
        return evidence.evidence_terms(self._station)

    def found_files(self, source: str = evidence.USB) -> Listing:
        """Return the files that could be kept as evidence; see ``casework.evidence.found_files``."""
        return evidence.found_files(self._station, source)

    def begin_scan(self) -> None:
        """From now on what the office scanner writes is this person's."""
        evidence.begin_scan(self._station)

    def keep_evidence(
        self,
        draft_id: UUID,
        path: Path,
        source: str,
        purpose: str = "",
        progress: Callable[[int, int], None] = silent,
    ) -> Exhibit:
        """Examine and keep a file under a draft; see ``casework.evidence.keep_evidence``."""
        arrived = evidence.keep_evidence(self._station, draft_id, path, source, purpose, progress)
        return self._remembered(draft_id, arrived)

    def keep_picture(
        self, draft_id: UUID, data: bytes, source: str = evidence.CAMERA, name: str = "photo.jpg"
    ) -> Exhibit:
        """Keep a picture taken here under a draft."""
        return self._remembered(
            draft_id, evidence.keep_picture(self._station, draft_id, data, source, name)
        )

    def look_at_found(self, path: Path, source: str, page: int) -> Sight:
        """Return how a file looks that is not kept yet."""
        return evidence.look_at_found(self._station, path, source, page)

    def look_at_kept(self, draft_id: UUID, sha256: str, page: int) -> Sight:
        """Return how a kept file looks. KnownError ``evidence_missing``: its draft is not open."""
        if not self._drafts.is_open(draft_id):
            raise KnownError("evidence_missing", name=sha256)
        return evidence.look_at_kept(self._station, draft_id, sha256, page)

    def _remembered(self, draft_id: UUID, arrived: evidence.Arrived) -> Exhibit:
        if arrived.thumbnail:
            self._thumbnails[draft_id, arrived.exhibit.sha256] = arrived.thumbnail
        return arrived.exhibit

    def drop_evidence(self, draft_id: UUID, sha256: str) -> None:
        """Take a kept file out of a draft again; nothing of it stays."""
        self._thumbnails.pop((draft_id, sha256), None)
        drop(self._station.store, draft_id, sha256)

    def thumbnail(self, draft_id: UUID, sha256: str) -> bytes | None:
        """Return the small picture (PNG) of a kept file, if it has one; drawn again for a draft resumed."""
        known = self._thumbnails.get((draft_id, sha256))
        if known is None and self._drafts.is_open(draft_id):
            known = evidence.small_picture(self._station, draft_id, sha256)
            if known is not None:
                self._thumbnails[draft_id, sha256] = known
        return known

    def read_card(self, *, asked: bool = False) -> Card | None:
        """Return the ID card laid on the reader, or None; see ``IdReader.read``."""
        return self._station.reader.read(asked=asked)

    def card_trouble(self) -> str:
        """Return the key of what keeps the reader from reading, "" while nothing does or there is none."""
        return self._station.reader.state().trouble

    def _make_now(self, filed: Filed) -> None:
        """Make a receipt; one that fails is owed, and made when it is printed or at start-up."""
        try:
            papers.paper_bytes(self._station, filed.receipt, self._station.terms.receipt_format)
        except Exception:
            log.exception("receipt_owed", case=filed.number)

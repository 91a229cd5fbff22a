"""What the desk asks of a mediation: its read model, sealed talks, the agreement and the public screens."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from stationkiosk.casework.desk import agreeing, taking_scan
from stationkiosk.casework.desk.acting import Looked
from stationkiosk.casework.desk.views import CaseFile, Line
from stationkiosk.casework.gathering import Gathering
from stationkiosk.casework.mediating import lending, reading, room_calendar, talking
from stationkiosk.casework.mediating.scene import Scene
from stationkiosk.casework.mediating.shown import (
    Booked,
    DraftShown,
    MediationShown,
    Said,
    ScreenShown,
    TermsWritten,
)
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView
from stationkiosk.domain.confirmability import Finding
from stationkiosk.domain.talks import Answer


class Mediating(Gathering):
    """The part of a person's desk that mediates. Every method blocks: call it off the UI thread."""

    def __init__(self, station: Station, who: SignedIn) -> None:
        super().__init__(station)
        self.who = who

    def mediation(self, case_id: UUID, matter_n: int) -> MediationShown:
        """Return a mediation as this person may see it; what is sealed opens to its mediator alone.

        Closed ``case_not_yours``, ``part_not_yours``, ``no_such_matter``; KnownError ``seal_closed``.
        """
        return reading.mediation(self._station, self.who, case_id, matter_n)

    def booked(self, day: date) -> tuple[Booked, ...]:
        """Return the rooms and mediators that are taken on a day, by their hours.

        Closed ``part_not_yours``.
        """
        return room_calendar.booked(self._station, self.who, day)

    def talk(
        self,
        case_id: UUID,
        matter_n: int,
        said: Said,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Seal a note or an offer to the mediator and keep it. Raises as ``Desk.act``.

        Closed ``not_the_mediator``, ``talk_empty``, ``talk_long``.
        """
        at, looked = talking.At(case_id, matter_n), Looked(case_version, matter_version, client_key)
        return talking.talk(self._station, self.who, at, said, looked)

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
        """Keep, sealed, what became of an offer: ``taken``, ``refused`` or ``countered``. As ``talk``.

        Closed ``offer_gone`` where the offer is answered already or there is none.
        """
        at, looked = talking.At(case_id, matter_n), Looked(case_version, matter_version, client_key)
        return talking.answer_offer(self._station, self.who, at, talk_n, Answer(answer), looked)

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
        """Keep the terms as they now stand, sealed to the mediator, and return what is found in them."""
        draft = agreeing.Draft(case_id, matter_n, terms, wishes_confirmation)
        looked = Looked(case_version, matter_version, client_key)
        return agreeing.save(self._station, self.who, draft, looked)

    def agreement_pages(
        self, case_id: UUID, matter_n: int, terms: TermsWritten, wishes_confirmation: bool
    ) -> bytes:
        """Return the agreement as it would print, a PDF with the draft mark; nothing is kept."""
        draft = agreeing.Draft(case_id, matter_n, terms, wishes_confirmation)
        return agreeing.pages(self._station, self.who, draft)

    def weigh_agreement(
        self, case_id: UUID, matter_n: int, terms: TermsWritten, wishes_confirmation: bool
    ) -> tuple[Finding, ...]:
        """Return what the checks find in terms as they stand while they are typed; nothing is kept.

        A value of another kind than its slot (what was typed and cannot be read) is an open blank.
        """
        draft = agreeing.Draft(case_id, matter_n, terms, wishes_confirmation)
        return agreeing.weighed(self._station, self.who, draft)

    def fix_agreement(
        self,
        case_id: UUID,
        matter_n: int,
        version: int,
        case_version: int,
        matter_version: int,
        client_key: str,
    ) -> CaseFile:
        """Fix the text of a version: from now on its exact bytes are what is signed."""
        looked = Looked(case_version, matter_version, client_key)
        return agreeing.fix(self._station, self.who, case_id, matter_n, version, looked)

    def take_scan(self, case_id: UUID, party_n: int, case_version: int) -> CaseFile:
        """Take the newest scan in as an exhibit; see ``taking_scan``. KnownError ``scan_missing``."""
        return taking_scan.take_scan(self._station, self.who, case_id, party_n, case_version)

    def text_to_sign(self, case_id: UUID, matter_n: int) -> bytes:
        """Return the exact bytes that are signed. Closed ``not_the_mediator``, ``no_such_version``."""
        return agreeing.to_sign(self._station, self.who, case_id, matter_n)

    def version_pages(self, case_id: UUID, matter_n: int, version: int) -> bytes:
        """Return the pages of a version that was kept. Closed ``not_the_mediator``, ``no_such_version``."""
        return agreeing.version_pages(self._station, self.who, case_id, matter_n, version)

    def print_to_sign(self, case_id: UUID, matter_n: int, reason: str) -> CopyView:
        """Print these bytes to be signed by hand. Closed as ``text_to_sign``, ``reason_missing``."""
        return agreeing.print_to_sign(self._station, self.who, case_id, matter_n, reason)

    def screens(self) -> tuple[ScreenShown, ...]:
        """Return the public screens and what each does for the desk. Closed ``not_your_role``."""
        return lending.screens(self._station, self.who)

    def show(self, device: str, case_id: UUID, pdf: bytes, told: tuple[Line, ...]) -> None:
        """Put pages on a public screen, with the amounts and dates in them to be read large.

        Pages of one's own that are there change at once. Closed ``screen_busy``, ``screen_away``,
        ``screen_taken``.
        """
        lending.show(self._station, self.who, device, case_id, Scene(pdf, told))

    def blank(self, device: str) -> None:
        """Blank a public screen while one side is talked to alone; one that is busy, when it is left.

        Closed ``screen_away``, ``screen_taken``.
        """
        lending.blank(self._station, self.who, device)

    def take_back(self, device: str) -> None:
        """Give a public screen back to the public; what it showed is gone, and nothing more is signed."""
        lending.take_back(self._station, self.who, device)

    def ask_signature(self, device: str, case_id: UUID, matter_n: int, party_n: int) -> None:
        """Hand a public screen to one signer of the text that is fixed. Closed as ``show``.

        Closed ``not_the_mediator``, ``no_such_version``, ``no_such_party``, ``signer_no_authority``.
        """
        lending.ask_signature(self._station, self.who, device, case_id, matter_n, party_n)

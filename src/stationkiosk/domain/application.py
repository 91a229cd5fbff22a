"""What one press of "File this dispute" hands in: a dispute as its filer tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from stationkiosk.domain.forms import Answer
from stationkiosk.domain.text import Language


class PartyRole(StrEnum):
    """The side a party stands on."""

    APPLICANT = "applicant"
    AGENT = "agent"
    RESPONDENT = "respondent"


class PartyKind(StrEnum):
    """A human being, or a company, shop or other body; the other side's may be unknown."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body named in the application. Unknown particulars are ``""``.

    ``id_number`` is a resident ID (GB 11643) or the like for a person and a credit code
    (GB 32100) for an organisation; ``by_card`` tells that it was read and not typed;
    ``authority`` is an agent's power, ``general`` or ``special`` (CPL 62).
    """

    role: PartyRole
    kind: PartyKind
    name: str
    id_number: str = ""
    phone: str = ""
    address: str = ""
    representative: str = ""
    authority: str = ""
    by_card: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """The right relied on. ``standing`` is what the applicant is to it: owner, licensee of a kind."""

    kind: str
    number: str
    name: str
    standing: str
    classes: tuple[int, ...] = ()
    goods: str = ""
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer that is part of the story, kept under the id of its question."""

    question: str
    value: Answer
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Something asked for; ``amount`` in yuan where it is a sum."""

    id: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """One separate consent, given or refused (PIPL 23, 25, 28-29, 39)."""

    id: str
    given: bool


PURPOSES = ("shop", "goods", "online", "talk", "bill", "right", "paper", "other")
"""What a piece of evidence may be said to show; the words stand at ``shows.<purpose>``."""

SIGNED_PAPER = "signed"
"""What an exhibit shows that is the application signed by hand, taken down at the desk."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence whose bytes are already in the store.

    ``received_at`` is aware UTC; ``pages`` is 0 where a file has no pages, ``seconds`` where it does
    not last; ``purpose`` is one of ``PURPOSES``, ``SIGNED_PAPER`` or "".
    """

    name: str
    media_type: str
    size: int
    sha256: str
    sm3: str
    source: str
    device: str
    received_at: datetime
    purpose: str = ""
    pages: int = 0
    seconds: int = 0


class SignatureKind(StrEnum):
    """How the filer signed. A report is ``declared``: a tick that it is true, which names nobody.

    With ``paper`` the hand stands on a paper that was scanned and is among the exhibits. A ``seal``
    is a body's, put there by the signer.
    """

    STROKES = "strokes"
    WITNESSED = "witnessed"
    PAPER = "paper"
    DECLARED = "declared"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on the application.

    Strokes are polylines of ``(x, y, ms)``: x and y in thousandths of the pad's width and
    height, milliseconds since the pen first touched. A witnessed signature is the typed
    name and the witness's name, and so is one on paper; a declared one has no signer.
    ``text_sha256`` is the hash of the text that was shown.
    """

    kind: SignatureKind
    signer: str
    text_sha256: str
    strokes: tuple[tuple[tuple[int, int, int], ...], ...] = ()
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """One dispute as filed, ready for the one door.

    ``id`` is the UUIDv7 the draft was opened under; its evidence is already kept under it.
    ``sealed`` maps a sealed question to its ciphertext; nobody at the kiosk can read it.
    """

    id: UUID
    form: str
    language: Language
    parties: tuple[Party, ...]
    right: Right
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    routes: tuple[str, ...]
    consents: tuple[Consent, ...]
    exhibits: tuple[Exhibit, ...]
    signature: Signature
    sealed: dict[str, bytes] = field(default_factory=dict)
    proof_later: bool = False

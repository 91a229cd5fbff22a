"""The parties of a case as the desk reads them: their numbers masked, and what is kept from whom."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.views import Line, PartyShown, Withheld
from stationkiosk.casework.record import Record
from stationkiosk.domain.access import Part
from stationkiosk.domain.application import PartyKind, PartyRole
from stationkiosk.domain.identity import show_phone
from stationkiosk.domain.identity_kinds import mask_any
from stationkiosk.domain.sealing import OFFICER
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import Words

CONTACTS = ("id_number", "phone", "address")
"""What of a party leads to its door."""

WITHHELD = (
    *(Part.PARTIES, Part.REACH, Part.RIGHT, Part.FACTS, Part.CLAIMS, Part.CONSENTS, Part.ANSWERS),
    *(Part.EVIDENCE, Part.CLOCKS, Part.PAPERS, Part.CONTACTS, Part.JOURNAL),
)
"""What of a case is said to be kept from whoever does not see it, in the order of the page."""

CORRECTABLE = ("name", *CONTACTS, "representative")


def parties(
    words: Words, rows: CaseRows, seen: frozenset[Part], corrected: frozenset[str]
) -> tuple[PartyShown, ...]:
    """Return the parties, those of the filing first, with what of them may be seen."""
    if Part.PARTIES not in seen:
        return ()
    return tuple(
        PartyShown(
            party.n,
            words.text(f"casefile.party.{called(party)}"),
            party.name,
            tuple(_lines(words, party, seen, corrected)),
            party.answers_for,
        )
        for party in rows.parties
    )


def side_name(words: Words, rows: CaseRows, role: PartyRole, seen: frozenset[Part]) -> str:
    """Return the name of the first party of a side as the filing named it, its place where it has none.

    A place is told to those alone who see where parties are.
    """
    if Part.PARTIES not in seen:
        return ""
    party = next((p for p in rows.parties if p.role == role and p.answers_for is None), None)
    if party is None:
        return ""
    place = party.address if Part.REACH in seen else ""
    return party.name or place or words.text("answering.whoever").zh


def withheld(words: Words, rows: CaseRows, seen: frozenset[Part]) -> Iterator[Withheld]:
    """Yield what of the case is kept from this person, and why."""
    for part in WITHHELD:
        if part not in seen:
            yield Withheld(
                words.text(f"casefile.withheld.{part}.what"), words.text("casefile.withheld.not_your_role")
            )
    for reader in sorted({row.reader for row in rows.sealed}):
        why = "officer_opens" if reader == OFFICER and Part.REPORTER in seen else f"{reader}_only"
        yield Withheld(
            words.text(f"casefile.withheld.sealed_{reader}.what"), words.text(f"casefile.withheld.{why}")
        )


def called(party: Record) -> str:
    """Return as what a party stands in the case: its role, or that it answered for one."""
    if party.answers_for is not None and party.role == PartyRole.RESPONDENT:
        return "answerer"
    return str(party.role)


def _lines(words: Words, party: Record, seen: frozenset[Part], corrected: frozenset[str]) -> Iterator[Line]:
    yield _line(words, party, "name", party.name, corrected)
    if party.kind != PartyKind.UNKNOWN:
        yield Line(words.text("casefile.party.kind"), words.text(f"casefile.party.{party.kind}"))
    if party.representative:
        yield _line(words, party, "representative", party.representative, corrected)
    if party.authority:
        yield Line(words.text("casefile.party.authority"), words.text(f"casefile.party.{party.authority}"))
    if Part.REACH not in seen:
        return
    yield _line(words, party, "id_number", _number(party), corrected)
    if party.id_number and party.kind == PartyKind.PERSON:
        yield Line(
            words.text("casefile.party.proved"),
            words.text("casefile.party.by_card" if party.by_card else "casefile.party.typed"),
        )
    yield _line(words, party, "phone", show_phone(party.phone), corrected)
    yield _line(words, party, "address", party.address, corrected)


def _number(party: Record) -> str:
    """Return a person's number masked; that of an organisation is public."""
    if not party.id_number or party.kind == PartyKind.ORGANISATION:
        return str(party.id_number)
    return mask_any(party.id_number)


def _line(words: Words, party: Record, column: str, value: str, corrected: frozenset[str]) -> Line:
    field = f"party.{party.n}.{column}"
    shown = Text(value, value) if value else words.text("casefile.party.none")
    return Line(words.text(f"casefile.party.{column}"), shown, field, field in corrected)

"""The inquiry to the other side (调解征询): a paper whose code lets them answer at any kiosk here.

It tells what is claimed, as the receipt tells it with what was corrected since, and of the
claimant nothing but the name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import select

from stationkiosk.casework import papers
from stationkiosk.casework.codes import Purpose, new_code, record_code
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both
from stationkiosk.casework.told import tell
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.application import Fact, PartyRole
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.money import plain, to_yuan
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.words import Words
from stationkiosk.store import tables
from stationkiosk.store.base import Base
from stationkiosk.store.unit import Unit

KIND = "inquiry_notice"
ANSWER = "mediation.answer"
"""The clock of the answer."""

KEPT = "notice.keep"
"""The rule that says how long the code on a notice opens it."""

PARTY = tables.Party.__table__
PAPER = tables.Paper.__table__


def issue_inquiry(
    station: Station, unit: Unit, matter: Record, actor: Actor, inputs: Mapping[str, str]
) -> None:
    """Issue the paper to each of the other side within ``unit``, each with a code of its own.

    ``inputs`` may name its ``language``; Chinese unless it does.
    """
    asked = unit.connection.execute(
        select(PARTY)
        .where(
            PARTY.c.case_id == matter.case_id,
            PARTY.c.role == PartyRole.RESPONDENT.value,
            PARTY.c.answers_for.is_(None),
        )
        .order_by(PARTY.c.n)
    )
    language = Language(inputs.get("language", Language.ZH))
    for party in asked.all():
        _issue(station, unit, matter, party, actor, language)


def _issue(
    station: Station, unit: Unit, matter: Record, party: Record, actor: Actor, language: Language
) -> None:
    now, ref = station.clock.now(), papers.next_paper(unit, matter.case_id)
    receipt = unit.connection.execute(
        select(PAPER).where(PAPER.c.case_id == matter.case_id, PAPER.c.n == 1)
    ).one()
    claimed = receipt.data | _corrected(station, unit, matter, receipt.data)
    verification, notice = new_code(station, Purpose.VERIFICATION), new_code(station, Purpose.NOTICE)
    papers.issue(
        unit,
        ref,
        KIND,
        _data(station, claimed, matter, party, notice) | {"verification_code": verification},
        number=matter.number,
        language=language,
        verification_code=verification,
        issued_at=now,
    )
    until = station.reference.deadline(KEPT, station.today()).due
    ends = datetime.combine(until, time.max, STATION_TIME)
    for purpose, code, end in (
        (Purpose.VERIFICATION, verification, None),
        (Purpose.NOTICE, notice, ends),
    ):
        record_code(
            station,
            unit,
            purpose,
            code,
            case_id=matter.case_id,
            paper_n=ref.n,
            holder="respondent",
            opens_at=now,
            ends_at=end,
        )
    _note_contact(unit, matter, party, ref, actor, now)
    unit.journal(matter.case_id, station.itself(), "issue_paper", now, {"paper": ref.n})


def _note_contact(
    unit: Unit, matter: Record, party: Record, ref: PaperRef, actor: Actor, now: datetime
) -> None:
    unit.insert(
        tables.Contact,
        case_id=matter.case_id,
        n=next_n(unit, tables.Contact, matter.case_id),
        matter_n=matter.n,
        party_n=party.n,
        paper_n=ref.n,
        way="notice",
        made_by=actor.name,
        made_at=now,
    )


def _corrected(station: Station, unit: Unit, matter: Record, receipt: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a receipt that can be corrected, as they stand now."""
    (right, *_) = _rows(unit, matter, tables.Right)
    parties = _rows(unit, matter, tables.Party)
    filer = next(row for row in parties if row.role == PartyRole.APPLICANT.value)
    case = tables.Case.__table__
    form = unit.connection.execute(select(case.c.form).where(case.c.id == matter.case_id)).scalar_one()
    facts = [
        Fact(row.question, tuple(row.value) if isinstance(row.value, list) else row.value)
        for row in _rows(unit, matter, tables.Fact)
    ]
    sums = [row.amount_fen for row in _rows(unit, matter, tables.Claim)]
    return {
        "parties": [{"role": filer.role, "name": filer.name}],
        "right": receipt["right"]
        | {"number": right.number, "name": right.name, "goods": right.goods}
        | {"expires": right.expires.isoformat() if right.expires else None},
        "told": tell(station.reference.words, station.reference.forms[form], facts).rest,
        "claims": [
            claim | {"amount": plain(to_yuan(fen)) if fen is not None else None}
            for claim, fen in zip(receipt["claims"], sums, strict=True)
        ],
    }


def _rows(unit: Unit, matter: Record, table: type[Base]) -> Sequence[Record]:
    of = table.__table__.c
    query = select(table.__table__).where(of.case_id == matter.case_id).order_by(of.n)
    return unit.connection.execute(query).all()


def _data(
    station: Station, receipt: dict[str, Any], matter: Record, party: Record, code: str
) -> dict[str, Any]:
    words, today = station.reference.words, station.today()
    claimant = next(side for side in receipt["parties"] if side["role"] == PartyRole.APPLICANT.value)
    return {
        "number": matter.number,
        "case_number": receipt["number"],
        "issued_at": station.clock.now().astimezone(UTC).isoformat(),
        "station": receipt["station"],
        "form_code": FORM_CODES[KIND],
        "notice_code": code,
        "qr": code,
        "matter_n": matter.n,
        "party_n": party.n,
        "to": {"name": both(_name(words, party)), "address": party.address},
        "claimant": claimant["name"],
        "kind_of_dispute": receipt["kind_of_dispute"],
        "right": receipt["right"] | {"told": [], "standing": None},
        "acts": receipt["acts"],
        "told": [item for item in receipt["told"] if item.get("question") in TOLD],
        "claims": receipt["claims"],
        "answer_by": station.reference.deadline(ANSWER, today).due.isoformat(),
        "code_until": station.reference.deadline(KEPT, today).due.isoformat(),
        "plain_line": both(words.text(f"paper.{KIND}.plain_line")),
        "demo": receipt["demo"],
    }


def _name(words: Words, party: Record) -> Text:
    """Return whom the notice is for; where nobody knows the name, whoever runs the place."""
    return Text(party.name, party.name) if party.name else words.text("answering.whoever")


TOLD = ("since", "ongoing")
"""What else of the story the other side is told: since when, and whether it goes on."""

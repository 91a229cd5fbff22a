"""What a paper is made from: the case as it stands in the transaction, who acts, and what they said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from stationkiosk.casework.receipt import kind_of_dispute
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.forms import Form
from stationkiosk.domain.text import Language, Text, listed
from stationkiosk.domain.trace import date_text, day_text
from stationkiosk.store import tables
from stationkiosk.store.base import Base
from stationkiosk.store.unit import Unit

NOTHING = Text("", "")
INQUIRY = "inquiry_notice"
"""The paper that asks the other side, in the language it is to read it in."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One paper's ground: the case and its parties as they stand now, whatever was corrected."""

    station: Station
    unit: Unit
    matter: Record
    actor: Actor
    inputs: Mapping[str, str]
    case: Record
    parties: tuple[Record, ...]

    @property
    def form(self) -> Form:
        """The form the case was filed on."""
        return self.station.reference.forms[self.case.form]

    @property
    def today(self) -> date:
        """The day of issue."""
        return self.station.today()

    def say(self, key: str, **values: object) -> Text:
        """Return fixed words of papers with values put in; ``key`` is what follows ``paper.``."""
        text = self.station.reference.words.text(f"paper.{key}")
        return text.put(**values) if values else text

    def typed(self, words: str) -> Text:
        """Return what somebody typed; where it is Chinese, the English points to it."""
        return Text(words, words if words.isascii() else self.say("as_typed").en)

    def article(self, name: str) -> Text:
        """Return how the law in force today calls a provision."""
        return self.station.reference.article(name, self.today)

    def given(self, name: str) -> str:
        """Return an input as it was typed, "" where it was not."""
        return self.inputs.get(name, "").strip()

    def day(self, name: str) -> Text | None:
        """Return an input that is a day, as papers write it."""
        given = self.given(name)
        return date_text(given) if given else None

    def side(self, role: PartyRole) -> tuple[Record, ...]:
        """Return the parties of a role as they were filed."""
        return tuple(p for p in self.parties if p.role == role.value and p.answers_for is None)

    @property
    def filers(self) -> tuple[Record, ...]:
        """Whoever filed."""
        return self.side(PartyRole.APPLICANT)

    @property
    def others(self) -> tuple[Record, ...]:
        """Whoever it is about."""
        return self.side(PartyRole.RESPONDENT)

    def name(self, party: Record) -> Text:
        """Return a party's name; where nobody knows it, whoever runs the place."""
        if party.name:
            return Text(party.name, party.name)
        return self.station.reference.words.text("answering.whoever")

    def names(self, parties: Iterable[Record]) -> Text:
        """Return several names as one saying."""
        return listed(self.name(party) for party in parties)

    @property
    def filed(self) -> Text:
        """The day it was received."""
        return day_text(station_day(self.case.filed_at))

    @property
    def subject(self) -> Text:
        """What the case is about: its kind, and the goods or the right by name."""
        right = self.rows(tables.Right)[0]
        kind, of = kind_of_dispute(self.station.reference.words, self.form), right.name or right.goods
        return self.say("subject", kind=kind, of=of) if of else kind

    @property
    def officer(self) -> str:
        """The name of whoever acts."""
        return self.member(self.actor.name)

    def member(self, login: str) -> str:
        """Return the name of a member of staff; what is no sign-in name is a name itself."""
        staff = tables.Staff.__table__
        known = self.unit.connection.execute(select(staff.c.name).where(staff.c.login == login)).scalar()
        return known or login

    def rows(self, table: type[Base]) -> tuple[Record, ...]:
        """Return the case's rows of a table, in their order."""
        of = table.__table__.c
        query = select(table.__table__).where(of.case_id == self.case.id).order_by(of.n)
        return tuple(self.unit.connection.execute(query).all())

    def running(self, rule: str) -> Text | None:
        """Return the last day of the matter's running clock by a rule."""
        due = [
            row
            for row in self.rows(tables.Deadline)
            if (row.matter_n, row.rule, row.stopped_at) == (self.matter.n, rule, None)
        ]
        if not due:
            return None
        day = day_text(due[-1].due)
        return self.say("provisional", day=day) if due[-1].provisional else day

    def language_for(self, party: Record | None, *, filer: bool) -> Language:
        """Return what a copy is written in: as asked, else as its reader filed or answered, else Chinese.

        ``filer`` tells that a copy which is no one party's is for both sides: it has the English
        where one of them reads it.
        """
        if asked := self.given("language"):
            return Language(asked)
        if party is None and not filer:
            return Language.ZH
        if party is not None and _of_other_side(party):
            return self._read_by(party.answers_for or party.n)
        own = Language(self.case.language)
        if party is not None or own is not Language.ZH:
            return own
        return next((read for one in self.others if (read := self._read_by(one.n)) is not own), own)

    def _read_by(self, n: int) -> Language:
        """Return what party ``n`` of the other side reads: as it answered last, else as it was asked."""
        answered = [row.language for row in self.rows(tables.Response) if row.party_n == n]
        papers = (row for row in self.rows(tables.Paper) if row.kind == INQUIRY)
        asked = [row.language for row in papers if row.data["party_n"] == n]
        return Language((answered or asked or [Language.ZH])[-1])


def _of_other_side(party: Record) -> bool:
    return party.role == PartyRole.RESPONDENT.value or party.answers_for is not None


def brief(station: Station, unit: Unit, matter: Record, actor: Actor, inputs: Mapping[str, str]) -> Brief:
    """Read what a paper on a matter is made from."""
    case, party = tables.Case.__table__, tables.Party.__table__
    read = unit.connection.execute
    return Brief(
        station=station,
        unit=unit,
        matter=matter,
        actor=actor,
        inputs=inputs,
        case=read(select(case).where(case.c.id == matter.case_id)).one(),
        parties=tuple(read(select(party).where(party.c.case_id == matter.case_id).order_by(party.c.n))),
    )

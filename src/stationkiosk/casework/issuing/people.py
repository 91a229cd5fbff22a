"""People on papers: the cells that name a party, who speaks for it, what it asks for."""

from __future__ import annotations

from stationkiosk.casework.issuing import content
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Cell
from stationkiosk.casework.record import Record
from stationkiosk.casework.told import tell
from stationkiosk.domain.application import Fact, PartyKind, PartyRole
from stationkiosk.domain.clauses import sum_text
from stationkiosk.domain.forms import Answer
from stationkiosk.domain.identity_kinds import likely
from stationkiosk.domain.money import show, to_yuan
from stationkiosk.domain.text import Text
from stationkiosk.store import tables


def party_cells(brief: Brief, label: Text, party: Record, *, public: bool = False) -> list[list[Cell]]:
    """Return the rows that name a party; a ``public`` paper keeps its numbers and telephone out."""
    organisation = party.kind == PartyKind.ORGANISATION.value
    rows = [[content.cell(label, {**_plain(brief.name(party)), "strong": True})]]
    if public:
        if organisation:
            known = ("credit_code", party.id_number), ("representative", party.representative)
            rows.append(_row(brief, *known))
        if party.address:
            rows.append([_cell(brief, "address", party.address)])
        return rows
    number = "credit_code" if organisation else "id_number"
    shown = content.cell(brief.say(f"form.{number}"), *_numbered(brief, party.id_number, organisation))
    rows.append([shown, _cell(brief, "phone", party.phone)])
    if organisation:
        rows.append(_row(brief, ("representative", party.representative), ("address", party.address)))
    elif party.address or party.role != PartyRole.AGENT.value:
        rows.append([_cell(brief, "address", party.address)])
    return rows


def other_cells(brief: Brief, label: Text, party: Record) -> list[list[Cell]]:
    """Return the rows that name whoever a filing is about: as much as the filer knew."""
    return [
        [content.cell(label, {**_plain(brief.name(party)), "strong": True})],
        _row(brief, ("contact", party.representative), ("phone", party.phone)),
        [_cell(brief, "address", party.address)],
    ]


def speakers(brief: Brief) -> tuple[Record, ...]:
    """Return who acts for the filers."""
    return brief.side(PartyRole.AGENT)


def claimed(brief: Brief, *, in_words: bool = False) -> list[Text]:
    """Return what is asked for as it stands now, each with its sum, as the law calls it.

    ``in_words`` gives each sum in figures and in capitals.
    """
    asked, lines = brief.form.filling("claims"), []
    for claim in brief.rows(tables.Claim):
        option = asked.option(claim.claim)
        label = option.term or option.label
        if claim.amount_fen is None:
            lines.append(label)
            continue
        amount = to_yuan(claim.amount_fen)
        said = sum_text(amount) if in_words else Text(f"{show(amount)} 元", f"CNY {show(amount)}")
        lines.append(Text(f"{label.zh}：{said.zh}", f"{label.en}: {said.en}"))
    return lines


def told(brief: Brief) -> list[Text]:
    """Return what was done and what else the filer told as it stands now, line by line."""
    facts = [Fact(row.question, _answer(row.value)) for row in brief.rows(tables.Fact)]
    said = tell(brief.station.reference.words, brief.form, facts)
    rest = [(Text(**one["label"]), Text(**one["value"])) for one in [*said.of_right, *said.rest]]
    return [
        *(Text(**act) for act in said.acts),
        *(
            Text(f"{label.zh}：{value.zh}", f"{label.en}: {_english(brief, value)}")
            for label, value in rest
        ),
    ]


def _answer(value: str | list[str] | None) -> Answer:
    """Return an answer as it was given: of several ticks, a tuple."""
    return tuple(value) if isinstance(value, list) else value


def _row(brief: Brief, *pairs: tuple[str, str]) -> list[Cell]:
    return [_cell(brief, key, value) for key, value in pairs]


def _cell(brief: Brief, key: str, value: str) -> Cell:
    return content.cell(brief.say(f"form.{key}"), *([Text(value, value)] if value else []))


def _numbered(brief: Brief, number: str, organisation: bool) -> list[Text]:
    """Return a document's number, under what document it is wherever the number tells that."""
    kinds = likely(number) if number and not organisation else ()
    named = [brief.say(f"id_kind.{kinds[0]}")] if len(kinds) == 1 else []
    return [*named, Text(number, number)] if number else []


def _plain(words: Text) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _english(brief: Brief, value: Text) -> str:
    return brief.typed(value.zh).en if value.zh == value.en else value.en

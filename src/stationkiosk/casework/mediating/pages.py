"""The pages of an agreement: one text in, the same bytes out, whether shown, signed or issued."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.content import Block
from stationkiosk.casework.mediating.text import AgreementText, PartyNamed, SignedBy
from stationkiosk.casework.station import Station, local
from stationkiosk.casework.steps import both
from stationkiosk.domain.text import Language, Text
from stationkiosk.domain.trace import day_text
from stationkiosk.reference.words import Words

KIND = "agreement_text"
"""What the press calls the pages that are signed; the paper they become is the kind ``agreement``."""


def agreement_pdf(
    station: Station, text: AgreementText, language: Language, *, draft: bool = False
) -> bytes:
    """Return the pages that are shown and signed; with ``draft`` each says that it is one.

    The same text gives the same bytes. KnownError ``glyph_missing`` for what cannot be printed.
    """
    return station.press.render(KIND, agreement_data(station, text, draft=draft), "a4", language)


def agreement_data(station: Station, text: AgreementText, *, draft: bool = False) -> dict[str, Any]:
    """Return the data of the pages that are shown and signed, as the press takes them."""
    words, site = station.reference.words, station.site
    pending = words.text("paper.draft_code" if draft else "paper.agreement.code_later")
    return {
        "number": text.number,
        "case_number": text.case_number,
        "form_code": "",
        "verification_code": both(pending),
        "qr": f"{text.number} v{text.version}",
        "issued_at": f"{text.drawn_on.isoformat()}T00:00:00+08:00",
        "station": {
            "code": station.device,
            "name": both(site.name),
            "address": both(site.address),
            "phone": site.phone,
            "hours": both(site.hours),
        },
        "issuer": both(text.body),
        "title": both(words.text("paper.agreement.title")),
        "plain_line": both(words.text("paper.agreement.plain_line")),
        "fields": {},
        "blocks": agreement_blocks(words, text),
        "demo": station.terms.demo,
    } | ({"draft": True} if draft else {})


def agreement_blocks(words: Words, text: AgreementText, signed: Sequence[SignedBy] = ()) -> list[Block]:
    """Return what stands on the pages; with ``signed``, the signatures stand in their places."""

    def say(key: str, **values: object) -> Text:
        return words.text(f"paper.agreement.{key}").put(**values)

    by = {one.for_n: one for one in signed}
    return [
        content.grid(*[row for party in text.parties for row in _party(words, party)]),
        content.text(say("about", way=text.way_label, body=text.body, subject=text.subject)),
        *_listed(say("asked"), text.claims),
        *_listed(say("facts"), [Text(fact, fact) for fact in text.facts]),
        content.strong(say("agreed")),
        content.items([parts.ended(term) for term in text.terms]),
        content.text(parts.ended(text.takes_effect)),
        content.text(say("wishes" if text.wishes_confirmation else "no_wish")),
        content.text(say("copies", count=text.copies, version=text.version), held=True),
        content.signs(
            *(_place(say("sign", name=party.name), by.get(party.n)) for party in text.parties), held=True
        ),
        content.signs(_place(say("sign_mediator", name=text.mediator), by.get(0)), held=True),
        content.seal(text.body, day_text(text.drawn_on)),
    ]


def _listed(lead: Text, lines: Sequence[Text]) -> list[Block]:
    return [content.text(lead), content.items([parts.ended(line) for line in lines])] if lines else []


def _party(words: Words, party: PartyNamed) -> list[list[content.Cell]]:
    def cell(key: str, value: str) -> content.Cell:
        return content.cell(words.text(f"paper.form.{key}"), *([Text(value, value)] if value else []))

    number = "credit_code" if party.organisation else "id_number"
    label = words.text(f"paper.agreement.{party.side}")
    rows = [
        [content.cell(label, {"zh": party.name, "en": party.name, "strong": True})],
        [cell(number, party.id_number), cell("phone", party.phone)],
        [
            *([cell("representative", party.representative)] if party.organisation else []),
            cell("address", party.address),
        ],
    ]
    agents = [content.cell(words.text("paper.party.agent"), Text(one, one)) for one in party.agents]
    return [*rows, *([one] for one in agents)]


def _place(label: Text, made: SignedBy | None) -> dict[str, Any]:
    if made is None:
        return content.sign(label)
    when = both(day_text(local(made.at).date()))
    if made.way == "pad":
        return content.sign(
            label, strokes=[[list(point) for point in line] for line in made.strokes], when=when
        )
    return content.sign(label, typed=made.name, when=when)

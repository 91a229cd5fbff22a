"""The pages of an agreement: one text in, the same bytes out, whether shown, signed or issued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.content import Block, Content
from stationkiosk.casework.mediating.text import AgreementText, Made, PartyNamed, SignedBy
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both
from stationkiosk.domain.text import Language, Text
from stationkiosk.domain.trace import day_text, moment_text
from stationkiosk.reference.words import Words

KIND = "agreement_text"
"""What the press calls the pages that are signed; the paper they become is the kind ``agreement``."""

HASH_PLACE = "_" * 64
"""Where the hash will stand: no words, so that no line moves in either language when it is put in."""


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
        "drawn_on": text.drawn_on.isoformat(),
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


def agreement_content(words: Words, text: AgreementText, sha256: str, made: Made) -> Content:
    """Return the paper: the pages that were signed, the hands in their places, the text's hash named."""
    fields = {
        "version": text.version,
        "text_sha256": sha256,
        "way": text.way,
        "wishes_confirmation": text.wishes_confirmation,
    }
    fields |= {"effective_on": made.since.isoformat()} if made.since else {}
    return Content(agreement_blocks(words, text, sha256, made), text.body, filer=True, fields=fields)


def agreement_blocks(
    words: Words, text: AgreementText, sha256: str = "", made: Made | None = None
) -> list[Block]:
    """Return what stands on the pages; with ``made``, signatures and their days stand in their places.

    ``sha256`` is the hash of the bytes that were signed: no line of the pages moves when it is put in.
    """

    def say(key: str, **values: object) -> Text:
        return words.text(f"paper.agreement.{key}").put(**values)

    made = made or Made()
    by = {one.for_n: one for one in made.by}
    people = [_place(words, party.side, party.name, by.get(party.n)) for party in text.parties]
    mediator = _place(words, "mediator", text.mediator, by.get(0))
    later = say("hash_later")
    digest = sha256 or HASH_PLACE
    since = day_text(made.since) if made.since else later
    sealed = day_text(made.sealed) if made.sealed else say("seal_day")
    return [
        content.grid(*[row for party in text.parties for row in _party(words, party)]),
        content.text(say("about", way=text.way_label, body=text.body, subject=text.subject)),
        *_listed(say("asked"), text.claims),
        *_listed(say("told"), text.told),
        *_listed(say("facts"), [Text(fact, fact) for fact in text.facts]),
        content.strong(say("agreed")),
        content.items([parts.ended(term) for term in text.terms], held=True),
        *([content.text(_joined(closing), held=True)] if (closing := _closing(text, say)) else []),
        content.note([say("hash", version=text.version, since=since), Text(digest, digest)]),
        *content.hands(people if text.sealed else [*people, mediator], held=text.sealed),
        *([content.seal(text.body, sealed, hand=mediator)] if text.sealed else []),
    ]


def _closing(text: AgreementText, say: Callable[..., Text]) -> list[Text]:
    """Return what the terms leave open: when it takes effect, the wish for a court, how many copies."""
    terms = set(text.clauses)
    lines = [] if terms & {"effect", "effect_online"} else [parts.ended(text.takes_effect)]
    if not terms & {"confirmation", "no_confirmation"}:
        lines.append(say("wishes" if text.wishes_confirmation else "no_wish"))
    if "effect" not in terms:
        lines.append(say("copies", count=text.copies))
    return lines


def _joined(lines: Sequence[Text]) -> Text:
    return Text("".join(line.zh for line in lines), " ".join(line.en for line in lines))


def _listed(lead: Text, lines: Sequence[Text]) -> list[Block]:
    listed = content.items([parts.ended(line) for line in lines])
    return [content.text(lead, held=True), listed] if lines else []


def _party(words: Words, party: PartyNamed) -> list[list[content.Cell]]:
    """Return the rows that name a party: what the record does not know has no cell to write in."""

    def row(*keyed: tuple[str, str]) -> list[list[content.Cell]]:
        known = [(key, value) for key, value in keyed if value]
        cells = [content.cell(words.text(f"paper.form.{key}"), Text(value, value)) for key, value in known]
        return [cells] if cells else []

    number = "credit_code" if party.organisation else "id_number"
    head = party.representative if party.organisation else ""
    label = words.text(f"paper.agreement.{party.side}")
    agents = [Text(one, one) for one in party.agents]
    return [
        [content.cell(label, {"zh": party.name, "en": party.name, "strong": True})],
        *row((number, party.id_number), ("representative", head)),
        *row(("address", party.address)),
        *([[content.cell(words.text("paper.agreement.agent"), *agents)]] if agents else []),
    ]


def _place(words: Words, who: str, name: str, made: SignedBy | None) -> dict[str, Any]:
    """Return the place of one hand: drawn, typed before a witness, or signed on paper that was scanned.

    Under it stand who signed, as what, and when: as many lines before as after.
    """
    by = words.text("paper.agreement.signed_by")
    label = content.of_hand(words.text(f"paper.agreement.sign_{who}"), name)
    if made is None:
        return content.sign(label, notes=_notes(by, words.text("paper.sign_day")))
    named = Text(f"{made.name}（{made.as_.zh}）", made.as_.en) if made.name != name else made.as_
    signer, when = Text(f"{by.zh}{named.zh}", named.en), moment_text(made.at)
    if made.way == "pad":
        strokes = [[list(point[:2]) for point in line] for line in made.strokes]
        return content.sign(label, strokes=strokes, notes=_notes(signer, when))
    if made.way == "paper":
        on_paper = words.text("paper.form.signed_on_paper")
        return content.sign(label, typed=both(on_paper), notes=_notes(signer, when))
    if made.witness:
        seen = words.text("paper.agreement.typed").put(witness=made.witness)
        when = Text(f"{when.zh}，{seen.zh}", seen.en)
    return content.sign(label, typed=made.name, notes=_notes(signer, when))


def _notes(*lines: Text) -> list[dict[str, str]]:
    """Return lines that say both languages beside each other on a bilingual copy."""
    return [{"zh": line.zh, "en": f"{line.zh}  {line.en}".rstrip()} for line in lines]

"""Answering a complaint: what the code on a notice opens, and the one transaction of an answer.

Which of the four answers they gave, what they are ready to do and their own statement are
sealed to the mediator before they come near the store; the hash of the text they signed tells
of both, so it is kept keyed in the open and sealed beside them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from stationkiosk.casework import answer_receipt, papers, rows
from stationkiosk.casework.codes import Purpose, find_code, new_code, record_code
from stationkiosk.casework.door import Act, carry_out, read_matter
from stationkiosk.casework.drafts import end_draft
from stationkiosk.casework.inquiry import ANSWER
from stationkiosk.casework.record import Record
from stationkiosk.casework.startup import check_clock
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import both
from stationkiosk.casework.views import Filed, Notice, PaperRef
from stationkiosk.domain.application import Consent
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.forms import Answer, Form
from stationkiosk.domain.money import show
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.ledger.seal import seal_text
from stationkiosk.store import tables
from stationkiosk.store.evidence import copy, drop_all, keep_only
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

ACTIONS = {Mediate.YES: "agree", Mediate.NO: "decline", Mediate.TELL_MORE: "think"}
"""The action of the mediation track that each word on mediating stands for."""

OPEN = frozenset({"inquired", "undecided"})
SETTLED = frozenset(
    {"consented", "declined", "mediating", "recusal", "suspended", "signing", "agreed", "performed"}
)
RESPONSE = tables.Response.__table__
DEADLINE = tables.Deadline.__table__


def open_notice(station: Station, typed: str) -> Notice:
    """Return the complaint that a notice's code opens, as the notice tells it.

    Raises Closed: ``code_unknown``, ``code_mistyped``, ``code_short``, ``slow_down``;
    ``code_ended`` after its day, or when the matter is no longer open.
    """
    code = find_code(station, Purpose.NOTICE, typed)
    data = papers.read_paper(station, PaperRef(code.case_id, code.paper_n)).data
    with station.store.read() as connection:
        matter, _version = read_matter(connection, code.case_id, data["matter_n"])
        days = _days(connection, code.case_id, matter.n)
        told_more = connection.execute(_told_more(code.case_id, data)).scalar_one()
        last = connection.execute(_last(code.case_id, data)).first()
    if matter.state not in OPEN | SETTLED:
        raise Closed("code_ended")
    notice = _notice(code.case_id, data, days, answered=matter.state in SETTLED)
    nameless = data["to"]["name"] == both(station.reference.words.text("answering.whoever"))
    return replace(
        notice,
        whom="" if nameless else data["to"]["name"]["zh"],
        may_ask=told_more < station.terms.tell_more,
        said=_said(station.reference.forms["answer"], last) if last is not None else {},
    )


def _last(case_id: UUID, asked: Mapping[str, Any]) -> Any:  # noqa: ANN401
    query = select(RESPONSE).where(
        RESPONSE.c.case_id == case_id,
        RESPONSE.c.party_n == asked["party_n"],
        RESPONSE.c.matter_n == asked["matter_n"],
    )
    return query.order_by(RESPONSE.c.n.desc()).limit(1)


def _said(form: Form, last: Record) -> dict[str, Answer]:
    """Return what was answered in the open, as the form takes it; time that was asked for is over.

    The positions are sealed; the open answers that only two of them ask for tell of those two.
    """
    source = {question.id for question in form.page("source").questions}
    sourced = last.supplier or last.supplied_on or any(fact["question"] in source for fact in last.facts)
    told = ((Position.LAWFUL_SOURCE, sourced), (Position.CONTEST_RIGHT, last.grounds))
    open_ = {
        "positions": tuple(position.value for position, given in told if given),
        "grounds": tuple(last.grounds),
        "supplier": last.supplier or None,
        "supplied_on": last.supplied_on or None,
    }
    said: dict[str, Answer] = {form.filling(f"answer.{name}").id: value for name, value in open_.items()}
    for fact in last.facts:
        value = fact["value"]
        said[fact["question"]] = tuple(value) if isinstance(value, list) else value
    return {key: value for key, value in form.relevant(said).items() if value != ()}


@dataclass(frozen=True, slots=True)
class _Days:
    """The day an answer is due, and a later one that was asked for and not granted."""

    due: date | None
    asked: date | None


def _days(connection: Connection, case_id: UUID, matter_n: int) -> _Days:
    running = connection.execute(
        select(DEADLINE.c.due, DEADLINE.c.provisional).where(
            DEADLINE.c.case_id == case_id,
            DEADLINE.c.matter_n == matter_n,
            DEADLINE.c.rule == ANSWER,
            DEADLINE.c.stopped_at.is_(None),
        )
    ).all()
    wanted = set(
        connection.execute(
            select(RESPONSE.c.until).where(RESPONSE.c.case_id == case_id, RESPONSE.c.matter_n == matter_n)
        ).scalars()
    )
    asked = {row.due for row in running if row.provisional and row.due in wanted}
    return _Days(
        max((row.due for row in running if row.due not in asked), default=None), max(asked, default=None)
    )


def respond(station: Station, typed_code: str, response: Response, client_key: str) -> Filed:
    """Enter an answer for good: one transaction, one effect however often it is asked.

    Raises Closed as ``open_notice`` does, ``answered_already`` once a yes or no to mediation
    is in, ``asked_often`` where they only want to know more, too often by now, ``draft_filed``
    when the draft was sent already with another text; KnownError
    ``proof_not_kept``, ``glyph_missing``, ``disk_full``: then nothing was entered.
    """
    with station.store.read() as connection:
        known = _known(station, connection, response, client_key)
    if known:
        return answered(station, known)
    code = find_code(station, Purpose.NOTICE, typed_code)
    ref = PaperRef(code.case_id, code.paper_n)
    with station.store.write() as unit:
        one = station.at_one_moment()
        receipt = _known(one, unit.connection, response, client_key)
        receipt = receipt or _enter(one, unit, ref, response, client_key)
    return answered(station, receipt)


def answered(station: Station, ref: PaperRef) -> Filed:
    """Return what an answer was answered with, read back from the record."""
    data = papers.read_paper(station, ref).data
    return Filed(
        case_id=ref.case_id,
        number=data["case_number"],
        receipt_code=data["receipt_code"],
        filed_at=datetime.fromisoformat(data["filed_at"]),
        receipt=ref,
        steps=answer_receipt.steps_of(data),
    )


def _known(
    station: Station, connection: Connection, response: Response, client_key: str
) -> PaperRef | None:
    """Return the receipt of an answer that is in; Closed ``draft_filed`` when another text was signed."""
    same = (RESPONSE.c.client_key == client_key) | (RESPONSE.c.draft_id == response.id)
    row = connection.execute(select(RESPONSE).where(same)).first()
    if row is None:
        return None
    signed = connection.execute(
        select(tables.Signature.text_sha256).where(
            tables.Signature.case_id == row.case_id,
            tables.Signature.party_n == row.party_n,
            tables.Signature.signed_at == row.answered_at,
        )
    ).scalars()
    if _signed_text(station, response) not in set(signed):
        number = connection.execute(select(tables.Case.number).where(tables.Case.id == row.case_id))
        raise Closed("draft_filed", number=str(number.scalar_one()))
    return PaperRef(row.case_id, row.paper_n)


def _told_more(case_id: UUID, asked: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """Return the query that counts how often the side a notice asks wanted to know more first."""
    return select(func.count()).where(
        RESPONSE.c.case_id == case_id,
        RESPONSE.c.party_n == asked["party_n"],
        RESPONSE.c.matter_n == asked["matter_n"],
        RESPONSE.c.mediate == Mediate.TELL_MORE.value,
    )


def _signed_text(station: Station, response: Response) -> str:
    """Return what is kept in the open of the text that was signed: its hash, keyed by the station."""
    plain = f"answer:{response.signature.text_sha256}".encode()
    return hmac.new(station.keys.pepper, plain, hashlib.sha256).hexdigest()


def _enter(station: Station, unit: Unit, notice: PaperRef, response: Response, client_key: str) -> PaperRef:
    now, case_id = station.clock.now(), notice.case_id
    check_clock(station, unit.connection)
    asked = unit.connection.execute(
        select(papers.PAPER.c.data).where(papers.PAPER.c.case_id == case_id, papers.PAPER.c.n == notice.n)
    ).scalar_one()
    matter, case_version = read_matter(unit.connection, case_id, asked["matter_n"])
    if matter.state in SETTLED:
        raise Closed("answered_already", number=asked["case_number"])
    if matter.state not in OPEN:
        raise Closed("code_ended")
    told_more = unit.connection.execute(_told_more(case_id, asked)).scalar_one()
    if response.mediate is Mediate.TELL_MORE and told_more >= station.terms.tell_more:
        raise Closed("asked_often", most=str(station.terms.tell_more))
    rows.check_exhibits(station, unit.connection, response.id, response.exhibits)
    printed = replace(response, exhibits=(), facts=(), sealed={})
    rows.check_printable(station, {**asdict(printed), "id": ""})
    ref = papers.next_paper(unit, case_id)
    _insert(station, unit, response, asked, ref, client_key)
    act = Act(
        action=ACTIONS[response.mediate],
        case_id=case_id,
        matter=matter.n,
        case_version=case_version,
        matter_version=matter.version,
        actor=station.respondent(),
        client_key=client_key,
    )
    entry = carry_out(station, unit, act)
    codes = {purpose: new_code(station, purpose) for purpose in (Purpose.RECEIPT, Purpose.VERIFICATION)}
    proof = {"algorithm": entry.algorithm, "journal_hash": entry.hash}
    running = unit.connection.execute(
        select(DEADLINE).where(
            DEADLINE.c.case_id == case_id, DEADLINE.c.matter_n == matter.n, DEADLINE.c.stopped_at.is_(None)
        )
    ).all()
    papers.issue(
        unit,
        ref,
        answer_receipt.KIND,
        answer_receipt.data(station, asked, response, codes, proof, running),
        number=asked["case_number"],
        language=response.language,
        verification_code=codes[Purpose.VERIFICATION],
        issued_at=now,
    )
    for purpose, code in codes.items():
        record_code(
            station,
            unit,
            purpose,
            code,
            case_id=case_id,
            paper_n=ref.n,
            holder="respondent",
            opens_at=now,
        )
    unit.journal(case_id, station.itself(), "issue_paper", now, {"paper": ref.n})
    _queue(station, unit, case_id, asked["case_number"], now)
    return ref


def _insert(
    station: Station,
    unit: Unit,
    response: Response,
    asked: Mapping[str, Any],
    ref: PaperRef,
    client_key: str,
) -> None:
    now, case_id, party_n = station.clock.now(), ref.case_id, asked["party_n"]
    rows.insert_parties(unit, case_id, response.parties, party_n)
    if response.mediate is not Mediate.TELL_MORE:
        said = Consent("mediate", response.mediate is Mediate.YES)
        rows.insert_consents(unit, case_id, (said,), now, party_n)
    keep_only(unit.connection, response.id, (exhibit.sha256 for exhibit in response.exhibits))
    copy(unit.connection, response.id, case_id)
    drop_all(unit.connection, response.id)
    rows.insert_exhibits(unit, case_id, response.exhibits, party_n)
    signature = replace(response.signature, text_sha256=_signed_text(station, response))
    rows.insert_signature(unit, case_id, signature, now, party_n)
    form = station.reference.forms["answer"]
    rows.insert_sealed(station, unit, case_id, _boxes(station, response), rows.readers_of(form), party_n)
    unit.insert(
        tables.Response,
        case_id=case_id,
        n=rows.next_n(unit, tables.Response, case_id),
        party_n=party_n,
        matter_n=asked["matter_n"],
        paper_n=ref.n,
        draft_id=response.id,
        client_key=client_key,
        language=response.language.value,
        mediate=response.mediate.value,
        grounds=list(response.grounds),
        supplier=response.supplier,
        supplied_on=response.supplied_on,
        facts=[{"question": fact.question, "value": rows.plain(fact.value)} for fact in response.facts],
        until=response.until,
        answered_at=now,
    )
    if response.until is not None:
        _ask_for_time(station, unit, case_id, asked["matter_n"], response.until)
    end_draft(unit, response.id, case_id, "respondent", now)


def _boxes(station: Station, response: Response) -> dict[str, bytes]:
    """Return what is sealed of an answer: the same fields whatever was said, so that none is telling."""
    said = {
        "signed_text": response.signature.text_sha256,
        "positions": json.dumps(response.positions),
        "agreed": json.dumps(response.agreed),
    }
    key = station.keys.public_of(MEDIATOR)
    return {field: seal_text(key, text, field.encode()) for field, text in said.items()} | dict(
        response.sealed
    )


def _ask_for_time(station: Station, unit: Unit, case_id: UUID, matter_n: int, until: date) -> None:
    """Enter the day asked for as provisional: the day that was set runs on until staff decide."""
    words, today = station.reference.words, station.today()
    trace = (
        words.text("answering.asked_on").put(day=day_text(today)),
        words.text("answering.asked_until").put(day=day_text(until)),
        station.reference.period(ANSWER, today).article,
        words.text("answering.not_decided"),
    )
    unit.insert(
        tables.Deadline,
        case_id=case_id,
        n=rows.next_n(unit, tables.Deadline, case_id),
        matter_n=matter_n,
        rule=ANSWER,
        start=today,
        due=until,
        provisional=True,
        stopped_at=None,
        trace=[{"zh": line.zh, "en": line.en} for line in trace],
    )


def _queue(station: Station, unit: Unit, case_id: UUID, number: str, now: datetime) -> None:
    unit.connection.execute(
        insert(tables.Outbox).values(
            id=uuid7(station.clock, station.random),
            case_id=case_id,
            topic="case_answered",
            body={"number": number},
            queued_at=now,
            tries=0,
            sent_at=None,
        )
    )


def _notice(case_id: UUID, data: Mapping[str, Any], days: _Days, *, answered: bool) -> Notice:
    since = next((item["value"] for item in data["told"] if item["question"] == "since"), None)
    return Notice(
        case_id=case_id,
        party_n=data["party_n"],
        number=data["case_number"],
        title=Text(**data["kind_of_dispute"]),
        claimant=data["claimant"],
        right=" ".join(filter(None, (data["right"]["name"], data["right"]["number"]))),
        acts=tuple(Text(**act) for act in data["acts"]),
        claims=tuple(_claim(claim) for claim in data["claims"]),
        since=Text(**since) if since else None,
        answer_by=days.due,
        answered=answered,
        asked_until=days.asked,
    )


def _claim(claim: Mapping[str, Any]) -> Text:
    label = Text(**claim["label"])
    if not claim["amount"]:
        return label
    amount = show(Decimal(claim["amount"]))
    return Text(f"{label.zh}：{amount} 元", f"{label.en}: {amount} yuan")

"""Reads the clauses of agreements and the rules on whether a court would confirm one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from stationkiosk.domain.clauses import Choice, Clause, Facet, Ready, Role, Slot, SlotKind
from stationkiosk.domain.confirmability import CHECKS, Confirmability, Severity, Stage
from stationkiosk.domain.phrases import Phrases
from stationkiosk.domain.rules import Book
from stationkiosk.domain.text import Text
from stationkiosk.reference.rows import Row, fault
from stationkiosk.reference.rules import dated, load_book, one_of

_BY_THE_WORDS = "*"


class Agreements(NamedTuple):
    """What agreements are made of, and what they are checked by."""

    clauses: Book[Clause]
    confirmability: Book[Confirmability]


def load_agreements(folder: Path, corrections: Path | None) -> Agreements:
    """Return both books; a check nobody asks for, or a clause named and not there, is a fault."""
    clauses = load_book("clauses.toml", "clause", clause, folder, corrections)
    rules = load_book("confirmability.toml", "rule", confirmability, folder, corrections)
    rows = [row for group in rules.rows.values() for row in group]
    for row in rows:
        for named in set(row.clauses) - set(clauses.rows):
            raise fault("confirmability.toml", row.id, "no_such_clause", named)
    for check in set(CHECKS) - {row.check for row in rows}:
        raise fault("confirmability.toml", check, "missing_row")
    return Agreements(clauses, rules)


def clause(row: Row) -> Clause:
    """Take a clause apart: every blank has its slot, and a duty says all five facets."""
    words = row.text("words")
    slots = tuple(_slot(slot) for slot in row.rows("slot"))
    _check_blanks(row, words, slots)
    return Clause(
        **dated(row),
        label=row.text("label"),
        words=words,
        slots=slots,
        duty=_duty(row, {slot.id: slot.kind for slot in slots}),
        needs=row.text("needs"),
        article=row.text("article"),
    )


def confirmability(row: Row) -> Confirmability:
    """Take a rule on confirmability apart."""
    check = row.string("check")
    if check not in CHECKS:
        row.fail("no_such_check", check)
    phrases = Phrases(
        row.strings("words_zh"), row.strings("words_en"), row.strings("except_zh"), row.strings("except_en")
    )
    if (check == "words") != bool(phrases.zh and phrases.en):
        row.fail("missing_key", "words_zh, words_en")
    return Confirmability(
        **dated(row),
        check=check,
        severity=one_of(row, "severity", Severity),
        stage=one_of(row, "stage", Stage),
        what=row.text("what"),
        mend=row.text("mend"),
        article=row.text("article"),
        phrases=phrases,
        clauses=row.strings("clauses"),
        days=row.integer("days", 0),
    )


def _slot(row: Row) -> Slot:
    slot = Slot(
        id=row.string("id"),
        kind=one_of(row, "kind", SlotKind),
        label=row.text("label"),
        role=one_of(row, "role", Role) if row.has("role") else Role.NONE,
        choices=tuple(Choice(choice.string("id"), choice.text("label")) for choice in row.rows("option")),
        ready=one_of(row, "ready", Ready) if row.has("ready") else Ready.NOTHING,
    )
    if bool(slot.choices) != (slot.kind is SlotKind.CHOICE):
        row.fail("wrong_type", "option")
    return slot


def _check_blanks(row: Row, words: Text, slots: tuple[Slot, ...]) -> None:
    ids = [slot.id for slot in slots]
    if len(set(ids)) != len(ids):
        row.fail("twice", "slot")
    for said in (words.zh, words.en):
        blanks = {name for _, name, _, _ in Formatter().parse(said) if name is not None}
        if blanks != set(ids):
            row.fail("wrong_blanks", ", ".join(sorted(blanks ^ set(ids))))


def _duty(row: Row, kinds: Mapping[str, SlotKind]) -> dict[Facet, str]:
    given = row.table("duty")
    if given and set(given) != set(Facet):
        row.fail("missing_key", "duty")
    duty = {}
    for facet in Facet if given else ():
        slot = given[facet]
        if slot != _BY_THE_WORDS and slot not in kinds:
            row.fail("no_such_slot", f"duty.{facet}")
        duty[facet] = "" if slot == _BY_THE_WORDS else str(slot)
    if duty and kinds.get(duty[Facet.WHO]) is not SlotKind.PARTY:
        row.fail("wrong_type", "duty.who")
    return duty

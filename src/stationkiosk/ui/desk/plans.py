"""What a dialog of the case page is for: an action, a correction, a contact, a paper, a reprint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from stationkiosk.casework.desk.views import (
    CaseFile,
    Choice,
    InputAsked,
    Line,
    MatterShown,
    NextAction,
    PaperShown,
    PartyShown,
)
from stationkiosk.casework.views import CopyView
from stationkiosk.domain.text import Text

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

Inputs = Mapping[str, str]
Say = Callable[[str], Text]
Prepare = Callable[[tuple[InputAsked, ...]], tuple[InputAsked, ...]]

NOTHING = Text("", "")
FIRST_COPY = "first"
"""Why a paper is printed that was never printed before."""

ON_A_TAB = dict.fromkeys(("draft", "fix", "sign", "sign_mediator", "seal_agreement"), "agreement")
"""Acts that no dialog can ask for, and the tab that does each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Something about to be done to a case as it was read.

    ``again`` returns the same plan on a newer reading of the case, or why it is closed there.
    ``line`` is the field of the record it changes, "" where it changes none; ``begins`` the input
    that the keys go to first, "" for the first that is missing; ``about`` what it was begun for, so
    that what was typed for one session does not come up for another.
    """

    id: str
    file: CaseFile
    title: Text
    button: Text
    told: Text
    fields: tuple[InputAsked, ...]
    do: Callable[[Desk, Inputs, str], CaseFile]
    again: Callable[[CaseFile], Plan | Text]
    preview: Callable[[Desk, Inputs], tuple[bytes, ...]] | None = None
    lead: Text = NOTHING
    article: Text | None = None
    papers: tuple[Text, ...] = ()
    starts: tuple[Text, ...] = ()
    matter_n: int = 0
    line: str = ""
    begins: str = ""
    about: str = ""


def acting(
    file: CaseFile,
    matter: MatterShown,
    action: NextAction,
    say: Say,
    prepare: Prepare = lambda inputs: inputs,
    about: str = "",
) -> Plan:
    """Plan an action of a matter; ``prepare`` puts in what is known of its inputs where it is begun."""

    def do(desk: Desk, inputs: Inputs, key: str) -> CaseFile:
        return desk.act(file.case_id, matter.n, action.id, inputs, file.version, matter.version, key)

    def again(newer: CaseFile) -> Plan | Text:
        found = find(newer, matter.n, action.id)
        if found is None:
            return say("acting.gone")
        return found[1].closed or acting(newer, *found, say, prepare, about)

    return Plan(
        id=action.id,
        file=file,
        title=action.label,
        button=action.label,
        told=say("acting.done").put(action=action.label),
        fields=with_parties(prepare(action.inputs), file.parties),
        do=do,
        again=again,
        preview=(lambda desk, inputs: desk.preview(file.case_id, matter.n, action.id, inputs))
        if action.papers
        else None,
        lead=matter.track,
        article=action.article,
        papers=action.papers,
        starts=action.starts,
        matter_n=matter.n,
        about=about,
    )


def correcting(file: CaseFile, line: Line, say: Say) -> Plan:
    """Plan the correction of a line of the record; it needs a reason."""

    def do(desk: Desk, inputs: Inputs, _key: str) -> CaseFile:
        return desk.correct(file.case_id, line.field, inputs["value"], inputs["reason"], file.version)

    def again(newer: CaseFile) -> Plan | Text:
        found = line_of(newer, line.field)
        return correcting(newer, found, say) if found else say("acting.line_gone")

    return Plan(
        id="correct",
        file=file,
        title=say("acting.correct").put(line=line.label),
        button=say("acting.correct_do"),
        told=say("acting.corrected").put(line=line.label),
        fields=(
            InputAsked("value", "text", line.label, required=True, value=_to_begin_with(line, say)),
            InputAsked("reason", "text", say("acting.reason"), required=True),
        ),
        do=do,
        again=again,
        lead=say("acting.correct_lead"),
        line=line.field,
        begins="value",
    )


def contacting(file: CaseFile, say: Say) -> Plan:
    """Plan the entry of an attempt to reach a party; who and how stand in it where there is one choice."""

    def do(desk: Desk, inputs: Inputs, _key: str) -> CaseFile:
        paper = int(inputs["paper"]) if inputs.get("paper") else None
        day = date.fromisoformat(inputs["day"]) if inputs.get("day") else None
        party, way, result = int(inputs["party"]), inputs["way"], inputs["result"]
        return desk.contact(file.case_id, party, way, result, paper, day)

    party = last_contacted(file)
    papers = tuple(Choice(str(p.ref.n), p.title) for p in file.papers)
    fields = [
        InputAsked("party", "party", say("acting.whom"), required=True, value=party),
        InputAsked("way", "choice", say("acting.way"), True, choices=file.contact_ways),
        InputAsked("result", "choice", say("acting.result"), True, choices=file.contact_results),
    ]
    if papers:
        fields.append(InputAsked("paper", "choice", say("acting.which_paper"), False, choices=papers))
        fields.append(InputAsked("day", "day", say("acting.served_on"), False))
    return Plan(
        id="contact",
        file=file,
        title=say("acting.contact"),
        button=say("acting.contact_do"),
        told=say("acting.contacted"),
        fields=with_parties(tuple(fields), file.parties),
        do=do,
        again=lambda newer: contacting(newer, say),
    )


def making(file: CaseFile, paper: NextAction, say: Say) -> Plan:
    """Plan a paper that no act issues."""

    def again(newer: CaseFile) -> Plan | Text:
        found = next((one for one in newer.makes if one.id == paper.id), None)
        if found is None:
            return say("acting.gone")
        return found.closed or making(newer, found, say)

    return Plan(
        id=f"make_{paper.id}",
        file=file,
        title=say("acting.make").put(paper=paper.label),
        button=say("acting.make_do"),
        told=say("acting.made").put(paper=paper.label),
        fields=with_parties(paper.inputs, file.parties),
        do=lambda desk, inputs, _key: desk.make_paper(file.case_id, paper.id, inputs),
        again=again,
        preview=lambda desk, inputs: desk.preview_paper(file.case_id, paper.id, inputs),
        article=paper.article,
        papers=(paper.label,),
    )


def printing(
    file: CaseFile,
    paper: PaperShown,
    printers: tuple[Choice, ...],
    copied: Callable[[CopyView], None],
    say: Say,
) -> Plan:
    """Plan a copy of a paper on a printer that is chosen; a further copy needs a reason.

    ``copied`` is told what the printer took.
    """
    again_ = paper.copies > 0

    def do(desk: Desk, inputs: Inputs, _key: str) -> CaseFile:
        reason = inputs["reason"] if again_ else FIRST_COPY
        copied(desk.print_paper(paper.ref, reason, inputs.get("printer", "")))
        return desk.open(file.case_id)

    def again(newer: CaseFile) -> Plan | Text:
        return printing(newer, paper, printers, copied, say)

    first = printers[0].id if printers else ""
    fields = [InputAsked("printer", "choice", say("printing_page.print_on"), True, None, printers, first)]
    fields = fields if printers else []
    if again_:
        fields.append(InputAsked("reason", "text", say("acting.reason"), required=True))
    title = "acting.reprint" if again_ else "printing_page.print_titled"
    return Plan(
        id="reprint" if again_ else "print",
        file=file,
        title=say(title).put(paper=paper.title),
        button=say("acting.reprint_do"),
        told=say("acting.reprinted").put(paper=paper.title),
        fields=tuple(fields),
        do=do,
        again=again,
    )


def revealing(file: CaseFile, revealed: Callable[[tuple[Line, ...]], None], say: Say) -> Plan:
    """Plan to open who reported a breach; it needs a reason. ``revealed`` is told what was read."""

    def do(desk: Desk, inputs: Inputs, _key: str) -> CaseFile:
        revealed(desk.open_reporter(file.case_id, inputs["reason"]))
        return desk.open(file.case_id)

    return Plan(
        id="reporter",
        file=file,
        title=say("acting.reporter"),
        button=say("acting.reporter_do"),
        told=say("acting.reporter_done"),
        fields=(InputAsked("reason", "text", say("acting.reason"), True, say("acting.no_reporter")),),
        do=do,
        again=lambda newer: revealing(newer, revealed, say),
        lead=say("acting.reporter_lead"),
    )


def find(file: CaseFile, matter_n: int, action_id: str) -> tuple[MatterShown, NextAction] | None:
    """Return a matter and one of its actions, None where either is not there."""
    for matter in file.matters:
        if matter.n == matter_n:
            return next(((matter, action) for action in matter.actions if action.id == action_id), None)
    return None


def line_of(file: CaseFile, field: str) -> Line | None:
    """Return the line of the record that a field's name stands for."""
    party_lines = (line for party in file.parties for line in party.lines)
    for line in (*party_lines, *file.right, *file.facts, *file.claims, *file.consents, *file.answers):
        if line.field == field:
            return line
    return None


def _to_begin_with(line: Line, say: Say) -> str:
    """Return what stands in the field of a correction: nothing where the value is masked or missing."""
    told = line.value.zh
    return "" if "*" in told or line.value == say("casefile.party.none") else told


def last_contacted(file: CaseFile) -> str:
    """Return the number of the party last tried, as an input; else of the one complained about."""
    wanted = (*(contact.party for contact in file.contacts[-1:]), file.respondent)
    known = {party.name: str(party.n) for party in reversed(file.parties)}
    return next((known[name] for name in wanted if name in known), "")


def with_parties(fields: tuple[InputAsked, ...], parties: tuple[PartyShown, ...]) -> tuple[InputAsked, ...]:
    """Return the fields with the case's parties as the choices of those that ask for one."""
    choices = tuple(Choice(str(p.n), Text(p.name, p.name), p.role) for p in parties)
    return tuple(
        replace(field, choices=choices)
        if field.kind in ("party", "parties") and not field.choices
        else field
        for field in fields
    )

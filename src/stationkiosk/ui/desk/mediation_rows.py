"""A mediation as rows for QML: who, when, what was said and what is owed, in the moment's language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from stationkiosk.casework.mediating.shown import (
    Attendant,
    DutyShown,
    DutyState,
    MediationShown,
    Reader,
    SessionShown,
    TalkShown,
)
from stationkiosk.domain import money
from stationkiosk.domain.agreement import Capacity
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.times import clock_text

Row = dict[str, object]

TONES = {Reader.MEDIATOR: "ink", Reader.FILER: "amber", Reader.OTHER: "amber", Reader.BOTH: "jade"}
"""The colour of who may be shown what was said; the word stands beside it."""

TALKED = frozenset({"mediating", "suspended"})
"""Stages in which what is said is noted."""

ANSWERS = ("taken", "refused", "countered")
ANSWER_TONES = {"taken": "jade", "refused": "seal", "countered": "sand", "": "amber"}
SESSION_TONES = {"planned": "sand", "open": "jade", "over": "soft"}


class MediationRows:
    """Says a mediation's parts; ``may`` are the acts that are open now."""

    def __init__(self, words: Words, shown: MediationShown, may: Collection[str], now: datetime) -> None:
        self._words = words
        self._shown = shown
        self._may = may
        self._now = now

    def say(self, key: str, **values: object) -> str:
        """Say the words at ``mediate.key`` with values put in."""
        return self._words.speak(self._words.text(f"mediate.{key}").put(**values))

    # who

    def way(self) -> list[Row]:
        """Return the way of mediating, the mediator and what they disclosed, as labelled lines."""
        speak, shown = self._words.speak, self._shown
        told = [
            ("mediator", self._mediator()),
            ("disclosed", shown.disclosed),
            ("body", speak(shown.body)),
        ]
        if shown.way is not None:
            told[:0] = [("way", speak(shown.way.label))]
            told += [
                ("consent", speak(shown.way.consent)),
                ("effect", speak(shown.way.takes_effect)),
                ("signs", speak(shown.way.signs)),
            ]
        return [_line(self.say(key), value) for key, value in told if value]

    def _mediator(self) -> str:
        name = self._shown.mediator_name or self._shown.mediator
        return self.say("mediator_you", name=name) if name and self._shown.mine else name

    def people(self) -> list[Row]:
        """Return who may come and sign, with whether they were told their rights and duties."""
        return [self._person(one) for one in self._shown.attendants]

    def _person(self, one: Attendant) -> Row:
        doubt = one.capacity is Capacity.AGENT and not one.may_settle
        told = {a.side_n for a in self._shown.attendants if a.informed}
        known = "told" if one.informed else "side_told" if one.side_n in told else "not_told"
        return {
            "n": one.n,
            "name": one.name,
            "role": self._words.speak(one.role),
            "side": self.say("for_side", who=one.side) if one.side != one.name else "",
            "doubt": self.say("may_not_settle") if doubt else "",
            "told": self.say(known),
            "informed": known != "not_told",
            "acts": self._acts((("inform", "tell"),), {"party": str(one.n)}) if not one.informed else [],
        }

    # when

    def sessions(self) -> list[Row]:
        """Return the sessions: what is under way, what is to come by its day, then what is over."""
        order = {"open": 0, "planned": 1, "over": 2}

        def place(one: SessionShown) -> tuple[int, float]:
            at = one.starts_at.timestamp()
            return order[state_of(one)], -at if one.closed_at else at

        return [self._session(one) for one in sorted(self._shown.sessions, key=place)]

    def _session(self, one: SessionShown) -> Row:
        state, alone = state_of(one), self.side(one.with_n) if one.private else ""
        return {
            "n": one.n,
            "title": self.say("session", n=one.n),
            "private": one.private,
            "kind": self.say("alone_with", who=alone) if one.private else self.say("together"),
            "when": self.span(one.starts_at, one.minutes),
            "room": one.room,
            "state": self.say(f"session_{state}"),
            "tone": SESSION_TONES[state],
            "open": state == "open",
            "present": self.say("present", who="、".join(one.present)) if one.present else "",
            "outcome": self._words.speak(one.outcome),
            "acts": self._session_acts(one, state),
        }

    def _session_acts(self, one: SessionShown, state: str) -> list[Row]:
        acts = {
            "planned": (("open_session", "open"), ("move_session", "move")),
            "open": (("close_session", "close"),),
            "over": (("record", "record"),),
        }[state]
        rows = self._acts(acts, {"session": str(one.n)})
        if state == "planned":
            absent = {"session": str(one.n), "outcome": "absent"}
            rows += self._acts((("close_session", "absent"),), absent)
        return rows

    def span(self, starts: datetime, minutes: int) -> str:
        """Return from when to when; today's without its day."""
        ends = (starts + timedelta(minutes=minutes)).astimezone(STATION_TIME)
        return f"{clock_text(starts, self._now)}–{ends:%H:%M}"

    def side(self, n: int | None) -> str:
        """Return what a side is called, by the number of its party."""
        return next((a.side for a in self._shown.attendants if n in (a.side_n, a.n)), "")

    # what was said

    def talks(self, *, covered: bool) -> list[Row]:
        """Return what was said, the newest first; ``covered`` hides what is not for both sides."""
        return [self._talk(one, covered=covered) for one in reversed(self._shown.talks or ())]

    def _talk(self, one: TalkShown, *, covered: bool) -> Row:
        hidden = covered and one.reader is not Reader.BOTH
        open_offer = bool(one.offer) and not one.answer and self._shown.stage in TALKED
        return {
            "n": one.n,
            "offer": self.say("offer_n", n=one.offer) if one.offer else "",
            "who": self.side(one.side_n) or self.say("by_mediator"),
            "reader": self.reader(one.reader),
            "tone": TONES[one.reader],
            "private": one.reader is not Reader.BOTH,
            "text": self.say("covered") if hidden else one.text,
            "hidden": hidden,
            "amount": self.sum(one.amount) if one.amount is not None and not hidden else "",
            "answer": self.say(f"answer_{one.answer or 'open'}") if one.offer and not hidden else "",
            "answerTone": ANSWER_TONES.get(one.answer, "sand"),
            "answers": self._answers() if open_offer and not hidden and self._shown.mine else [],
            "at": clock_text(one.at, self._now),
            "session": self.say("session", n=one.session_n) if one.session_n else "",
        }

    def _answers(self) -> list[Row]:
        return [{"id": answer, "label": self.say(f"answer_{answer}")} for answer in ANSWERS]

    def reader(self, reader: Reader) -> str:
        """Return who may be shown what was said, in words."""
        known = sides(self._shown)
        name = {Reader.FILER: known[:1], Reader.OTHER: known[1:][-1:]}.get(reader, ())
        return self.say(f"reader_{reader}", who="".join(self.side(n) for n in name))

    def between(self, *, covered: bool) -> str:
        """Return what each side offered last and how far apart they are, "" before both did."""
        last: dict[int, Decimal] = {}
        for one in self._shown.talks or ():
            open_ = not covered or one.reader is Reader.BOTH
            if one.offer and one.side_n is not None and one.amount is not None and open_:
                last[one.side_n] = one.amount
        if len(last) != 2:
            return ""
        (a, first), (b, second) = sorted(last.items())
        return self.say(
            "apart",
            a=self.side(a),
            first=self.sum(first),
            b=self.side(b),
            second=self.sum(second),
            between=self.sum(abs(first - second)),
        )

    def sum(self, amount: Decimal) -> str:
        """Return a sum in yuan."""
        return self.say("yuan", sum=money.show(amount))

    # what is owed

    def duties(self) -> list[Row]:
        """Return the duties, those that are open by their day first."""
        today = station_day(self._now)
        first = sorted(
            self._shown.duties, key=lambda d: (d.state is not DutyState.OPEN, d.due or date.max, d.n)
        )
        return [self._duty(one, today) for one in first]

    def _duty(self, one: DutyShown, today: date) -> Row:
        told, tone = self._standing(one, today)
        proof = " · ".join(filter(None, (one.proof, one.note)))
        open_ = one.state is DutyState.OPEN
        acts = (("duty_done", "done"), ("duty_broken", "broken"))
        return {
            "n": one.n,
            "what": self._words.speak(one.what),
            "who": one.who,
            "amount": self.sum(one.amount) if one.amount is not None else "",
            "due": one.due.isoformat() if one.due else self.say("no_day"),
            "told": told,
            "tone": tone,
            "done": one.state is DutyState.DONE,
            "broken": one.state is DutyState.BROKEN,
            "proof": proof,
            "term": self.say("term", n=one.term),
            "acts": self._acts(acts, {"duty": str(one.n)}) if open_ else [],
        }

    def _standing(self, one: DutyShown, today: date) -> tuple[str, str]:
        if one.state is DutyState.DONE:
            return self.say("duty_done", day=one.done_on.isoformat() if one.done_on else ""), "jade"
        if one.state is DutyState.BROKEN:
            return self.say("duty_broken"), "seal"
        days = (one.due - today).days if one.due else None
        if days is None:
            return self.say("duty_open"), "sand"
        if days < 0:
            return self.say("duty_late", n=-days), "seal"
        return (self.say("duty_today"), "amber") if days == 0 else (self.say("duty_left", n=days), "sand")

    def tally(self) -> str:
        """Return how many duties are done, open and broken."""
        states = [duty.state for duty in self._shown.duties]
        counts = {str(state): states.count(state) for state in DutyState}
        return self.say("tally", all=len(states), **counts) if states else ""

    def _acts(self, acts: Iterable[tuple[str, str]], given: dict[str, str]) -> list[Row]:
        return list(self._offered(acts, given))

    def _offered(self, acts: Iterable[tuple[str, str]], given: dict[str, str]) -> Iterator[Row]:
        for action, label in acts:
            if action in self._may:
                yield {"action": action, "label": self.say(f"do_{label}"), "given": given}


def sides(shown: MediationShown | None) -> tuple[int, ...]:
    """Return the sides by the numbers of their parties: who filed first, the other side last."""
    return tuple(dict.fromkeys(a.side_n for a in (shown.attendants if shown else ())))


def state_of(session: SessionShown) -> str:
    """Return whether a session is ``planned``, ``open`` or ``over``."""
    if session.closed_at is not None:
        return "over"
    return "open" if session.opened_at is not None else "planned"


def _line(label: str, value: str) -> Row:
    return {"label": label, "value": value, "field": "", "corrected": False}

"""A case as rows for QML: everything in words of the moment's language, nothing left to reckon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from stationkiosk.casework.desk.views import (
    CaseFile,
    Clock,
    ContactShown,
    EntryShown,
    ExhibitShown,
    Line,
    MatterShown,
    NextAction,
    PaperShown,
    PartyShown,
    Urgency,
)
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.files import family, show_size, show_time
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.offered import icon
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.times import DAY_MINUTES, length_text, minutes_between, moment_text

Row = dict[str, object]

NEAR_MINUTES = 30
"""From how many minutes before the aim the clock says that it is near."""

TONES = {
    Urgency.NONE: "soft",
    Urgency.LATER: "soft",
    Urgency.SOON: "amber",
    Urgency.TODAY: "amber",
    Urgency.OVERDUE: "seal",
}

HASH_GROUP = 4

MACHINES = ("", "station", "kiosk")
"""Actors that are nobody's sign-in name; their role says it all."""


class Shown:
    """Says a case's parts in the language of the moment."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def say(self, key: str, **values: object) -> str:
        """Say the words at ``key`` with values put in."""
        return self._words.speak(self._words.text(key).put(**values))

    def speak(self, text: Text | None) -> str:
        """Say a text."""
        return self._words.speak(text)

    # the head

    def title(self, file: CaseFile) -> str:
        """Return who stands against whom; a side that is sealed or not known is left out."""
        sides = [side for side in (file.claimant, file.respondent) if side]
        return f"  {self.say('case.versus')}  ".join(sides) or file.number

    def ended(self, file: CaseFile) -> str:
        """Return how a case ended, "" while anything of it is open."""
        if not file.matters or not all(matter.ended for matter in file.matters):
            return ""
        states = dict.fromkeys(self.speak(matter.state) for matter in file.matters)
        return self.say("case.ended", how="、".join(states))

    def under_title(self, file: CaseFile) -> list[str]:
        """Return number, kind, station, when it was filed and how."""
        filed = moment_text(file.filed_at)
        parts = (file.number, self.speak(file.kind), self.speak(file.station), filed, self.speak(file.how))
        return [part for part in parts if part]

    def elapsed(self, file: CaseFile, now: datetime) -> Row:
        """Return how long the case takes so far, against the station's aim, with a word and a tone."""
        ended = bool(file.matters) and all(matter.ended for matter in file.matters)
        end = max(matter.since for matter in file.matters) if ended else now
        minutes = minutes_between(file.filed_at, end)
        left = file.target - minutes
        tone = "jade" if left > NEAR_MINUTES or (ended and left >= 0) else "amber"
        aim = length_text(file.target)
        if ended:
            told = "case.took_within" if left >= 0 else "case.took_over"
        elif left > NEAR_MINUTES:
            told = "case.within"
        else:
            told = "case.near" if left >= 0 else "case.over"
        days = minutes // DAY_MINUTES
        label = self.say("case.took" if ended else "case.elapsed")
        return {
            "label": label if days else label + self.say("case.in_hours"),
            "time": self.say("case.days", n=days) if days else length_text(minutes),
            "told": self.say(told, aim=aim, left=length_text(max(0, left))),
            "tone": tone,
        }

    def matter(self, matter: MatterShown) -> Row:
        """Return a matter as a stage of the rail."""
        since = moment_text(matter.since)
        who = matter.owner or self.speak(matter.holder)
        key = "case.ended_since" if matter.ended else "case.with_since"
        return {
            "n": matter.n,
            "number": matter.number,
            "track": self.speak(matter.track),
            "state": self.speak(matter.state),
            "who": self.say(key, who=who, since=since),
            "owner": matter.owner,
            "ended": matter.ended,
        }

    def tabs(self, tabs: Iterable[str], file: CaseFile | None) -> list[Row]:
        """Return the tabs of a case, with how much evidence and how many papers there are."""
        counts = {"evidence": len(file.exhibits), "papers": len(file.papers)} if file else {}
        return [{"id": t, "label": self.say(f"case.tab_{t}"), "count": counts.get(t, 0)} for t in tabs]

    # the right column

    def actions(self, matter: MatterShown | None) -> list[Row]:
        """Return what may come next in a matter, in the order of ``ordered``."""
        rows = ordered(matter.actions if matter else ())
        return [self.action(action, primary=primary) for action, primary in rows]

    def makes(self, file: CaseFile) -> list[Row]:
        """Return the papers that can be made, as buttons."""
        return [self.action(paper, primary=False) for paper in file.makes]

    def clocks(self, file: CaseFile, matter_n: int, now: datetime) -> list[Row]:
        """Return the deadlines of a matter, those that run first; then those that run in the others."""
        tracks = {matter.n: self.speak(matter.track) for matter in file.matters}
        ours = [clock for clock in file.clocks if clock.matter_n == matter_n]
        others = [c for c in file.clocks if c.matter_n != matter_n and c.stopped_at is None]
        ours.sort(key=lambda clock: (clock.stopped_at is not None, clock.due))
        others.sort(key=lambda clock: clock.due)
        today = station_day(now)
        rows = [self.clock(clock, today) | {"matter": ""} for clock in ours]
        return rows + [self.clock(c, today) | {"matter": tracks.get(c.matter_n, "")} for c in others]

    def withheld(self, file: CaseFile) -> list[Row]:
        """Return what is kept from the person, and why."""
        return [{"what": self.speak(one.what), "why": self.speak(one.why)} for one in file.withheld]

    def action(self, action: NextAction, *, primary: bool) -> Row:
        """Return an action as a button."""
        return {
            "matter": action.matter_n,
            "id": action.id,
            "label": self.speak(action.label),
            "closed": self.speak(action.closed),
            "article": self.speak(action.article),
            "key": action.key if action.closed is None else "",
            "primary": primary,
        }

    def clock(self, clock: Clock, today: date) -> Row:
        """Return a deadline: its day, the word for how near it is, and why it is that day."""
        days = (clock.due - today).days
        if clock.stopped_at is not None:
            told, tone = self.say("case.clock_done"), "jade"
        elif clock.still:
            told, tone = self.say("case.clock_still"), "amber"
        elif clock.urgency is Urgency.NONE:
            told, tone = self.say("case.clock_over_and_done"), "soft"
        elif days < 0:
            told, tone = self.say("case.clock_over", n=-days), "seal"
        elif days == 0:
            told, tone = self.say("case.clock_today"), "amber"
        else:
            told = self.say("case.clock_left", n=days)
            tone = TONES[clock.urgency]
        return {
            "label": self.speak(clock.label),
            "due": clock.due.isoformat(),
            "told": told,
            "tone": tone,
            "provisional": clock.provisional and clock.stopped_at is None,
            "stopped": clock.stopped_at is not None,
            "why": [self.speak(line) for line in clock.why],
        }

    # the tabs

    def line(self, line: Line) -> Row:
        """Return a labelled value."""
        return {
            "label": self.speak(line.label),
            "value": self.speak(line.value),
            "field": line.field,
            "corrected": line.corrected,
        }

    def lines(self, lines: Iterable[Line]) -> list[Row]:
        """Return labelled values."""
        return [self.line(line) for line in lines]

    def party(self, party: PartyShown, names: dict[int, str]) -> Row:
        """Return a party as a card."""
        stands_for = names.get(party.answers_for, "") if party.answers_for is not None else ""
        named = next((line for line in party.lines if line.field.endswith(".name")), None)
        return {
            "n": party.n,
            "role": self.speak(party.role),
            "name": party.name or self.speak(named.value if named else None),
            "nameField": named.field if named else "",
            "corrected": bool(named and named.corrected),
            "lines": self.lines(line for line in party.lines if line is not named),
            "standsFor": self.say("case.answers_for", name=stands_for) if stands_for else "",
        }

    def parties(self, file: CaseFile) -> list[Row]:
        """Return the parties as cards."""
        names = {party.n: party.name for party in file.parties}
        return [self.party(party, names) for party in file.parties]

    def journal(self, file: CaseFile) -> list[Row]:
        """Return the journal, the newest entry first."""
        return [self.entry(entry) for entry in sorted(file.journal, key=lambda entry: -entry.seq)]

    def groups(self, file: CaseFile) -> list[Row]:
        """Return the facts in groups: the right, what happened, what is wanted, what was agreed to."""
        all_ = (("right", file.right), ("facts", file.facts), ("claims", file.claims))
        named = (*all_, ("consents", file.consents))
        return [
            {"id": id, "title": self.say(f"case.group_{id}"), "lines": self.lines(lines)}
            for id, lines in named
            if lines
        ]

    def exhibit(self, exhibit: ExhibitShown, source: str) -> Row:
        """Return a piece of evidence as a tile; ``source`` is where QML finds its picture."""
        kind = self.say(f"evidence.kind_{family(exhibit.media_type)}")
        pages = self.say("evidence.pages", n=exhibit.pages) if exhibit.pages > 1 else ""
        return {
            "n": exhibit.n,
            "label": self.say("case.exhibit", n=exhibit.n),
            "name": exhibit.name,
            "icon": icon(exhibit.media_type),
            "about": "  ·  ".join(filter(None, (kind, pages, show_size(exhibit.size)))),
            "who": self.say(
                "case.brought", who=self.speak(exhibit.brought_by), at=moment_text(exhibit.received_at)
            ),
            "purpose": self.say(f"shows.{exhibit.purpose}") if exhibit.purpose else "",
            "source": self.speak(exhibit.source),
            "hash": grouped(exhibit.sha256),
            "short": shortened(exhibit.sha256),
            "picture": source,
        }

    def length(self, seconds: int) -> str:
        """Return how long a film or a sound lasts, "" where it does not say."""
        return show_time(seconds) if seconds else ""

    def paper(self, at: int, paper: PaperShown) -> Row:
        """Return an issued paper as a line of the list."""
        printed = self.say("case.copies", n=paper.copies) if paper.copies else self.say("case.no_copies")
        return {
            "at": at,
            "title": self.speak(paper.title),
            "number": paper.number,
            "issued": moment_text(paper.issued_at),
            "language": self.say(f"case.language_{paper.language}"),
            "printed": printed,
            "outdated": self.say("case.before_correction") if paper.before_correction else "",
            "copies": paper.copies,
        }

    def contact(self, contact: ContactShown) -> Row:
        """Return an attempt to reach a party."""
        return {
            "n": contact.n,
            "at": moment_text(contact.made_at),
            "party": contact.party,
            "way": self.speak(contact.way),
            "result": self.speak(contact.result) or self.say("case.no_result"),
            "paper": self.speak(contact.paper),
            "by": contact.made_by,
        }

    def who(self, entry: EntryShown) -> str:
        """Return whose an entry of the journal is: a sign-in name, or the role where it is nobody's."""
        return self.speak(entry.role) if entry.actor in MACHINES else entry.actor

    def moved(self, entries: Sequence[EntryShown]) -> str:
        """Return what somebody else did meanwhile: the last of it."""
        if not entries:
            return self.say("case.moved")
        return self.say("case.moved_by", who=self.who(entries[-1]), what=self.speak(entries[-1].what))

    def entry(self, entry: EntryShown) -> Row:
        """Return an entry of the journal."""
        return {
            "seq": entry.seq,
            "at": moment_text(entry.at),
            "who": self.speak(entry.role) + ("" if entry.actor in MACHINES else f" {entry.actor}"),
            "what": self.speak(entry.what),
            "reason": entry.reason,
            "hash": entry.hash,
        }

    def journal_head(self, file: CaseFile) -> Row:
        """Return the head of the journal: how many entries, whether the chain holds, the last hash."""
        last = max(file.journal, key=lambda entry: entry.seq, default=None)
        told = {True: "case.chain_holds", False: "case.chain_broken", None: "case.chain_unchecked"}
        return {
            "count": self.say("case.entries", n=len(file.journal)),
            "told": self.say(told[file.verified]),
            "tone": {True: "jade", False: "seal", None: "soft"}[file.verified],
            "hash": last.hash if last else "",
            "at": last.at.astimezone(STATION_TIME).strftime("%H:%M:%S") if last else "",
        }


def ordered(actions: Iterable[NextAction]) -> list[tuple[NextAction, bool]]:
    """Return actions, the one to be done first in front, then the open ones, then the closed ones.

    Each goes with whether it is the one primary button.
    """
    known = sorted(actions, key=lambda one: (one.closed is not None, not one.primary))
    leads = bool(known) and known[0].closed is None and known[0].primary
    return [(one, leads and n == 0) for n, one in enumerate(known)]


def first_matter(file: CaseFile) -> int:
    """Return the matter to be looked at first: where the primary action is, else an open one."""
    leading = (m for m in file.matters if any(a.primary and a.closed is None for a in m.actions))
    still_open = (m for m in file.matters if not m.ended)
    first = next(leading, None) or next(still_open, None) or next(iter(file.matters), None)
    return first.n if first else 0


def grouped(digest: str) -> str:
    """Return a hash in groups that can be read aloud."""
    return " ".join(digest[n : n + HASH_GROUP] for n in range(0, len(digest), HASH_GROUP))


def shortened(digest: str) -> str:
    """Return the ends of a hash."""
    return f"{digest[:4]} {digest[4:8]} … {digest[-4:]}" if len(digest) > 3 * HASH_GROUP else digest

"""Printers, jobs and copies in words, for whoever stands at the desk and can mend what is wrong."""

from __future__ import annotations

from typing import Any

from stationkiosk.casework.desk.views import Choice
from stationkiosk.casework.printing.shown import FOLDER, CopyShown, PrinterOffered, PrinterShown
from stationkiosk.casework.views import CopyState, CopyView
from stationkiosk.devices.printing import JobState, PrinterState, Queued, Stage, Supply
from stationkiosk.domain.copies import MOVING
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.saying import told

Row = dict[str, Any]
OUT = (CopyState.SETTLED, CopyState.IN_HAND)
OWN_PAGES = ("trial", "readiness")
"""What the station prints of itself; a job's title names it so."""
TONES = {"good": "jade", "warn": "amber", "bad": "seal", "off": "ink"}
"""The colour of what a self-test found."""


def title_of(words: Words, trouble: str) -> Text:
    """Return what a trouble is called."""
    return words.fault(KnownError(trouble))[0]


def do_of(words: Words, trouble: str) -> Text:
    """Return what staff do about a trouble; of one that is no printer's, what its fault says."""
    try:
        return words.text(f"printing_page.do.{trouble}")
    except KeyError:
        return words.fault(KnownError(trouble))[2]


def refusal(words: Words, fault: KnownError) -> str:
    """Return a fault in a line: what it is, and what staff do about it where it is a printer's."""
    try:
        do = words.text(f"printing_page.do.{fault.key}")
    except KeyError:
        return told(words, fault)
    stop = "。" if words.chosen is Language.ZH else ". "
    return words.speak(title_of(words, fault.key)) + stop + words.speak(do)


class PrintingWords:
    """What the page of printing says of each thing, in the language of the moment."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def say(self, key: str, **values: object) -> str:
        """Say the words at ``printing_page.<key>``."""
        return self._words.speak(self._words.text(f"printing_page.{key}").put(**values))

    def speak(self, text: Text | None) -> str:
        """Say a text."""
        return self._words.speak(text)

    def trouble(self, trouble: str) -> Row:
        """Return a trouble as its title and what to do; empty for none."""
        if not trouble:
            return {"title": "", "do": ""}
        return {
            "title": self.speak(title_of(self._words, trouble)),
            "do": self.speak(do_of(self._words, trouble)),
        }

    def title(self, trouble: str) -> str:
        """Say what a trouble is called; "" for none."""
        return self.speak(title_of(self._words, trouble)) if trouble else ""

    def because(self, said: str, trouble: str) -> str:
        """Say something, and the trouble behind it with what to do."""
        if not trouble:
            return said
        why = self.trouble(trouble)
        return self.say("because", said=said, why=why["title"], do=why["do"])

    def printer(self, one: PrinterShown) -> Row:
        """Return a printer as a line of the list."""
        return {
            "id": one.spec.id,
            "name": self.speak(one.spec.name),
            "state": self.standing(one.state),
            "tone": tone_of(one.state),
            "icon": "file" if one.spec.kind == "folder" else "printer",
            "sub": "  ·  ".join((self.say(f"kind.{one.spec.kind}"), self.say(f"format.{one.spec.format}"))),
        }

    def standing(self, state: PrinterState) -> str:
        """Say how a printer is in a word or two."""
        if not state.ready:
            return self.title(state.trouble or "printer_error")
        if state.warnings:
            return self.title(state.warnings[0])
        return self.say("busy", n=state.jobs) if state.jobs else self.say("ready")

    def facts(self, one: PrinterShown) -> list[Row]:
        """Return what is known of a printer, line by line."""
        spec = one.spec
        lines = [
            ("model", one.state.model),
            ("address", spec.address),
            ("paper", self.say(f"format.{spec.format}")),
            ("trays", self.say("between").join(one.state.trays)),
            ("offered", self.say("offered_yes" if spec.public else "offered_no")),
            ("dots", str(spec.dots) if spec.kind == "escpos" else ""),
        ]
        return [
            {"id": name, "label": self.say(f"fact.{name}"), "text": text} for name, text in lines if text
        ]

    def supply(self, supply: Supply) -> Row:
        """Return something a printer uses up, with its level in words."""
        if supply.level is None:
            told = self.say("supply_low" if supply.low else "supply_untold")
        else:
            told = self.say("supply_low_at" if supply.low else "supply_at", n=supply.level)
        level = -1 if supply.level is None else supply.level
        return {"name": supply.name, "level": level, "told": told, "low": supply.low}

    def queued(self, job: Queued) -> Row:
        """Return a job that waits; another's is named only as such."""
        stage = self.say(f"stage.{job.stage}")
        title = self.say(f"own.{job.title}") if job.title in OWN_PAGES else job.title
        return {
            "job": job.job,
            "title": title if job.ours and title else self.say("ours" if job.ours else "others"),
            "told": f"{stage}  ·  {self.title(job.trouble)}" if job.trouble else stage,
            "ours": job.ours,
        }

    def trial(self, state: JobState) -> tuple[str, str]:
        """Say what became of a test page, and its tone."""
        return self._followed("trial", state)

    def report(self, state: JobState) -> tuple[str, str]:
        """Say what became of the report of a self-test, and its tone."""
        return self._followed("report", state)

    def _followed(self, what: str, state: JobState) -> tuple[str, str]:
        said = self.because(self.say(f"{what}.{state.stage}"), state.trouble)
        if state.stage in (Stage.PENDING, Stage.PRINTING):
            return said, "amber" if state.trouble else "jade"
        return said, {Stage.SETTLED: "jade", Stage.UNKNOWN: "amber"}.get(state.stage, "seal")

    def copy_state(self, state: CopyState) -> str:
        """Say where a copy stands."""
        return self._words.say(f"printing.state.{state}", "")

    def copy_line(self, copy: CopyShown, at: str) -> Row:
        """Return a copy as a line of the table; ``at`` is when it was asked for."""
        return {
            "key": copy_key(copy),
            "at": at,
            "title": self.speak(copy.title),
            "number": copy.paper_number,
            "copy": self.say("copy_no", n=copy.copy_no),
            "printer": self.speak(copy.printer),
            "by": self.speak(copy.asked_by),
            "state": self.copy_state(copy.state),
            "tone": "amber" if copy.needs else "off" if copy.state is CopyState.CANCELLED else "",
        }


def offered_choices(offered: tuple[PrinterOffered, ...], words: Words) -> tuple[Choice, ...]:
    """Return the printers somebody may choose from, the one of the rule first."""
    return tuple(
        Choice(
            one.id,
            words.text("printing_page.as_file") if one.id == FOLDER else one.name,
            None if one.ready else _not_ready(words, one.trouble),
        )
        for one in offered
    )


def _not_ready(words: Words, trouble: str) -> Text:
    return words.text("printing_page.not_ready").put(trouble=title_of(words, trouble or "printer_error"))


def copy_key(copy: CopyShown) -> str:
    """Return what a copy is known by from one look to the next."""
    return f"{copy.ref.case_id}/{copy.n}"


def tone_of(state: PrinterState) -> str:
    """Return the colour of a printer's state."""
    if not state.ready:
        return "seal"
    return "amber" if state.warnings else "jade"


def view_tone(copy: CopyView) -> str:
    """Return the colour of where a copy stands."""
    if copy.state is CopyState.UNKNOWN:
        return "amber"
    if copy.state in MOVING:
        return "amber" if copy.trouble else "jade"
    return "jade" if copy.state in OUT else "seal"

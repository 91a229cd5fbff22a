"""What is said to reach a settlement, typed as it is said: by which side, for whose ears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import MediationShown, Reader, Said, SessionShown
from stationkiosk.domain import money
from stationkiosk.domain.errors import Changed, KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.mediation_rows import TONES, MediationRows, sides, state_of
from stationkiosk.ui.desk.saying import told

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk
    from stationkiosk.ui.desk.asking import Asking

READERS = tuple(Reader)


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be entered: a note, or an offer of a side; the mediator's own has no side."""

    id: str
    offer: bool
    side_n: int | None = None


NOTE = Kind("note", offer=False)


class Talk(Bridge):
    """Bridge of the line in which it is typed.

    Signals:
        typed: what stands in the line is new; apart, so that typing rebuilds no row.
        kept(file): it was kept, and the line is free for the next; the case as it now is.
    """

    changed = Signal()
    typed = Signal()
    kept = Signal(object)

    def __init__(self, words: Words, asking: Asking, make_key: Callable[[], str]) -> None:
        super().__init__(words)
        words.changed.connect(self.typed)
        self._asking = asking
        self._make_key = make_key
        self._file: CaseFile | None = None
        self._shown: MediationShown | None = None
        self._clear()

    def _clear(self) -> None:
        self._text = self._amount = ""
        self._kind = NOTE
        self._reader: Reader | None = None
        self._busy = False
        self._problem = ""
        self._key = ""

    def take(self, file: CaseFile | None, shown: MediationShown | None) -> None:
        """Take the mediation it is said in; what is half typed stays while it is the same."""
        before = self._shown
        if shown is None or before is None or shown.case_id != before.case_id:
            self._clear()
        self._file, self._shown = file, shown
        self.typed.emit()
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def type(self, text: str) -> None:
        """Take what now stands in the line."""
        if text != self._text:
            self._text, self._problem = text, ""
            self.typed.emit()

    @Slot(str)
    def price(self, text: str) -> None:
        """Take the sum of an offer as it is typed: ``18000``, ``1.8万``."""
        if text != self._amount:
            self._amount, self._problem = text, ""
            self.typed.emit()

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Enter a note, or an offer of this side; who may be shown it goes with that."""
        found = next((one for one in self._kinds if one.id == kind), None)
        if found is not None:
            self._kind, self._reader, self._problem = found, None, ""
            self.changed.emit()
            self.typed.emit()

    @Slot(str)
    def show(self, reader: str) -> None:
        """Say who may be shown it."""
        if reader in READERS:
            self._reader = Reader(reader)
            self.changed.emit()
            self.typed.emit()

    @Slot()
    def nextKind(self) -> None:  # noqa: N802
        """Go to the next of what can be entered."""
        ids = [one.id for one in self._kinds]
        at = ids.index(self._kind.id) if self._kind.id in ids else -1
        self.choose(ids[(at + 1) % len(ids)])

    @Slot()
    def nextReader(self) -> None:  # noqa: N802
        """Go to the next of who may be shown it."""
        self.show(READERS[(READERS.index(self._readable) + 1) % len(READERS)])

    @Slot()
    def keep(self) -> None:
        """Seal and keep it. What is missing is said first; what is under way is not kept twice."""
        shown = self._shown
        if shown is None or self._file is None or self._busy:
            return
        self._problem = self._missing()
        if self._problem:
            self.typed.emit()
            return
        session = self._session
        said = Said(
            text=self._text.strip(),
            reader=self._readable,
            session_n=session.n if session else None,
            side_n=self._kind.side_n,
            amount=self._sum,
            offer=self._kind.offer,
        )
        self._key = self._key or self._make_key()
        key = self._key
        self._send(lambda desk, file, matter: desk.talk(*_where(shown), said, file, matter, key))

    @Slot(int, str)
    def answer(self, n: int, answer: str) -> None:
        """Keep what became of an offer."""
        shown = self._shown
        if shown is None or self._file is None or self._busy:
            return
        key = self._make_key()
        self._send(
            lambda desk, file, matter: desk.answer_offer(*_where(shown), n, answer, file, matter, key),
            wipes=False,
        )

    # what the desk answers

    def _send(self, job: Callable[[Desk, int, int], CaseFile], *, wipes: bool = True) -> None:
        """Do it on the record as it was read; where that moved on, on the record as it is: it adds only."""
        shown = self._shown
        assert shown is not None
        turn = shown.case_id
        self._busy, self._problem = True, ""
        self.typed.emit()

        def run(desk: Desk) -> CaseFile:
            try:
                return job(desk, shown.case_version, shown.matter_version)
            except Changed:
                newer = desk.mediation(*_where(shown))
                return job(desk, newer.case_version, newer.matter_version)

        self._asking.ask(
            run,
            lambda file: self._kept(turn, file, wipes=wipes),
            lambda trouble: self._cannot(turn, trouble),
        )

    def _kept(self, turn: object, file: CaseFile, *, wipes: bool) -> None:
        if self._shown is None or turn != self._shown.case_id:
            return
        self._busy = False
        if wipes:
            self._text = self._amount = self._key = ""
            self._reader = None
        self.typed.emit()
        self.kept.emit(file)

    def _cannot(self, turn: object, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if self._shown is not None and turn == self._shown.case_id:
            self._busy = False
            self._problem = told(self.words, known) if known else ""
            self.typed.emit()
        return known is not None

    # what it comes to

    @property
    def _kinds(self) -> tuple[Kind, ...]:
        return (NOTE, *(Kind(f"offer_{n}", offer=True, side_n=n) for n in sides(self._shown)))

    @property
    def _session(self) -> SessionShown | None:
        sessions = self._shown.sessions if self._shown else ()
        return next((one for one in sessions if state_of(one) == "open"), None)

    @property
    def _readable(self) -> Reader:
        """Who may be shown it: as chosen; else no more people than were there to hear it."""
        if self._reader is not None:
            return self._reader
        session = self._session
        if not self._kind.offer or session is None:
            return Reader.MEDIATOR
        if not session.private:
            return Reader.BOTH
        known = sides(self._shown)
        return Reader.OTHER if session.with_n == known[-1] else Reader.FILER

    @property
    def _sum(self) -> Decimal | None:
        if not self._kind.offer or not self._amount.strip():
            return None
        digits, problem = money.yuan(self._amount)
        return None if problem else Decimal(digits)

    def _missing(self) -> str:
        if self._kind.offer and self._amount.strip() and self._sum is None:
            return self.say("mediate.sum_unread")
        return "" if self._text.strip() or self._sum is not None else self.say("mediate.write_it")

    def _rows(self) -> MediationRows | None:
        if self._shown is None or self._file is None:
            return None
        return MediationRows(self.words, self._shown, (), self._file.filed_at)

    def _kind_label(self, kind: Kind) -> str:
        rows = self._rows()
        return self.say(
            "mediate.kind_offer" if kind.offer else "mediate.kind_note",
            who=rows.side(kind.side_n) if rows else "",
        )

    def _get_kinds(self) -> list[dict[str, object]]:
        return [{"id": one.id, "label": self._kind_label(one)} for one in self._kinds]

    def _get_readers(self) -> list[dict[str, object]]:
        rows = self._rows()
        if rows is None:
            return []
        return [
            {"id": str(reader), "label": rows.reader(reader), "tone": TONES[reader]} for reader in READERS
        ]

    def _get_reads(self) -> str:
        """Say how it will be kept, before it is."""
        rows = self._rows()
        if rows is None:
            return ""
        amount = rows.sum(self._sum) if self._sum is not None else ""
        shared = self._readable is not Reader.MEDIATOR
        outside = self.say("mediate.no_session") if shared else ""
        session = self.say("mediate.session", n=self._session.n) if self._session else outside
        parts = (self._kind_label(self._kind), amount, rows.reader(self._readable), session)
        return " · ".join(part for part in parts if part)

    kinds = Property(ROWS, _get_kinds, notify=changed)
    readers = Property(ROWS, _get_readers, notify=changed)
    kind = Property(str, lambda self: self._kind.id, notify=typed)
    offers = Property(bool, lambda self: self._kind.offer, notify=typed)
    reader = Property(str, lambda self: str(self._readable), notify=typed)
    tone = Property(str, lambda self: TONES[self._readable], notify=typed)
    text = Property(str, lambda self: self._text, notify=typed)
    amount = Property(str, lambda self: self._amount, notify=typed)
    reads = Property(str, _get_reads, notify=typed)
    problem = Property(str, lambda self: self._problem, notify=typed)
    busy = Property(bool, lambda self: self._busy, notify=typed)


def _where(shown: MediationShown) -> tuple[UUID, int]:
    return shown.case_id, shown.matter_n

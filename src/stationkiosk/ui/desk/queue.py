"""The work queue beside the case: shelves, search as one types, filters, lines, the one chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.casework.desk.views import (
    Counts,
    Listed,
    ListPage,
    SavedFilter,
    Shelf,
    Urgency,
    Wanted,
)
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved
from stationkiosk.ui.desk.filters import FilterForm
from stationkiosk.ui.desk.keys import shown
from stationkiosk.ui.desk.listing import ListDesk
from stationkiosk.ui.desk.newest import Newest
from stationkiosk.ui.desk.paging import Pages
from stationkiosk.ui.desk.rows import Rows, key_of
from stationkiosk.ui.desk.shell import Shell

MOVED_MS = 150
"""How long a refresh waits for further changes, so that a batch is one refresh."""

OPEN_MS = 120
"""How long a line has to stay chosen by keys before its case opens."""

END_PAGES = 40
"""How many pages one press of End reads on: beyond that it is pressed again."""

TONES = {Urgency.OVERDUE: "seal", Urgency.TODAY: "seal", Urgency.SOON: "amber"}


class Queue(DeskBridge):
    """Bridge of the list at the left.

    Signals:
        chose: another line is chosen; it is brought into view.
        prepended(int): so many lines were put before the others; the view stays where it was.
        refreshed: the lines are those of another list; the view goes to its top.
    """

    page = "cases"
    changed = Signal()
    chose = Signal()
    refreshed = Signal()
    prepended = Signal(int)

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self.rows = Rows(self._line, key_of)
        self.rows.setParent(self)
        self.filter = FilterForm(words, asking, shell)
        self.filter.setParent(self)
        self.filter.applied.connect(self._filtered)
        self._wanted = Wanted()
        self._counts: Counts | None = None
        self._saved: tuple[SavedFilter, ...] = ()
        self._pages = Pages()
        self._chosen = ""
        self._loading = False
        self._asked = self._ends = 0
        self._typed = Newest(self._ask_typed)
        self._stirred = self._timer(MOVED_MS, self.refresh)
        self._rested = self._timer(OPEN_MS, self.open)
        words.changed.connect(self.rows.say_again)
        shell.stepAsked.connect(self.step)
        shell.caseAsked.connect(self._case_asked)

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    # life

    def arrive(self) -> None:
        """Show what waits for this person."""
        if not self.rows.rows:
            self._ask_first()
        else:
            self.refresh()
        self.asking.ask(lambda desk: desk.filters(), self._take_saved)

    def forget(self) -> None:
        """Empty the list, the search and what was chosen."""
        for timer in (self._stirred, self._rested):
            timer.stop()
        self._typed.forget()
        self._wanted, self._counts, self._saved = Wanted(), None, ()
        self._pages, self._chosen, self._loading = Pages(), "", False
        self._asked += 1
        self.rows.put(())
        self.filter.forget()
        self.changed.emit()

    def moved(self, change: Moved) -> None:
        """Ask again for what is held; selection and place stay."""
        if change.topic in ("case", "all") and self.shell.signed_in is not None:
            self._stirred.start()

    def commands(self) -> tuple[Command, ...]:
        """Return the shelves, the search and the saved lists."""
        shelves = (
            Command(f"shelf_{shelf}", self.say(f"desk.shelf.{shelf}"), self._to_shelf(shelf), icon="box")
            for shelf in Shelf
        )
        saved = (
            Command(f"saved_{n}", kept.name, self._to_saved(kept.name), self.say("desk.saved"), icon="star")
            for n, kept in enumerate(self._saved)
        )
        search = Command(
            "search",
            self.say("desk.key.search"),
            self.shell.searchAsked.emit,
            keys=shown("search"),
            icon="look",
        )
        return (*shelves, search, *saved)

    def _to_shelf(self, shelf: Shelf) -> Callable[[], None]:
        def go() -> None:
            self.shell.show("cases")
            self.choose_shelf(shelf)

        return go

    def _to_saved(self, name: str) -> Callable[[], None]:
        def go() -> None:
            self.shell.show("cases")
            self.useSaved(name)

        return go

    # asking

    @Slot()
    def _ask_first(self) -> None:
        wanted, ours = self._wanted, self._next_asked()
        self.asking.ask(
            lambda desk: (desk.page(wanted), desk.counts()), lambda found: self._take_first(ours, *found)
        )

    def _ask_typed(self) -> None:
        """Ask for what was typed; the shelves hold as many as before."""
        wanted, ours, known = self._wanted, self._next_asked(), self._counts
        self.asking.ask(
            lambda desk: (desk.page(wanted), known or desk.counts()),
            lambda found: self._take_typed(ours, *found),
            self._typed.failed,
        )

    def _next_asked(self) -> int:
        self._asked += 1
        self._ends = 0
        self._loading = True
        return self._asked

    def _take_typed(self, asked: int, page: ListPage, counts: Counts) -> None:
        self._take_first(asked, page, counts)
        self._typed.done()

    def _take_first(self, asked: int, page: ListPage, counts: Counts) -> None:
        if asked != self._asked:
            return
        self._pages = Pages()
        self._pages.append(page)
        self._loading = False
        self._counts = counts
        self.rows.put(page.rows)
        if self.rows.place(self._chosen) < 0:
            self._chosen = ""
        self.changed.emit()
        self.refreshed.emit()

    @Slot()
    def refresh(self) -> None:
        """Ask again for the pages held."""
        wanted, start, count, ours = (
            self._wanted,
            self._pages.held_start,
            len(self._pages.sizes),
            self._asked,
        )

        def job(desk: ListDesk) -> tuple[tuple[ListPage, ...], Counts]:
            found: list[ListPage] = []
            after = start
            while len(found) < max(1, count) and (after or not found):
                found.append(desk.page(wanted, after))
                after = found[-1].after
            return tuple(found), desk.counts()

        self.asking.ask(job, lambda found: self._take_again(ours, *found))

    def _take_again(self, asked: int, pages: tuple[ListPage, ...], counts: Counts) -> None:
        if asked != self._asked:
            return
        self.rows.put(self._pages.renew(pages))
        self._counts = counts
        self.changed.emit()

    @Slot()
    def more(self) -> None:
        """Ask for the page behind the last one held."""
        start = self._pages.next_start
        if start and not self._loading:
            self._ask_page(start, self._take_more)

    @Slot()
    def before(self) -> None:
        """Ask for the page before the first one held."""
        start = self._pages.before_start
        if start is not None and not self._loading and not self._ends:
            self._ask_page(start, self._take_before)

    def _ask_page(self, start: str, take: Callable[[ListPage], None]) -> None:
        wanted, ours, self._loading = self._wanted, self._asked, True
        self.asking.ask(lambda desk: desk.page(wanted, start), lambda page: self._land(ours, page, take))

    def _land(self, asked: int, page: ListPage, take: Callable[[ListPage], None]) -> None:
        if asked == self._asked:
            self._loading = False
            take(page)
            self.changed.emit()

    def _take_more(self, page: ListPage) -> None:
        dropped = self._pages.append(page)
        self.rows.add_last(page.rows)
        if dropped:
            self.rows.drop_first(dropped)
        if self._ends:
            self._on_to_end()

    def _take_before(self, page: ListPage) -> None:
        dropped = self._pages.prepend(page)
        self.rows.add_first(page.rows)
        if dropped:
            self.rows.drop_last(dropped)
        self.prepended.emit(len(page.rows))

    def _take_saved(self, saved: tuple[SavedFilter, ...]) -> None:
        self._saved = saved
        self.changed.emit()

    # what is wanted

    def choose_shelf(self, shelf: Shelf) -> None:
        """Show another shelf with nothing searched for."""
        self._want(Wanted(shelf=shelf))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()
            self._ask_first()

    @Slot(str)
    def chooseShelf(self, shelf: str) -> None:  # noqa: N802
        """Show another shelf; what is searched for stays."""
        self._want(replace(self._wanted, shelf=Shelf(shelf)))

    @Slot(str)
    def search(self, text: str) -> None:
        """Search for what was typed so far."""
        if text.strip() == self._wanted.text:
            return
        self._wanted = replace(self._wanted, text=text.strip())
        self._typed.want()
        self.changed.emit()

    @Slot()
    def openFilter(self) -> None:  # noqa: N802
        """Put up the sheet that narrows the list."""
        self.filter.open(self._wanted)

    @Slot()
    def clear(self) -> None:
        """Narrow the list by nothing but its shelf."""
        self._want(Wanted(shelf=self._wanted.shelf))

    @Slot(str)
    def useSaved(self, name: str) -> None:  # noqa: N802
        """Show a list that was kept."""
        kept = next((kept for kept in self._saved if kept.name == name), None)
        if kept is not None:
            self._want(kept.wanted)

    @Slot(str)
    def dropSaved(self, name: str) -> None:  # noqa: N802
        """Keep a list no longer."""

        def job(desk: ListDesk) -> tuple[SavedFilter, ...]:
            desk.drop_filter(name)
            return desk.filters()

        self.asking.ask(job, self._take_saved)

    @Slot(object, str)
    def _filtered(self, wanted: Wanted, name: str) -> None:
        self._want(wanted)
        if name:

            def job(desk: ListDesk) -> tuple[SavedFilter, ...]:
                desk.save_filter(name, wanted)
                return desk.filters()

            self.asking.ask(job, self._take_saved)

    # what is chosen

    @Slot(int)
    def step(self, by: int) -> None:
        """Choose the next line or the one before; its case opens when the keys rest."""
        count = self.rows.rowCount()
        if not count:
            return
        here = self.rows.place(self._chosen)
        place = max(0, min(count - 1, here + by)) if here >= 0 else 0
        self._choose(place)
        self._rested.start()
        if place >= count - 3:
            self.more()
        elif place < 3:
            self.before()

    @Slot()
    def end(self) -> None:
        """Choose the last line of the whole list; of a very long one, as far as one press reaches."""
        self._ends = END_PAGES
        self._on_to_end()

    def _on_to_end(self) -> None:
        if not (self._ends and self._pages.next_start):
            self.step(self.rows.rowCount())
            return
        left = self._ends - 1
        self._choose(self.rows.rowCount() - 1)
        self.more()
        self._ends = left

    @Slot()
    def home(self) -> None:
        """Choose the first line of the whole list."""
        if self._pages.first:
            self._chosen = ""
            self._ask_first()
        else:
            self.step(-self.rows.rowCount())

    @Slot(int)
    def choose(self, place: int) -> None:
        """Choose a line and open its case."""
        if 0 <= place < self.rows.rowCount():
            self._choose(place)
            self.open()

    def _choose(self, place: int) -> None:
        self._ends = 0
        self._chosen = key_of(self.rows.rows[place])
        self.changed.emit()
        self.chose.emit()

    @Slot()
    def open(self) -> None:
        """Open the case of the chosen line."""
        self._rested.stop()
        place = self.rows.place(self._chosen)
        if place >= 0 and self.rows.rows[place].case_id != self.shell.case_id:
            self.shell.open_case(self.rows.rows[place].case_id)

    @Slot(object)
    def _case_asked(self, case_id: UUID) -> None:
        if not self._chosen.startswith(str(case_id)):
            of_case = (key_of(row) for row in self.rows.rows if row.case_id == case_id)
            self._chosen = next(of_case, "")
            self.changed.emit()

    # what QML shows

    def _line(self, row: Listed) -> dict[str, Any]:
        who = row.owner and self.shell.signed_in is not None and row.owner == self.shell.signed_in.login
        return {
            "key": key_of(row),
            "number": row.number,
            "claimant": row.claimant or self.speak(row.kind),
            "respondent": self.say("desk.versus", name=row.respondent) if row.respondent else "",
            "kind": self.speak(row.kind),
            "right": row.right,
            "track": self.speak(row.track),
            "state": self.speak(row.state),
            "owner": self.say("desk.you") if who else row.owner,
            "due": self._due(row),
            "tone": "sand" if row.ended else TONES.get(row.urgency, "ink"),
            "provisional": self.say("desk.provisional") if row.provisional else "",
            "ended": row.ended,
        }

    def _due(self, row: Listed) -> str:
        if row.ended:
            return self.say("desk.ended")
        if row.due is None:
            return ""
        if row.urgency is Urgency.OVERDUE:
            return self.say("desk.overdue", day=_short(row.due))
        if row.urgency is Urgency.TODAY:
            return self.say("desk.due_today")
        return self.say("desk.due", day=_short(row.due, self._year()))

    def _year(self) -> int:
        rows = self.rows.rows
        return max((row.since.astimezone(STATION_TIME).year for row in rows), default=0)

    def _get_shelves(self) -> list[dict[str, Any]]:
        counts = self._counts
        held = {
            Shelf.MINE: counts.mine if counts else None,
            Shelf.TODAY: counts.today if counts else None,
            Shelf.ALL: counts.all if counts else None,
        }
        pressing = bool(counts and counts.today)
        return [
            {
                "id": shelf.value,
                "label": self.say(f"desk.shelf.{shelf}"),
                "count": self._counted(count),
                "here": shelf is self._wanted.shelf,
                "tone": "seal" if shelf is Shelf.TODAY and pressing else "jade",
            }
            for shelf, count in held.items()
        ]

    def _counted(self, count: int | None) -> str:
        if count is None:
            return ""
        if count < 10_000:
            return str(count)
        if self.words.chosen is Language.ZH:
            return f"{count / 10_000:.1f}".removesuffix(".0") + "万"
        return f"{count / 1000:.0f}k"

    def _get_overdue(self) -> str:
        counts = self._counts
        return self.say("desk.overdue_count", n=counts.overdue) if counts and counts.overdue else ""

    def _get_saved(self) -> list[dict[str, Any]]:
        return [
            {"name": kept.name, "here": kept.wanted == self._wanted and kept.wanted != Wanted()}
            for kept in self._saved
        ]

    def _is_narrowed(self) -> bool:
        return replace(self._wanted, shelf=Shelf.MINE) != Wanted()

    def _get_empty(self) -> dict[str, str]:
        if self.rows.rowCount() or self._loading or self._counts is None:
            return {"title": "", "text": ""}
        which = "searched" if self._is_narrowed() else self._wanted.shelf.value
        return {
            "title": self.say(f"desk.empty.{which}.title"),
            "text": self.say(f"desk.empty.{which}.text"),
        }

    model = Property(QObject, lambda self: self.rows, constant=True)
    filterForm = Property(QObject, lambda self: self.filter, constant=True)  # noqa: N815
    shelves = Property(ROWS, _get_shelves, notify=changed)
    overdue = Property(str, _get_overdue, notify=changed)
    saved = Property(ROWS, _get_saved, notify=changed)
    text = Property(str, lambda self: self._wanted.text, notify=changed)
    narrowed = Property(bool, _is_narrowed, notify=changed)
    empty = Property(MAP, _get_empty, notify=changed)
    place = Property(int, lambda self: self.rows.place(self._chosen), notify=changed)
    chosen = Property(str, lambda self: self._chosen, notify=changed)


def _short(day: date, year: int = 0) -> str:
    return day.strftime("%m-%d") if day.year == year else day.isoformat()

"""The desk's window as a whole: who works here, which page and case show, what is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.bridge import MAP, ROWS, Bridge
from stationkiosk.ui.common.display import Display
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.keys import shown as shown_keys
from stationkiosk.ui.desk.pages import OWN_PASSWORD, SIGN_IN, Page, pages_for
from stationkiosk.ui.desk.saying import told

if TYPE_CHECKING:
    from stationkiosk.casework.staff import SignedIn
    from stationkiosk.ui.desk.asking import Asking

ENDED = frozenset({"not_a_member", "sign_in_again"})
"""Faults after which whoever sits here has nothing to see any more."""

SHEETS = ("palette", "keys", "fault")


class Shell(Bridge):
    """Bridge of what is around every page; QML knows it as ``desk``.

    Signals:
        seated: somebody signed in, or another person did; the pages ask anew.
        covered: whoever works here locks the window or goes; what was just typed is to be kept now.
        left: nobody is signed in any more; the pages forget.
        caseAsked(UUID): a case is to be shown beside the queue.
        searchAsked: the search of the page takes the keys.
        panesAsked: the keys go from the queue to the case, or back.
        stepAsked(int): the next (1) or the one before (-1) of the list.
        told: something is told in the line over the page.
        arrived(str): a page shows now.
        backAsked: Esc was pressed and nothing of the window itself was open.
    """

    changed = Signal()
    seated = Signal()
    covered = Signal()
    left = Signal()
    caseAsked = Signal(object)  # noqa: N815
    searchAsked = Signal()  # noqa: N815
    panesAsked = Signal()  # noqa: N815
    stepAsked = Signal(int)  # noqa: N815
    told = Signal()
    arrived = Signal(str)
    backAsked = Signal()  # noqa: N815

    def __init__(self, words: Words, display: Display, asking: Asking, folder: Path) -> None:
        super().__init__(words)
        self._display = display
        self._asking = asking
        self._folder = folder
        self._who: SignedIn | None = None
        self._pages: tuple[Page, ...] = ()
        self._page = ""
        self._locked = False
        self._changing = False
        self._renewing = False
        self._problem = ""
        self._sheet = ""
        self._fault: KnownError | None = None
        self._case: UUID | None = None
        self._told: tuple[Text | None, str, str, Callable[[], None] | None] = (None, "", "", None)
        self._badges: dict[str, int] = {}
        self._ready = False
        self._wished = ""

    # what the other bridges ask

    @property
    def signed_in(self) -> SignedIn | None:
        """Who works here; None while nobody has signed in."""
        return self._who

    @property
    def at_work(self) -> bool:
        """Whether somebody is signed in and has no password to set first."""
        return self._who is not None and not self._who.must_change

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of whoever works here."""
        return self._who.roles if self._who else frozenset()

    @property
    def case_id(self) -> UUID | None:
        """The case that shows."""
        return self._case

    @property
    def showing(self) -> str:
        """The page that shows under whatever covers it."""
        return self._page

    @property
    def sheet_up(self) -> str:
        """The sheet of the window itself that is up."""
        return self._sheet

    @property
    def is_locked(self) -> bool:
        """Whether the window waits for the password of whoever works here."""
        return self._locked

    def settle(self) -> None:
        """The bridges are there: what needs them may show."""
        self._ready = True
        self.changed.emit()

    def open_case(self, case_id: UUID) -> None:
        """Show a case beside the queue."""
        self._case = case_id
        self.close_sheet()
        self.show("cases")
        self.caseAsked.emit(case_id)
        self.changed.emit()

    def show(self, page: str) -> None:
        """Show a page of the rail."""
        if page != self._page and any(known.id == page for known in self._pages):
            self._page = page
            self.changed.emit()
            self.arrived.emit(page)

    def tell(
        self, text: Text, tone: str = "jade", button: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say something in the line over the page; ``button`` is the key of words that ``act``.

        Tones: ``jade`` (done), ``amber`` (look here), ``seal`` (could not be done).
        """
        self._told = (text, tone, button, act)
        self.told.emit()
        self.changed.emit()

    def raise_fault(self, fault: KnownError) -> None:
        """Tell of a fault of the world that no page dealt with; who is no member any more is signed out."""
        if self._who is not None and fault.key in ENDED:
            self.signOut()
            self._refuse(fault)
            return
        self._fault = fault
        self._sheet = "fault"
        self.changed.emit()

    def broke(self) -> None:
        """Tell of a fault of our own."""
        self.raise_fault(KnownError("own_desk"))

    def badge(self, page: str, count: int) -> None:
        """Show how many wait behind a page's name in the rail."""
        if self._badges.get(page, 0) != count:
            self._badges[page] = count
            self.changed.emit()

    def close_sheet(self) -> None:
        """Take the window's own sheet away."""
        if self._sheet:
            self._sheet = ""
            self.changed.emit()

    # signing in and out

    def sit(self, who: SignedIn, desk: object) -> None:
        """Somebody signed in: their pages, nothing of the one before."""
        if self._who is not None:
            self._leave()
        self._asking.sit(desk)
        self._who, self._locked, self._changing, self._problem = who, False, False, ""
        self._wished = ""
        if who.must_change:
            self.changed.emit()
        else:
            self._begin(who)

    def _begin(self, who: SignedIn) -> None:
        self._pages = pages_for(who.roles, self._folder)
        self._page = self._pages[0].id if self._pages else ""
        self.changed.emit()
        self.seated.emit()
        self.arrived.emit(self._page)

    def renew_password(self) -> None:
        """Ask for a new password of whoever works here."""
        if self._who is not None and not self._covered():
            self._renewing, self._sheet = True, ""
            self.changed.emit()

    def renewed(self, who: SignedIn) -> None:
        """Whoever works here has a password of their own: on to their pages, or back to them."""
        first = self._who is None or self._who.must_change
        self._who, self._renewing = who, False
        if first:
            self._begin(who)
        else:
            self.changed.emit()

    def _leave(self) -> None:
        who = self._who
        self._asking.leave()
        if who is not None:
            self._asking.ask_place(lambda place: place.sign_out(who, False))
        self._who, self._case, self._sheet, self._fault = None, None, "", None
        self._renewing = False
        self._pages, self._page, self._badges = (), "", {}
        self._told = (None, "", "", None)
        self.left.emit()

    def _refuse(self, fault: Exception) -> bool:
        if not isinstance(fault, KnownError):
            return False
        self._problem = told(self.words, fault)
        self.changed.emit()
        return True

    @Slot(str, str)
    def signIn(self, login: str, password: str) -> None:  # noqa: N802
        """Sign in; the page says what is wrong in ``problem``."""
        self._asking.ask_place(
            lambda place: place.sign_in(login, password), lambda seat: self.sit(*seat), self._refuse
        )

    @Slot(str)
    def wish(self, login: str) -> None:
        """Ask for the password of somebody who signed in here before; "" asks for the name again."""
        self._wished, self._problem = login, ""
        self.changed.emit()

    @Slot(str)
    def unlock(self, password: str) -> None:
        """Open the window again for whoever locked it."""
        if self._who is not None:
            who = self._who
            self._asking.ask_place(
                lambda place: place.unlock(who, password), lambda _none: self._open_again(), self._refuse
            )

    def _open_again(self) -> None:
        self._locked, self._changing, self._problem, self._wished = False, False, "", ""
        self.changed.emit()

    @Slot()
    def lock(self) -> None:
        """Cover everything until the password is typed again; nothing typed is lost."""
        self.lock_up(idle=False)

    def lock_up(self, *, idle: bool) -> None:
        """Lock, by hand or because nobody worked here for a while."""
        who = self._who
        if who is not None and not self._locked:
            self.covered.emit()
            self._locked, self._changing, self._sheet, self._problem = True, False, "", ""
            self._asking.ask_place(lambda place: place.lock(who, idle))
            self.changed.emit()

    @Slot()
    def changeUser(self) -> None:  # noqa: N802
        """Ask who goes on; until somebody else signed in the one before may come back."""
        if self._who is not None:
            self.covered.emit()
            self._changing, self._sheet, self._problem = True, "", ""
            self.changed.emit()

    def change_to(self, login: str) -> None:
        """Ask for the password of somebody else."""
        self._wished = login
        self.changeUser()

    @Slot()
    def signOut(self) -> None:  # noqa: N802
        """Nobody works here any more."""
        if self._who is None:
            return
        self.covered.emit()
        self._leave()
        self._locked, self._changing, self._problem = False, False, ""
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def go(self, page: str) -> None:
        """Show a page of the rail."""
        self.close_sheet()
        self.show(page)

    @Slot(str)
    def openCase(self, case_id: str) -> None:  # noqa: N802
        """Show a case beside the queue."""
        self.open_case(UUID(case_id))

    @Slot(str)
    def open(self, sheet: str) -> None:
        """Put one of the window's own sheets up, or away where it is up."""
        if self._who is not None and not self._covered() and sheet in SHEETS:
            self._sheet = "" if self._sheet == sheet else sheet
            self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Take away what is on top: the sheet, else the change of user; else the page is told."""
        if self._sheet:
            self.close_sheet()
        elif self._changing and not self._locked:
            self._open_again()
        elif self._renewing and not self._locked:
            self._renewing = False
            self.changed.emit()
        elif not self._covered():
            self.backAsked.emit()

    @Slot(str)
    def press(self, key_id: str) -> None:
        """Do what a key of the window does."""
        deeds: dict[str, Callable[[], None]] = {
            "palette": lambda: self.open("palette"),
            "help": lambda: self.open("keys"),
            "lock": self.lock,
            "change_user": self.changeUser,
            "back": self.close,
            "search": self.searchAsked.emit,
            "panes": self.panesAsked.emit,
            "next": lambda: self.stepAsked.emit(1),
            "previous": lambda: self.stepAsked.emit(-1),
            "larger": self.changeSize,
            "language": self.changeLanguage,
        }
        if key_id.startswith("page_"):
            self._go_to(int(key_id.removeprefix("page_")) - 1)
        elif key_id == "back" or not self._covered():
            deeds[key_id]()

    def _go_to(self, index: int) -> None:
        if not self._covered() and index < len(self._pages):
            self.go(self._pages[index].id)

    @Slot()
    def changeSize(self) -> None:  # noqa: N802
        """Change between plain and large text."""
        self._display.enlarge(not bool(self._display.large))

    @Slot()
    def changeContrast(self) -> None:  # noqa: N802
        """Change between plain colours and high contrast."""
        self._display.sharpen(not bool(self._display.contrast))

    @Slot()
    def changeLanguage(self) -> None:  # noqa: N802
        """Change between Chinese and English; nothing typed is lost."""
        self.words.choose(Language.EN if self.words.chosen is Language.ZH else Language.ZH)

    @Slot()
    def actTold(self) -> None:  # noqa: N802
        """Do what the line over the page offers, and take it away."""
        act = self._told[3]
        self.hush()
        if act is not None:
            act()

    @Slot()
    def hush(self) -> None:
        """Take the line over the page away."""
        self._told = (None, "", "", None)
        self.changed.emit()

    # what QML shows

    def _covered(self) -> bool:
        return self._who is None or self._locked or self._changing or self._sets_password()

    def _sets_password(self) -> bool:
        return self._renewing or bool(self._who and self._who.must_change)

    def _get_page(self) -> str:
        return self._page

    def _get_cover(self) -> str:
        if not (self._ready and self._covered()):
            return ""
        signing = self._who is None or self._locked or self._changing
        return SIGN_IN if signing else OWN_PASSWORD

    def pages_told(self) -> list[dict[str, Any]]:
        """Return the pages of the rail as they are said."""
        return self._get_pages()

    def _get_pages(self) -> list[dict[str, Any]]:
        return [
            {
                "id": page.id,
                "icon": page.icon,
                "label": self.say(f"desk.page.{page.id}"),
                "keys": shown_keys(f"page_{place}"),
                "badge": self._badges.get(page.id, 0),
            }
            for place, page in enumerate(self._pages, 1)
        ]

    def _get_person(self) -> str:
        return self._who.name if self._who else ""

    def _get_login(self) -> str:
        return self._who.login if self._who else ""

    def _get_role_words(self) -> str:
        between = "、" if self.words.chosen is Language.ZH else ", "
        return between.join(self.say(f"role.{role}") for role in sorted(self.roles))

    def _get_told(self) -> dict[str, str]:
        text, tone, button, _act = self._told
        return {"text": self.speak(text), "tone": tone, "button": self.say(button) if button else ""}

    def _get_fault(self) -> dict[str, str]:
        if self._fault is None:
            return {"title": "", "what": "", "do": ""}
        title, what, do = (self.speak(text) for text in self.words.fault(self._fault))
        return {"title": title, "what": what, "do": do}

    page = Property(str, _get_page, notify=changed)
    covering = Property(str, _get_cover, notify=changed)
    pages = Property(ROWS, _get_pages, notify=changed)
    person = Property(str, _get_person, notify=changed)
    login = Property(str, _get_login, notify=changed)
    roleWords = Property(str, _get_role_words, notify=changed)  # noqa: N815
    locked = Property(bool, lambda self: self._locked, notify=changed)
    changing = Property(bool, lambda self: self._changing, notify=changed)
    wished = Property(str, lambda self: self._wished, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    ready = Property(bool, lambda self: self._ready, notify=changed)
    sheet = Property(str, lambda self: self._sheet, notify=changed)
    line = Property(MAP, _get_told, notify=changed)
    caseOpen = Property(bool, lambda self: self._case is not None, notify=changed)  # noqa: N815
    fault = Property(MAP, _get_fault, notify=changed)

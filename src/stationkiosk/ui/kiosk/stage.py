"""This screen while a desk has it: pages shown to the parties, a calm blank, a text to be signed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtGui import QImage

from stationkiosk.casework.mediating.shown import Screening
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import MAP, ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.sign import Sign
from stationkiosk.ui.kiosk.zooming import Zoom

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.mediating.screen import Staged
    from stationkiosk.domain.application import Signature

log = logging.getLogger(__name__)

SHOWN, QUIET, AGREEMENT, SIGNATURE = "shown", "quiet", "agreement", "signature"
STAGED = frozenset({SHOWN, QUIET, AGREEMENT, SIGNATURE})
"""The pages that show while a desk has this screen."""

OPENING = {Screening.SHOWS: SHOWN, Screening.BLANK: QUIET, Screening.SIGNS: AGREEMENT}
"""The page that comes first with what the screen is to do."""

ENDED = {
    Ending.SIGNED: "check",
    Ending.DECLINED: "info",
    Ending.ON_PAPER: "paper",
    Ending.UNTOUCHED: "clock",
    Ending.CHANGED: "info",
}
"""What the blank page tells whoever was to sign, each with its icon."""

TALKING = "hide"
"""The icon of the blank page while one side is talked to alone."""

PICTURE = "stage-{turn}-{page}"


class Stage(Bridge):
    """Bridge of the pages a desk puts on this screen. ``busy`` tells whether the public is at it.

    Signals:
        wipeAsked: the screen passes from one to another: nothing of the one before is to stay.
        showed(str, str): a page is to show, with the patience of the idle time.
        turned: another page of the text shows.
    """

    changed = Signal()
    wipeAsked = Signal()  # noqa: N815
    showed = Signal(str, str)
    turned = Signal()

    def __init__(
        self,
        words: Words,
        executor: Executor[Counter],
        pictures: Thumbnails,
        sign: Sign,
        busy: Callable[[], bool],
    ) -> None:
        super().__init__(words)
        self._executor = executor
        self._pictures = pictures
        self._busy = busy
        self._sign = sign
        self._staged: Staged | None = None
        self._looking = self._again = self._sending = self._keeping = False
        self._page = self._shown = 0
        self._zoom = Zoom()
        self._picture = self._read = ""
        self._fresh: frozenset[int] = frozenset()
        sign.signed.connect(self._signed)

    @property
    def holds(self) -> bool:
        """Whether a desk has this screen."""
        return self._staged is not None

    @property
    def signing(self) -> bool:
        """Whether somebody is to sign here."""
        return self._staged is not None and self._staged.does is Screening.SIGNS

    # what the window tells

    @Slot()
    def look(self) -> None:
        """Ask what this screen is to do, and let desks know whether the public is at it."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        busy = self._busy()
        self._executor.ask(
            lambda counter: counter.stage(busy), self._looked, self._not_looked, lasting=True
        )

    def leave(self) -> None:
        """Give the screen back: nobody touched it for a long time."""
        self.give_back(Ending.UNTOUCHED)

    def give_back(self, ending: Ending) -> None:
        """Give the screen back to the desk; nothing is signed."""
        if not self.signing or self._sending:
            return
        self._sending = True
        self.changed.emit()
        self._executor.ask(
            lambda counter: counter.give_back(ending), self._sent, self._not_sent, lasting=True
        )

    def forget(self) -> None:
        """Hold nothing of what was shown."""
        self._pictures.drop(self._picture)
        self._staged, self._picture, self._read = None, "", ""
        self._page = 0
        self._zoom.forget()
        self._fresh = frozenset()
        self._sending = self._keeping = False
        self._sign.forget()
        self.changed.emit()

    # what QML may do

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show the next page of the text or the one before."""
        if self._staged is not None and 0 <= self._page + by < self._staged.pages:
            self._page += by
            self.turned.emit()
            self._draw()
            self.changed.emit()

    @Slot(int)
    def zoom(self, by: int) -> None:
        """Make the page larger or smaller by one step."""
        self._zoom.by(by)
        self.changed.emit()

    @Slot(int)
    def fit(self, pixels: int) -> None:
        """Take how wide the page shows, in pixels."""
        if self._is_drawn and self._zoom.fit(pixels):
            self._draw()

    @Slot()
    def toSign(self) -> None:  # noqa: N802
        """Go on from the last page to the signature."""
        staged = self._staged
        if staged is None or staged.signer is None or self._page + 1 < staged.pages or not self._is_drawn:
            return
        declaration = self.words.text("stage.declaration").put(n=staged.pages)
        self._sign.open(staged.signer.name, staged.text_sha256, declaration, staged.signer.witness)
        self.showed.emit(SIGNATURE, "signature")

    @Slot()
    def toText(self) -> None:  # noqa: N802
        """Go back from the signature to the text."""
        self._sign.forget()
        self.showed.emit(AGREEMENT, "signature")

    @Slot()
    def decline(self) -> None:
        """Give the screen back: the signer does not want to sign."""
        self.give_back(Ending.DECLINED)

    @Slot()
    def onPaper(self) -> None:  # noqa: N802
        """Give the screen back: the signer would rather sign on paper."""
        self.give_back(Ending.ON_PAPER)

    # what the station answers

    def _looked(self, staged: Staged | None) -> None:
        self._looking = False
        again, self._again = self._again, False
        if staged is not None and self._busy():
            again = True
        else:
            self._take(staged)
        if again:
            self.look()

    def _not_looked(self, trouble: Exception) -> bool:
        self._looking = self._again = False
        if isinstance(trouble, KnownError):
            log.warning("the desk's screen could not be asked for: %s", trouble)
        return isinstance(trouble, KnownError)

    def _take(self, staged: Staged | None) -> None:
        before = self._staged
        if staged is None:
            if before is not None:
                self._left()
        elif before is None or staged.turn != before.turn:
            self._put(staged, before)
        elif staged.alone is not before.alone:
            self._staged = staged
            self.changed.emit()

    def _left(self) -> None:
        self.forget()
        if not self._busy():
            self.wipeAsked.emit()

    def _put(self, staged: Staged, before: Staged | None) -> None:
        live = before is not None and before.does is staged.does is Screening.SHOWS
        if before is None or Screening.SIGNS in (before.does, staged.does):
            self.wipeAsked.emit()
        page = self._page if live else 0
        if not live:
            self.forget()
        self._staged = staged
        self._page = min(page, max(0, staged.pages - 1))
        self._fresh = _fresh(before, staged) if live else frozenset()
        self._draw()
        if not live:
            self.showed.emit(OPENING[staged.does], "signature")
        self.changed.emit()

    def _draw(self) -> None:
        """Have the page that shows drawn; the one before stays until it is."""
        staged, page, dpi = self._staged, self._page, self._zoom.dpi
        if staged is None or not staged.pages:
            return
        self._executor.ask(
            lambda counter: (
                QImage.fromData(counter.stage_picture(page, dpi)),
                counter.stage_words(page),
            ),
            lambda drawn: self._drawn(staged.turn, page, *drawn),
            lambda trouble: isinstance(trouble, KnownError),
            lasting=True,
        )

    def _drawn(self, turn: int, page: int, picture: QImage, read: str) -> None:
        if self._staged is None or (turn, page) != (self._staged.turn, self._page):
            return
        self._pictures.drop(self._picture)
        self._picture, self._read = PICTURE.format(turn=turn, page=page), read
        self._pictures.put(self._picture, picture)
        self._zoom.drawn(picture.width())
        self._shown += 1
        self.changed.emit()

    def _signed(self, signature: Signature) -> None:
        if not self.signing or self._sending:
            return
        if not (signature.strokes or (signature.witness and signature.signer)):
            self._sign.blame(self.say("stage.nothing"))
            return
        self._sending = self._keeping = True
        self.changed.emit()
        self._executor.ask(
            lambda counter: counter.sign_text(signature), self._sent, self._not_sent, lasting=True
        )

    def _sent(self, staged: Staged | None) -> None:
        self._sending = self._keeping = False
        self._take(staged)
        self.changed.emit()

    def _not_sent(self, _trouble: Exception) -> bool:
        self._sending = self._keeping = False
        self.changed.emit()
        self.look()
        return False

    # what QML shows

    def _get_lines(self) -> list[dict[str, object]]:
        lines = self._staged.lines if self._staged is not None else ()
        return [
            {"label": self.speak(line.label), "value": self.speak(line.value), "fresh": at in self._fresh}
            for at, line in enumerate(lines)
        ]

    def _get_news(self) -> str:
        return " ".join(f"{one['label']} {one['value']}" for one in self._get_lines() if one["fresh"])

    def _get_where(self) -> str:
        return self.say("reader.page", n=self._page + 1, all=self._pages()) if self._pages() > 1 else ""

    def _pages(self) -> int:
        return self._staged.pages if self._staged is not None else 0

    @property
    def _is_drawn(self) -> bool:
        """Whether the picture is of the page that is named, and not still of the one before."""
        staged = self._staged
        return staged is not None and self._picture == PICTURE.format(turn=staged.turn, page=self._page)

    def _get_quiet(self) -> dict[str, str]:
        ending = self._staged.ending if self._staged is not None else ""
        icon = next((icon for one, icon in ENDED.items() if one == ending), "")
        title = self.say(f"stage.quiet_{ending}" if icon else "stage.quiet")
        return {"title": title, "icon": icon or TALKING}

    def _get_signer(self) -> str:
        return self._staged.signer.name if self._staged is not None and self._staged.signer else ""

    alone = Property(bool, lambda self: bool(self._staged and self._staged.alone), notify=changed)
    does = Property(str, lambda self: str(self._staged.does) if self._staged else "", notify=changed)
    quiet = Property(MAP, _get_quiet, notify=changed)
    lines = Property(ROWS, _get_lines, notify=changed)
    news = Property(str, _get_news, notify=changed)
    signer = Property(str, _get_signer, notify=changed)
    picture = Property(str, lambda self: self._picture, notify=changed)
    read = Property(str, lambda self: self._read, notify=changed)
    page = Property(int, lambda self: self._page, notify=changed)
    pages = Property(int, _pages, notify=changed)
    where = Property(str, _get_where, notify=changed)
    shown = Property(int, lambda self: self._shown, notify=changed)
    width = Property(float, lambda self: self._zoom.width, notify=changed)
    larger = Property(bool, lambda self: self._zoom.larger, notify=changed)
    smaller = Property(bool, lambda self: self._zoom.smaller, notify=changed)
    drawn = Property(bool, lambda self: self._is_drawn, notify=changed)
    keeping = Property(bool, lambda self: self._keeping, notify=changed)
    sending = Property(bool, lambda self: self._sending, notify=changed)


def _fresh(before: Staged | None, now: Staged) -> frozenset[int]:
    """Return the places of lines that were not there before, or said something else."""
    known = {line.label: line.value for line in before.lines} if before is not None else {}
    return frozenset(at for at, line in enumerate(now.lines) if known.get(line.label) != line.value)

"""What a desk has the public screen of a fake counter do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating.scene import Signer
from stationkiosk.casework.mediating.screen import Staged
from stationkiosk.casework.mediating.shown import Screening
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature
from stationkiosk.domain.text import Text

SIGNER = "王样本"
WITNESS = "吴样本"
HASH = "ab" * 32
WORDS = "和解协议（样本）\n一、乙方付 30,000 元。"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000"
    "001049444154789c63d861a90d440c100a0021520471007eca000000000049454e44ae"
    "426082"
)

LINES = (
    Line(Text("一共付多少", "In all"), Text("30,000.00 元", "30,000.00 yuan")),
    Line(Text("第一笔最迟哪天付", "First part by"), Text("2026年12月15日", "15 December 2026")),
)


def shows(turn: int, lines: tuple[Line, ...] = LINES, pages: int = 3) -> Staged:
    """Pages shown to the parties."""
    return Staged(turn, Screening.SHOWS, lines=lines, pages=pages, text_sha256=HASH)


def blank(turn: int, ending: str = "") -> Staged:
    """Nothing, while one side is talked to alone."""
    return Staged(turn, Screening.BLANK, ending)


def signs(turn: int, pages: int = 3, name: str = SIGNER) -> Staged:
    """A text for one signer."""
    signer = Signer(1, 2, name, Role.RESPONDENT, WITNESS)
    return Staged(turn, Screening.SIGNS, pages=pages, text_sha256=HASH, signer=signer)


@dataclass
class FakeScreen:
    """The part of a fake counter that a desk has do something; ``told`` is who hears of it."""

    staged: Staged | None = None
    sheet: bytes = PNG
    told: Callable[[], None] = lambda: None

    def _called(self, name: str, *given: object) -> None:
        raise NotImplementedError

    def stage(self, busy: bool) -> Staged | None:
        if busy or self.staged is not None:
            self._called("stage", busy)
        return None if busy else self.staged

    def stage_picture(self, page: int, dpi: int) -> bytes:
        self._called("stage_picture", page, dpi)
        return self.sheet

    def stage_words(self, page: int) -> str:
        self._called("stage_words", page)
        return WORDS

    def sign_text(self, signature: Signature) -> Staged | None:
        self._called("sign_text", signature)
        return self.give_back(Ending.SIGNED)

    def give_back(self, ending: Ending) -> Staged | None:
        self._called("give_back", ending)
        self.staged = blank(self.staged.turn + 1 if self.staged else 1, ending)
        return self.staged

    def put(self, staged: Staged | None) -> None:
        """Have a desk put something on this screen, and tell of it."""
        self.staged = staged
        self.told()

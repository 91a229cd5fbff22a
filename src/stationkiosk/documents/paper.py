"""A paper: its body, and the head and foot that every page carries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from stationkiosk.documents import boxes
from stationkiosk.documents.flow import Placed, paginate, stack
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Across, Fill, Mark, Piece
from stationkiosk.documents.pdf import About, Sheet
from stationkiosk.documents.theme import FAINT, Type


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands on each page: numbers, codes and the three times, told apart.

    ``times`` are (label, time) pairs, written out; ``qr`` is the text of the small code.
    """

    number: str
    form_code: str
    verification_code: str
    times: tuple[tuple[str, str], ...]
    qr: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A composed paper. ``title`` is the legal title, ``author`` the body that issues it.

    ``mark`` stands at the head of each page of a paper that has no effect: a sample. ``head``
    stands at the head of its first page; None is the author. A ``draft`` says so across each page.
    The foot of a ``bilingual`` copy is in both languages, as its text is. ``each_page`` are the
    lines under the body of every page, where each page is signed.
    """

    title: str
    author: str
    issued_at: datetime
    pieces: Sequence[Piece]
    foot: Foot
    mark: str = ""
    head: str | None = None
    draft: bool = False
    bilingual: bool = False
    each_page: tuple[str, ...] = ()


def sheets(frame: Frame, paper: Paper) -> list[Sheet]:
    """Return the finished pages: as many as A4 needs, or one as long as the roll needs."""
    theme = frame.theme
    if not theme.height:
        mark = frame.paragraph(paper.mark, frame.strong, centred=True) if paper.mark else []
        body, length = stack([*mark, *paper.pieces, *_roll_foot(frame, paper)])
        height = theme.top + length + theme.bottom
        return [Sheet(theme.width, height, _at(body, theme.side, theme.top))]
    strip = _strip(frame, paper)
    room = theme.height - theme.top - theme.bottom
    pages = paginate(paper.pieces, room - strip.height)
    return [
        Sheet(
            theme.width,
            theme.height,
            (
                *(_across(frame, paper) if paper.draft else ()),
                *_at(body, theme.side, theme.top),
                *_surround(frame, paper, page, len(pages)),
                (theme.side, theme.top + room - strip.height, strip.marks),
            ),
        )
        for page, body in enumerate(pages, 1)
    ]


def about(frame: Frame, paper: Paper) -> About:
    """Return what the PDF says of itself."""
    tag = "zh-CN" if frame.language.value == "zh" else "en"
    return About(
        f"{paper.title} {paper.foot.number}", paper.author, paper.foot.form_code, tag, paper.issued_at
    )


def _at(body: Sequence[Placed], x: float, y: float) -> tuple[tuple[float, float, tuple[Mark, ...]], ...]:
    return tuple((x, y + top, marks) for top, marks in body)


def _surround(
    frame: Frame, paper: Paper, page: int, pages: int
) -> list[tuple[float, float, tuple[Mark, ...]]]:
    theme = frame.theme
    return [
        (theme.side, 27, _head(frame, paper, page)),
        (theme.side, theme.height - theme.bottom + 18, _foot(frame, paper, page, pages)),
    ]


def _strip(frame: Frame, paper: Paper) -> Piece:
    """Return the lines that every page is signed on, with the white above them."""
    small = Type(frame.theme.small, False, frame.theme.ink)
    step, above = frame.leading(small) + 2, 14.0
    marks = tuple(
        frame.line(text, frame.fit(text, small, frame.width), 0, above + n * step)
        for n, text in enumerate(paper.each_page)
    )
    return Piece(above + step * len(marks), marks) if marks else Piece(0)


def _across(frame: Frame, paper: Paper) -> list[tuple[float, float, tuple[Mark, ...]]]:
    """Return the words that lie across a draft, under everything else."""
    theme = frame.theme
    large, small = frame.wording.text("paper.draft"), frame.wording.text("paper.draft_no_effect")
    lines = (small.zh, small.en) if paper.bilingual else (small.say(frame.language),)
    under = (
        Across(theme.width * 0.43 + n * 23, theme.height * 0.71 + n * 25, line, 24 - 5 * n, 42, FAINT)
        for n, line in enumerate(lines)
    )
    return [(0.0, 0.0, (Across(theme.width * 0.3, theme.height * 0.66, large.zh, 170, 42, FAINT), *under))]


def _head(frame: Frame, paper: Paper, page: int) -> tuple[Mark, ...]:
    theme = frame.theme
    left = Type(theme.small, True, theme.ink)
    first = paper.author if paper.head is None else paper.head
    words = first if page == 1 else paper.title
    right = "  ·  ".join(word for word in (paper.mark, paper.foot.form_code) if word)
    wide = frame.measure(right, frame.soft)
    height = frame.leading(left)
    return (
        frame.line(words, frame.fit(words, left, frame.width - wide - 16)),
        frame.line(right, frame.soft, frame.width - wide),
        Fill(0, height + 3, frame.width, 0.5, theme.hairline),
        Fill(0, height + 2.4, 42, 1.7, theme.accent),
    )


def _foot(frame: Frame, paper: Paper, page: int, pages: int) -> tuple[Mark, ...]:
    theme, foot = frame.theme, paper.foot
    say = frame.say_both if paper.bilingual else frame.say
    size, tiny = 42.0, frame.tiny
    strong = Type(theme.small, True, theme.ink)
    number = say("page", page=page, pages=pages)
    wide = frame.measure(number, strong)
    left = size + 10
    codes = _join(frame, _codes(say, foot))
    times = f"{_join(frame, foot.times)}  {say('times')}"
    step = frame.leading(tiny) + 0.6
    return (
        Fill(0, -7, frame.width, 0.5, theme.hairline),
        boxes.qr(foot.qr, size, 0, 0, theme.ink),
        frame.line(foot.number, strong, left, -1),
        frame.line(number, strong, frame.width - wide, -1),
        frame.line(codes, frame.fit(codes, tiny, frame.width - left), left, 15),
        frame.line(times, frame.fit(times, tiny, frame.width - left), left, 15 + step),
    )


def _codes(say: Callable[[str], str], foot: Foot) -> list[tuple[str, str]]:
    codes = (("form_code", foot.form_code), ("verification_code", foot.verification_code))
    return [(say(key), value) for key, value in codes if value]


def _join(frame: Frame, items: Sequence[tuple[str, str]]) -> str:
    colon = frame.say("colon")
    return "    ".join(f"{label}{colon}{value}" for label, value in items)


def _roll_foot(frame: Frame, paper: Paper) -> list[Piece]:
    theme, foot = frame.theme, paper.foot
    strong = Type(theme.small, True, theme.ink)
    rows = [*_codes(frame.say, foot), *foot.times]
    rule = Piece(6, (Fill(0, 0, frame.width, 0.8, theme.ink),), theme.gap)
    label = max(frame.measure(name, frame.soft) for name, _ in rows) + 8
    lines = [
        Piece(
            frame.leading(frame.soft),
            (frame.line(name, frame.soft), frame.line(value, frame.soft, label)),
        )
        for name, value in rows
    ]
    number = frame.paragraph(foot.number, strong)
    zone = frame.paragraph(frame.say("times"), frame.soft)
    page = frame.paragraph(frame.say("page", page=1, pages=1), frame.soft, gap=3)
    return [rule, *number, *lines, *zone, *page]

"""A sliding part of a long list: pages by key, of which a handful is held."""

from __future__ import annotations

from dataclasses import dataclass, field

from stationkiosk.casework.desk.views import Listed, ListPage

HELD_PAGES = 6
"""So many pages are held; scrolling on lets go of those at the other end."""


@dataclass(slots=True)
class Pages:
    """Which pages are held: ``starts`` are the keys by which each page known so far is asked for.

    ``first`` counts the pages let go of at the front, ``sizes`` the lines of those held.
    """

    starts: list[str] = field(default_factory=lambda: [""])
    first: int = 0
    sizes: list[int] = field(default_factory=list)

    @property
    def next_start(self) -> str:
        """What the page behind the last one is asked for by, "" where there is none."""
        place = self.first + len(self.sizes)
        return self.starts[place] if 0 < place < len(self.starts) else ""

    @property
    def before_start(self) -> str | None:
        """What the page before the first one held is asked for by, None where there is none."""
        return self.starts[self.first - 1] if self.first else None

    @property
    def held_start(self) -> str:
        """What the first page held is asked for by."""
        return self.starts[self.first]

    def append(self, page: ListPage) -> int:
        """Take a page behind the others; return how many lines at the front to let go of."""
        self.sizes.append(len(page.rows))
        del self.starts[self.first + len(self.sizes) :]
        if page.after:
            self.starts.append(page.after)
        if len(self.sizes) <= HELD_PAGES:
            return 0
        self.first += 1
        return self.sizes.pop(0)

    def prepend(self, page: ListPage) -> int:
        """Take the page before the others; return how many lines at the end to let go of."""
        self.first -= 1
        self.sizes.insert(0, len(page.rows))
        return self.sizes.pop() if len(self.sizes) > HELD_PAGES else 0

    def renew(self, pages: tuple[ListPage, ...]) -> tuple[Listed, ...]:
        """Take the held pages anew, as they were asked for one behind the other; return their lines."""
        del self.starts[self.first + 1 :]
        self.sizes = [len(page.rows) for page in pages]
        self.starts += [page.after for page in pages if page.after]
        return tuple(row for page in pages for row in page.rows)

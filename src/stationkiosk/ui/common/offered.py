"""Files that may be added as proof, and how they and what was added are put into words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stationkiosk.devices.evidence.folder import Found
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.files import family, show_size, show_time
from stationkiosk.ui.common.words import Words

PER_PAGE = 6
"""How many files a list shows at once."""

SLOW = 8 * 1024 * 1024
"""From how many bytes on the keeping of a file shows how far it is."""

HOPELESS = frozenset({"file_twice", "file_empty", "file_locked", "file_kind_unknown", "file_damaged"})
"""What stands in a file's way whenever it is tried again."""

ICONS = {"image": "picture", "video": "film", "audio": "sound"}


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that was found; ``exhibit`` once it is kept, ``trouble`` when it cannot be."""

    file: Found
    exhibit: Exhibit | None = None
    trouble: KnownError | None = None
    busy: bool = False

    def without(self, kept: frozenset[str]) -> Offered:
        """Return it as it stands when only these hashes are kept."""
        gone = self.exhibit is not None and self.exhibit.sha256 not in kept
        return replace(self, exhibit=None) if gone else self


def icon(media_type: str) -> str:
    """Return the name of the icon for a kind of file."""
    return ICONS.get(media_type.partition("/")[0], "paper")


def about(words: Words, media_type: str, size: int, pages: int, seconds: int) -> str:
    """Return what a file is in one line: kind, size, pages or length."""
    told = [
        words.speak(words.text(f"evidence.kind_{family(media_type)}")),
        show_size(size) if size else "",
    ]
    if pages > 1:
        told.append(words.speak(words.text("evidence.pages").put(n=pages)))
    if seconds:
        told.append(show_time(seconds))
    return "  ·  ".join(part for part in told if part)


def exhibit_row(words: Words, exhibit: Exhibit, *, picture: bool) -> dict[str, object]:
    """Return what the page shows of an exhibit."""
    shows = words.speak(words.text(f"shows.{exhibit.purpose}")) if exhibit.purpose else ""
    return {
        "sha256": exhibit.sha256,
        "name": exhibit.name,
        "details": about(words, exhibit.media_type, exhibit.size, exhibit.pages, exhibit.seconds),
        "shows": shows,
        "picture": picture,
        "icon": icon(exhibit.media_type),
    }


def found_row(words: Words, found: Offered, index: int) -> dict[str, object]:
    """Return what the page shows of a file that was found, ``index`` being its place in the whole list."""
    trouble = ""
    if found.trouble:
        _title, what, do = words.fault(found.trouble)
        trouble = words.join(what, do)
    place = [found.file.folder, show_size(found.file.size)]
    return {
        "index": index,
        "name": found.file.name,
        "details": "  ·  ".join(part for part in place if part),
        "busy": found.busy,
        "slow": found.busy and found.file.size >= SLOW,
        "added": found.exhibit is not None,
        "trouble": trouble,
        "there": found.trouble is not None and found.trouble.key == "file_twice",
        "hopeless": found.trouble is not None and found.trouble.key in HOPELESS,
    }

"""The keys of the desk's window: one table for what they do, the hints and the list on F1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it does is named ``desk.key.<id>``; ``group`` is where the list shows it.

    ``sequences`` are as Qt reads them. One that ``writes`` is left to a field that is typed into.
    """

    id: str
    sequences: tuple[str, ...]
    group: str
    writes: bool = False


KEYS = (
    Key("palette", ("Ctrl+K",), "window"),
    Key("help", ("F1",), "window"),
    Key("lock", ("Ctrl+L",), "window"),
    Key("change_user", ("Ctrl+U",), "window"),
    Key("back", ("Esc",), "window"),
    Key("larger", ("Ctrl++", "Ctrl+="), "window"),
    Key("language", ("Ctrl+Shift+L",), "window"),
    *(Key(f"page_{n}", (f"Ctrl+{n}",), "pages") for n in range(1, 8)),
    Key("panes", ("F6",), "list"),
    Key("search", ("/", "Ctrl+F"), "list", writes=True),
    Key("next", ("J",), "list", writes=True),
    Key("previous", ("K",), "list", writes=True),
)

LISTED_ONLY = (
    Key("move", ("↑", "↓"), "list"),
    Key("open", ("Enter",), "list"),
    Key("ends", ("Home", "End"), "list"),
    Key("act", ("1…9",), "case"),
    Key("tabs", ("Alt+1…9",), "case"),
    Key("undo", ("Ctrl+Z",), "case"),
    Key("fields", ("Tab", "Shift+Tab"), "case"),
    Key("talk", ("F2",), "mediation"),
    Key("talk_kind", ("F3",), "mediation"),
    Key("talk_reader", ("F4",), "mediation"),
    Key("session", ("F5",), "mediation"),
    Key("show", ("F7",), "mediation"),
    Key("blank", ("F8",), "mediation"),
    Key("take_back", ("F9",), "mediation"),
    Key("spread", ("F10",), "mediation"),
    Key("cover", ("F12",), "mediation"),
    Key("write_agreement", ("Ctrl+E",), "agreement"),
    Key("find_clause", ("Ctrl+F",), "agreement"),
    Key("next_blank", ("Enter",), "agreement"),
    Key("next_finding", ("Ctrl+M",), "agreement"),
    Key("move_term", ("Alt+↑", "Alt+↓"), "agreement"),
    Key("leave_term_out", ("Alt+Delete",), "agreement"),
    Key("keep_version", ("Ctrl+S",), "agreement"),
    Key("fix_text", ("Ctrl+Enter",), "agreement"),
    Key("zoom", ("Ctrl++", "Ctrl+-"), "printing"),
    Key("print_paper", ("Ctrl+P", "Ctrl+Shift+P"), "printing"),
    Key("add_printer", ("Alt+N",), "printing"),
    Key("test_page", ("Alt+T",), "printing"),
    Key("go_on", ("Alt+R",), "printing"),
    Key("print_report", ("Alt+P",), "printing"),
    Key("day_of_copies", ("Alt+←", "Alt+→"), "printing"),
)
"""Keys that a page hears itself; the list tells of them."""

GROUPS = ("window", "pages", "list", "case", "mediation", "agreement", "printing")


def shown(key_id: str) -> str:
    """Return the first sequence of a key as a hint shows it, "" where there is no such key."""
    return next((key.sequences[0] for key in KEYS if key.id == key_id), "")

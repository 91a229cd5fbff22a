"""The two kinds of trouble: what a person typed, and what the world did.

Our own mistakes have no class here: any other exception is ours, is logged with its
trace and leaves the session standing.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """Something typed or left out that a person can mend.

    ``question`` is the id of the question it belongs to ("" for the whole page); ``key``
    names the words at ``problem.<key>``; ``values`` fill those words.
    """

    question: str
    key: str
    values: dict[str, str] = field(default_factory=dict)


class KnownError(Exception):
    """A fault of the world: a full disk, a wrong key, a printer that is off.

    The words stand at ``fault.<key>.title``, ``fault.<key>.what`` and ``fault.<key>.do``.
    ``exit_code`` is what a command ends with.
    """

    exit_code = 1

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return ", ".join([self.key, *(f"{k}={v}" for k, v in self.values.items())])


class Closed(KnownError):
    """An action, code or record that is not open to this actor now; ``key`` says why."""

    exit_code = 3


class Changed(KnownError):
    """The record was changed by someone else since it was read."""

    exit_code = 4

    def __init__(self, what: str, read: int, now: int) -> None:
        super().__init__("changed", what=what, read=str(read), now=str(now))

"""Asking while somebody types: at once, and of what is typed meanwhile only the newest."""

from __future__ import annotations

from collections.abc import Callable


class Newest:
    """Calls ``ask`` whenever something is wanted and no answer is on its way, else when it is there."""

    def __init__(self, ask: Callable[[], None]) -> None:
        self._ask = ask
        self._under_way = self._again = False

    def want(self) -> None:
        """Ask now, or once the answer under way is there."""
        if self._under_way:
            self._again = True
        else:
            self._under_way = True
            self._ask()

    def done(self) -> None:
        """Take note that the answer is there, or a fault."""
        again, self._under_way, self._again = self._again, False, False
        if again:
            self.want()

    def failed(self, _fault: Exception) -> bool:
        """Take note of a fault, which the window tells. Fits ``Asking.ask``."""
        self.done()
        return False

    def forget(self) -> None:
        """Want nothing more; an answer may still be under way."""
        self._under_way = self._again = False

"""How the commands speak: the reader's language, faults with a way forward, long work with its progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of a terminal's locale: Chinese where it says so, else English."""
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return Language.ZH if locale.lower().startswith("zh") else Language.EN


class Speech:
    """The words of the commands in the reader's language, brought in when first needed."""

    def __init__(self) -> None:
        self.language = language_of(os.environ)
        self._texts: dict[str, Text] = {}

    def words(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in."""
        if not self._texts:
            from stationkiosk.reference.paths import resources
            from stationkiosk.reference.words import load_words

            self._texts = load_words(resources() / "i18n")
        return self._texts[key].put(**values).say(self.language)

    def say(self, key: str, **values: object) -> None:
        """Print the words of a command on standard output."""
        print(self.words(f"command.{key}", **values), flush=True)

    def tell(self, fault: KnownError) -> None:
        """Print a fault and what to do about it on standard error."""
        for part in ("title", "what", "do"):
            print(self.words(f"fault.{fault.key}.{part}", **fault.values), file=sys.stderr)

    @contextmanager
    def progress(self, key: str) -> Iterator[Progress]:
        """Show how far long work is: a bar on a terminal, a line each tenth elsewhere."""
        title = self.words(f"command.{key}")
        if sys.stderr.isatty():
            with _bar(title) as step:
                yield step
        else:
            yield _lines(title)


@contextmanager
def _bar(title: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task(title, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def _lines(title: str) -> Progress:
    told = -1

    def step(done: int, total: int) -> None:
        nonlocal told
        tenth = done * 10 // total if total else 10
        if tenth > told:
            told = tenth
            print(f"{title} {tenth * 10} %", file=sys.stderr, flush=True)

    return step

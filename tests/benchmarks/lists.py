"""The desk's lists and its search over a million made-up cases, in a real enciphered store.

The store is made once by ``tests.benchmarks.million``: in a folder that goes away, which takes some
ten minutes, or in the one that STATIONKIOSK_MILLION names, where it stays.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from stationkiosk.app import open_station
from stationkiosk.casework import find
from stationkiosk.casework.desk.views import Shelf, Wanted
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.startup import start_up
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.reference.spelling import fold, readings
from stationkiosk.store import search_words
from tests.benchmarks.figures import Figure, median, percentile, timed
from tests.benchmarks.million import settings_of
from tests.casework.members import enrol

AIM_MS = 10.0
RATIO = 5.0
"""What our search may take of bare SQL's; it also has to reach AIM_MS."""
PAGES = 300
CASES = 150
WARM = 30
PLACE = "STATIONKIOSK_MILLION"
LOGINS = ("clerk-1", "officer-1", "mediator-1", "supervisor-1")

_RAW = """
SELECT w.due, w.n, w.matter_n, w.state, q.case_id, q.number, q.claimant, q.respondent
FROM queue_waiting AS w JOIN queue_cases AS q ON q.n = w.n
WHERE w.holder = 'clerk' ORDER BY w.due, w.n, w.matter_n LIMIT 51
"""

_RAW_SEARCH = """
SELECT q.n, q.state, q.due, q.case_id, q.number, q.claimant, q.respondent, q.hay
FROM search JOIN queue_cases AS q ON q.n = search.rowid
WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT 51
"""


@contextmanager
def million() -> Iterator[Path]:
    """The folder of a station with a million cases."""
    kept = os.environ.get(PLACE)
    with tempfile.TemporaryDirectory(prefix="sk-million-") as folder:
        place = Path(kept or folder)
        if not settings_of(place).store_file.exists():
            subprocess.run([sys.executable, "-m", "tests.benchmarks.million", str(place)], check=True)
        yield place


def desk_first_page_1m() -> Figure:
    """From a key press to the rows of a list's first page, or of one deep in it: 99th percentile."""
    p99, _bare, remark = _measured("pages")
    return Figure("desk_first_page_1m", p99, "ms", AIM_MS, 1.0, "the aim", remark=remark)


def search_p99_1m() -> Figure:
    """From a key press to the rows of what was typed, at the 99th percentile of everything typed."""
    p99, bare, remark = _measured("searches")
    told = "the same words by bare SQL"
    return Figure("search_p99_1m", p99, "ms", bare, RATIO, told, remark=remark, most=AIM_MS)


def _measured(what: str) -> tuple[float, float, str]:
    """Return the 99th percentile of ours and of bare SQL, in ms, and what more there is to tell."""
    with million() as folder:
        command = [sys.executable, "-m", "tests.benchmarks.lists", str(folder), what]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    p99, bare, remark = done.stdout.strip().splitlines()[-1].split("\t")
    return float(p99), float(bare), remark


def _who(station: Station, login: str) -> SignedIn:
    role = Role(login.rpartition("-")[0])
    return SignedIn(login, "样品", frozenset({role}), station.clock.now())


def _pages(station: Station) -> str:
    """Fetch first pages and pages at any depth; beside them the rows of one by bare SQL."""
    source, times, raw = random.Random(7), [], []
    people = [_who(station, login) for login in LOGINS]
    for n in range(PAGES + WARM):
        who, shelf = source.choice(people), source.choice(list(Shelf))
        after = f"{source.randrange(1000, 1_000_000)}|0" if shelf is Shelf.ALL and n % 2 else ""
        took = timed(partial(find.page, station, who, Wanted(shelf), after))
        took += timed(partial(find.counts, station, who))
        with station.store.read() as connection:
            bare = timed(lambda: connection.exec_driver_sql(_RAW).all())
        if n >= WARM:
            times.append(took)
            raw.append(bare)
    return _told(times, raw, "with counts")


def _searches(station: Station) -> str:
    """Type what leads to cases chosen by chance, key by key, and what is in most of them or in none.

    Before each case something is written, as by the kiosk: the pages read so far count no more.
    """
    source = random.Random(7)
    kinds: dict[str, list[float]] = {}
    raw: list[float] = []
    spent: list[float] = []
    people = [_who(station, login) for login in LOGINS]
    typed = list(_typed(station, source))
    for _kind, text in source.sample(typed, WARM):
        find.page(station, people[0], Wanted(Shelf.ALL, text))
    with station.store.read() as bare:
        for kind, text in typed:
            if kind == "name":
                _write(station)
            who, shelf = source.choice(people), source.choice(list(Shelf))
            begun = time.process_time()
            kinds.setdefault(kind, []).append(timed(partial(find.page, station, who, Wanted(shelf, text))))
            spent.append((time.process_time() - begun) * 1000)
            expression = " AND ".join(map(search_words.asked, search_words.words_in(text)))
            raw.append(timed(lambda asked=expression: bare.exec_driver_sql(_RAW_SEARCH, (asked,)).all()))
            bare.rollback()
    times = [took for some in kinds.values() for took in some]
    worst = ", ".join(f"{kind} {percentile(some, 0.99):.1f}" for kind, some in sorted(kinds.items()))
    spoken = f"{len(times)} searches, {percentile(spent, 0.99):.1f} of the processor; p99 by kind: {worst}"
    return _told(times, raw, spoken)


def _write(station: Station) -> None:
    with station.store.write() as unit:
        unit.journal(None, station.itself(), "clock", station.clock.now())


def _typed(station: Station, source: random.Random) -> Iterator[tuple[str, str]]:
    query = "SELECT number, claimant, respondent, hay FROM queue_cases WHERE n = ?"
    with station.store.read() as connection:
        for _ in range(CASES):
            row = connection.exec_driver_sql(query, (source.randrange(1, 1_000_000),)).one()
            name = fold(source.choice((row.claimant, row.respondent)))
            at = source.randrange(len(name) - 3)
            yield "name", name
            yield "two characters", name[at : at + 2]
            yield "part", name[at : at + 4]
            yield "a character", name[at]
            sounds = "".join(readings(sign)[0] for sign in name[at : at + 3])
            yield from (("pinyin", sounds[:length]) for length in range(2, len(sounds) + 1, 2))
            letters = "".join(readings(sign)[0][0] for sign in name[at:])
            yield from (("first letters", letters[:length]) for length in range(1, 6))
            yield from (("number", row.number[:length]) for length in (3, 10, 15, len(row.number)))
            yield "count", row.number[-7:-2]
            phones = row.hay.rpartition("\x1e")[2].split("\x1f")
            yield "phone tail", phones[0][-4:]
            yield "two words", f"{name[:2]} {source.choice(('公司', '店', '有限', 'yxgs'))}"
            yield "in most", source.choice(("公司", "店", "有限公司", "a", "s", "2"))
            yield "in none", source.choice(("龘龘", "zzzzq", "9999999999", "公司 龘", "店 集团有限公司"))


def _told(times: list[float], raw: list[float], remark: str) -> str:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = "\t".join(f"{percentile(some, 0.99)}" for some in (times, raw))
    return f"{figures}\tp50 {median(times):.1f} against {median(raw):.1f}, {remark}; {memory} MB"


def main(folder: Path, what: str) -> None:
    """Open the station, run what runs at its start, and measure."""
    stations: list[Station] = []
    opened = timed(lambda: stations.append(open_station(settings_of(folder), desk=True)))
    (station,) = stations
    try:
        begun = timed(lambda: start_up(station))
        with station.store.read() as connection:
            known = connection.exec_driver_sql("SELECT 1 FROM staff WHERE login = 'clerk-1'").first()
        if known is None:
            enrol(station)
        work: Callable[[Station], str] = {"pages": _pages, "searches": _searches}[what]
        print(f"{work(station)}; opens in {opened:.0f} ms, start-up tasks {begun:.0f} ms")
    finally:
        station.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

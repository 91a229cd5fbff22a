"""A station with a million made-up cases: where the lists, the search and start-up are measured.

    python -m tests.benchmarks.million FOLDER [CASES]

All names are put together by chance. A few hundred right holders bring most cases, against
hundreds of small shops each; sums are log-normal; three cases of a hundred are still open. Each
case has its journal entry with a true hash; the entries do not tell of their rows, so this store
is for measuring and not for proving. The lists are made by the product itself.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from stationkiosk.app import create_station
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.numbering import case_number
from stationkiosk.ledger.canonical import canonical
from stationkiosk.ledger.journal import NO_HEAD, Entry, make_entry
from stationkiosk.ledger.keys import load_keys
from stationkiosk.settings import Settings, checked
from stationkiosk.store import cipher, lists
from stationkiosk.store.engine import Store

SITE = {"station": {"code": "LJ07", "name": {"zh": "样品站（虚构）", "en": "Sample station (made up)"}}}
LAST = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
YEARS = timedelta(days=5 * 365)
OPEN = 0.03
AT_ONCE = 5000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波晓东宁鑫宇浩子轩雨欣思佳"
PLACES = (
    "杭州",
    "重庆",
    "成都",
    "广州",
    "深圳",
    "义乌",
    "温州",
    "苏州",
    "长沙",
    "厦门",
    "佛山",
    "江北区",
    "渝中区",
)
BRANDS = "云山茶禾星桥蓝鹿青木石田金川海乐安和泰瑞丰盛宏达新艺美佳康源天成百顺福满堂春秋"
TRADES = (
    "服饰",
    "食品",
    "茶业",
    "日化",
    "电子商务",
    "家居用品",
    "医药",
    "文具",
    "玩具",
    "五金",
    "化妆品",
    "科技",
)
ENDS = ("有限公司", "有限责任公司", "集团有限公司", "商行", "经营部")
SHOPS = ("服装店", "便利店", "小吃店", "五金店", "超市", "饰品店", "茶叶店", "文具店", "药店", "批发部")
FORMS = ("trademark", "copyright", "patent", "design", "competition", "geographical_indication")
WAYS = (("mediation", "preservation"), ("mediation", "report", "preservation"), ("report", "preservation"))


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who brings cases, with an agent or none and the number of a right."""

    name: str
    credit_code: str
    agent: str
    form: str
    right: str
    mark: str


class Chance:
    """Made-up particulars, the same every time."""

    def __init__(self, seed: int = 7) -> None:
        self.source = random.Random(seed)
        self.pick = self.source.choice

    def brand(self) -> str:
        """Two or three characters."""
        return "".join(self.source.choices(BRANDS, k=self.pick((2, 2, 3))))

    def person(self) -> str:
        """A name of two or three characters."""
        return self.pick(SURNAMES) + "".join(self.source.choices(GIVEN, k=self.pick((1, 2, 2))))

    def company(self) -> str:
        """A company's name."""
        return self.pick(PLACES) + self.brand() + self.pick(TRADES) + self.pick(ENDS)

    def shop(self) -> str:
        """A small shop's name."""
        return self.pick(PLACES) + self.pick((self.brand(), self.person())) + self.pick(SHOPS)

    def phone(self) -> str:
        """A mainland mobile's number."""
        return f"+861{self.source.randrange(3_000_000_000, 9_999_999_999)}"

    def holder(self) -> Holder:
        """Somebody who brings cases."""
        code = f"91{self.source.randrange(10**15, 10**16)}"
        agent = self.person() if self.source.random() < 0.4 else ""
        mark = str(self.source.randrange(1_000_000, 80_000_000))
        return Holder(self.company(), code, agent, self.pick(FORMS), mark, self.brand())


Rows = dict[str, list[tuple[Any, ...]]]


class Maker:
    """Makes the rows of one case after another, in the order they were filed."""

    def __init__(self, cases: int) -> None:
        self.cases = cases
        self.chance = Chance()
        self.many = [self.chance.holder() for _ in range(400)]
        self.weights = [1 / (n + 3) for n in range(400)]
        self.day, self.serial = date.min, 0
        self.rows: Rows = {}

    def put(self, table: str, *values: object) -> None:
        """Add a row."""
        self.rows.setdefault(table, []).append(values)

    def batches(self) -> Iterator[Rows]:
        """Yield the rows of some thousand cases after another."""
        for n in range(self.cases):
            self.make(n)
            if (n + 1) % AT_ONCE == 0 or n + 1 == self.cases:
                yield self.rows
                self.rows = {}

    def make(self, n: int) -> None:
        """Make one case."""
        chance, source = self.chance, self.chance.source
        at = LAST - YEARS + YEARS * ((n + 1) / self.cases)
        day = station_day(at)
        self.serial = self.serial + 1 if day == self.day else 1
        self.day = day
        number = case_number(station="LJ07", machine="A", day=day, block=0, serial=self.serial)
        case_id = _uuid7(at, n)
        often = source.choices(self.many, self.weights)[0]
        holder = often if source.random() < 0.7 else chance.holder()
        self.put("cases", case_id, number, holder.form, "zh", _moment(at), 1, f"k{n}", 0)
        self._parties(case_id, holder)
        self.put("rights", case_id, 1, holder.form, holder.right, holder.mark, "owner", "[30]", "", None)
        self.put("claims", case_id, 1, "stop", None)
        self.put("claims", case_id, 2, "damages", int(source.lognormvariate(13.5, 1.1)))
        self._matters(case_id, number, at, n > self.cases * (1 - OPEN))
        self._paper(case_id, number, at)
        entry = make_entry(
            str(UUID(bytes=case_id)),
            NO_HEAD,
            at,
            "applicant",
            "kiosk",
            "LJ07A",
            "file",
            canonical({"detail": {"number": number}, "rows": []}),
        )
        self.put("journal", *(_plain(getattr(entry, name)) for name in Entry.__slots__))

    def _parties(self, case_id: bytes, holder: Holder) -> None:
        chance = self.chance
        small = chance.source.random() < 0.8
        sides = [("applicant", "organisation", holder.name, holder.credit_code)]
        if holder.agent:
            sides.append(("agent", "person", holder.agent, ""))
        sides.append(("respondent", "organisation", chance.shop() if small else chance.company(), ""))
        for n, (role, kind, name, code) in enumerate(sides, 1):
            phone = chance.phone() if role != "respondent" or chance.source.random() < 0.5 else ""
            self.put("parties", case_id, n, role, kind, name, code, phone, "样品路 1 号", "", "", 0, None)

    def _matters(self, case_id: bytes, number: str, at: datetime, is_open: bool) -> None:
        source, moment = self.chance.source, _moment(at)
        for n, track in enumerate(source.choices(WAYS, (6, 3, 1))[0], 1):
            state, role = _STATES[track][0 if is_open and source.random() < 0.9 else 1]
            self.put("matters", case_id, n, track, state, moment, moment, role, 1, f"{number}/{n}")
            if track != "preservation":
                due = station_day(at) + timedelta(days=source.randrange(5, 40))
                stopped = None if role else moment
                rule = f"{track}.decide"
                start = station_day(at).isoformat()
                self.put("deadlines", case_id, n, n, rule, start, due.isoformat(), 0, stopped, "[]")

    def _paper(self, case_id: bytes, number: str, at: datetime) -> None:
        body, moment = b"%PDF made up " + number.encode(), _moment(at)
        data = canonical({"number": number, "words": "样" * 200})
        self.put("papers", case_id, 1, "receipt", "SK-101", number, 1, "zh", data, moment, "", None)
        self.put("paper_files", case_id, 1, "a4", body, sha256(body).hexdigest(), moment)
        self.put(
            *("copies", case_id, 1, 1, "a4", 1, "filed", "made up", "applicant", moment, "in_hand"),
            *(sha256(body).hexdigest(), "1"),
        )


_STATES = {
    "mediation": (("applied", "clerk"), ("refused", "")),
    "report": (("received", "officer"), ("no_case", "")),
    "preservation": (("open", "applicant"), ("closed", "")),
}


def _uuid7(at: datetime, n: int) -> bytes:
    ms = _moment(at) // 1000
    chance = sha256(n.to_bytes(8, "big")).digest()
    return (
        ms.to_bytes(6, "big")
        + bytes((0x70 | chance[0] & 15, chance[1], 0x80 | chance[2] & 63))
        + chance[3:10]
    )


def _moment(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)


def _plain(value: object) -> object:
    return _moment(value) if isinstance(value, datetime) else value


def settings_of(folder: Path) -> Settings:
    """Return the settings of the station in a folder."""
    return checked(SITE, folder)


def make(folder: Path, cases: int) -> None:
    """Make the station in ``folder``; tell how long each part takes."""
    settings = settings_of(folder)
    create_station(settings, "246810")
    settings.printer.folder.mkdir(exist_ok=True)
    key = load_keys(settings.keys_folder).store
    begun = time.monotonic()
    with closing(cipher.connect(settings.store_file, key)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TRIGGER journal_no_replace")
        connection.execute("DROP TRIGGER paper_files_no_replace")
        columns = {row[0]: _columns(connection, row[0]) for row in connection.execute(_TABLES).fetchall()}
        for rows in Maker(cases).batches():
            connection.execute("BEGIN")
            for table, values in rows.items():
                names, marks = columns[table][: len(values[0])], "?, " * len(values[0])
                insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks[:-2]})"
                connection.executemany(insert, values)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(f"record {time.monotonic() - begun:.0f} s", flush=True)
    begun = time.monotonic()
    with closing(Store(settings.store_file, key)) as store:
        with store.write() as unit:
            lists.rebuild(unit.connection)
        print(f"lists {time.monotonic() - begun:.0f} s", flush=True)
        with store.write() as unit:
            _put_triggers(unit.connection)


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def _put_triggers(connection: Any) -> None:  # noqa: ANN401 -- a connection of the store
    from stationkiosk.store.triggers import put_triggers

    put_triggers(connection)


def _columns(connection: Any, table: str) -> list[str]:  # noqa: ANN401 -- sqlcipher3 has no types
    return [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)

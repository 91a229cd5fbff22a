from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from stationkiosk.devices.readers import Card, DemoReader, IdReader, NoReader, ReaderState
from stationkiosk.domain.errors import KnownError

MADE_UP = {"name": "样品人", "id_number": "110101199003070000", "kind": "resident"}


def lay(folder: Path, body: object = MADE_UP) -> None:
    (folder / "next.json").write_text(body if isinstance(body, str) else json.dumps(body), "utf-8")
    (folder / "next.json").replace(folder / "card.json")


def test_a_station_without_a_reader_never_reads() -> None:
    reader: IdReader = NoReader()
    assert reader.state() == ReaderState(present=False, ready=False)
    assert reader.read() is None


def test_a_card_is_read_once_each_time_it_is_laid_on(tmp_path: Path) -> None:
    reader: IdReader = DemoReader(tmp_path)
    assert reader.read() is None
    lay(tmp_path)
    assert reader.read() == Card("样品人", "110101199003070000", "resident")
    assert reader.read() is None
    (tmp_path / "card.json").unlink()
    assert reader.read() is None
    lay(tmp_path)
    assert reader.read() is not None


def test_whoever_asks_gets_the_card_that_lies_there(tmp_path: Path) -> None:
    reader: IdReader = DemoReader(tmp_path)
    lay(tmp_path)
    assert reader.read()
    reader.forget()
    assert reader.read(asked=True) == Card("样品人", "110101199003070000", "resident")
    assert NoReader().read(asked=True) is None


def test_another_card_laid_on_at_once_is_read(tmp_path: Path) -> None:
    reader = DemoReader(tmp_path)
    lay(tmp_path)
    reader.read()
    lay(tmp_path, {"name": "另一人", "id_number": "X1", "kind": "foreigner"})
    assert reader.read() == Card("另一人", "X1", "foreigner")


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "null", "x" * 5000),
        *('{"name": "a"}', '{"name": 1, "id_number": "2"}'),
        '{"name": "a", "id_number": "b", "kind": "driver"}',
    ],
)
def test_a_card_that_cannot_be_read_is_said_once(tmp_path: Path, body: str) -> None:
    reader = DemoReader(tmp_path)
    lay(tmp_path, body)
    with pytest.raises(KnownError, match="card_unreadable"):
        reader.read()
    assert reader.read() is None


def test_what_lies_there_and_is_no_card_is_passed_over(tmp_path: Path) -> None:
    reader = DemoReader(tmp_path)
    os.mkfifo(tmp_path / "card.json")
    assert reader.read() is None
    (tmp_path / "card.json").unlink()
    (tmp_path / "card.json").symlink_to(tmp_path / "elsewhere")
    assert reader.read() is None
    (tmp_path / "card.json").unlink()
    (tmp_path / "card.json").mkdir()
    assert reader.read() is None


def test_a_reader_taken_away_is_a_trouble(tmp_path: Path) -> None:
    assert DemoReader(tmp_path).state() == ReaderState(present=True, ready=True)
    gone = DemoReader(tmp_path / "none")
    assert gone.state() == ReaderState(present=True, ready=False, trouble="reader_missing")
    assert gone.read() is None


def test_a_card_never_shows_itself_in_a_log() -> None:
    assert "样品人" not in repr(Card("样品人", "110101199003070000"))
    assert "1101" not in repr(Card("样品人", "110101199003070000"))

"""The migrations make what the tables say, lose nothing, and leave STRICT and the triggers standing."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection
from sqlalchemy.exc import DBAPIError

from stationkiosk.domain.errors import KnownError
from stationkiosk.store import cipher, opening, schema, search
from stationkiosk.store.engine import Store
from stationkiosk.store.schema import HEAD, MIGRATIONS, migrate
from stationkiosk.store.triggers import TRIGGERS, put_triggers
from stationkiosk.store.types import Words
from tests.store.conftest import KEY, put_case


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    return [step.revision for step in reversed(list(script.walk_revisions()))]


def blank(path: Path) -> Store:
    opening.make_file(path, KEY)
    return Store(path, KEY)


NEXT = f"{int(HEAD) + 1:04d}"


def layout(connection: Connection) -> dict[str, str]:
    """What was said to make each table, index and trigger.

    A column added later stands behind the constraints there, so of a table the parts are compared.
    """
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: _said(re.sub(r"\s+", " ", sql).strip()) for name, sql in rows}


def _said(sql: str) -> str:
    if not sql.startswith("CREATE TABLE"):
        return sql
    head, parts, options = re.fullmatch(r"(.*?) ?\((.*)\)(.*)", sql).groups()  # type: ignore[union-attr]
    listed = [part.strip() for part in re.split(r",(?![^(]*\))", parts)]
    columns = [part for part in listed if not part.startswith("CONSTRAINT")]
    return f"{head} ({', '.join([*columns, *sorted(set(listed) - set(columns))])}){options}"


def test_the_newest_migration_is_the_head_this_program_writes() -> None:
    assert revisions()[-1] == HEAD
    assert revisions() == sorted(revisions())


def test_the_migrations_make_exactly_what_the_tables_say(store: Store, tmp_path: Path) -> None:
    grown = blank(tmp_path / "grown.db")
    with grown.write() as unit:
        migrate(unit.connection)
        made = layout(unit.connection)
    grown.close()
    with store.read() as connection:
        assert made == layout(connection)


@pytest.mark.parametrize("target", revisions())
def test_after_each_migration_tables_are_strict_and_the_triggers_stand(tmp_path: Path, target: str) -> None:
    store = blank(tmp_path / "s.db")
    with store.write() as unit:
        migrate(unit.connection, target)
        made = layout(unit.connection)
    store.close()
    own = (sql for name, sql in made.items() if not name.startswith(f"{search.TABLE}_"))
    tables = [sql for sql in own if sql.startswith("CREATE TABLE")]
    assert len(tables) > 25
    assert all("STRICT" in sql.rsplit(")", 1)[1] for sql in tables)
    if target == HEAD:
        assert set(TRIGGERS) <= set(made)


def test_triggers_that_a_rebuilt_table_lost_are_put_back(store: Store) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with store.write() as unit:
        operations = Operations(MigrationContext.configure(unit.connection))
        with operations.batch_alter_table("journal", recreate="always") as batch:
            batch.add_column(Column("note", Words(), nullable=True))
        assert "journal_no_update" not in layout(unit.connection)
        put_triggers(unit.connection)
        assert set(TRIGGERS) <= set(layout(unit.connection))
    with pytest.raises(DBAPIError, match="never changed"), store.write() as unit:
        unit.connection.exec_driver_sql("UPDATE journal SET body = ''")


def test_a_migration_that_breaks_a_reference_is_our_mistake(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    store.close()
    monkeypatch.setattr(opening, "HEAD", NEXT)
    monkeypatch.setattr(
        opening, "migrate", lambda connection: connection.exec_driver_sql("DELETE FROM cases")
    )
    with pytest.raises(RuntimeError, match="reference"):
        Store.open(path, KEY)
    monkeypatch.undo()
    Store.open(path, KEY).close()


def test_a_database_goes_down_and_up_again(store: Store) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with store.write() as unit:
        before = layout(unit.connection)
        migrate(unit.connection, "base")
        assert set(layout(unit.connection)) == {"alembic_version"}
        migrate(unit.connection)
        assert layout(unit.connection) == before
        put_case(unit, "LJ07A-2")


def test_a_database_from_a_newer_program_is_refused(store: Store, path: Path) -> None:
    with store.write() as unit:
        unit.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(KnownError) as told:
        Store.open(path, KEY)
    assert (told.value.key, told.value.values["found"]) == ("store_newer", "9999")


def test_an_older_database_is_copied_and_upgraded(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    store.close()

    def one_step(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE later (n INTEGER) STRICT")
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEXT}'")

    monkeypatch.setattr(opening, "HEAD", NEXT)
    monkeypatch.setattr(opening, "migrate", one_step)
    Store.open(path, KEY).close()
    copy = path.with_name(path.name + f".before-{NEXT}")
    for file, found in ((path, NEXT), (copy, HEAD)):
        connection = cipher.connect(file, KEY)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (found,)
        assert connection.execute("SELECT number FROM cases").fetchone() == ("LJ07A-1",)
        connection.close()


def test_programs_that_start_together_upgrade_once(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    steps: list[str] = []

    def one_step(connection: Connection) -> None:
        steps.append(NEXT)
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEXT}'")

    monkeypatch.setattr(opening, "HEAD", NEXT)
    monkeypatch.setattr(opening, "migrate", one_step)
    with ThreadPoolExecutor(4) as together:
        for opened in list(together.map(lambda _n: Store.open(path, KEY), range(4))):
            opened.close()
    assert steps == [NEXT]
    assert not list(path.parent.glob("*.part"))


def test_an_upgrade_that_fails_changes_nothing(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()

    def half_a_step(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE later (n INTEGER) STRICT")
        raise ZeroDivisionError

    monkeypatch.setattr(opening, "HEAD", NEXT)
    monkeypatch.setattr(opening, "migrate", half_a_step)
    with pytest.raises(ZeroDivisionError):
        Store.open(path, KEY)
    monkeypatch.undo()
    reopened = Store.open(path, KEY)
    with reopened.read() as connection:
        assert schema.revision(connection) == HEAD
        assert "later" not in layout(connection)
    reopened.close()

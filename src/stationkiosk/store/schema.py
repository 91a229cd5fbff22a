"""Which schema a database has, and bringing an older one up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from stationkiosk.store.lists import drop_lists, put_lists, rebuild
from stationkiosk.store.tables import Case
from stationkiosk.store.triggers import put_triggers

HEAD = "0013"
"""The revision this program writes. Revisions are numbered and so sort by age."""

EMPTY = "base"
"""What alembic calls a database before the first revision."""

MIGRATIONS = Path(__file__).with_name("migrations")
_TABLES = Case.metadata


def revision(connection: Connection) -> str:
    """Return the revision of the database, ``""`` where it names none."""
    there = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first()
    if there is None:
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def create_all(connection: Connection) -> None:
    """Create every table and trigger at the newest revision; the tests hold it equal to the migrations."""
    _TABLES.create_all(connection)
    put_lists(connection)
    put_triggers(connection)
    _version_table(connection)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def migrate(connection: Connection, target: str = HEAD) -> None:
    """Bring the database up, or down, to ``target`` in the transaction of ``connection``.

    alembic is imported here only: it takes a third of a second, and hardly ever is there
    anything to do. The lists are no part of a revision: at the newest they are made anew.
    """
    from alembic import command
    from alembic.config import Config

    _version_table(connection)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    down = target == EMPTY or target < revision(connection)
    move = command.downgrade if down else command.upgrade
    drop_lists(connection)
    move(config, target)
    if target == HEAD:
        rebuild(connection)


def _version_table(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version"
        " (version_num TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"
    )

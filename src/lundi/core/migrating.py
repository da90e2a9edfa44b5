"""Runs the migrations, as a program of its own: a server would keep the 13 MB that they load. See `opening.migrate`."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, create_engine, event, pool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from lundi.core.dialing import dial
from lundi.core.errors import Refusal
from lundi.core.opening import EXIT_REFUSED, FILE, MIGRATIONS, check_known
from lundi.core.schema import metadata
from lundi.core.sqlite_statistics import write_statistics

_LOCK = 7_033_185


def migrate_sqlite(folder: Path, revision: str = "head") -> None:
    """Up to that revision. Makes the database where there is none. Raises Refusal, and changes nothing, where it can't be brought up to date."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"The data folder {folder} can't be made: {error.strerror}.") from None
    engine = create_engine(
        URL.create("sqlite", database=str(folder / FILE)), poolclass=pool.NullPool
    )

    # The driver's own idea of transactions would leave half a migration behind.
    @event.listens_for(engine, "connect")
    def _plain(connection, _record):  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=30000")
        speak_jsonb(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            _upgrade(connection, revision)
            write_statistics(connection)
    except DBAPIError as error:
        raise Refusal(f"The database {folder / FILE} can't be opened: {error.orig}.") from None
    finally:
        engine.dispose()


def speak_jsonb(connection: sqlite3.Connection) -> None:
    """Python's own SQLite may be older than JSONB, in which all JSON is kept: ours answers for it."""
    ours = apsw.Connection(":memory:")

    def asks(function: str) -> Callable[[Any], Any]:
        return lambda value: ours.execute(f"SELECT {function}(?)", (value,)).get

    for function in ("json", "jsonb"):
        connection.create_function(function, 1, asks(function))


async def migrate_postgres(url: str) -> None:
    """Two at once wait for each other."""
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: dial(url))
    try:
        async with engine.begin() as connection:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection, to: str = "head") -> None:
    check_known(MigrationContext.configure(connection).get_current_revision())
    scripts = ScriptDirectory(str(MIGRATIONS))
    with EnvironmentContext(
        Config(), scripts, fn=lambda revision, _: scripts._upgrade_revs(to, revision)
    ) as context:
        context.configure(connection=connection, target_metadata=metadata)
        context.run_migrations()


def main() -> None:
    url = os.environ["LUNDI_DATABASE_URL"]
    try:
        if url:
            asyncio.run(migrate_postgres(url))
        else:
            migrate_sqlite(Path(os.environ["LUNDI_DATA"]))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(EXIT_REFUSED)


if __name__ == "__main__":
    main()

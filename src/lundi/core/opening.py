"""Opening the database that the settings name, with its schema in order."""

from pathlib import Path

import asyncpg
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, pool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from lundi.core import postgres
from lundi.core.database import Database
from lundi.core.errors import OldSchema, Refusal
from lundi.core.schema import metadata
from lundi.core.sqlite import SQLite
from lundi.core.sqlite_statistics import write_statistics

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_LOCK = 7_033_185
FILE = "lundi.sqlite3"


async def open_database(url: str | None, folder: Path, connections: int) -> Database:
    """SQLite in `folder`, brought up to date by itself; with a URL, PostgreSQL, whose schema must be up to date.

    Raises OldSchema or Refusal, each with a sentence for the operator.
    """
    if url is None:
        migrate_sqlite(folder)
        return SQLite(folder / FILE)
    current = await _postgres_revision(url)
    newest = _scripts().get_current_head()
    if current is None or (_is_known(current) and current != newest):
        raise OldSchema(
            "The database's schema is not up to date: run `lundi migrate` once, then start again."
        )
    _check_known(current)
    return await postgres.connect(url, connections)


def migrate_sqlite(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"The data folder {folder} can't be made: {error.strerror}.") from None
    engine = create_engine(f"sqlite:///{folder / FILE}", poolclass=pool.NullPool)

    # The driver's own idea of transactions would leave half a migration behind.
    @event.listens_for(engine, "connect")
    def _plain(connection, _record):  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=30000")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            connection.rollback()
            if _revision(connection) == _scripts().get_current_head():
                return
            connection.rollback()
            with connection.begin():
                _upgrade(connection)
                write_statistics(connection)
    except DBAPIError as error:
        raise Refusal(f"The database {folder / FILE} can't be opened: {_cause(error)}.") from None
    finally:
        engine.dispose()


async def migrate_postgres(url: str) -> None:
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: _dial(url))
    async with engine.begin() as connection:
        await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        await connection.run_sync(_upgrade)
    await engine.dispose()


async def _dial(url: str):  # type: ignore[no-untyped-def]
    try:
        return await asyncpg.connect(url)
    except (OSError, asyncpg.PostgresError) as error:
        raise Refusal(f"The PostgreSQL server can't be reached: {_cause(error)}.") from None


async def _postgres_revision(url: str) -> str | None:
    connection = await _dial(url)
    try:
        if not await connection.fetchval("SELECT to_regclass('alembic_version')"):
            return None
        return await connection.fetchval("SELECT version_num FROM alembic_version")  # type: ignore[no-any-return]
    finally:
        await connection.close()


def _upgrade(connection: Connection) -> None:
    _check_known(_revision(connection))
    scripts = _scripts()
    with EnvironmentContext(
        Config(), scripts, fn=lambda revision, _: scripts._upgrade_revs("head", revision)
    ) as context:
        context.configure(connection=connection, target_metadata=metadata)
        context.run_migrations()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _check_known(revision: str | None) -> None:
    if revision is not None and not _is_known(revision):
        raise Refusal("The database was written by a newer Lundi: install that version to open it.")


def _is_known(revision: str) -> bool:
    return revision in {script.revision for script in _scripts().walk_revisions()}


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_MIGRATIONS))


def _cause(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0] if str(cause) else type(cause).__name__

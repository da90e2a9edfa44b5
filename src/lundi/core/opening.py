"""Opening the database that the settings name, once its schema is in order."""

import asyncio
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import asyncpg

from lundi.core import postgres
from lundi.core.database import Database
from lundi.core.errors import OldSchema, Refusal
from lundi.core.sqlite import BUSY_MILLISECONDS, SQLite

FILE = "lundi.sqlite3"
EXIT_REFUSED = 3
MIGRATIONS = Path(__file__).parent.parent / "migrations"
# A migration's file is named by its revision, and they rise.
REVISIONS = sorted(file.name.partition("_")[0] for file in MIGRATIONS.glob("versions/*.py"))
_REVISION = "SELECT version_num FROM alembic_version"


async def open_database(
    url: str | None, folder: Path, connections: int, wait: float = 10
) -> Database:
    """SQLite in `folder`; with a URL, PostgreSQL, for which it waits so many seconds. Raises OldSchema where `migrating` must
    run first.
    """
    if url is None:
        check_newest(sqlite_revision(folder))
        return SQLite(folder / FILE)
    check_newest(await _postgres_revision(url, wait))
    return await postgres.connect(url, connections, wait)


def is_outdated(folder: Path) -> bool:
    """The SQLite database there has an older schema, or isn't there yet."""
    revision = sqlite_revision(folder)
    check_known(revision)
    return revision != REVISIONS[-1]


def migrate(url: str | None, folder: Path) -> None:
    """Brings the schema up to date. In a process of its own: what that loads would stay in this one."""
    environment = {**os.environ, "LUNDI_DATABASE_URL": url or "", "LUNDI_DATA": str(folder)}
    command = [sys.executable, "-m", "lundi.core.migrating"]
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode == EXIT_REFUSED:
        raise Refusal(done.stderr.strip())
    if done.returncode:
        raise Refusal(f"The migration failed: {done.stderr.strip().splitlines()[-1]}.")


def check_newest(revision: str | None) -> None:
    check_known(revision)
    if revision != REVISIONS[-1]:
        raise OldSchema(
            "The database's schema is not up to date: run `lundi migrate` once, then start again."
        )


def check_known(revision: str | None) -> None:
    if revision is not None and revision not in REVISIONS:
        raise Refusal("The database was written by a newer Lundi: install that version to open it.")


def sqlite_revision(folder: Path) -> str | None:
    """None where there is no database yet. Raises Refusal for a file that isn't one."""
    file = folder / FILE
    if not file.exists():
        return None
    try:
        with closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
            # Another process may be writing its first schema, or mending after a crash.
            connection.set_busy_timeout(BUSY_MILLISECONDS)
            return str(connection.execute(_REVISION).fetchall()[0][0])
    except apsw.SQLError:
        return None
    except apsw.Error as error:
        raise Refusal(
            f"The database {file} can't be read ({error}): restore it from your backup."
        ) from None


async def dial(url: str, wait: float = 0, **given: Any) -> Any:
    """A connection to PostgreSQL; `given` is what asyncpg takes besides. Raises Refusal where there is none to be had within
    so many seconds.
    """
    ends_at = time.monotonic() + wait
    while True:
        try:
            return await asyncpg.connect(url, **given)
        except (ValueError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            is_coming = isinstance(error, postgres.LOST) and not isinstance(error, ValueError)
            if not is_coming or time.monotonic() > ends_at:
                raise Refusal(f"PostgreSQL can't be reached: {error}.") from None
            await asyncio.sleep(postgres.LONGEST_PAUSE)


async def _postgres_revision(url: str, wait: float) -> str | None:
    connection = await dial(url, wait)
    try:
        if not await connection.fetchval("SELECT to_regclass('alembic_version')"):
            return None
        return str(await connection.fetchval(_REVISION))
    finally:
        await connection.close()

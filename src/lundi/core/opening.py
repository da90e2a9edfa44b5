"""Opening the database that the settings name, once its schema is in order."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw

from lundi.core.database import Database
from lundi.core.errors import OldSchema, Refusal
from lundi.core.sqlite import BUSY_MILLISECONDS, SQLite

FILE = "lundi.sqlite3"
EXIT_REFUSED = 3
MIGRATIONS = Path(__file__).parent.parent / "migrations"
# A migration's file is named by its revision, and they rise.
REVISIONS = sorted(file.name.partition("_")[0] for file in MIGRATIONS.glob("versions/*.py"))
LARGEST_LOOKED_THROUGH = 50_000_000
"""Bytes of a SQLite database that is looked through at each start, which takes a quarter of a second. A larger one is opened only."""
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
REVISION = "SELECT version_num FROM alembic_version"


async def open_database(
    url: str | None, folder: Path, connections: int, wait: float = 10
) -> Database:
    """SQLite in `folder`; with a URL, PostgreSQL, for which it waits so many seconds. Raises OldSchema where `migrating` must
    run first.
    """
    if url is None:
        check_newest(sqlite_revision(folder))
        return SQLite(folder / FILE)
    # A server with SQLite starts a twelfth sooner without them.
    from lundi.core import dialing, postgres  # noqa: PLC0415

    check_newest(await dialing.current_revision(url, wait))
    return await postgres.connect(url, connections, wait)


def is_outdated(folder: Path) -> bool:
    """The SQLite database there has an older schema, or isn't there yet. Raises Refusal for one that is damaged, newer, or not ours."""
    revision = sqlite_revision(folder)
    check_known(revision)
    return revision != REVISIONS[-1]


def migrate(url: str | None, folder: Path) -> None:
    """Brings the schema up to date. In a process of its own: what that loads would stay in this one."""
    if url is None:
        is_outdated(folder)
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
    """None where there is no database yet. Raises Refusal for a file that isn't one of ours, or is damaged; it stays as it is."""
    file = folder / FILE
    if not file.exists():
        return None
    try:
        with closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
            # Another process may be writing its first schema, or mending after a crash.
            connection.set_busy_timeout(BUSY_MILLISECONDS)
            # What a crash left behind is taken over once it is known to be ours.
            connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            return _looked_into(connection, file)
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise Refusal(
            f"The database {file} can't be opened ({error}): Lundi's user has to be able to write it and its folder."
        ) from None
    except apsw.Error as error:
        raise Refusal(
            f"The database {file} can't be read ({error}): restore it from your backup."
        ) from None


def _looked_into(connection: apsw.Connection, file: Path) -> str | None:
    if file.stat().st_size <= LARGEST_LOOKED_THROUGH:
        ((found,), *_) = connection.execute("PRAGMA quick_check(1)").fetchall()
        if found != "ok":
            raise apsw.CorruptError(found)
    tables = {name for (name,) in connection.execute(_TABLES)}
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise Refusal(f"{file} is not a database of Lundi's: start with another --data folder.")
    return str(connection.execute(REVISION).fetchall()[0][0])


async def current_revision(database: Database) -> str:
    """Of one that is open. Any error is one of the engine's."""
    rows = await database.read(lambda session: session.rows(REVISION, ()))
    return str(rows[0][0])


async def check_not_older(database: Database) -> None:
    """A newer schema is none of our business: that is how it is while a new version takes over. Raises OldSchema."""
    revision = await current_revision(database)
    if revision in REVISIONS:
        check_newest(revision)

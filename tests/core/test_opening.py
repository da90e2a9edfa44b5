"""Opening a database: new, again, by an older program, and spoiled."""

import asyncio
import multiprocessing
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import URL, Connection, create_engine, pool
from sqlalchemy.ext.asyncio import create_async_engine

import lundi.app
import lundi.entrypoints.graphql_v2.endpoint  # noqa: F401  (together they know all tables)
from lundi.core.database import Session
from lundi.core.dialing import dial
from lundi.core.errors import OldSchema, Refusal
from lundi.core.opening import FILE, REVISIONS, is_outdated, migrate, open_database
from lundi.core.schema import metadata
from tests.process import Installation


def revision_of(installation: Installation) -> str:
    async def ask(session: Session) -> str:
        return str((await session.rows("SELECT version_num FROM alembic_version", ()))[0][0])

    async def open_and_ask() -> str:
        database = await open_database(installation.database_url, installation.folder, 2)
        try:
            return await database.read(ask)
        finally:
            await database.close()

    return asyncio.run(open_and_ask())


def set_revision(installation: Installation, revision: str) -> None:
    change = f"UPDATE alembic_version SET version_num = '{revision}'"

    async def on_postgres(url: str) -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(change)
        await connection.close()

    if installation.database_url:
        asyncio.run(on_postgres(installation.database_url))
    else:
        with closing(apsw.Connection(str(installation.folder / FILE))) as connection:
            connection.execute(change)


def test_a_new_database_gets_the_newest_schema(installation: Installation) -> None:
    with pytest.raises(OldSchema, match="lundi migrate"):
        revision_of(installation)
    migrate(installation.database_url, installation.folder)
    assert revision_of(installation) == REVISIONS[-1]


def test_migrating_again_changes_nothing(installation: Installation) -> None:
    migrate(installation.database_url, installation.folder)
    account = installation.account()
    migrate(installation.database_url, installation.folder)
    shown = installation.done("token", "show", "--account", "acme")
    assert shown == account["company_token"]


def test_a_newer_schema_is_refused_and_stays(installation: Installation) -> None:
    migrate(installation.database_url, installation.folder)
    set_revision(installation, "9999")
    with pytest.raises(Refusal, match=r"written by a newer Lundi: install that version"):
        revision_of(installation)
    with pytest.raises(Refusal, match=r"written by a newer Lundi: install that version"):
        migrate(installation.database_url, installation.folder)
    set_revision(installation, REVISIONS[-1])
    assert revision_of(installation) == REVISIONS[-1]


def test_the_migrations_make_what_the_tables_say(installation: Installation) -> None:
    migrate(installation.database_url, installation.folder)

    def is_ours(name: str | None, kind: str, parents: object) -> bool:
        # Where SQLite keeps what sequences keep on PostgreSQL, and what the latter alone has.
        return (name, kind) not in {("id_counters", "table"), ("commit_marks", "table")}

    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata))

    async def on_postgres(url: str) -> list[object]:
        engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: dial(url))
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(differences)
        finally:
            await engine.dispose()

    if installation.database_url:
        assert asyncio.run(on_postgres(installation.database_url)) == []
    else:
        url = URL.create("sqlite", database=str(installation.folder / FILE))
        engine = create_engine(url, poolclass=pool.NullPool)
        with engine.connect() as connection:
            assert differences(connection) == []
        engine.dispose()


def test_many_that_start_at_once_make_one_database(installation: Installation) -> None:
    arguments = [(installation.database_url, installation.folder)] * 4
    with multiprocessing.get_context("spawn").Pool(4) as processes:
        processes.starmap(migrate, arguments)
    assert revision_of(installation) == REVISIONS[-1]


@pytest.mark.parametrize("name", ["with space", "a?b#c", "100%20", "größe"])
def test_a_folder_may_have_any_name(name: str, tmp_path: Path) -> None:
    installation = Installation(tmp_path / name, None)
    migrate(None, installation.folder)
    assert revision_of(installation) == REVISIONS[-1]
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "content",
    [b"not a database, but as long as one" * 200, b"SQLite format 3\0" + b"\xff" * 9000],
)
def test_a_file_that_is_no_database_is_refused_and_untouched(
    content: bytes, tmp_path: Path
) -> None:
    file = tmp_path / FILE
    file.write_bytes(content)
    with pytest.raises(Refusal, match=r"can't be read .*: restore it from your backup\.$"):
        is_outdated(tmp_path)
    with pytest.raises(Refusal, match=r"can't be read"):
        migrate(None, tmp_path)
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(Refusal, match="can't be opened"):
        is_outdated(tmp_path)


def content_of(folder: Path) -> dict[str, bytes]:
    """All there is but the index of the write-ahead log, which SQLite makes anew whenever it looks."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if not file.name.endswith("-shm") and file.stat().st_size
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    Installation(folder, None).done("demo")
    return folder


@pytest.fixture
def there(demo: Path, tmp_path: Path) -> Installation:
    """A company in SQLite, with more than one page of everything."""
    shutil.copytree(demo, tmp_path / "data")
    return Installation(tmp_path / "data", None)


def refused(installation: Installation, *command: str) -> str:
    """What it says; nothing was touched."""
    before = content_of(installation.folder)
    finished = installation.lundi(*command)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.count("\n") == 1
    assert content_of(installation.folder) == before
    return finished.stderr


COMMANDS = (("serve", "--port", "0"), ("migrate",), ("token", "show", "--account", "acme"))


def test_a_damaged_file_is_refused_and_untouched(there: Installation) -> None:
    file = there.folder / FILE
    whole = bytearray(file.read_bytes())
    pages = len(whole) // 4096
    for at in (pages // 4, pages // 2, pages - 2):
        file.write_bytes(whole[: at * 4096] + b"\xa5" * 4096 + whole[(at + 1) * 4096 :])
        with pytest.raises(Refusal, match="restore it from your backup"):
            is_outdated(there.folder)
    assert "restore it from your backup." in refused(there, *COMMANDS[0])
    file.write_bytes(whole)
    assert not is_outdated(there.folder)


def test_half_a_file_is_refused_and_untouched(there: Installation) -> None:
    file = there.folder / FILE
    os.truncate(file, file.stat().st_size // 8192 * 4096)
    assert "restore it from your backup." in refused(there, *COMMANDS[0])


def test_a_large_file_is_only_opened(there: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    file = there.folder / FILE
    whole = file.read_bytes()
    middle = len(whole) // 8192 * 4096
    file.write_bytes(whole[:middle] + b"\xa5" * 4096 + whole[middle + 4096 :])
    monkeypatch.setattr("lundi.core.opening.LARGEST_LOOKED_THROUGH", len(whole) - 1)
    assert not is_outdated(there.folder)
    file.write_bytes(whole[:middle])
    with pytest.raises(Refusal, match="restore it from your backup"):
        is_outdated(there.folder)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_newer_file_is_refused_and_untouched(
    command: tuple[str, ...], there: Installation
) -> None:
    """What the newer one left in the write-ahead log when it was killed stays there too."""
    change = f"""
import apsw, os, signal
connection = apsw.Connection({str(there.folder / FILE)!r})
connection.execute("UPDATE alembic_version SET version_num = '9999'")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", change], check=False)
    assert (there.folder / f"{FILE}-wal").stat().st_size
    assert "written by a newer Lundi: install that version" in refused(there, *command)


def test_a_database_of_others_is_refused_and_untouched(tmp_path: Path) -> None:
    installation = Installation(tmp_path, None)
    with closing(apsw.Connection(str(tmp_path / FILE))) as connection:
        connection.execute("CREATE TABLE songs (name)")
    for command in COMMANDS:
        assert "is not a database of Lundi's" in refused(installation, *command)


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """As a first start leaves it that was stopped at once."""
    (tmp_path / FILE).touch()
    migrate(None, tmp_path)
    assert revision_of(Installation(tmp_path, None)) == REVISIONS[-1]


def test_a_postgres_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^PostgreSQL can't be reached: .*\.$"):
        asyncio.run(open_database("postgresql://127.0.0.1:9/x", Path(), 1, 0.1))

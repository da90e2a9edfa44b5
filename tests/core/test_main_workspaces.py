"""Accounts that were there before workspaces get their Main workspace."""

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import asyncpg
import pytest
from alembic.script import ScriptDirectory

from lundi.core import migrating
from lundi.core.migrating import migrate_postgres, migrate_sqlite
from lundi.core.opening import FILE, open_database
from lundi.core.work import Actor, Work, write
from lundi.domains.workspaces.access import main_workspace
from lundi.domains.workspaces.actions import create_workspace
from tests.process import Installation

ACCOUNTS = (
    "INSERT INTO accounts (account_id, name, slug, plan, created_at, updated_at)"
    " VALUES (7, 'Seven', 'seven', 'pro', 70, 71), (9, 'Nine', 'nine', 'pro', 90, 91)"
)
USER = (
    "INSERT INTO users"
    " (account_id, id, name, email, email_key, role, password_hash, created_at, updated_at)"
    " VALUES (7, 1, 'Ada', 'ada@example.com', 'ada@example.com', 'admin', '', 70, 70)"
)


class _Before(ScriptDirectory):
    """Ends before there were workspaces."""

    def _upgrade_revs(self, revision: str, current_rev: Any) -> Any:
        last = self.get_revision("0006").down_revision  # type: ignore[union-attr]
        return super()._upgrade_revs(str(last), current_rev)


def migrate(installation: Installation) -> None:
    if installation.database_url:
        asyncio.run(migrate_postgres(installation.database_url))
    else:
        migrate_sqlite(installation.folder)


def run(installation: Installation, *statements: str) -> None:
    async def on_postgres(url: str) -> None:
        connection = await asyncpg.connect(url)
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    if installation.database_url:
        asyncio.run(on_postgres(installation.database_url))
    else:
        file: Path = installation.folder / FILE
        with closing(apsw.Connection(str(file))) as connection:
            for statement in statements:
                connection.execute(statement)


def test_accounts_that_were_there_get_a_main_workspace(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "ScriptDirectory", _Before)
        migrate(installation)
    run(installation, ACCOUNTS, USER)
    migrate(installation)

    async def look(work: Work) -> list[tuple[int, str, bool, int]]:
        made = await create_workspace(work, creator_id=1, name="New", kind="open")
        return [
            (one.id, one.name, one.is_default, one.created_at)
            for one in (await main_workspace(work), made)
        ]

    async def open_and_look() -> list[tuple[int, str, bool, int]]:
        database = await open_database(installation.database_url, installation.folder, 2)
        try:
            return await write(database, Actor(7, 1, "admin"), look, now=100)
        finally:
            await database.close()

    assert asyncio.run(open_and_look()) == [
        (1, "Main workspace", True, 70),
        (3, "New", False, 100),
    ]

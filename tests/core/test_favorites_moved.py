"""Boards that were favorites before there was an order of them stay so."""

import asyncio
from typing import Any

import pytest
from alembic.script import ScriptDirectory

from lundi.core import migrating
from lundi.core.opening import open_database
from lundi.core.work import Actor, Work, write
from lundi.domains.boards.favorites import add_favorite, list_favorites
from lundi.domains.boards.schemas import BOARD
from tests.core.test_main_workspaces import ACCOUNTS, USER, migrate, run
from tests.process import Installation

BOARDS = (
    "INSERT INTO boards (account_id, id, name, kind, state, creator_id, created_at, updated_at)"
    " VALUES (7, 1, 'One', 'public', 'active', 1, 70, 70), (7, 2, 'Two', 'public', 'active', 1, 70, 70),"
    " (7, 3, 'Three', 'public', 'active', 1, 70, 70)"
)
CHOICES = (
    "INSERT INTO board_choices (account_id, user_id, board_id, favorite)"
    " VALUES (7, 1, 3, true), (7, 1, 2, false), (7, 1, 1, true)"
)


class _Before(ScriptDirectory):
    """Ends before favorites had an order."""

    def _upgrade_revs(self, revision: str, current_rev: Any) -> Any:
        last = self.get_revision("0012").down_revision  # type: ignore[union-attr]
        return super()._upgrade_revs(str(last), current_rev)


def test_boards_that_were_favorites_stay_so(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "ScriptDirectory", _Before)
        migrate(installation)
    run(installation, ACCOUNTS, USER, BOARDS, CHOICES)
    migrate(installation)

    async def look(work: Work) -> list[tuple[int, int]]:
        await add_favorite(work, BOARD, 2)
        return [(one.id, one.object_id) for one in await list_favorites(work)]

    async def open_and_look() -> list[tuple[int, int]]:
        database = await open_database(installation.database_url, installation.folder, 2)
        try:
            return await write(database, Actor(7, 1, "admin"), look, now=100)
        finally:
            await database.close()

    assert asyncio.run(open_and_look()) == [(1, 1), (2, 3), (3, 2)]

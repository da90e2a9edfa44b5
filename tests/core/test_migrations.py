"""What migrations do to the rows that are there."""

import asyncio
import importlib
import json
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from lundi.core.dialing import dial
from lundi.core.migrating import speak_jsonb
from lundi.core.schema import Json
from tests.process import Installation

people = importlib.import_module("lundi.migrations.versions.0005_people")

METADATA = sa.MetaData()
PULSES = sa.Table(
    "pulses",
    METADATA,
    sa.Column("account_id", sa.BigInteger, primary_key=True),
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("board_id", sa.BigInteger),
    sa.Column("values", Json),
)
COLUMNS = sa.Table(
    "columns",
    METADATA,
    sa.Column("account_id", sa.BigInteger, primary_key=True),
    sa.Column("board_id", sa.BigInteger, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("type", sa.Text),
)
OLD, NEW = {"user_id": 7}, {"people": [{"id": 7, "kind": "person"}]}


def run(installation: Installation, step: Any) -> Any:
    async def on_postgres(url: str) -> Any:
        engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: dial(url))
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(step)
        finally:
            await engine.dispose()

    if installation.database_url:
        return asyncio.run(on_postgres(installation.database_url))
    engine = sa.create_engine("sqlite://")
    sa.event.listen(engine, "connect", lambda connection, _: speak_jsonb(connection))
    with engine.begin() as connection:
        result = step(connection)
    engine.dispose()
    return result


def test_people_of_all_pulses_get_the_new_form(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "PORTION", 2)
    before = [{"owner": OLD, "text": "x", "twin": OLD, "other": OLD}, {}, {"owner": NEW}]
    before += [{"text": "x"}, {"owner": OLD}]
    columns = [("owner", "person"), ("twin", "person"), ("other", "unknown"), ("text", "text")]

    def migrated(connection: sa.Connection) -> dict[tuple[int, int], Any]:
        METADATA.create_all(connection)
        for account_id in (1, 2):
            for column_id, kind in columns:
                row = {"account_id": account_id, "board_id": 3, "id": column_id, "type": kind}
                connection.execute(sa.insert(COLUMNS).values(row))
            for pulse_id, values in enumerate(before, start=10):
                row = {"account_id": account_id, "id": pulse_id, "board_id": 3}
                new = {**row, "values": json.dumps(values)}
                connection.execute(sa.insert(PULSES).values(new))
        with Operations.context(MigrationContext.configure(connection)):
            people.upgrade()
        found = connection.execute(sa.select(PULSES.c.account_id, PULSES.c.id, PULSES.c["values"]))
        return {(account_id, id_): json.loads(text) for account_id, id_, text in found}

    after = run(installation, migrated)
    for account_id in (1, 2):
        assert after[account_id, 10] == {"owner": NEW, "text": "x", "twin": NEW, "other": OLD}
        assert [after[account_id, 11], after[account_id, 12]] == [{}, {"owner": NEW}]
        assert [after[account_id, 13], after[account_id, 14]] == [{"text": "x"}, {"owner": NEW}]

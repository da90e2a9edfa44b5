"""A backup of an older schema: unpacked into a SQLite database of that schema, which is then brought up to date."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lundi.core.database import Database
from lundi.core.opening import FILE
from lundi.core.secrets import Vault, new_vault
from lundi.core.sqlite import SQLite
from lundi.core.work import snapshot, write
from lundi.domains.accounts.queries import NOBODY
from lundi.transfer.progress import shown
from lundi.transfer.putting import put_rows
from lundi.transfer.reading import open_rows
from lundi.transfer.source import Portion, Source
from lundi.transfer.tables import shape_of, taken_tables


class FromDatabase:
    """All rows of a database that nobody else writes to."""

    def __init__(self, database: Database, vault: Vault, unpacked: Source) -> None:
        self.companies = unpacked.companies
        self.count = unpacked.count
        self.last_ids: dict[str, int] = {}
        self._database = database
        self._vault = vault

    async def portions(self) -> AsyncIterator[Portion]:
        async with snapshot(self._database, NOBODY) as work:
            for company in self.companies:
                for table in taken_tables():
                    async for rows in open_rows(work, self._vault, table, company.id):
                        yield Portion(table.name, shape_of(table), rows)


@asynccontextmanager
async def brought_up_to_date(source: Source, schema: str) -> AsyncIterator[Source]:
    """In a temporary folder, which goes again."""
    # A server needn't hold its 13 MB.
    from lundi.core.migrating import migrate_sqlite  # noqa: PLC0415

    vault = new_vault()
    with TemporaryDirectory(prefix="lundi-restore-") as name:
        folder = Path(name)
        migrate_sqlite(folder, schema)
        await _unpack(source, vault, folder)
        migrate_sqlite(folder)
        database = SQLite(folder / FILE)
        try:
            newer = FromDatabase(database, vault, source)
            async with snapshot(database, NOBODY) as work:
                newer.last_ids = await work.last_ids()
            yield newer
        finally:
            await database.close()


async def _unpack(source: Source, vault: Vault, folder: Path) -> None:
    database = SQLite(folder / FILE)
    try:
        with shown("Unpack", source.count) as advance:
            await write(database, NOBODY, lambda work: put_rows(work, vault, source, advance))
    finally:
        await database.close()

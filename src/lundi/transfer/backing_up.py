"""From a database and a store of files into a backup, while others go on writing."""

from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO

import msgspec
import sqlalchemy as sa

from lundi.app import open_from
from lundi.core.blobs import Blobs, refusing
from lundi.core.errors import Refusal
from lundi.core.schema import parameter
from lundi.core.secrets import Vault, open_vault
from lundi.core.work import Actor, Work, snapshot
from lundi.domains.accounts.queries import NOBODY
from lundi.domains.files.schemas import small_blob
from lundi.domains.files.tables import assets
from lundi.settings import Settings
from lundi.transfer.backup_file import new_backup_file
from lundi.transfer.progress import Advance, shown
from lundi.transfer.reading import companies_here, open_rows
from lundi.transfer.records import (
    PART,
    Company,
    End,
    File,
    Manifest,
    RecordWriter,
    encoded,
)
from lundi.transfer.tables import count_of, shape_of, taken_tables

_BLOBS = sa.select(assets.c.blob, assets.c.width.is_not(None)).where(
    assets.c.account_id == parameter("account_id")
)


class Made(msgspec.Struct, frozen=True):
    """`missing`: how many files were not in the store."""

    companies: list[Company]
    end: End
    missing: int


async def back_up(
    settings: Settings, path: Path, passphrase: str, *, slug: str | None, with_files: bool
) -> Made:
    """All accounts, or the one of that slug, as they are at one moment. Raises Refusal, and leaves no file, where it can't."""
    with new_backup_file(path, passphrase) as out, TemporaryFile("w+") as keys:
        records = RecordWriter(out)
        database = await open_from(settings)
        try:
            vault = open_vault(settings.secret_key, settings.data_folder)
            async with snapshot(database, NOBODY) as work:
                companies = await _chosen(work, slug)
                await _put_rows(work, vault, records, companies, with_files)
                total = await _list_files(work, companies, keys) if with_files else 0
        finally:
            await database.close()
        missing = 0
        if total:
            missing = await _put_files(Blobs(settings.blob_place()), keys, total, records)
        return Made(companies, records.end(), missing)


async def _chosen(work: Work, slug: str | None) -> list[Company]:
    here = await companies_here(work)
    chosen = [one for one in here if slug in (None, one.slug)]
    if not chosen:
        raise Refusal(
            f"There is no account '{slug}' here." if slug else "There is no account here."
        )
    return chosen


async def _put_rows(
    work: Work, vault: Vault, records: RecordWriter, companies: list[Company], with_files: bool
) -> None:
    tables = taken_tables()
    rows = 0
    for company in companies:
        work.enter(Actor(company.id, None, "company"))
        for table in tables:
            rows += await work.one(count_of(table), int)
    shapes = {str(table.name): shape_of(table) for table in tables}
    last_ids = await work.last_ids()
    records.manifest(Manifest(companies, last_ids, shapes, with_files))
    with shown("Rows", rows) as advance:
        for company in companies:
            for table in tables:
                await _put_table(work, vault, records, table, company.id, advance)


async def _put_table(
    work: Work,
    vault: Vault,
    records: RecordWriter,
    table: sa.Table,
    account_id: int,
    advance: Advance,
) -> None:
    lines: list[bytes] = []
    size = 0
    async for rows in open_rows(work, vault, table, account_id):
        for row in rows:
            lines.append(encoded(row))
            size += len(lines[-1])
            if size >= PART:
                records.rows(account_id, str(table.name), lines)
                lines, size = [], 0
        advance(len(rows))
    if lines:
        records.rows(account_id, str(table.name), lines)


async def _list_files(work: Work, companies: list[Company], keys: TextIO) -> int:
    """On the disk, as there may be millions. Gives how many."""
    total = 0
    for company in companies:
        work.enter(Actor(company.id, None, "company"))
        async for page in work.pages(_BLOBS, _keys_of):
            for key in chain.from_iterable(page):
                keys.write(f"{company.id} {key}\n")
                total += 1
    keys.seek(0)
    return total


async def _put_files(blobs: Blobs, keys: TextIO, total: int, records: RecordWriter) -> int:
    """Gives how many are missing: what is past its time may go for good meanwhile."""
    missing = 0
    with refusing(), shown("Files", total) as advance:
        for line in keys:
            account_id, key = line.split()
            size = await blobs.size(key)
            if size is None:
                missing += 1
            else:
                records.file(File(int(account_id), key, size))
                async for piece in blobs.get(key):
                    records.piece(piece)
            advance(1)
    return missing


def _keys_of(blob: str, is_picture: Any) -> list[str]:
    return [blob, small_blob(blob)] if is_picture else [blob]

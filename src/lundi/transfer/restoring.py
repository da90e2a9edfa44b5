"""From a backup into a database and a store of files: all of it is looked at before anything is changed."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryFile

import msgspec

from lundi.app import open_from
from lundi.core.blobs import PIECE, Blobs, refusing
from lundi.core.database import Database
from lundi.core.errors import Refusal
from lundi.core.opening import REVISIONS
from lundi.core.schema import metadata
from lundi.core.sealing import Damaged
from lundi.core.secrets import Vault, open_vault
from lundi.core.work import Work, snapshot, write
from lundi.domains.accounts.queries import NOBODY
from lundi.settings import Settings
from lundi.transfer.backup_file import BackupFile
from lundi.transfer.fitting import check_room
from lundi.transfer.older import brought_up_to_date
from lundi.transfer.progress import shown
from lundi.transfer.putting import put_rows
from lundi.transfer.records import (
    Body,
    Company,
    End,
    File,
    Manifest,
    RowReader,
    Rows,
    read_records,
)
from lundi.transfer.source import FromFile, Source
from lundi.transfer.tables import shape_of


class Checked(msgspec.Struct, frozen=True):
    """A backup that is whole and fits this Lundi."""

    backup: BackupFile
    manifest: Manifest
    end: End
    rows: Counter[int]
    """How many there are of each account."""


async def check(path: Path, ask: Callable[[], str]) -> Checked:
    """Reads all of it. `ask` gives the passphrase, once there is something to open. Raises Refusal."""
    backup = BackupFile(path, ask)
    with backup.opened() as (stream, file), shown("Check", path.stat().st_size) as advance:
        manifest = end = None
        rows: Counter[int] = Counter()
        files = reached = 0
        for record, body in read_records(stream):
            match record:
                case Manifest() if manifest is None:
                    manifest, reader = record, RowReader(record)
                case Rows() if manifest is not None:
                    rows[record.account_id] += len(reader.rows(record, body))
                case File():
                    files += 1
                case End() if (record.rows, record.files) == (rows.total(), files):
                    end = record
                case _:
                    raise Damaged
            advance(file.tell() - reached)
            reached = file.tell()
        if manifest is None or end is None:
            raise Damaged
    _check_tables(backup, manifest)
    return Checked(backup, manifest, end, rows)


async def restore(settings: Settings, checked: Checked, slug: str | None) -> list[Company]:
    """All accounts of it, or the one of that slug. Raises Refusal, and changes nothing, where there is no room for them."""
    companies = _chosen(checked.manifest, slug)
    async with _source(checked, companies) as source:
        database = await open_from(settings)
        try:
            vault = open_vault(settings.secret_key, settings.data_folder)
            async with snapshot(database, NOBODY) as work:
                await check_room(work, source)
            if checked.end.files:
                await _put_files(checked, companies, Blobs(settings.blob_place()))
            await _put_rows(database, vault, source)
        finally:
            await database.close()
    return companies


def _check_tables(backup: BackupFile, manifest: Manifest) -> None:
    """One of an older schema fits that."""
    if backup.head.schema != REVISIONS[-1]:
        return
    for name, shape in manifest.tables.items():
        if name not in metadata.tables or shape != shape_of(metadata.tables[name]):
            raise Refusal(
                f"{backup.path} was made by another Lundi, {backup.head.lundi}: its table '{name}' is not known here."
            )


def _chosen(manifest: Manifest, slug: str | None) -> list[Company]:
    chosen = [company for company in manifest.accounts if slug in (None, company.slug)]
    if not chosen:
        there = ", ".join(f"'{company.slug}'" for company in manifest.accounts)
        raise Refusal(f"There is no account '{slug}' in the backup, but {there}.")
    return chosen


def _source(checked: Checked, companies: list[Company]) -> AbstractAsyncContextManager[Source]:
    count = sum(checked.rows[company.id] for company in companies)
    source = FromFile(checked.backup, checked.manifest, companies, count)
    if checked.backup.head.schema == REVISIONS[-1]:
        return nullcontext[Source](source)
    return brought_up_to_date(source, checked.backup.head.schema)


async def _put_files(checked: Checked, companies: list[Company], blobs: Blobs) -> None:
    """Before the rows that name them, as they don't fit into a transaction: where that fails they are put once more by the next try."""
    chosen = {company.id for company in companies}
    with checked.backup.opened() as (stream, _), shown("Files", checked.end.files) as advance:
        for record, body in read_records(stream):
            if isinstance(record, File):
                if record.account_id in chosen:
                    await _put_file(blobs, record.key, body)
                advance(1)


async def _put_file(blobs: Blobs, key: str, body: Body) -> None:
    with TemporaryFile() as content:
        while piece := body.read(PIECE):
            content.write(piece)
        content.seek(0)
        with refusing():
            await blobs.put(key, content)


async def _put_rows(database: Database, vault: Vault, source: Source) -> None:
    """All or nothing."""
    with shown("Rows", source.count) as advance:

        async def put(work: Work) -> None:
            # Others may have written since it was looked at first.
            await check_room(work, source)
            await put_rows(work, vault, source, advance)

        await write(database, NOBODY, put)

"""Where a restore takes rows from: the backup itself, or a database into which an older one was unpacked."""

from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any, Protocol

import msgspec

from lundi.transfer.backup_file import BackupFile
from lundi.transfer.records import Company, Manifest, RowReader, Rows, read_records
from lundi.transfer.tables import Shape

_IDS_IN_PAGE = 1 << 16


class Portion(msgspec.Struct, frozen=True):
    """Some rows of a table, in its shape; what is sealed in a database is open here."""

    table: str
    shape: Shape
    rows: list[list[Any]]


class Source(Protocol):
    companies: list[Company]
    last_ids: dict[str, int]
    count: int
    """How many rows there are; of an older schema, before they were brought up to date."""

    def portions(self) -> AsyncIterator[Portion]:
        """Each table after those that it points at. Waits for nothing, so that it may be read within a transaction."""
        ...


class FromFile:
    """The rows of these accounts in a backup."""

    def __init__(
        self, backup: BackupFile, manifest: Manifest, companies: list[Company], count: int
    ) -> None:
        self.companies = companies
        self.last_ids = manifest.last_ids
        self.count = count
        self._backup = backup
        self._manifest = manifest

    async def portions(self) -> AsyncIterator[Portion]:
        reader = RowReader(self._manifest)
        chosen = {one.id for one in self.companies}
        with self._backup.opened() as (stream, _):
            for record, body in read_records(stream):
                if isinstance(record, Rows) and record.account_id in chosen:
                    rows = [list(row) for row in reader.rows(record, body)]
                    shape = self._manifest.tables[record.table]
                    yield Portion(record.table, shape, rows)


class Ids:
    """Numbers that were seen, a bit each: ids are given one after the other, so there are few gaps."""

    def __init__(self) -> None:
        self._pages: defaultdict[int, bytearray] = defaultdict(lambda: bytearray(_IDS_IN_PAGE // 8))

    def add(self, number: int) -> None:
        page, place = divmod(number, _IDS_IN_PAGE)
        self._pages[page][place >> 3] |= 1 << (place & 7)

    def __contains__(self, number: int) -> bool:
        page, place = divmod(number, _IDS_IN_PAGE)
        return page in self._pages and bool(self._pages[page][place >> 3] & 1 << (place & 7))

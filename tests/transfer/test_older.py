"""A backup of an older schema is brought up to date on its way."""

from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from lundi.core.migrating import migrate_sqlite
from lundi.core.opening import FILE
from lundi.core.work import Actor, Work
from lundi.domains.accounts.queries import token_of
from lundi.domains.boards.favorites import add_favorite, list_favorites
from lundi.domains.boards.schemas import BOARD
from lundi.domains.workspaces.access import main_workspace
from lundi.transfer.records import Company, Manifest, RecordWriter, encoded
from lundi.transfer.tables import Shape
from tests.core.test_favorites_moved import BOARDS, CHOICES
from tests.core.test_main_workspaces import ACCOUNTS, USER
from tests.server import Server
from tests.transfer.house import restored
from tests.transfer.test_damage import write

# Before there were workspaces, and an order of favorites.
OLD = "0005"
TABLES = ("accounts", "users", "tokens", "boards", "board_choices")
TOKEN = "INSERT INTO tokens VALUES (x'01', 7, 1, 'the token', 70)"
KINDS = {"BIGINT": "number", "TEXT": "text", "BOOLEAN": "truth", "JSONB": "json", "BLOB": "bytes"}
LAST_IDS = {"account": 9, "user": 1, "board": 3}
ADA = Actor(7, 1, "admin")


def test_an_old_backup_is_restored_as_if_it_had_been_migrated(
    own_server: Server, tmp_path: Path
) -> None:
    migrate_sqlite(tmp_path, OLD)
    with closing(apsw.Connection(str(tmp_path / FILE))) as database:
        for statement in (ACCOUNTS, USER, TOKEN, BOARDS, CHOICES):
            database.execute(statement)
        write(tmp_path / "old", lambda records: put(records, database), schema=OLD)
    restored(own_server, tmp_path / "old")

    async def look(work: Work) -> dict[str, Any]:
        await add_favorite(work, BOARD, 2)
        return {
            "token": await token_of(work, own_server.vault, 1),
            "workspace": (await main_workspace(work)).id,
            "favorites": [(one.id, one.object_id) for one in await list_favorites(work)],
            "new": [await work.new_id(kind) for kind in ("account", "board", "workspace")],
        }

    assert own_server.write(ADA, look) == {
        "token": "the token",
        "workspace": 1,
        "favorites": [(1, 1), (2, 3), (3, 2)],
        "new": [10, 4, 3],
    }


def test_one_account_is_taken_out_of_an_old_backup(own_server: Server, tmp_path: Path) -> None:
    migrate_sqlite(tmp_path, OLD)
    with closing(apsw.Connection(str(tmp_path / FILE))) as database:
        database.execute(ACCOUNTS)
        write(tmp_path / "old", lambda records: put(records, database), schema=OLD)
    restored(own_server, tmp_path / "old", "nine")
    nine = Actor(9, None, "company")
    assert own_server.read(nine, main_workspace).name == "Main workspace"


def put(records: RecordWriter, database: apsw.Connection) -> None:
    """As that Lundi would have written it."""
    companies = [Company(7, "seven", "Seven"), Company(9, "nine", "Nine")]
    shapes = {table: shape_in(database, table) for table in TABLES}
    records.manifest(Manifest(companies, LAST_IDS, shapes, with_files=False))
    for company in companies:
        for table in TABLES:
            found = database.execute(
                f'SELECT * FROM "{table}" WHERE account_id = ?', (company.id,)
            ).fetchall()
            lines = [
                encoded(
                    [
                        true(kind, value)
                        for kind, value in zip(shapes[table].columns.values(), row, strict=True)
                    ]
                )
                for row in found
            ]
            if lines:
                records.rows(company.id, table, lines)
    records.end()


def shape_in(database: apsw.Connection, table: str) -> Shape:
    found = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    kinds = {str(row[1]): KINDS[str(row[2])] for row in found}
    if table == "tokens":
        kinds["sealed"] = "secret"
    return Shape(kinds, [str(row[1]) for row in found if row[5]], [])


def true(kind: str, value: Any) -> Any:
    return bool(value) if kind == "truth" and value is not None else value

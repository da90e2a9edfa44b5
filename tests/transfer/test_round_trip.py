"""Companies move from each engine to each engine, and are what they were."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from lundi.core.schema import metadata
from lundi.domains.accounts.queries import NOBODY
from lundi.transfer.tables import LEFT_BEHIND, has_ids, shape_of, taken_tables
from tests.app_client import AppClient, let_in
from tests.company import make_company
from tests.contract.scene import make_scene
from tests.server import Server
from tests.transfer.house import LARGE, PASSPHRASE, House, rows_on

ROOT = Path(__file__).parents[2]


def test_what_is_left_behind_is_not_there(house: House, moved: House) -> None:
    assert count_on(house.server, "sessions")
    # Each server knows its own key.
    left = LEFT_BEHIND.keys() - {"installation"}
    assert not any(count_on(moved.server, table) for table in left)


def test_every_row_is_as_it_was(house: House, moved: House) -> None:
    rows = rows_on(house.server)
    assert not [table for table, found in rows.items() if not found], "add it in house.py"
    assert rows_on(moved.server) == rows


def test_both_apis_tell_everybody_the_same(house: House, moved: House) -> None:
    told = moved.told()
    for name, expected in house.told().items():
        assert told[name] == expected


def test_every_file_has_its_bytes(house: House, moved: House) -> None:
    files = house.files()
    assert LARGE in files.values()
    assert [url for url in files if "/small/" in url]
    assert moved.files() == files


def test_every_token_works_as_before(house: House, moved: House) -> None:
    for name in house.tokens:
        answer = moved.client(name).get("boards.json", per_page=500)
        assert answer.status_code == 200
        assert answer.json() == house.client(name).get("boards.json", per_page=500).json()


def test_a_password_signs_in_and_the_profile_shows_the_token(moved: House) -> None:
    user = moved.people["users"][0]
    asked = {"email": user["email"], "password": user["password"]}
    browser = let_in(moved.server, AppClient(moved.server).post("sign-in", **asked))
    assert browser.get("me").json()["user"]["id"] == user["user_id"]
    assert browser.get("tokens").json()["personal"] == user["personal_token"]


def test_the_reader_in_the_documents_reads_a_backup(house: House, backup: Path) -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    (program,) = re.findall(r"^```python\n(.*?)^```", page, flags=re.M | re.S)
    names: dict[str, Any] = {}
    exec(program, names)
    found = Counter(table for _, table, _ in names["rows"](backup, PASSPHRASE))
    assert found == {table: len(rows) for table, rows in rows_on(house.server).items()}


def count_on(server: Server, table: str) -> int:
    count = sa.select(sa.func.count()).select_from(metadata.tables[table])
    return server.read(NOBODY, lambda work: work.one(count, int))


def test_what_is_new_gets_ids_of_its_own(moved: House) -> None:
    make_scene(make_company(moved.server), "public")
    rows = rows_on(moved.server)
    for table in taken_tables():
        if has_ids(table):
            at = list(shape_of(table).columns).index("id")
            ids = [row[at] for row in rows[str(table.name)]]
            assert len(set(ids)) == len(ids), table.name

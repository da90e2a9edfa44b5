"""What SQLite's planner makes of every statement that is a constant: look-ups by index, whatever the size of the tables."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from lundi.core.migrating import migrate_sqlite
from lundi.core.opening import FILE
from lundi.domains.conversation.listing import _of_each as _updates_of_each
from lundi.domains.feeds.activity_log import _of_one as _log_of_one
from lundi.domains.pulses.queries import _on_board
from tests.architecture.test_database_rules import statements

# Given as a parameter, or the page that a statement within the statement has cut out.
SHORT = re.compile(r"json_each|^SCAN page$")
# They are about all accounts of a server, which are few.
MAY_SCAN = {
    "lundi.domains.accounts.queries._COUNT_ACCOUNTS",
    "lundi.domains.accounts.queries._ACCOUNT_IDS",
    # One row.
    "lundi.domains.accounts.queries._LOCK_SERVER",
    "lundi.domains.accounts.actions._SLUGS",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[apsw.Connection]:
    folder: Path = tmp_path_factory.mktemp("plans")
    migrate_sqlite(folder)
    connection = apsw.Connection(str(folder / FILE))
    yield connection
    connection.close()


def plan(database: apsw.Connection, statement: Any) -> list[str]:
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    given = ["[1]" if name.endswith(("_ids", "_keys")) else 1 for name in compiled.positiontup]
    rows = database.execute(f"EXPLAIN QUERY PLAN {compiled.string}", given)
    return [str(row[3]) for row in rows]


@pytest.mark.parametrize(
    ("name", "statement"),
    [case for case in statements() if not isinstance(case[1], sa.Insert)],
    ids=[name for name, statement in statements() if not isinstance(statement, sa.Insert)],
)
def test_no_statement_reads_a_whole_table(
    database: apsw.Connection, name: str, statement: Any
) -> None:
    steps = plan(database, statement)
    scans = [step for step in steps if step.startswith("SCAN") and not SHORT.search(step)]
    assert not scans or name in MAY_SCAN, steps


def test_a_list_of_ids_is_looked_up_one_by_one(database: apsw.Connection) -> None:
    listed = [(name, one) for name, one in statements() if "json_each" in _sql(one)]
    assert len(listed) > 5
    for name, statement in listed:
        first = plan(database, statement)[0]
        # The rows that are inserted may come as a list themselves.
        if isinstance(statement, sa.Insert) and first.startswith("SCAN element"):
            continue
        assert "(account_id=? AND " in first, (name, first)


def _sql(statement: Any) -> str:
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))


def test_a_page_of_a_board_is_read_in_order(database: apsw.Connection) -> None:
    """Else every page would sort the whole board."""
    steps = plan(database, _on_board(None))
    assert not [step for step in steps if "TEMP B-TREE" in step], steps


def test_updates_of_a_board_are_found_by_its_pulses(database: apsw.Connection) -> None:
    steps = plan(database, _updates_of_each("board", ("before",)))
    of_updates = [step for step in steps if step.startswith("SEARCH updates ")]
    assert of_updates
    assert all("(account_id=? AND pulse_id=?" in step for step in of_updates)


def test_what_a_user_did_is_read_in_order(database: apsw.Connection) -> None:
    steps = plan(database, _log_of_one("user", ("is_seen", "sort_keys", "before_id")))
    assert "(account_id=? AND actor_id=? AND id<?)" in steps[0]
    assert not [step for step in steps if "TEMP B-TREE" in step], steps

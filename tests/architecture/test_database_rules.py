"""The account is the unit that a distributed database spreads: every key and every statement says which it is."""

import importlib
import pkgutil
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

import lundi.domains
from lundi.core import work
from lundi.core.schema import metadata, parameter
from lundi.core.work import Work
from lundi.domains.boards.tables import boards
from lundi.domains.pulses.tables import pulses
from tests.architecture.naming_accounts import is_reference, unnamed
from tests.company import Company

# Looked up before the account is known.
ACROSS_ACCOUNTS = {
    "lundi.domains.accounts.queries._OWNER",
    "lundi.domains.accounts.queries._ACCOUNT",
    "lundi.domains.accounts.queries._COUNT_ACCOUNTS",
    "lundi.domains.accounts.queries._ACCOUNT_IDS",
    "lundi.domains.accounts.queries._LOCK_SERVER",
    "lundi.domains.accounts.actions._SLUGS",
    "lundi.domains.accounts.invitations._BY_SECRET",
    "lundi.domains.accounts.resets._BY_SECRET",
    "lundi.domains.accounts.session_actions._CREDENTIALS",
    "lundi.domains.accounts.session_actions._OWNER",
}
REFERENCE_TABLES = {
    *("accounts", "users", "tokens", "sessions", "invitations", "resets", "installation"),
}
CITUS = Path(__file__).parents[2] / "deploy" / "citus.sql"


def modules() -> list[Any]:
    names = [
        found.name for found in pkgutil.walk_packages(lundi.domains.__path__, "lundi.domains.")
    ]
    return [work, *(importlib.import_module(name) for name in names)]


def statements() -> list[tuple[str, Any]]:
    kinds = (sa.Select, sa.Insert, sa.Update, sa.Delete)
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, kinds)
    ]


def test_only_these_tables_are_on_every_node() -> None:
    found = {table.name for table in metadata.sorted_tables if is_reference(table)}
    assert found == REFERENCE_TABLES


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_key_begins_with_the_account(table: sa.Table) -> None:
    if table.name in REFERENCE_TABLES:
        return
    keys = [table.primary_key, *_uniques(table), *table.indexes]
    for key in keys:
        assert next(iter(key.columns)).name == "account_id", key.name


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_foreign_key_stays_within_the_account(table: sa.Table) -> None:
    for constraint in table.foreign_key_constraints:
        ours, theirs = constraint.column_keys, [one.column for one in constraint.elements]
        assert (ours[0], theirs[0].name) == ("account_id", "account_id"), constraint.name
        # What every node has can't hold on to what only one of them has.
        if table.name in REFERENCE_TABLES:
            assert theirs[0].table.name in REFERENCE_TABLES, constraint.name
        # A distributed database can't empty a key that says where the row is.
        assert constraint.ondelete in (None, "CASCADE"), constraint.name


def test_the_script_for_a_distributed_postgresql_names_every_table() -> None:
    made = CITUS.read_text()
    for table in metadata.sorted_tables:
        makes = "reference" if table.name in REFERENCE_TABLES else "distributed"
        assert f"create_{makes}_table('{table.name}'" in made
    assert made.count("_table('") == len(metadata.sorted_tables)


def test_there_are_statements_to_check() -> None:
    names = [name for name, _ in statements()]
    assert len(names) > 80
    assert set(names) >= ACROSS_ACCOUNTS


@pytest.mark.parametrize(
    ("name", "statement"), statements(), ids=[name for name, _ in statements()]
)
def test_every_statement_names_the_account(name: str, statement: Any) -> None:
    if name in ACROSS_ACCOUNTS:
        return
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    assert "account_id" in (compiled.positiontup or ()), str(compiled)
    assert not unnamed(statement), str(compiled)


_other = pulses.alias()
_asked = pulses.c.account_id == parameter("account_id")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (sa.select(pulses.c.id).where(_asked), set()),
        (sa.select(pulses.c.id).where(pulses.c.id == parameter("account_id")), {"pulses"}),
        (sa.select(pulses.c.id).where(pulses.c.account_id != parameter("account_id")), {"pulses"}),
        (
            sa.select(pulses.c.id).join(boards, boards.c.id == pulses.c.board_id).where(_asked),
            {"boards"},
        ),
        (
            sa.select(pulses.c.id)
            .join(boards, boards.c.account_id == pulses.c.account_id)
            .where(_asked),
            set(),
        ),
        (sa.select(pulses.c.id).where(_asked, sa.exists(sa.select(_other.c.id))), {"pulses"}),
        (sa.select(pulses.c.id).where(_asked, pulses.c.id.in_(sa.select(boards.c.id))), {"boards"}),
        (sa.update(pulses).values(name="x"), {"pulses"}),
        (sa.delete(pulses).where(pulses.c.id == 1), {"pulses"}),
        (sa.insert(pulses).values(id=1), {"pulses"}),
        (sa.insert(pulses).values(account_id=parameter("account_id")), set()),
        (
            sa.insert(pulses).from_select(["account_id"], sa.select(boards.c.account_id)),
            {"boards", "pulses"},
        ),
    ],
)
def test_what_does_not_name_the_account_is_found(statement: Any, found: set[str]) -> None:
    assert unnamed(statement) == found


def test_what_is_put_together_for_a_request_is_looked_at_too(company: Company) -> None:
    """`watch_all_statements` is on in every test."""

    async def ask(work: Work) -> None:
        await _run_as_ours(work)

    with pytest.raises(AssertionError, match="without account_id"):
        company.read("member", ask)


def _uniques(table: sa.Table) -> list[sa.UniqueConstraint]:
    return [one for one in table.constraints if isinstance(one, sa.UniqueConstraint)]


_run_as_ours = FunctionType(
    compile("async def run(work): await work.all_once(statement, int)", "<ours>", "exec").co_consts[
        0
    ],
    {"__name__": "lundi.domains.made_up", "statement": sa.select(pulses.c.id)},
)
